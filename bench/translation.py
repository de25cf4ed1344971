"""How doubtful translations are marked in the bundled corpus, and how few marks good English gets.

    python bench/translation.py                      the bundled corpus, by language and style
    python bench/translation.py FILE.jsonl ...       texts of your own as well: rows with "text" or "tokens"

Prints for the translated reports precision and recall of the marks and the share whose language is guessed;
for everything marks for 1,000 words and how many texts are taken for translations; then milliseconds a text.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.corpus import answers, reports, visible_lines
from dragoman.evaluation.translation import bundled, score
from dragoman.reading.translation import look

_LANGUAGES = ("ja", "ko", "zh", "de")


def by_style() -> dict[str, list[str]]:
    """The bundled articles by the way they are written."""
    files = {path.stem: path for path in reports()}
    found = defaultdict(list)
    for slug, answer in answers().items():
        lines = [line for line in visible_lines(files[slug]) if line not in answer.boilerplate]
        found[answer.style.value].append("\n".join(lines))
    return found


def rows(path: Path) -> Iterator[str]:
    """The texts of a file of JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if words := row.get("text") or " ".join(row.get("tokens", ())):
                yield words


def show(name: str, texts: Iterable[str]) -> None:
    """A line for a group of texts."""
    texts = list(texts)
    started = time.process_time()
    looked = [look(text) for text in texts]
    spent = time.process_time() - started
    words = sum(len(text.split()) for text in texts)
    marks = sum(len(each.doubts) for each in looked)
    taken = sum(bool(each.languages) for each in looked)
    rate, milliseconds = 1000 * marks / max(1, words), 1000 * spent / max(1, len(texts))
    print(
        f"{name:24}{len(texts):6} texts {words:9,} words {rate:7.2f} marks/1,000 words"
        f" {taken:4} taken for translations {milliseconds:6.1f} ms"
    )


def main() -> None:
    """Look at them all and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*")
    given = parser.parse_args()
    look("")  # the first pays for the table
    judged = bundled()
    for name in ("all", *_LANGUAGES):
        of_them = [each for each in judged if name in ("all", each.language)]
        found = score(of_them)
        print(
            f"{name:6}{len(of_them):4} reports {found.n:4} errors  precision {found.precision:.2f}"
            f"  recall {found.recall:.2f}  language {found.language:.2f}  {found.marks} marks"
        )
    for style, texts in sorted(by_style().items()):
        show(style, texts)
    for path in given.files:
        show(path.name, rows(path))


if __name__ == "__main__":
    main()
