"""Choosing who reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.reading import ENVIRONMENT, READERS, ReadsByRules, RuleReader, chosen_reader, reader_kind
from dragoman.reading.neural import model
from dragoman.terms import BrokenModel, UnknownName


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


def test_a_broken_model_leaves_the_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With a warning when nobody asked for the model, with an error when somebody did."""
    monkeypatch.setattr(model, "shipped", lambda _: model.ReaderModel(tmp_path))
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    with pytest.warns(ReadsByRules, match="no readable model card"):
        assert isinstance(chosen_reader(), RuleReader)
    monkeypatch.setenv(ENVIRONMENT, "trained")
    with pytest.raises(BrokenModel):
        chosen_reader()
