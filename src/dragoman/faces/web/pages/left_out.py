"""Left out: inputs that were not read, and why."""

from __future__ import annotations

from itertools import islice

import msgspec

from dragoman.faces.web.page import Context
from dragoman.faces.web.taking import Limit, Offset
from dragoman.faces.web.telling import links
from dragoman.terms import Skip

PATH = "/left-out"


class LeftOutRequest(msgspec.Struct, frozen=True):
    """Which of them."""

    limit: Limit = 100
    offset: Offset = 0


class LeftOutPage(msgspec.Struct, frozen=True):
    """Inputs that were not read, by their names.

    Attributes:
        failed: how many should have worked and did not.
    """

    request: LeftOutRequest
    portion: links.Portion
    failed: int
    skips: tuple[Skip, ...]

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return "Left out"

    @property
    def rows(self) -> tuple[Skip, ...]:
        """See `PageRecord`."""
        return self.skips


def left_out(context: Context, request: LeftOutRequest) -> LeftOutPage:
    """The page `/left-out`."""
    summary = context.overview.summary
    end = request.offset + request.limit
    return LeftOutPage(
        request=request,
        portion=links.portion(PATH, request, request.limit, request.offset, summary.skipped + summary.failed),
        failed=summary.failed,
        skips=tuple(islice(context.record.skips(), request.offset, end)),
    )
