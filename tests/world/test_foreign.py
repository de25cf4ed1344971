"""Names in other languages."""

from __future__ import annotations

import pytest

from dragoman.terms import UnknownName
from dragoman.world import foreign, load

needs_extra = pytest.mark.skipif(not foreign.is_installed(), reason="needs the extra: languages")


@needs_extra
@pytest.mark.parametrize("name", ["Казахстан", "Kasachstan", "哈萨克斯坦", "Kazajistán", "Kazakistan"])
def test_countries_are_known_in_many_languages(name: str) -> None:
    """Russian, German, Chinese, Spanish, Turkish."""
    assert load().resolve(name).id == "KAZ"


@needs_extra
@pytest.mark.parametrize(
    ("name", "person"), [("Токаев", "Kassym-Jomart Tokayev"), ("Путин", "Vladimir Putin")]
)
def test_other_alphabets_are_read(name: str, person: str) -> None:
    """A name in other letters is the one that its Latin letters spell."""
    assert load().resolve(name).id == person


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who types another alphabet is told what to install."""
    monkeypatch.setattr(foreign, "is_installed", lambda: False)
    with pytest.raises(UnknownName, match=r"dragoman\[languages\]"):
        load().resolve("Казахстан")
