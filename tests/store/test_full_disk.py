"""A disk that refuses to take more, at any moment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.store import open_store
from tests.store import samples

pytest.importorskip("resource", reason="sizes of files are limited by POSIX means")

PROGRAM = """
import resource, sys
from dragoman.store import open_store
from dragoman.terms import DragomanError
from tests.store import samples

with open_store(sys.argv[1]) as store:
    # A small cache makes SQLite write in the middle of a batch.
    store._session.rows("PRAGMA cache_size = 10")
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for start in range(0, 400, 40):
            with store.batch():
                for number in range(start, start + 40):
                    try:
                        samples.put(store, samples.document(number))
                    except DragomanError:
                        pass
            print(*range(start, start + 40), sep="\\n", flush=True)
    except DragomanError as error:
        print(error, file=sys.stderr)
"""


@pytest.mark.parametrize("size", [250_000, 400_000, 700_000])
def test_a_batch_that_the_disk_undid_is_not_acknowledged(tmp_path: Path, size: int) -> None:
    """Even a program that goes on after each failure hears of it, and nothing acknowledged is missing."""
    path = tmp_path / "news.dragoman"
    open_store(path).close()
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), str(size)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "disk" in run.stderr
    with open_store(path, create=False) as store:
        keys = [samples.document(int(line)).origin for line in run.stdout.splitlines()]
        assert store.known(keys) == set(keys)
        assert store.check() == ()
