"""The forms a brief can take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import msgspec

from dragoman.faces.brief.tree import Brief
from dragoman.faces.nearest import nearest
from dragoman.terms import UnknownName


class Form(msgspec.Struct, frozen=True):
    """One form: its name, the ending of its files, what it is, and the function that writes it."""

    name: str
    ending: str
    meaning: str
    write: Callable[[Brief], bytes]


FORMS = (
    Form("md", ".md", "Markdown", lambda brief: brief.to_markdown().encode()),
    Form("html", ".html", "one page that needs nothing else", lambda brief: brief.to_html().encode()),
    Form("pdf", ".pdf", "PDF, with pip install 'dragoman[pdf]'", lambda brief: brief.to_pdf()),
)


def form_of(name: str | None, file: PurePath | None = None) -> Form:
    """The form of that name; without one that of the file, or Markdown.

    Raises:
        UnknownName: there is none.
    """
    if name is None:
        ending = "" if file is None else file.suffix.lower()
        return next((each for each in FORMS if each.ending == ending), FORMS[0])
    for each in FORMS:
        if each.name == name.lower():
            return each
    names = tuple(each.name for each in FORMS)
    raise UnknownName("form", name, nearest(name, names) or names)
