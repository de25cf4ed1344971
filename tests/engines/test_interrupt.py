"""Ctrl-C, and worse."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.store import open_store
from tests.store import samples

pytestmark = pytest.mark.skipif(os.name == "nt", reason="process groups are looked after by POSIX means")


def start(path: Path) -> subprocess.Popen[str]:
    """The program, in a process group of its own as a terminal would give it."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.engines.interrupted", str(path)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(process: subprocess.Popen[str], lines: int) -> None:
    """Read that many acknowledgments."""
    assert process.stdout is not None
    for _ in range(lines):
        process.stdout.readline()


def is_alive(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def assert_nobody_left(group: int) -> None:
    """The group empties within ten seconds."""
    deadline = time.monotonic() + 10
    while is_alive(group) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(group)


def test_ctrl_c_stops_cleanly_and_keeps_what_was_committed(tmp_path: Path) -> None:
    """The whole group gets SIGINT: exit code 130, no traceback, nobody left, the documents kept."""
    path = tmp_path / "news.dragoman"
    process = start(path)
    wait_for(process, lines=6)
    os.killpg(process.pid, signal.SIGINT)
    _, complaints = process.communicate(timeout=20)
    assert (process.returncode, complaints) == (130, "")
    assert_nobody_left(process.pid)
    with open_store(path, create=False) as store:
        assert all(store.reading(samples.document(number).id) for number in range(6))


@pytest.mark.parametrize("delay", [0.0, 0.1])
def test_ctrl_c_while_starting_sprays_nothing(tmp_path: Path, delay: float) -> None:
    """Workers that are just being started are deaf to it too."""
    process = start(tmp_path / "news.dragoman")
    while not (tmp_path / "news.dragoman").exists():
        time.sleep(0.005)
    time.sleep(0.05 + delay)
    os.killpg(process.pid, signal.SIGINT)
    _, complaints = process.communicate(timeout=20)
    assert complaints.count("Traceback") <= (process.returncode != 130)
    assert "spawn" not in complaints
    assert_nobody_left(process.pid)


def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    """When the parent is killed outright, the workers notice and end."""
    process = start(tmp_path / "news.dragoman")
    wait_for(process, lines=3)
    process.kill()
    process.communicate(timeout=20)
    assert_nobody_left(process.pid)
