"""Both kinds of store keep the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import MEMORY, Store, open_store
from tests.contracts.store_contract import StoreContract


class TestFile(StoreContract):
    """The store in a file."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        with open_store(tmp_path / "news.dragoman") as store:
            yield store


class TestMemory(StoreContract):
    """The store that lives as long as it is open."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        with open_store(MEMORY) as store:
            yield store
