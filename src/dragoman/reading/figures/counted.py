"""The words that say what a number counts: behind it, before it, or in the figure before."""

from __future__ import annotations

import re

import msgspec

from dragoman.reading.figures.acts import ACT_BEFORE, ACT_BEHIND, PARTICIPLE

_STOP = (
    "a an the and or but nor to of in on at by for from with as that which who whom whose said say says "
    "was were is are be been has have had will would could should may might can do does did not than then "
    "when where while since after before during under over into about against among including because if "
    "so it he she they them us him we you i this these those there per each other another more less both "
    "its their his her killed wounded injured died voted left went came took made put told"
).split()
_NO_HEAD = (
    "was is has does this its as says his us always perhaps towards across plus less unless versus besides "
    "afterwards thus news years takes makes remains stands wants calls seems goes comes becomes gets"
).split()
# Plurals without -s, and measures that have none.
_HEADS = (
    "people|men|women|children|policemen|servicemen|guardsmen|fishermen|police|troops|personnel|aircraft|"
    "militia|infantry|cavalry|staff|crew|dead|wounded|sheep|cattle|livestock|km|kg|km2|hectares|tenge|yuan|"
    "yen|won|baht|rand|euro|rupees|som|sum|lari|dram|hryvnia|roubles|percentage points|degrees|megawatts|"
    "gigawatts|media|bacteria|persons"
)
_STOPPED = rf"(?!(?:{'|'.join(_STOP)})\b)"
_WORD = rf"{_STOPPED}[a-z][a-z'’.-]*"
_HEAD = rf"(?:(?:{_HEADS})|(?!(?:{'|'.join((*_NO_HEAD, *_STOP))})\b)[a-z][a-z-]+(?<![su])s)(?![\w'’])"
_ARTICLE = r"(?:(?:of\s+)?(?:the|its|their|our|his|her|all|these|those)\s+|of\s+)?"
_NOUN = re.compile(
    rf"\s+{_ARTICLE}(?P<unit>(?:{_WORD}\s+and\s+)??(?:{_WORD}\s+){{0,3}}?{_HEAD}"
    rf"(?:\s+of\s+(?:the\s+|its\s+)?(?:(?:{_WORD}\s+){{0,2}}?{_HEAD}|{_WORD}))?)",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:person|man|woman|child|soldier|civilian|policeman|serviceman|officer|guard|miner|fighter|missile|"
    r"drone|aircraft|plane|helicopter|ship|tank|sailor|worker|protester|demonstrator|boy|girl)"
)
_ONE_PERSON = re.compile(rf"\s+(?P<unit>(?:{_WORD}\s+)?{_PERSON})\b", re.IGNORECASE)
_SINGLE = re.compile(
    r"\s+(?P<unit>(?:[a-z-]+\s+)?(?:force|army|contingent|brigade|garrison|crowd|group|nation|march))\b", re.I
)
_SHARE_OF = re.compile(
    r"(?:\s+(?:were\s+)?(?:of|in favou?r|full|filled|against)\b"
    r"(?:\s+(?:the|all|its|their|our))?(?:\s+(?:of\b|(?:the|its|their)\b|(?!(?:and|or|but|while|whereas|to|in|on|at|with|has|have|had|is|are|was|were)\b)[\w'’-]+)){0,6})",
    re.I,
)
_TO = (
    r"(?:to|at|is|was|of|as|for|reached|reaches|hit|passed|exceeds|exceeded|stands at|stood at|reporters"
    r"|being)"
)
# What is counted stands before the number; each row with its example.
_BEFORE = tuple(
    re.compile(pattern + r"\s*$", re.IGNORECASE)
    for pattern in (
        # "a crew of 485", "the first group of 265"
        r"\b(?P<unit>crew|group|force|army|garrison|fleet|population|team|staff|convoy|contingent|crowd|"
        r"battalion|brigade|delegation|cargo)\s+(?:\w+ed\s+)?(?:of|numbering)",
        # "the death toll rose to 18"
        rf"\b(?P<unit>(?:death )?toll|body count|casualties|turnout|price|losses)\b[^.;\d]{{0,60}}?\b{_TO}",
        # "the number of the dead on Saturday at 225", "the number of Russian dead, he said to reporters"
        rf"\bnumber of (?:the |its |their )?(?P<unit>[^.,;\d]{{3,40}}?)"
        rf"(?:\s(?:on|in|of|from|had|has|have|who)\b"
        rf"[^.;\d]{{0,60}}?|,[^.;\d]{{0,60}}?)?\s{_TO}",
        # "estimated Russian dead as between", "put the Russian group around our borders at"
        r"\b(?:put|puts|estimat\w+|number\w*)\s+(?:the\s+|its\s+|their\s+)?"
        r"(?P<unit>[^.,;\d]{3,25}?)(?:\s(?:around|near|in|on|of|along)\b[^.;\d]{0,40}?)?\s(?:at|as)",
        # "voted for membership by 188 to 8"
        r"\b(?P<unit>voted|vote)\b[^.,;\d]{0,40}?\b(?:by|with)",
        # "losses" and a colon
        r"\b(?P<unit>losses|casualties|deaths|injuries|dead|wounded|injured|killed):",
    )
)


# "Nine of the 12 missiles were shot down": what befell nine befell no twelve.
_OF_WHOLE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|some|most|many|half|none)"
    r" of\s+$",
    re.I,
)
_SAYS_ACT = re.compile(r"\b(?:dead|killed|wounded|injured|deaths|injuries|casualties)$", re.I)
_MORE = re.compile(r"\s+(?:more|others?|there|in all)\b|(?=\s*[.,;])", re.I)
_MONEY_BEFORE = re.compile(r"\b[\w-]+\s+(?:(?:of|at|worth|to|by|for)\s+)?(?:an?\s+)?$")
_MONEY_BEHIND = re.compile(
    rf"\s+(?:in|of|for|worth of|towards?)\s+(?:(?:the|its|their|new)\s+)?{_WORD}(?:\s+{_WORD})?"
    r"|\s+(?:an?|per|the)\s+[\w-]+(?:\s+(?:cubic\s+)?[a-z]+)?",
    re.I,
)


class Counted(msgspec.Struct, frozen=True):
    """What a number counts.

    Attributes:
        unit: the noun or the participle, as written, in small letters.
        start, end: the stretch of text that says what is counted, with the number.
    """

    unit: str
    start: int
    end: int


def counted(
    text: str, first: int, start: int, end: int, limit: int, *, one: bool, share: bool
) -> Counted | None:
    """What a number counts; ``None`` when no words of its own say so.

    Args:
        text: the document's.
        first, limit: where the sentence begins and ends.
        start, end: of the number with its qualifier.
        one: whether it is the word "one", which counts only persons and only with what befell them.
        share: whether it is a percentage.
    """
    if share:
        of = _SHARE_OF.match(text, end, limit)
        return Counted("percent", start, of.end() if of else end)
    before = text[first:start]
    noun = None if one else _NOUN.match(text, end, limit)
    if one:
        single = _ONE_PERSON.match(text, end, limit)
        act = ACT_BEHIND.match(text, single.end(), limit) if single else None
        return Counted(single["unit"].lower(), start, act.end()) if single and act else None
    participle = PARTICIPLE.match(text, end, limit)
    if participle is not None and (noun is None or noun.end() > participle.end()):
        return Counted(participle["unit"].lower(), start, participle.end())
    if noun is not None:
        return _with_act(text, first, start, noun, limit)
    act = ACT_BEFORE.search(text, first, start)
    return _named_before(before, first, end) or (_act_alone(act, text, end) if act else None)


def _act_alone(act: re.Match[str], text: str, end: int) -> Counted | None:
    """ "wounded 30 more": the act itself is the unit."""
    more = _MORE.match(text, end)
    return Counted(act[0].split()[0].lower(), act.start(), more.end()) if more else None


def money(text: str, first: int, start: int, end: int, limit: int) -> tuple[int, int]:
    """First and last character of the words that say what an amount of money is: "a fine of $2 million"."""
    before = _MONEY_BEFORE.search(text, first, start)
    behind = _MONEY_BEHIND.match(text, end, limit)
    return (before.start() if before else start, behind.end() if behind else end)


def strong(text: str, end: int, limit: int) -> re.Match[str] | None:
    """The noun behind "40,000-strong"."""
    return _SINGLE.match(text, end, limit)


def _with_act(text: str, first: int, start: int, noun: re.Match[str], limit: int) -> Counted:
    """The noun and the act it is told with: "detained 300 people", "300 people were detained"."""
    act = ACT_BEFORE.search(text, first, start)
    if act is not None:
        return Counted(noun["unit"].lower(), act.start(), noun.end())
    if _SAYS_ACT.search(noun["unit"]):
        return Counted(noun["unit"].lower(), start, noun.end())
    of_these = _OF_WHOLE.search(text, first, start)
    behind = None if of_these else ACT_BEHIND.match(text, noun.end(), limit)
    return Counted(noun["unit"].lower(), start, behind.end() if behind else noun.end())


def _named_before(before: str, first: int, end: int) -> Counted | None:
    for pattern in _BEFORE:
        found = pattern.search(before)
        named = found is not None and found["unit"] == "Group"  # "the Group of Seven"
        if found is not None and not named:
            return Counted(" ".join(found["unit"].lower().split()), first + found.start(), end)
    return None
