"""Story: its reports in the order of their days, what they tell, and what they disagree on."""

from __future__ import annotations

import msgspec

from dragoman.faces.web.charts.lines import Day, EventLine, by_day, line
from dragoman.faces.web.keeping.disputed import DISPUTES, Asked
from dragoman.faces.web.page import Context
from dragoman.faces.web.settings import Settings
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links, papers
from dragoman.faces.web.telling.figures import DisputeLine, dispute_line
from dragoman.faces.web.telling.papers import DocumentLine
from dragoman.store import DocumentQuery
from dragoman.terms import EventQuery

_DOCUMENTS, _DISPUTES = 60, 12  # shown; the lists have all


class StoryRequest(msgspec.Struct, frozen=True):
    """The id of the story or of any of its documents, or the beginning; and which of its events."""

    id: str
    limit: Limit = 50
    offset: Offset = 0


class StoryPage(msgspec.Struct, frozen=True):
    """One story.

    Attributes:
        documents: the first ones, by day; ``documents_total`` says how many there are.
        portion: which of its events are shown.
        disputed: events about which voices contradict each other.
        disputes: quantities on which its reports disagree, the first ones.
        has_more: whether there are other such quantities.
        is_waiting: whether they are still being looked for; then ask again.
    """

    request: StoryRequest
    id: str
    headline: str
    documents: tuple[DocumentLine, ...]
    documents_total: int
    portion: links.Portion
    days: tuple[Day, ...]
    disputed: int
    disputes: tuple[DisputeLine, ...]
    has_more: bool
    is_waiting: bool

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return self.headline

    @property
    def rows(self) -> tuple[EventLine, ...]:
        """See `PageRecord`."""
        return tuple(event for day in self.days for event in day.events)


async def wait_for_story(settings: Settings, request: StoryRequest, patience: float | None) -> None:
    """Until its disputes are found, or for so many seconds."""
    asked = Asked(story=request.id)
    await DISPUTES.wait(settings.record, asked, _DISPUTES + 1, patience)


def story(context: Context, request: StoryRequest) -> StoryPage:
    """The page `/stories/{id}`."""
    record = context.record
    id = record.story_id(request.id)
    documents = record.store.list_documents(DocumentQuery(story=id, from_first=True, limit=_DOCUMENTS), 0)
    query = EventQuery(story=id, limit=request.limit, offset=request.offset)
    events = record.store.browse(query, 0)
    found = DISPUTES.now(context.settings.record, Asked(story=request.id))
    return StoryPage(
        request=request,
        id=id,
        headline=record.headline(id),
        documents=papers.lines(record, documents.documents),
        documents_total=documents.total,
        portion=links.portion(links.story(id), request, request.limit, request.offset, events.total),
        days=by_day(line(event) for event in events.events),
        disputed=record.store.disputed_in([id])[0].number,
        disputes=tuple(dispute_line(each) for each in found.disputes[:_DISPUTES]),
        has_more=len(found.disputes) > _DISPUTES,
        is_waiting=not found.is_over and len(found.disputes) <= _DISPUTES,
    )
