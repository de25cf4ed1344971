"""What one sentence leaves behind for the next: the last person named, an open quotation, its speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from dragoman.reading.gazetteer import NameHit
from dragoman.reading.resolve import STATE_SECTORS
from dragoman.terms import Attribution, Mention
from dragoman.world import World


# Sectors whose people act at home unless the text says otherwise.
_DOMESTIC = STATE_SECTORS | {"OPP", "CVL", "LAB", "EDU", "MED", "REL", "PTY", "REB"}
# A setting must have this share of all mentions of countries, and at least so many of them. By judgement.
_PREVAILS = 0.6
_ENOUGH = 3


class Discourse(msgspec.Struct):
    """Carried from sentence to sentence of one document.

    Attributes:
        setting: the country the text is set in, when one clearly prevails.
        person: the last person named, whom "he" or "she" takes up.
        quoting: whether a quotation is open at the end of the sentence.
        speakers: who said the last attributed sentence.
    """

    setting: str | None = None
    person: Mention | None = None
    quoting: bool = False
    speakers: tuple[Attribution, ...] = ()

    def settle(self, mention: Mention) -> Mention:
        """A common noun of no named country ("the police", "protesters") placed in the text's setting."""
        at_home = mention.sector in _DOMESTIC and mention.entity is None and mention.country is None
        if self.setting is None or not at_home:
            return mention
        state = self.setting if mention.sector in STATE_SECTORS else None
        reason = f"no country is named; the text is set in {self.setting}"
        return msgspec.structs.replace(mention, entity=state, country=self.setting, reason=reason)


def taken_up(pronoun: Mention, person: Mention | None) -> Mention:
    """A pronoun resolved to a person named before; left open when there was none."""
    if person is None:
        return pronoun
    return msgspec.structs.replace(
        pronoun,
        entity=person.entity,
        country=person.country,
        sector=person.sector,
        reason=f"takes up {person.text!r}",
    )


def setting(hits: Iterable[NameHit], world: World) -> str | None:
    """The country that clearly prevails among those a text names; ``None`` when none does."""
    entities = (world.entities[hit.senses[0].entity] for hit in hits)
    counts = Counter(entity.country for entity in entities if entity.country)
    if not counts:
        return None
    country, number = counts.most_common(1)[0]
    return country if number >= _ENOUGH and number >= _PREVAILS * counts.total() else None
