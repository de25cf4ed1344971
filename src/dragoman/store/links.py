"""Links that the merging has found, between tellings or between documents, and what they hold together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from dragoman.store.cells import listed
from dragoman.store.session import Session
from dragoman.terms import Link


class Linking(msgspec.Struct, frozen=True):
    """The statements for the links of one table.

    Attributes:
        clear: takes away the links that touch what is given.
        add: adds one link.
        component: what links of at least a score lead to.
        links: the links with both ends among what is given.
        all: every link of at least a score.
    """

    clear: str
    add: str
    component: str
    links: str
    all: str


def linking(table: str, ends: str) -> Linking:
    """The statements for the links in ``table``, whose ends are rows of ``ends``."""
    named = f"SELECT number FROM {ends} WHERE id IN (SELECT value FROM json_each(?1))"
    return Linking(
        clear=f"DELETE FROM {table} WHERE one IN ({named}) OR other IN ({named})",
        add=f"""INSERT OR REPLACE INTO {table} (one, other, score)
SELECT a.number, b.number, ?3 FROM {ends} a JOIN {ends} b ON b.id = ?2 WHERE a.id = ?1""",
        component=f"""WITH RECURSIVE near (number) AS ({named}
  UNION SELECT l.other FROM near JOIN {table} l ON l.one = near.number WHERE l.score >= ?2
  UNION SELECT l.one FROM near JOIN {table} l ON l.other = near.number WHERE l.score >= ?2)
SELECT e.id FROM near CROSS JOIN {ends} e ON e.number = near.number ORDER BY e.id""",
        # The plus keeps SQLite from trying everything given with everything else.
        links=f"""WITH given (number) AS MATERIALIZED ({named})
SELECT a.id, b.id, l.score FROM given CROSS JOIN {table} l ON l.one = given.number
CROSS JOIN {ends} a ON a.number = l.one CROSS JOIN {ends} b ON b.number = l.other
WHERE +l.other IN (SELECT number FROM given) ORDER BY a.id, b.id""",
        all=f"""SELECT a.id, b.id, l.score FROM {table} l JOIN {ends} a ON a.number = l.one
JOIN {ends} b ON b.number = l.other WHERE l.score >= ?""",
    )


TELLINGS = linking("link", "event_mention")
STORIES = linking("story_link", "document")


def put_links(session: Session, kind: Linking, ends: Collection[str], links: Sequence[Link]) -> None:
    """Keep all links that touch these, in place of the former."""
    session.write(kind.clear, (listed(sorted(ends)),))
    session.write_all(kind.add, ((*sorted((link.one, link.other)), link.score) for link in links))


def component(session: Session, kind: Linking, ends: Collection[str], least: float) -> tuple[str, ...]:
    """Ids of these and all that links of at least this score lead to, sorted."""
    found = session.rows(kind.component, (listed(sorted(ends)), least))
    return tuple(str(id) for (id,) in found)


def among(session: Session, kind: Linking, ends: Collection[str]) -> tuple[Link, ...]:
    """The links with both ends among these, sorted."""
    found: list[Any] = session.rows(kind.links, (listed(sorted(ends)),))
    return tuple(Link(*row) for row in found)


def every(session: Session, kind: Linking, least: float) -> tuple[Link, ...]:
    """All links of at least this score, in no order."""
    found: list[Any] = session.rows(kind.all, (least,))
    return tuple(Link(*row) for row in found)
