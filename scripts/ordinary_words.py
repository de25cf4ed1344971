"""Writes the list of ordinary words: what the project's own texts write in lower case.

    python scripts/ordinary_words.py            write src/dragoman/reading/tables/ordinary.txt
    python scripts/ordinary_words.py --check    only say whether it is up to date

A capitalised word that is also an ordinary one ("Talks") is never taken for a name spelt otherwise.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from dragoman.training.items import read_items

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src" / "dragoman" / "reading" / "tables" / "ordinary.txt"
HEAD = "# Words that the project's own texts write in lower case, twice or more. Made by scripts/ordinary_words.py\n"
OFTEN = 2
_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")


def ordinary() -> str:
    """The content of the table."""
    counts: Counter[str] = Counter()
    for item in read_items(sorted((ROOT / "training" / "corpus").glob("*.jsonl"))):
        counts.update(_WORD.findall(item.text))
    words = sorted(word for word, count in counts.items() if count >= OFTEN)
    lines = [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
    return HEAD + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the table, or check it; gives the exit status."""
    fresh = ordinary()
    if TABLE.exists() and TABLE.read_text(encoding="utf-8") == fresh:
        return 0
    if "--check" in arguments:
        sys.stderr.write(f"{TABLE.name} is stale; run scripts/ordinary_words.py\n")
        return 1
    TABLE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
