"""Writes docs/reference/model-card.md from the card beside the weights.

python scripts/model_card.py             write it
python scripts/model_card.py --measure   measure the held-out part again first (needs torch); the weights stay
python scripts/model_card.py --check     only say whether it is up to date (exit status 1 when not)
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
from generated_page import renew

from dragoman.reading.neural.model import FOLDER, WEIGHTS, Card, ReaderModel, read_card, write_card
from dragoman.training.items import read_items

ROOT = Path(__file__).parents[1]
PAGE, WORDS = ROOT / "docs" / "reference" / "model-card.md", ROOT / "bench" / "model-card.md"
_SCORES = {
    "located_f1": "events whose trigger is found, F1",
    "type_f1": "... with the right type",
    "status_acc": "status of found events",
    "mode_acc": "mode of events with the right type",
    "actor_f1": "actors of events, F1",
    "recipient_f1": "recipients of events, F1",
    "mention_f1": "mentions of actors, whole spans, F1",
    "source_f1": "sources, characters, F1",
    "cue_f1": "reporting words, characters, F1",
    "content_f1": "what is said, characters, F1",
}


def measured() -> Card:
    """The card with the scores that today's decoding reaches; kept beside the weights."""
    from dragoman.training.build import held_out_facts
    from dragoman.training.train import is_held_out

    card = read_card(FOLDER)
    items = read_items(sorted((ROOT / "training" / "corpus").glob("*.jsonl")))
    facts = held_out_facts([item for item in items if is_held_out(item)], ReaderModel())
    card = msgspec.structs.replace(card, facts={**card.facts, **msgspec.to_builtins(facts)})
    write_card(FOLDER, card)
    return card


def page(card: Card) -> str:
    """The card in words and tables."""
    facts: dict[str, Any] = card.facts
    scores = facts["scores_held_out"]
    tables = {
        "{name}": card.name,
        "{made}": card.made,
        "{sha256}": card.hashes[WEIGHTS],
        "{megabytes}": f"{(FOLDER / WEIGHTS).stat().st_size / 1e6:.1f}",
        "{items}": f"{facts['corpus']['items']:,}",
        "{events}": f"{facts['corpus']['events']:,}",
        "{held_out}": f"{facts['corpus']['held_out']:,}",
        "{digest}": facts["corpus"]["digest"],
        "{base}": f"{facts['base']['package']}, SHA-256 `{facts['base']['sha256']}`",
        "{options}": _table(("option", "value"), list(facts["options"].items())),
        "{settings}": _table(("setting", "value"), [(k, _short(v)) for k, v in facts["settings"].items()]),
        "{scores}": _table(("measure", "value"), [(_SCORES[key], _short(scores[key])) for key in _SCORES]),
        "{types}": _table(
            ("type", "precision", "recall", "F1"),
            [
                (t, _short(s["precision"]), _short(s["recall"]), _short(s["f1"]))
                for t, s in scores["by_type"].items()
            ],
        ),
        "{reliability}": _table(
            ("mean confidence", "right in type", "events"),
            [(_short(one["confidence"]), _short(one["right"]), one["n"]) for one in facts["reliability"]],
        ),
        "{curve}": _table(tuple(facts["curve"][0]), [tuple(row.values()) for row in facts["curve"]]),
    }
    words = WORDS.read_text(encoding="utf-8")
    for place, table in tables.items():
        words = words.replace(place, table)
    return words


def _table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _short(value: float) -> str:
    return f"{value:.3f}"


if __name__ == "__main__":
    current = measured() if "--measure" in sys.argv else read_card(FOLDER)
    sys.exit(renew(PAGE, page(current), sys.argv[1:]))
