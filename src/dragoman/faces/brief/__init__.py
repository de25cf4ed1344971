"""A cited account of an actor, a dyad or a story over a period, and the forms it takes.

What puts it together is in `dragoman.faces.brief.build`; loading that takes longer than most answers.
"""

from dragoman.faces.brief.forms import FORMS, Form, form_of
from dragoman.faces.brief.lookup import Lookup, Verb
from dragoman.faces.brief.tree import (
    MOST,
    Brief,
    Citation,
    Group,
    More,
    Scope,
    Section,
    SectionKind,
    Statement,
)

__all__ = [
    "FORMS",
    "MOST",
    "Brief",
    "Citation",
    "Form",
    "Group",
    "Lookup",
    "More",
    "Scope",
    "Section",
    "SectionKind",
    "Statement",
    "Verb",
    "form_of",
]
