"""Stories: what several documents report."""

from __future__ import annotations

import msgspec

from dragoman.faces.api.merged import StoryLine
from dragoman.faces.web.page import Context
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links

PATH = "/stories"


class StoriesRequest(msgspec.Struct, frozen=True):
    """Which of the stories."""

    limit: Limit = 25
    offset: Offset = 0


class StoryRow(msgspec.Struct, frozen=True):
    """A story in a list.

    Attributes:
        disputed: events about which voices contradict each other.
    """

    story: StoryLine
    disputed: int


class StoriesPage(msgspec.Struct, frozen=True):
    """Stories, those of most documents first."""

    request: StoriesRequest
    portion: links.Portion
    stories: tuple[StoryRow, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return "Stories"

    @property
    def rows(self) -> tuple[StoryRow, ...]:
        """See `PageRecord`."""
        return self.stories


def stories(context: Context, request: StoriesRequest) -> StoriesPage:
    """The page `/stories`."""
    overview, record = context.overview, context.record
    known = {each.id: each for each in overview.stories}  # the largest, which take longest to put together
    counts = record.store.stories(request.limit, request.offset)
    disputed = record.store.disputed_in([each.story for each in counts])
    lines = [
        known[each.story]
        if each.story in known and known[each.story].documents == each.documents
        else StoryLine(
            id=each.story,
            headline=record.headline(each.story),
            documents=each.documents,
            events=each.events,
            outlets=each.outlets,
            when=each.when,
            published=each.published,
        )
        for each in counts
    ]
    return StoriesPage(
        request=request,
        portion=links.portion(PATH, request, request.limit, request.offset, overview.summary.stories),
        stories=tuple(StoryRow(line, count.number) for line, count in zip(lines, disputed, strict=True)),
    )
