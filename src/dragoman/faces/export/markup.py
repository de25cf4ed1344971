"""Text in XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# XML 1.0 (fifth edition), 2.2: no character reference helps, a file with one of these is no XML
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOTE = "Control characters, which XML cannot hold, are written as U+FFFD."


def content(value: object) -> str:
    """What may stand between tags."""
    return escape(_IMPOSSIBLE.sub("\ufffd", str(value)), {"\r": "&#13;"})


def quoted(value: object) -> str:
    """What may stand behind the equals sign of an attribute, with its quotation marks."""
    return quoteattr(_IMPOSSIBLE.sub("\ufffd", str(value)))
