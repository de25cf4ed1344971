"""A stream that is written from one end to the other: nothing in it is gone back to."""

from __future__ import annotations

import io
from abc import abstractmethod
from typing import cast


class Onward(io.RawIOBase):
    """Hands on what is written to it, piece by piece, and knows how much it was."""

    def __init__(self) -> None:
        super().__init__()
        self.written = 0

    @abstractmethod
    def hand_on(self, piece: bytes) -> None:
        """Do with a piece what is to be done."""

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        """How much was written; Parquet keeps the places of its parts."""
        return self.written

    def write(self, data: object) -> int:
        piece = bytes(cast(bytes, data))
        self.hand_on(piece)
        self.written += len(piece)
        return len(piece)
