"""Which documents tell one story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.store.answers import StoryCount
from dragoman.store.cells import interval, listed
from dragoman.store.derived import IN_STORY
from dragoman.store.queries import window
from dragoman.store.session import Session

# The story of the documents of an event; of several the first, as in any sorting.
STORY_OF_EVENT = "COALESCE((SELECT min(s.story) FROM event_telling t JOIN story s ON s.document = t.document \
WHERE t.event = event.number), '')"

_AMONG = "IN (SELECT value FROM json_each(?))"
_CLEAR = f"DELETE FROM story WHERE document IN (SELECT number FROM document WHERE id {_AMONG})"
_ADD = "INSERT INTO story (document, story) SELECT number, ?2 FROM document WHERE id = ?1"
_TELL = f"""UPDATE event SET story = {STORY_OF_EVENT} WHERE number IN (
  SELECT t.event FROM document d JOIN event_mention m ON m.document = d.number
  JOIN event_telling t ON t.event_mention = m.number WHERE d.id {_AMONG})"""
_DOCUMENTS = "SELECT d.id FROM story s JOIN document d ON d.number = s.document \
WHERE s.story = ? ORDER BY d.id"


def _extent(first: str, last: str, source: str) -> str:
    """First and last day of a story's things, whichever side of an interval they are."""
    days = (f"min(COALESCE({first}, {last}))", f"max(COALESCE({last}, {first}))")
    return ", ".join(f"(SELECT {day} {source})" for day in days)


_TOLD = f"FROM event e WHERE e.story = page.story AND e.{IN_STORY}"
_OF_DOCUMENTS = "FROM story s JOIN document d ON d.number = s.document WHERE s.story = page.story"
_STORIES = f"""WITH page (story, documents) AS (
  SELECT story, count(*) FROM story GROUP BY story ORDER BY count(*) DESC, story LIMIT ? OFFSET ?)
SELECT story, documents, (SELECT count(*) {_TOLD}),
  (SELECT count(DISTINCT a.outlet) FROM story s JOIN appearance a ON a.document = s.document
   WHERE s.story = page.story),
  {_extent("e.earliest", "e.latest", _TOLD)},
  {_extent("d.published_earliest", "d.published_latest", _OF_DOCUMENTS)}
FROM page ORDER BY documents DESC, story"""


def put(session: Session, pairs: Mapping[str, str]) -> None:
    """See `Store.put_stories`."""
    documents = listed(sorted(pairs))
    session.write(_CLEAR, (documents,))
    session.write_all(_ADD, (pair for pair in pairs.items() if pair[1]))
    session.write(_TELL, (documents,))


def listing(session: Session, limit: int | None, offset: int) -> tuple[StoryCount, ...]:
    """See `Store.stories`."""
    found: list[Any] = session.rows(_STORIES, window(limit, offset))
    return tuple(
        StoryCount(story, documents, events, outlets, interval(first, last), interval(earliest, latest))
        for story, documents, events, outlets, first, last, earliest, latest in found
    )


def documents(session: Session, story: str) -> tuple[str, ...]:
    """See `Store.story_documents`."""
    return tuple(str(id) for (id,) in session.rows(_DOCUMENTS, (story,)))
