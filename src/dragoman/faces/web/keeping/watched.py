"""Work of threads that perhaps nobody waits for: what breaks there is told on the terminal.

Errors that are meant for the user are no news there; whoever asked is told them.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import TypeVar

from dragoman.terms import DragomanError

LOG = "dragoman"  # the logger's name
_TOLD = "_was_told"  # on an error that came through one thread into another

T = TypeVar("T")


def watched(work: Future[T]) -> Future[T]:
    """The same; an error that nobody expected is logged once, with its traceback, when the work ends so."""
    work.add_done_callback(_told)
    return work


def _told(work: Future[T]) -> None:
    error = None if work.cancelled() else work.exception()
    if error is not None and not isinstance(error, DragomanError) and not hasattr(error, _TOLD):
        setattr(error, _TOLD, True)
        logging.getLogger(LOG).error("something broke while nobody was looking", exc_info=error)
