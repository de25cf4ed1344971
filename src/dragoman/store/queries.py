"""What is asked, as SQL conditions. The user's words only ever travel as parameters."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.store.cells import listed
from dragoman.store.derived import FIRST_DAY, IN_STORY, IS_DISPUTED
from dragoman.store.rows import ACTOR, RECIPIENT
from dragoman.store.schema import FIRST_PUBLISHED, LONG_SENTENCE, RETOLD_MOST, RETOLD_SENTENCES
from dragoman.store.session import Value
from dragoman.terms import EventQuery

_UNDATED = "earliest IS NULL AND latest IS NULL"
START = f"CASE WHEN {_UNDATED} THEN reported_earliest ELSE earliest END"
END = f"CASE WHEN {_UNDATED} THEN reported_latest ELSE latest END"
_NO_LIMIT = -1  # SQLite's word for it
_MOST = 2**63 - 1  # the largest number SQLite holds

# Documents that tell in the same words; both question marks are the document's id.
RETOLD = f"""SELECT other.document FROM event_mention own
JOIN event_mention other ON other.sentence = own.sentence
WHERE own.document = (SELECT number FROM document WHERE id = ?)
AND length(own.sentence) >= {LONG_SENTENCE} AND length(other.sentence) >= {LONG_SENTENCE}
AND other.document <> (SELECT number FROM document WHERE id = ?)
GROUP BY other.document HAVING count(DISTINCT own.sentence) >= {RETOLD_SENTENCES}
ORDER BY other.document LIMIT {RETOLD_MOST}"""


class Clause(msgspec.Struct, frozen=True):
    """A condition or statement and the values of its question marks."""

    sql: str
    values: tuple[Value, ...] = ()


def selected(query: EventQuery) -> Clause:
    """The SELECT of the row numbers a query asks for, in order."""
    where = conditions(query)
    return Clause(
        f"SELECT number FROM event WHERE {where.sql} ORDER BY {FIRST_DAY}, id LIMIT ? OFFSET ?",
        (*where.values, *window(query.limit, query.offset)),
    )


def is_everything(query: EventQuery) -> bool:
    """Whether the query leaves no event out, its page aside."""
    return msgspec.structs.replace(query, limit=None, offset=0, behind=()) == EventQuery()


def counted(query: EventQuery) -> Clause:
    """The SELECT of how many events a query finds."""
    where = conditions(query)
    return Clause(f"SELECT count(*) FROM event WHERE {where.sql}", where.values)


# The tables of what belongs to events, as they are without all other events; their names hide those of the
# whole ones. So a few events are looked at by the conditions that find them among all.
_OF_FEW = ", ".join(
    f"{table} AS MATERIALIZED (SELECT * FROM main.{table} WHERE event IN (SELECT value FROM few))"
    for table in ("event_participant", "event_outlet", "event_telling")
)
_STILL = f"WITH few AS MATERIALIZED (SELECT value FROM json_each(?)), {_OF_FEW} \
SELECT number FROM event WHERE number IN (SELECT value FROM few) AND "
_TELLING = "number IN (SELECT event FROM event_telling \
WHERE event_mention IN (SELECT value FROM json_each(?)))"


def still(query: EventQuery, numbers: Sequence[int], tellings: Sequence[int]) -> Clause:
    """The SELECT of those of a few events that the query finds.

    Args:
        numbers: the row numbers of these events.
        tellings: of those of their tellings that have the words of ``text``, which are not searched again.
    """
    clauses = [conditions(msgspec.structs.replace(query, text=None))]
    if query.text:
        clauses.append(Clause(_TELLING, (listed(tellings),)))
    where = together(clauses)
    return Clause(f"{_STILL}{where.sql}", (listed(numbers), *where.values))


def documents(outlet: str | None, limit: int | None, offset: int) -> Clause:
    """The SELECT of the row numbers of `Store.documents`."""
    where = "number IN (SELECT document FROM appearance WHERE outlet = ?)" if outlet else "TRUE"
    return Clause(
        f"SELECT number FROM document WHERE {where} ORDER BY {FIRST_PUBLISHED}, id LIMIT ? OFFSET ?",
        (*((outlet,) if outlet else ()), *window(limit, offset)),
    )


def claims(document: str | None, about: str | None, limit: int | None, offset: int) -> Clause:
    """The SELECT of the row numbers of `Store.claims`."""
    clauses = [Clause("d.id = ?", (document,))] if document else []
    if about:
        counted, unit = holding("c.about", about), holding("c.unit", about)
        clauses.append(Clause(f"{counted.sql} OR {unit.sql}", counted.values + unit.values))
    where = together(clauses)
    # CROSS JOIN keeps the tables in this order, so that a page needs no sorting of everything.
    return Clause(
        f"SELECT c.number FROM document d CROSS JOIN claim c ON c.document = d.number WHERE {where.sql} "
        "ORDER BY d.id, c.position LIMIT ? OFFSET ?",
        (*where.values, *window(limit, offset)),
    )


def conditions(query: EventQuery) -> Clause:
    """Everything the query demands of an event."""
    clauses = [
        *_taking_part(query),
        *_one_of("type", [str(type) for type in query.type]),
        *_one_of("status", [str(status) for status in query.status]),
        *_told_by(query.outlet),
        *_said_by(query.said_by),
        *_worded(query.text),
        *_in_period(query),
        *_in_story(query.story),
        *([Clause(IS_DISPUTED)] if query.disputed else []),
        *([Clause(_UNDATED)] if query.undated else []),
    ]
    return together(clauses)


def together(clauses: Sequence[Clause]) -> Clause:
    """All of the conditions at once; always true when there are none."""
    if not clauses:
        return Clause("TRUE")
    return Clause(
        " AND ".join(f"({clause.sql})" for clause in clauses),
        tuple(value for clause in clauses for value in clause.values),
    )


def window(limit: int | None, offset: int) -> tuple[int, int]:
    """The values of LIMIT and OFFSET."""
    return (_NO_LIMIT if limit is None else min(limit, _MOST), min(offset, _MOST))


def holding(column: str, words: str) -> Clause:
    """The column has the words somewhere; letter case aside (ASCII)."""
    pattern = re.sub(r"([%_\\])", r"\\\1", words)
    return Clause(f"{column} LIKE ? ESCAPE '\\'", (f"%{pattern}%",))


def matching(words: str) -> str | None:
    """The full-text expression for all of the words; ``None`` when there is no word in them.

    >>> matching('gas "transit deal" NOT U.S.')
    '"gas" "transit deal" "NOT" "U.S."'
    """
    parts = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|([^\s"]+)', words)]
    phrases = [part.replace("\x00", " ") for part in parts if any(character.isalnum() for character in part)]
    return " ".join(f'"{phrase}"' for phrase in phrases) or None


# An act of several in which nobody receives. Asked of one event at a time: most names take part in few.
_MUTUAL = (
    "(SELECT sum(role = 'actor') > 1 AND sum(role = 'recipient') = 0 "
    "FROM event_participant party WHERE party.event = event_participant.event)"
)


def _taking_part(query: EventQuery) -> list[Clause]:
    asked = (
        (query.actor, (ACTOR,)),
        (query.recipient, (RECIPIENT,)),
        (query.about, (ACTOR, RECIPIENT)),
    )
    behind = dict(query.behind)
    return [_taking_part_as(roles, (name, *behind.get(name, ()))) for name, roles in asked if name]


def _taking_part_as(roles: Sequence[str], names: Sequence[str]) -> Clause:
    """One of these in one of the roles; a party of a mutual act (several act, nobody receives) is in both."""
    among, anyone = listed(roles), listed(names)
    role = "role IN (SELECT value FROM json_each(?))"
    if roles == (RECIPIENT,):
        role = f"({role} OR role = '{ACTOR}' AND {_MUTUAL})"
    return Clause(
        "number IN (SELECT event FROM event_participant "
        f"WHERE entity IN (SELECT value FROM json_each(?)) AND {role} "
        "UNION SELECT event FROM event_participant "
        f"WHERE country IN (SELECT value FROM json_each(?)) AND {role})",
        (anyone, among, anyone, among),
    )


def _one_of(column: str, names: Sequence[str]) -> list[Clause]:
    return [Clause(f"{column} IN (SELECT value FROM json_each(?))", (listed(names),))] if names else []


def _told_by(outlet: str | None) -> list[Clause]:
    if not outlet:
        return []
    return [Clause("number IN (SELECT event FROM event_outlet WHERE outlet = ?)", (outlet,))]


def _said_by(name: str | None) -> list[Clause]:
    if not name:
        return []
    words = holding("a.text", name)
    return [
        Clause(
            "number IN (SELECT s.event FROM event_telling s "
            "JOIN attribution a ON a.event_mention = s.event_mention "
            f"WHERE a.entity = ? OR {words.sql})",
            (name, *words.values),
        )
    ]


def _worded(text: str | None) -> list[Clause]:
    """The words stand in the evidence of some telling, not only of the first."""
    if not text:
        return []
    expression = matching(text)
    if expression is None:
        return [Clause("FALSE")]
    return [
        Clause(
            "number IN (SELECT event FROM event_telling "
            "WHERE event_mention IN (SELECT rowid FROM evidence_fts WHERE evidence_fts MATCH ?))",
            (expression,),
        )
    ]


def _in_story(story: str | None) -> list[Clause]:
    # The second condition is the index's own; without it SQLite does not use the index.
    return [Clause(f"story = ? AND {IN_STORY}", (story,))] if story else []


def _in_period(query: EventQuery) -> list[Clause]:
    """The event's own days touch the period; the days of its first report stand in for unknown ones."""
    if query.since is None and query.until is None:
        return []
    clauses = [Clause(f"{FIRST_DAY} != '~'")]
    if query.since is not None:
        clauses.append(Clause(f"COALESCE({END}, ?) >= ?", (query.since.isoformat(),) * 2))
    if query.until is not None:
        clauses.append(Clause(f"COALESCE({START}, ?) <= ?", (query.until.isoformat(),) * 2))
    return clauses
