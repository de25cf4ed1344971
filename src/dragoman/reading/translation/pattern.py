"""The patterns of the table: short names in them, capital letters, and what every match must hold."""

from __future__ import annotations

import re

_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_START = r"(?:(?<=[.!?”\"»] )|^)"
_NAMED = (("<S>", _START), ("<DAY>", _DAY), ("<MONTH>", _MONTH))
_GAP = "\n"
# Stretches in lower case, of which a text must hold one.
Letters = tuple[str, ...]
_SHORTEST = 4  # letters worth looking for first


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern whose first letter may be a capital and that ends with a word.

    That a plain one begins with a word is for the caller to see: asked here, it would be found more slowly.
    ``<S>`` is the beginning of a sentence, ``<DAY>`` a day of the week, ``<MONTH>`` a month.
    """
    cased = _either_case(pattern)
    for name, meaning in _NAMED:
        cased = cased.replace(name, meaning)
    begin = "" if len(_branches(pattern)) == 1 and pattern[:1].isalpha() else r"(?<!\w)"
    return re.compile(rf"{begin}(?:{cased})(?:(?!\w)|(?<=\W))", re.MULTILINE)


def demands(pattern: str) -> tuple[tuple[Letters, ...], ...]:
    """What a text must hold for a match: for one of the alternatives, one of each of its letters."""
    return tuple(_of_branch(branch) for branch in _branches(pattern))


def _of_branch(branch: str) -> tuple[Letters, ...]:
    plain, groups = _parts(branch)
    runs = re.findall(r"[a-z' -]+", plain.lower())
    found: list[Letters] = [(run,) for run in runs if len(run) >= _SHORTEST]
    return (*found, *(letters for group in groups if (letters := _of_group(group))))


def _of_group(group: str) -> Letters:
    """For each alternative the longest letters that it must have; none when one of them needs none."""
    found: list[str] = []
    for branch in _branches(group):
        best = max(_of_branch(branch), key=lambda letters: min(map(len, letters)), default=())
        if not best:
            return ()
        found += best
    return tuple(found)


def _parts(branch: str) -> tuple[str, list[str]]:
    """The plain letters of a branch, with a gap for the rest, and the groups that cannot be missing."""
    plain, groups, index = "", list[str](), 0
    while index < len(branch):
        letter = branch[index]
        step = 1
        if letter == "\\":
            plain, step = plain + _GAP, 2
        elif letter in "[(<":
            close = branch.find(">", index) if letter == "<" else _closing(branch, index + 1)
            if letter == "(" and branch[close + 1 : close + 2] not in ("?", "*"):
                groups += _inside(branch[index + 1 : close])
            plain, step = plain + _GAP, close + 1 - index
        elif letter in "?*{":
            plain = plain[:-1] + _GAP
        else:
            plain += letter
        index += step
    return plain, groups


def _inside(group: str) -> list[str]:
    """What a group must match; a look at what stands before or behind matches nothing."""
    if not group.startswith("?"):
        return [group]
    return [group[2:]] if group.startswith("?:") else []


def _either_case(pattern: str) -> str:
    """A pattern whose first letter, in every alternative, may be a capital."""
    return "|".join(_capital(branch) for branch in _branches(pattern))


def _capital(branch: str) -> str:
    if branch.startswith("<S>"):
        return f"<S>(?:{_capital(branch[3:])})"
    if branch[:1].islower():
        return f"[{branch[0].upper()}{branch[0]}]{branch[1:]}"
    opening = re.match(r"\((?:\?:)?(?!\?)", branch)
    if opening is None:
        return branch
    close = _closing(branch, opening.end())
    rest = branch[close:]
    if rest[1:2] in ("?", "*"):  # the group may be missing, and what follows comes first
        rest = rest[:2] + _capital(rest[2:])
    return branch[: opening.end()] + _either_case(branch[opening.end() : close]) + rest


def _branches(pattern: str) -> list[str]:
    """The alternatives of a pattern that stand in no bracket."""
    found, start, index = [], 0, 0
    while index < len(pattern):
        letter = pattern[index]
        if letter == "\\":
            index += 1
        elif letter in "[(":
            index = _closing(pattern, index + 1)
        elif letter == "|":
            found.append(pattern[start:index])
            start = index + 1
        index += 1
    return [*found, pattern[start:]]


def _closing(pattern: str, index: int) -> int:
    """Where the bracket closes that was opened just before ``index``."""
    if pattern[index - 1] == "[":
        return pattern.index("]", index + 1)
    while pattern[index] != ")":
        if pattern[index] == "\\":
            index += 1
        elif pattern[index] in "[(":
            index = _closing(pattern, index + 1)
        index += 1
    return index
