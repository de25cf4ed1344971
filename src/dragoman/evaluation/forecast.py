"""Task ``forecast``: who is next? Given that A does R on a day, to whom; and by whom, when R befalls A.

Gold: JSON Lines with ``[day, subject, relation, object, split]`` each; the days count from any day, the ids
are those of two more files. ``--relations`` has a row ``{"id": 0, "root": "01"}`` for each relation, ``root``
naming the group it belongs to; ``--entities`` a row ``{"id": 0, "name": "...", "country_suffix": "..."}``,
the country where the name says it. Every id up to the number of rows is there once.

The split ``train`` is learned from; when ``test`` is tested, ``valid`` as well. What is tested is asked day
by day, and every earlier day is then known (single step). See `dragoman.system.contact.ranking`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.evaluation.gold import read_lines
from dragoman.system.contact import ContactModel, History, Traits, rank_days, standing
from dragoman.terms import DragomanError, GoldError

Ints = npt.NDArray[np.int64]
_EXPECTED = '[0, 19, 6, 151, "train"]'
_EXPECTED_RELATION = '{"id": 0, "root": "01"}'
_EXPECTED_ENTITY = '{"id": 0, "name": "Citizen (Nigeria)", "country_suffix": "Nigeria"}'
# What may be learned from, by what is tested: everything earlier.
_TRAINING = {"test": frozenset({"train", "valid"}), "valid": frozenset({"train"})}


class ForecastScore(msgspec.Struct, frozen=True):
    """How well the next contact is foreseen.

    Attributes:
        mrr: mean of one over the rank of the right answer.
        hits1, hits3, hits10: share of right answers up to rank 1, 3, 10.
        ece: expected calibration error of the first answer.
        seconds: for learning and testing.
        n: questions: two for each event.
    """

    mrr: float
    hits1: float
    hits3: float
    hits10: float
    ece: float
    seconds: float
    n: int


class GoldQuad(msgspec.Struct, frozen=True, array_like=True):
    """One event."""

    day: int
    subject: int
    relation: int
    object: int
    split: str


class GoldRelation(msgspec.Struct, frozen=True):
    """One relation, and the group it belongs to."""

    id: int
    root: str | None = None


class GoldEntity(msgspec.Struct, frozen=True):
    """One entity by name."""

    id: int
    name: str
    country_suffix: str | None = None


@dataclass(frozen=True, eq=False)
class Gold:
    """What is learned from and asked.

    Attributes:
        history: all events of the splits concerned.
        groups: the group of each relation.
        asked: the days that are tested, in order.
    """

    history: History
    groups: Ints
    asked: list[int]


def evaluate(
    paths: Sequence[Path], relations: Path, entities: Path, test: str | None = None
) -> ForecastScore:
    """How well `dragoman.system.contact.ContactModel` foresees the split ``test`` of these events.

    Args:
        paths: the files of events.
        relations, entities: what their numbers mean.
        test: the split that is tested, ``test`` by default.

    Raises:
        GoldError: a file cannot be read or is not in its format, or there is nothing to learn or to test.
    """
    began = time.perf_counter()
    gold = read(paths, relations, entities, test or "test")
    model = ContactModel.fit(gold.history, gold.asked[0], groups=gold.groups)
    found = standing(rank_days(model, gold.asked))
    return ForecastScore(
        found.mrr,
        found.hits1,
        found.hits3,
        found.hits10,
        found.ece,
        time.perf_counter() - began,
        found.n,
    )


def read(paths: Sequence[Path], relations: Path, entities: Path, tested: str) -> Gold:
    """The events of a split and of all that may be learned from for it. Errors as for `evaluate`."""
    trained = _TRAINING.get(tested)
    if trained is None:
        raise GoldError(f"--test {tested}: expected test or valid")
    quads = [quad for quad in read_lines(paths, GoldQuad, _EXPECTED) if quad.split in (*trained, tested)]
    asked = sorted({quad.day for quad in quads if quad.split == tested})
    if not asked or all(quad.split == tested for quad in quads):
        raise GoldError(f"nothing to learn from, or nothing of split {tested!r}; expected {_EXPECTED}")
    if any(quad.split != tested and quad.day >= asked[0] for quad in quads):
        raise GoldError(
            f"some of what is learned from is not before day {asked[0]}, the first that is tested"
        )
    known = list(read_lines([relations], GoldRelation, _EXPECTED_RELATION))
    people = list(read_lines([entities], GoldEntity, _EXPECTED_ENTITY))
    return Gold(_history(quads, known, people), _groups(known, relations), asked)


def _history(quads: list[GoldQuad], relations: list[GoldRelation], entities: list[GoldEntity]) -> History:
    rows = np.array([(q.day, q.subject, q.relation, q.object) for q in quads], dtype=np.int64)
    _check_ids("entities", entities)
    _check_ids("relations", relations)
    try:
        return History.of(
            *rows.T,
            actors=len(entities),
            relations=len(relations),
            traits=traits_of(sorted(entities, key=lambda one: one.id)),
        )
    except DragomanError as error:
        raise GoldError(
            f"an event with an id that --entities or --relations does not have: {error}"
        ) from error


def _check_ids(kind: str, rows: Sequence[GoldEntity | GoldRelation]) -> None:
    if sorted(row.id for row in rows) != list(range(len(rows))):
        raise GoldError(f"--{kind}: expected each id from 0 to {len(rows) - 1} once")


def traits_of(entities: Sequence[GoldEntity]) -> Traits:
    """What names tell: "Citizen (Nigeria)" has a country and a role; "Nigeria" is its own country."""
    countries = _numbered(one.country_suffix for one in entities)
    roles = _numbered(_role(one) for one in entities)
    return Traits(
        np.array([countries.get(one.country_suffix or one.name, -1) for one in entities]),
        np.array([roles.get(_role(one) or "", -1) for one in entities]),
    )


def _role(entity: GoldEntity) -> str | None:
    if entity.country_suffix is None:
        return None
    return entity.name.rpartition("(")[0].strip() or None


def _groups(relations: list[GoldRelation], path: Path) -> Ints:
    if not relations:
        raise GoldError(f"{path}: no relation; expected {_EXPECTED_RELATION}")
    # A relation without a group is a group of its own.
    names = [one.root or f"#{one.id}" for one in sorted(relations, key=lambda one: one.id)]
    numbers = _numbered(names)
    return np.array([numbers[name] for name in names], dtype=np.int64)


def _numbered(names: Iterable[str | None]) -> dict[str, int]:
    return {name: i for i, name in enumerate(sorted({name for name in names if name}))}
