"""How many events went out, and how many did not."""

from __future__ import annotations

from collections import Counter

from dragoman.terms import Event, Status

# A format without a place for the status holds what was done, nothing else
DONE = frozenset({Status.HAPPENED, Status.ONGOING})


class Tally:
    """Counts while a file is written.

    Attributes:
        events: how many are in the file.
        left_out: reasons, and how many are not in the file for each.
    """

    def __init__(self) -> None:
        self.events = 0
        self.left_out: Counter[str] = Counter()

    def leave_out(self, reason: str) -> None:
        """Count an event that the format cannot hold."""
        self.left_out[reason] += 1

    def takes(self, event: Event) -> bool:
        """Whether an event was done; otherwise it is counted as left out, for there is no column for that."""
        if event.status in DONE:
            return True
        self.leave_out(f"{event.status.value.replace('_', ' ')}, for which the layout has no column")
        return False
