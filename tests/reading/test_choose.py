"""Choosing who reads."""

from __future__ import annotations

import pytest

from dragoman.reading import ENVIRONMENT, READERS, RuleReader, reader_kind
from dragoman.terms import UnknownName


def test_the_trained_reader_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the environment names another."""
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert reader_kind().name == "trained"
    monkeypatch.setenv(ENVIRONMENT, "rules")
    assert isinstance(reader_kind().reader(1), RuleReader)


def test_an_unknown_reader_is_refused_with_the_nearest() -> None:
    """By name."""
    with pytest.raises(UnknownName, match=r"unknown reader 'rule'. Did you mean 'rules'"):
        reader_kind("rule")


@pytest.mark.parametrize("name", ["trained", "rules"])
def test_every_reader_has_a_name_with_its_version(name: str) -> None:
    """It is kept with what was read."""
    assert "+world-" in reader_kind(name).reader(1).name
    assert {kind.name for kind in READERS} == {"trained", "rules", "endpoint"}
