"""What a brief and a list of events can be taken along as, with the links."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import msgspec

from dragoman.faces.brief import FORMS
from dragoman.faces.export import EXPORTERS
from dragoman.faces.web.keeping.briefs import BriefRequest
from dragoman.faces.web.telling import links
from dragoman.faces.web.telling.events_request import EventsRequest

BRIEF = "/brief"
_WORDS = {"md": "Markdown", "html": "HTML, one file", "pdf": "PDF"}


def brief_address(request: BriefRequest, ending: str = "") -> str:
    """Where a brief stands, as a page or in a form."""
    return links.address(BRIEF + ending, request)


class BriefForm(msgspec.Struct, frozen=True):
    """A form in which a brief can be had.

    Attributes:
        missing: what to install first; empty when it can be had.
    """

    words: str
    link: str
    missing: str = ""


def brief_forms(request: BriefRequest) -> tuple[BriefForm, ...]:
    """The forms of a brief, to be downloaded, and the twins of its page."""
    return tuple(_brief_forms(request))


def _brief_forms(request: BriefRequest) -> Iterator[BriefForm]:
    for form in FORMS:
        is_there = form.name != "pdf" or find_spec("typst") is not None
        missing = "" if is_there else "pip install 'dragoman[pdf]'"
        yield BriefForm(_WORDS[form.name], brief_address(request, form.ending), missing)
    yield BriefForm("JSON", brief_address(request, ".json"))
    yield BriefForm("CSV, a line for each citation", brief_address(request, ".csv"))


class Export(msgspec.Struct, frozen=True):
    """A format in which the events of a list can be had.

    Attributes:
        use: what it is for.
        lacks: what it cannot hold; empty when nothing is lost.
        missing: what to install first; empty when it can be had.
        link: the file; ``package`` is a ZIP of it with the description of its fields.
    """

    name: str
    meaning: str
    use: str
    lacks: str
    missing: str
    link: str
    package: str


def exports_of(request: EventsRequest) -> tuple[Export, ...]:
    """Every format, for all events that pass the filters of a list."""
    return tuple(
        Export(
            name=each.name,
            meaning=each.meaning,
            use=each.use,
            lacks=each.lacks,
            missing=each.missing,
            link=_link(each.name, request),
            package=_link(f"{each.name}.zip", request),
        )
        for each in EXPORTERS
    )


def _link(file: str, request: EventsRequest) -> str:
    return links.address(f"/export/{file}", request, limit=None, offset=None)
