"""Add: files and texts into the record, and what became of them."""

from __future__ import annotations

import msgspec

from dragoman.faces.web.keeping.adding import JobState
from dragoman.faces.web.page import Context
from dragoman.sources import KINDS
from dragoman.terms import Skip, UnknownName


class AddRequest(msgspec.Struct, frozen=True):
    """The id of a job to look at."""

    job: str | None = None


class AddPage(msgspec.Struct, frozen=True):
    """A form, and the jobs.

    Attributes:
        job: the one asked for; else the last.
        suffixes: endings of file names that are read.
        max_upload: bytes that may be sent at once.
    """

    job: JobState | None
    others: tuple[JobState, ...]
    suffixes: tuple[str, ...]
    max_upload: int

    @property
    def title(self) -> str:
        """See `PageRecord`."""
        return "Add"

    @property
    def rows(self) -> tuple[Skip, ...]:
        """See `PageRecord`."""
        return self.job.skips if self.job else ()


def add(context: Context, request: AddRequest) -> AddPage:
    """The page `/add`."""
    recent = context.adding.recent()
    job = recent[0] if recent else None
    if request.job is not None:
        job = context.adding.state(request.job)
        if job is None:
            raise UnknownName("job", request.job, (), "The last twenty are kept while the server runs.")
    return AddPage(
        job=job,
        others=tuple(each for each in recent if job is None or each.id != job.id),
        suffixes=tuple(suffix for kind in KINDS for suffix in kind.suffixes),
        max_upload=context.settings.max_upload,
    )
