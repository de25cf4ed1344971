"""The tables of the rule reader, ready to be asked what words stand for."""

from __future__ import annotations

from functools import cached_property

from dragoman.reading.casting import Casting
from dragoman.reading.clauses import Clauses
from dragoman.reading.cues import CueMatch, CueTable, longest
from dragoman.reading.gazetteer import Gazetteer
from dragoman.reading.happening_of_act import HappeningsOfActs
from dragoman.world import World, atlas, chronicle, language, load
from dragoman.world.plover import Cue, CueKind
from dragoman.world.plover import load as load_plover

VERSION = "3"


class Lexis:
    """Names, nouns and cues.

    Args:
        world: who there is; the one that ships when left out.
    """

    def __init__(self, world: World | None = None) -> None:
        self.world = world or load()
        plover = load_plover()
        tables = f"world-{self.world.version[:8]}+cues-{plover.version[:8]}+language-{language.version()[:8]}"
        tables += f"+atlas-{atlas.version()[:8]}+chronicle-{chronicle.version()[:8]}"
        self.name = f"rules-{VERSION}+{tables}"
        self.gazetteer = Gazetteer(self.world)
        rows = plover.cues()
        self.types = {id(cue): event_type for event_type, cue in rows}
        self.cues = CueTable(cue for _, cue in rows)
        self.false_friends = frozenset(id(cue) for event_type, cue in rows if event_type is None)

    @cached_property
    def casting(self) -> Casting:
        """Who the names of a text are."""
        return Casting(self.world, self.gazetteer)

    @cached_property
    def happenings(self) -> HappeningsOfActs:
        """The acts that have a day because everybody knows them."""
        return HappeningsOfActs.shipped()

    def acts(self, clauses: Clauses) -> list[CueMatch[Cue]]:
        """The cues of a sentence that stand, false friends among them, in order.

        A verb cue must stand as a verb and an act noun as a noun; of overlapping cues the longest stays.
        """
        standing = (
            match
            for match in self.cues.matches(clauses.tokens)
            if id(match.row) in self.false_friends or stands_as_its_kind(clauses, match)
        )
        return longest(standing, prefer=self.false_friends)


def stands_as_its_kind(clauses: Clauses, match: CueMatch[Cue]) -> bool:
    """Whether a verb cue stands as a verb and an act noun as a noun."""
    group = clauses.group_at(match.head)
    is_verb = group is not None and (group.passive or not match.turned)
    return match.row.kind is CueKind.FIXED or is_verb == (match.row.kind is CueKind.VERB)
