"""What a cue is: a pattern that gives page furniture away, with examples that are its tests.

The rows stand in `furniture_opening` (patterns for the beginning of a line) and `furniture_inside` (legal
notices, forms and offers, which are whole sentences).

Lines are case-folded before they are compared. ``<name>`` stands for the alternatives listed under that name
in `NAMED`. Each row carries a line that it must catch and, where prose comes close, one that it must spare.
"""

from __future__ import annotations

import re

import msgspec


class Cue(msgspec.Struct, frozen=True):
    """A pattern that betrays furniture.

    Attributes:
        pattern: a regular expression with ``<name>`` for a list of `NAMED`.
        catches: a line that is furniture because of it.
        spares: a line of prose that comes close, if any.
        needle: characters that every line it catches holds; only rows of `INSIDE` have them.
        afterwards: such lines stand after an article, not in or before it.
    """

    pattern: str
    catches: str
    spares: str = ""
    needle: str = ""
    afterwards: bool = False

    def compiled(self) -> re.Pattern[str]:
        """The regular expression, names filled in."""
        return re.compile(expand(self.pattern))


NAMED: dict[str, str] = {
    "network": "facebook|twitter|instagram|youtube|linkedin|telegram|tiktok|whatsapp|pinterest|reddit|flickr"
    "|spotify|soundcloud|google|messenger|tumblr|flipboard|rss|sms|x",
    "share": "share|tweet|pin|post|like|follow|find|join|connect|print|e-?mail|save|send|bookmark|recommend",
    "month": "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    "day": "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?",
    "clock": r"\d{1,2}[:.]\d\d.{0,20}",
    "counted": "comments?|shares?|likes?|views?|replies|retweets?|tweets?|reads?|followers?|reactions?"
    "|photos?|stars|reviews?|ratings?|subscribers",
    "label": "comments?|replies|shares?|views?|likes|votes?|tags?|topics?|categor(?:y|ies)|filed under"
    "|labels?|keywords?|posted in|posted under|sections?|copyright|credits?|authors?|editor|contact|e-?mail"
    "|phone|tel|fax|price|isbn|issn|doi|url|permalink|written by|by",
    "agency": "getty images|afp|reuters|ap photo|associated press|shutterstock|istock|epa|tass|ria novosti",
    "picture": "image|photo|picture|photograph|graphic|video|screenshot|file photo",
    "series": "insight|analysis|video|comment|pictures?|photos?|watch|live|opinion|interview|revealed|report"
    "|explained|update|exclusive|latest|live ?blog|poll|maps?|graphic|podcast|quiz",
    "remark": "comments?|reply|replies|response|conversation|discussion|review|feedback",
    "mailing": "newsletters?|mailing list|e-?mail alerts?|news alerts?|daily briefing|inbox"
    "|push notifications",
    "policy": "privacy|cookie|terms|sitemap|site map|disclaimer|advertise|careers|contact|about|help|legal",
    "journalist": "writer|reporter|correspondent|editor|columnist|contributor|journalist|author",
}
"""Lists of words that several patterns share."""


def expand(pattern: str) -> str:
    """``pattern`` with every ``<name>`` replaced by its alternatives."""
    return re.sub(r"(?<!\?P)<(\w+)>", lambda name: f"(?:{NAMED[name[1]]})", pattern)
