"""Days in words as machines read them too."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_FROM_TO = re.compile(r"(?<=\d)/(?=\d{4}\b)")
_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")


def timed(words: object) -> Markup:
    """The words with each day and month in a ``time`` element, which a machine reads as it stands there.

    Everything else of them is escaped.

    Example:
        "reported <time>2022-10-06</time>"
    """
    text = _FROM_TO.sub(" to ", str(words))
    found, done = Markup(), 0
    for each in _DAY.finditer(text):
        found += escape(text[done : each.start()]) + Markup("<time>{}</time>").format(each[0])
        done = each.end()
    return found + escape(text[done:])
