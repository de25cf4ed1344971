"""One row of an event table that others coded: GDELT, ICEWS, POLECAT, ACLED."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from hashlib import blake2b

import msgspec

from dragoman.terms.interval import Interval
from dragoman.terms.plover import EventType, Status

_DIGEST_BYTES = 8


class CodedSide(msgspec.Struct, frozen=True, gc=False):
    """Who acts or receives, as the table has it and as the world knows it.

    Attributes:
        name: as given; empty where the table names nobody.
        code: as given: a CAMEO actor code, an ACLED actor type, a PLOVER sector; empty where there is none.
        side: id of the state, bloc, group or region that acts. A ministry, an army or a president acts for
            the state; a crowd, an opposition, a company does not. ``None`` where no such side is known.
        country: alpha-3, as of the day; may be known although the side is not ("Protesters (Kazakhstan)").
        sector: PLOVER sector code, ``None`` where nothing says one.
    """

    name: str
    code: str = ""
    side: str | None = None
    country: str | None = None
    sector: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether at least the country is known."""
        return self.side is not None or self.country is not None


class CodedEvent(msgspec.Struct, frozen=True, gc=False):
    """What a row says happened, in PLOVER.

    Attributes:
        kind: the table it comes from: ``gdelt``, ``icews``, ``polecat``, ``acled``.
        key: the row's own id in that table; its line (``line 17``) where the table has no ids.
        day: when it happened; as wide as the table says it is unsure.
        known: the day the row was added or its report published; ``None`` where the table does not say.
        actors, recipients: the parties; where an act has no direction (a meeting, a battle) all are actors.
        status: tables of others list what was reported as done. Intents, appeals and threats are types of
            PLOVER (AGREE, REQUEST, THREATEN), so they have happened too.
        code: what the table calls the act: ``0231``, ``ASSAULT/firearms``, ``Battles/Armed clash``.
        score: Goldstein value or intensity as given; never to be mixed with PLOVER scores.
        reports, outlets: articles and outlets that tell it, 1 where the table does not count.
        outlet: the newspaper, or the host of its address; empty where not given.
        url, story: where to read it, or the table's number of the article; empty where not given.
        place, country: name of the place as given, and alpha-3 of where it lies.
        latitude, longitude: degrees.
        fatalities: people killed; ``None`` where the table does not count them.
        is_root: whether it stood in the lead of its article (GDELT); ``None`` where not said.
    """

    kind: str
    key: str
    day: Interval
    actors: tuple[CodedSide, ...]
    recipients: tuple[CodedSide, ...]
    type: EventType
    code: str
    mode: str | None = None
    status: Status = Status.HAPPENED
    known: date | None = None
    score: float | None = None
    reports: int = 1
    outlets: int = 1
    outlet: str = ""
    url: str = ""
    story: str = ""
    place: str = ""
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    fatalities: int | None = None
    is_root: bool | None = None

    @property
    def same_as(self) -> str:
        """Equal for rows that list one event of one article again; 16 hexadecimal digits.

        It is made of day, sides, type, mode, place and article. Parties of an act without direction may stand
        in any order. A row that names no article is the same only as a row with its own key.
        """
        article = self.url or self.story
        if not article:
            return _digest(f"{self.kind}\n{self.key}")
        parts = (
            self.kind,
            str(self.day),
            self.type,
            self.mode or "",
            _parties(self.actors),
            _parties(self.recipients),
            self.place or f"{self.latitude} {self.longitude}",
            article,
        )
        return _digest("\n".join(parts))


class RejectReason(StrEnum):
    """Why a row of a table was left out."""

    COLUMNS = "columns"
    DAMAGED = "damaged"
    LONG = "long"
    DAY = "day"
    CODE = "code"
    NO_ACT = "no_act"
    NO_ACTOR = "no_actor"

    @property
    def sentence(self) -> str:
        """The reason in words for the user."""
        return _SENTENCES[self]


_SENTENCES = {
    RejectReason.COLUMNS: "The line has another number of columns than the table.",
    RejectReason.DAMAGED: "The line is damaged: a quotation mark is never closed, or it is no text.",
    RejectReason.LONG: "The line is longer than any row can be.",
    RejectReason.DAY: "The date is missing or is no day of the calendar.",
    RejectReason.CODE: "The event code or type is not one of the table's code book.",
    RejectReason.NO_ACT: "PLOVER has no type for this code: a mere statement, a change of name or the like.",
    RejectReason.NO_ACTOR: "The row names neither an actor nor a recipient.",
}


class Rejected(msgspec.Struct, frozen=True, gc=False):
    """A row that became no event.

    Attributes:
        line: its line in the file, counted from one.
        reason: why; ``reason.sentence`` says it in words.
        start: its first characters.
        file: the name of the file, behind ``!`` the member of an archive.
        given: the value that could not be used, where it is one value.
    """

    line: int
    reason: RejectReason
    start: str
    file: str = ""
    given: str = ""


def _parties(sides: tuple[CodedSide, ...]) -> str:
    """In an order of their own: the two rows of a meeting name them in two orders."""
    if len(sides) == 1:
        return _party(sides[0])
    return "\t".join(sorted(map(_party, sides)))


def _party(side: CodedSide) -> str:
    """A state by id and sector, whatever the article calls it; everybody else by name."""
    if side.side is not None:
        return f"{side.side}/{side.sector}"
    return f"{side.country}/{side.name.casefold() or side.code}"


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
