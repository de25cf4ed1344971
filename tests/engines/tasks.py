"""Work that worker processes can find by its name."""

from __future__ import annotations

import os
import signal
import time

from dragoman.terms import UnknownName, UnreadableInput

_loaded: list[str] = []


class Unportable(Exception):
    """An error that can be pickled but not read back."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


def square(number: int) -> int:
    """The square, later for small numbers, so that results arrive out of order."""
    time.sleep(0.002 if number % 3 == 0 else 0)
    return number * number


def identity(batch: bytes) -> bytes:
    """The batch itself."""
    return batch


def own_process(_: int) -> int:
    """Which process worked."""
    return os.getpid()


def fail_at_three(number: int) -> int:
    """Three is not to its taste."""
    if number == 3:
        raise UnreadableInput("three cannot be read")
    return number


def ask_for_nobody(name: str) -> str:
    """An error with arguments of its own."""
    raise UnknownName("actor", name, ("KAZ",))


def fail_unportably(number: int) -> int:
    """An error that cannot travel."""
    raise Unportable("one", "two")


def answer_unportably(number: int) -> object:
    """A result that cannot travel."""
    return lambda: number


def die_at_three(number: int) -> int:
    """Three kills."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def load() -> None:
    """Note that something was loaded."""
    _loaded.append("model")


def loaded(_: int) -> list[str]:
    """What was loaded before the work began."""
    return list(_loaded)


def fail_to_load() -> None:
    """Nothing to load."""
    raise UnreadableInput("the model file is missing")


def die_loading() -> None:
    """Loading kills."""
    os._exit(7)
