"""How far two annotators of the corpus agree who worked without seeing each other's answers.

python scripts/agreement.py

The first annotation of a text stands in training/corpus, the second in training/second.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.training.items import Item, read_items
from dragoman.training.measure import Agreement, agreement

ROOT = Path(__file__).parents[1] / "training"


def by_text(folder: Path) -> dict[str, Item]:
    """The items of a folder by their text."""
    return {item.text: item for item in read_items(sorted(folder.glob("*.jsonl")))}


def measure() -> Agreement:
    """The agreement on all texts that were annotated twice."""
    first, second = by_text(ROOT / "corpus"), by_text(ROOT / "second")
    texts = [text for text in second if text in first]
    return agreement([first[text] for text in texts], [second[text] for text in texts])


def main() -> int:
    """Print a line for each measure."""
    found = measure()
    for name in found.__struct_fields__:
        value = getattr(found, name)
        if isinstance(value, float):
            sys.stdout.write(f"{name:14} {value:.3f}\n")
    for name, score in found.by_type.items():
        sys.stdout.write(f"{name:14} {score.f1:.3f}\n")
    corpus, second = by_text(ROOT / "corpus"), by_text(ROOT / "second")
    share = len(second.keys() & corpus.keys()) / len(corpus)
    sys.stdout.write(
        f"{len(second):,} texts ({share:.1%}) annotated twice, {found.n:,} events of the first annotator\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
