"""Writes the lists of ordinary words and of well-known names: what English writes in lower case, what with
a capital.

    python scripts/ordinary_words.py WORDS     write ordinary.txt and proper.txt in
    src/dragoman/reading/tables
    python scripts/ordinary_words.py --check   only say whether the project's own words are all in it

WORDS is a list of SCOWL, one word a line (Debian: /usr/share/dict/american-english of the package
wamerican). To its
words in lower case those are added that the project's own texts write in lower case twice or more. A
capitalised word that is also an ordinary one ("Talks") is never taken for a name spelt otherwise, a well-
known name ("Lehman") only where the text speaks for it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from dragoman.training.items import read_items

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "src" / "dragoman" / "reading" / "tables"
TABLE, NAMES = TABLES / "ordinary.txt", TABLES / "proper.txt"
HEAD = """\
# Made by scripts/ordinary_words.py from the project's own texts and from SCOWL, http://wordlist.aspell.net:
# The collective work is Copyright 2000-2011 by Kevin Atkinson as well as any of the
# copyrights mentioned below: Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify,
# distribute and sell
# these word lists, the associated scripts, the output created from the scripts, and its documentation for
# any purpose is
# hereby granted without fee, provided that the above copyright notice appears in all copies and that both
# that copyright
# notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no
# representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
"""
OFTEN = 2
_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")
_NAME = re.compile(r"[A-Z][a-z]{3,}")
_ROW = 16


def own_words() -> set[str]:
    """What the project's own texts write in lower case."""
    counts: Counter[str] = Counter()
    for item in read_items(sorted((ROOT / "training" / "corpus").glob("*.jsonl"))):
        counts.update(_WORD.findall(item.text))
    return {word for word, count in counts.items() if count >= OFTEN}


def table(words: set[str]) -> str:
    """The content of the table."""
    ordered = sorted(words)
    lines = [" ".join(ordered[start : start + _ROW]) for start in range(0, len(ordered), _ROW)]
    return HEAD + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the table, or check it; gives the exit status."""
    if arguments == ["--check"]:
        known = set(TABLE.read_text(encoding="utf-8").split())
        missing = sorted(own_words() - known)
        if missing:
            sys.stderr.write(
                f"{TABLE.name} lacks {', '.join(missing[:9])} ...; run scripts/ordinary_words.py\n"
            )
        return int(bool(missing))
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    listed = Path(arguments[0]).read_text(encoding="utf-8").split()
    TABLE.write_text(
        table(own_words() | {word for word in listed if _WORD.fullmatch(word)}), encoding="utf-8"
    )
    NAMES.write_text(table({word for word in listed if _NAME.fullmatch(word)}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
