"""What one sentence leaves behind for the next: the last person named, an open quotation, its speaker."""

from __future__ import annotations

import msgspec

from dragoman.terms import Attribution, Mention


class Discourse(msgspec.Struct):
    """Carried from sentence to sentence of one document.

    Attributes:
        person: the last person named, whom "he" or "she" takes up.
        quoting: whether a quotation is open at the end of the sentence.
        speakers: who said the last attributed sentence.
    """

    person: Mention | None = None
    quoting: bool = False
    speakers: tuple[Attribution, ...] = ()

    def pronoun(self, mention: Mention) -> Mention:
        """A pronoun resolved to the last person named; left open when there was none."""
        if self.person is None:
            return mention
        reason = f"takes up {self.person.text!r}"
        return msgspec.structs.replace(
            mention,
            entity=self.person.entity,
            country=self.person.country,
            sector=self.person.sector,
            reason=reason,
        )
