"""Days that a user says."""

from __future__ import annotations

from dragoman.terms import DragomanError


def checked(published: str | None) -> str | None:
    """The day of publication as the user wrote it.

    Raises:
        DragomanError: it is no date that can be read.
    """
    from dragoman.text.days import read_date

    if published is not None and read_date(published) is None:
        raise DragomanError(f"{published!r} is not a date with a year. Write it as YYYY-MM-DD.")
    return published
