"""Where a paper is at home, as far as its own address and title say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from dragoman.reading.places.candidates import Candidate, Candidates
from dragoman.terms import Document, PlaceKind
from dragoman.world.atlas import TOWNS

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_PAPER = re.compile(
    r"^(?:www|the|my|m|mobile|visit|go)(?=.{4})|(?:online|news|times|herald|daily|gazette|tribune|post|journal|press|"
    r"sun|star|record|courier|chronicle|observer|ledger|sentinel|register|dispatch|examiner|leader|"
    r"republican|democrat|advocate|examiner|bulletin|reporter|citizen|eagle|today|now|live|mail|"
    r"standard|enquirer|independent|guardian|mirror|echo|telegram|telegraph|banner|argus|globe|world|"
    r"review|weekly|newspapers?|media|tv|fm|radio|paper)$"
)
_SHORTEST = 5
# Top-level domains of states in which they are used as such; others (.tv, .me, .co) say nothing.
_COUNTRIES = {
    "uk": "GBR", "ca": "CAN", "au": "AUS", "ie": "IRL", "nz": "NZL", "in": "IND", "za": "ZAF", "ke": "KEN",
    "ng": "NGA", "pk": "PAK", "ru": "RUS", "ua": "UKR", "kz": "KAZ", "ge": "GEO", "am": "ARM", "az": "AZE",
    "il": "ISR", "ps": "PSE", "lb": "LBN", "jo": "JOR", "eg": "EGY", "tr": "TUR", "ir": "IRN", "iq": "IRQ",
    "lk": "LKA", "bd": "BGD", "np": "NPL", "cn": "CHN", "jp": "JPN", "kr": "KOR", "sg": "SGP", "my": "MYS",
    "ph": "PHL", "id": "IDN", "th": "THA", "vn": "VNM", "de": "DEU", "fr": "FRA", "it": "ITA", "es": "ESP",
    "pl": "POL", "cz": "CZE", "gr": "GRC", "ee": "EST", "lv": "LVA", "lt": "LTU", "fi": "FIN", "se": "SWE",
    "no": "NOR", "dk": "DNK", "nl": "NLD", "be": "BEL", "ch": "CHE", "at": "AUT", "cy": "CYP", "mt": "MLT",
}  # fmt: skip


def home_country(document: Document) -> str | None:
    """The state of the address a document was found at; alpha-3."""
    host = _host(document)
    return _COUNTRIES.get(host.rpartition(".")[2])


def home_towns(document: Document, candidates: Candidates) -> tuple[Candidate, ...]:
    """The towns and divisions that the address or the outlet is named after; those of one name."""
    for name in _names(document):
        found = tuple(
            candidate
            for candidate in candidates.of(name)
            if candidate.place.kind in TOWNS | {PlaceKind.REGION, PlaceKind.DISTRICT}
        )
        if found:
            return found
    return ()


def compact_host(document: Document) -> str:
    """The address's host as one word without marks."""
    return re.sub(r"[^a-z]", "", _host(document))


def _host(document: Document) -> str:
    host = (urlsplit(document.url).hostname if document.url else None) or ""
    found = _HOST.fullmatch(host)
    return found.group().removeprefix("www.") if found else ""


def _names(document: Document) -> Iterator[str]:
    outlet = document.outlet or ""
    words = outlet.split()
    for size in range(len(words), 0, -1):
        yield from (" ".join(words[start : start + size]) for start in range(len(words) - size + 1))
    for label in _host(document).split(".")[:-1]:
        for part in (label, *label.split("-")):
            bare = part
            while len(bare) >= _SHORTEST:
                yield from _split(bare)
                shorter = _PAPER.sub("", bare)
                if shorter == bare:
                    break
                bare = shorter


def _split(word: str) -> Iterator[str]:
    """A word as it is, and as two."""
    if len(word) >= _SHORTEST:
        yield word
        yield from (f"{word[:cut]} {word[cut:]}" for cut in range(3, len(word) - 2))
