"""A brief on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import msgspec
import pytest

import dragoman
from dragoman.faces.brief import Brief

from . import merged
from .test_cli import Run, run

__all__ = ["run"]  # the fixture


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a small record."""
    file = tmp_path_factory.mktemp("brief") / "r.dragoman"
    merged.fill(file)
    return file


@pytest.fixture
def call(run: Run, path: Path) -> Run:
    """The command line in a folder with that record."""
    shutil.copy(path, "r.dragoman")
    return run


def test_markdown_goes_to_the_screen(call: Run) -> None:
    """Headline first, citations last."""
    out = call("brief", "--about", "UKR", "--since", "2022-07-01").out
    assert out.startswith("# Ukraine\n\n*Since 2022-07-01*\n\n**The record holds ")
    assert out.index("## What happened") < out.index("## Citations") < out.index("1. Meridian Wire")


def test_a_file_decides_the_form(call: Run) -> None:
    """What was written, and on how much, is said beside it."""
    result = call("brief", "--about", "UKR", "--out", "b.html")
    assert (result.status, result.out) == (0, "")
    assert "citations written to b.html" in result.said
    assert Path("b.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not list(Path().glob(".b.html*"))


def test_json_holds_the_tree(call: Run) -> None:
    """It is read back as the same brief."""
    out = call("brief", "--about", "RUS", "--with", "UKR", "--json").out
    assert json.loads(out)["scope"]["other"] == "UKR"
    with dragoman.open("r.dragoman", read_only=True) as record:
        assert msgspec.json.decode(out, type=Brief) == record.brief("RUS", other="UKR")


def test_a_pdf_needs_a_file(call: Run) -> None:
    """Nobody reads one on a screen; and a form nobody knows has its nearest named."""
    result = call("brief", "--about", "UKR", "--as", "pdf")
    assert (result.status, "--out FILE.pdf" in result.said) == (2, True)
    assert "unknown form 'htlm'" in call("brief", "--about", "UKR", "--as", "htlm").err
    assert "cannot write" in call("brief", "--about", "UKR", "--out", "no/such/b.md").said


def test_an_empty_period_is_no_error(call: Run) -> None:
    """It says so, and what to do."""
    result = call("brief", "--about", "UKR", "--until", "2001")
    assert result.status == 0
    assert "The record holds no event about Ukraine until 2001-12-31." in result.out
    assert "choose another with --since and --until" in result.out
