"""From the places a user points at to the articles in them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

import msgspec

from dragoman.sources.base import Material, failed
from dragoman.sources.folder import at_home, expand, files_in, is_folder, is_pattern, nearest_name
from dragoman.sources.options import SourceOptions
from dragoman.sources.reading import in_words, read_material
from dragoman.sources.shown import fit_to_keep
from dragoman.sources.web import fetch
from dragoman.terms import Clipping, Skip

STDIN = "-"
_NO_OPTIONS = SourceOptions()


def find(
    places: Iterable[str | Path],
    options: SourceOptions = _NO_OPTIONS,
    stdin: BinaryIO | None = None,
) -> Iterator[Clipping | Skip]:
    """Every article at the given places, one at a time, in the order given and by name within folders.

    Args:
        places: files, folders (read to the bottom, hidden files left out), glob patterns, ``-`` for standard
            input, http and https addresses.
        options: how they are to be read.
        stdin: what ``-`` means; `sys.stdin` when not given.

    What cannot be read comes as a `Skip` in its place; nothing is raised for it.
    """
    for place in places:
        for found in _at(place, options, stdin):
            yield fit_to_keep(_told(found, options))


def find_in(name: str, stream: BinaryIO, options: SourceOptions = _NO_OPTIONS) -> Iterator[Clipping | Skip]:
    """Every article in bytes at hand, such as an upload.

    Args:
        name: tells their kind and is where they are from; nothing of that name is opened.
        stream: the bytes.
        options: how they are to be read.
    """
    for found in read_material(Material(name, PurePath(name).name, stream), options):
        yield fit_to_keep(_told(found, options))


def _told(found: Clipping | Skip, options: SourceOptions) -> Clipping | Skip:
    """What the user said about everything replaces what a container said."""
    if isinstance(found, Skip) or not (options.outlet or options.published):
        return found
    return msgspec.structs.replace(
        found,
        outlet=options.outlet or found.outlet,
        published=options.published or found.published,
    )


def _at(place: str | Path, options: SourceOptions, stdin: BinaryIO | None) -> Iterator[Clipping | Skip]:
    written = str(place)
    if written == STDIN:
        yield from read_material(Material("<stdin>", "", stdin or sys.stdin.buffer), options)
    elif "://" in written and isinstance(place, str):
        yield fetch(written, options)
    else:
        yield from _in_files(written, options)


def _in_files(written: str, options: SourceOptions) -> Iterator[Clipping | Skip]:
    if not written.strip():
        yield failed(repr(written), "an empty path")
        return
    path = at_home(written)
    try:
        # A link that leads nowhere is there too; opening it tells what is wrong with it.
        exists = path.exists() or path.is_symlink()
    except (OSError, ValueError) as error:
        yield failed(written, f"cannot be read: {in_words(error)}")
        return
    if exists:
        yield from _in_path(path, options)
    elif is_pattern(written):
        yield from _in_pattern(str(path), options)
    else:
        hint = nearest_name(path)
        yield failed(written, f"no such file or folder{f'; did you mean {hint!r}?' if hint else ''}")


def _in_pattern(pattern: str, options: SourceOptions) -> Iterator[Clipping | Skip]:
    paths = expand(pattern)
    if not paths:
        yield failed(pattern, "no file matches this pattern")
    for path in paths:
        yield from _in_path(path, options)


def _in_path(path: Path, options: SourceOptions) -> Iterator[Clipping | Skip]:
    if not is_folder(path):
        yield from _in_file(path, options)
        return
    anything = False
    for found in files_in(path):
        anything = True
        if isinstance(found, Skip):
            yield found
        else:
            yield from _in_file(found, options)
    if not anything:
        yield Skip(str(path), "a folder with no files in it")


def _in_file(path: Path, options: SourceOptions) -> Iterator[Clipping | Skip]:
    try:
        stream = _opened(path)
    except OSError as error:
        yield failed(str(path), f"cannot be read: {in_words(error)}")
        return
    with stream:
        yield from read_material(Material(str(path), path.name, stream), options)


def _opened(path: Path) -> BinaryIO:
    """The file, without waiting at a pipe that nobody writes to: such a one is empty.

    Raises:
        OSError: it cannot be opened.
    """
    if os.name != "posix" or not stat.S_ISFIFO(path.stat().st_mode):
        return path.open("rb")
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(pipe, True)
    return open(pipe, "rb")  # noqa: PTH123 - a descriptor has no path; the caller closes it
