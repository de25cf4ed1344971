"""Count in how many of our own texts each word stem stands: writes src/dragoman/world/words/counts.msgpack.

The texts are those the reader is trained on and the stories told several times; stems in fewer than three
of them count as rare and are left out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.world import words

ROOT = Path(__file__).resolve().parents[1]
_MARK = re.compile(r"\[\[[^|\]]*\|([^\]]*)\]\]")
_FEWEST = 3


def texts() -> Iterator[str]:
    """Every text of ours."""
    for path in sorted((ROOT / "training" / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line).get("text", "")
    for path in sorted((ROOT / "training" / "stories").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from (_MARK.sub(r"\1", telling["text"]) for telling in json.loads(line)["tellings"])


def main() -> None:
    """Write the counts."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts():
        number += 1
        counts.update(set(words.stems(text)))
    kept = {stem: count for stem, count in sorted(counts.items()) if count >= _FEWEST}
    target = Path(words.__file__).parent / words.COUNTS
    target.write_bytes(msgspec.msgpack.encode(words.Counts(number, kept)))
    print(f"{number:,} texts, {len(kept):,} stems, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
