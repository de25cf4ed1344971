"""Stories told several times, as they are read from their files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import DragomanError
from dragoman.training.tellings import FOLDER, groups, held_out, load

LINE = (
    '{"group": "%s", "tellings": [{"story": "a", "outlet": "A", "published": "2024-05-01", "text": "%s"},'
    ' {"story": "b", "outlet": "B", "published": "2024-05-02", "text": "It [[a2|rained]]."}]}'
)
TEXT = r"Two [[a1|held]]\n\nPolice [[a1|took away]] two men. [[a3|Freed]]!"


def test_marks_are_taken_out_of_the_text(tmp_path: Path) -> None:
    """Each says where its words stand now, and whose event they name."""
    (tmp_path / "a.jsonl").write_text(LINE % ("a-01", TEXT))
    first, second = load(tmp_path)
    assert first.text == "Two held\n\nPolice took away two men. Freed!"
    assert [(mark.span.of(first.text), mark.event) for mark in first.marks] == [
        ("held", "a-01:a1"),
        ("took away", "a-01:a1"),
        ("Freed", "a-01:a3"),
    ]
    assert (second.story, second.outlet, second.published) == ("b", "B", "2024-05-02")


def test_files_are_read_by_name(tmp_path: Path) -> None:
    """And grouped by what they tell."""
    (tmp_path / "b.jsonl").write_text(LINE % ("b-1", "Snow."))
    (tmp_path / "a.jsonl").write_text("\n".join(LINE % (name, "Snow.") for name in ("z-2", "a-1")))
    found = groups(load(tmp_path))
    assert list(found) == ["z-2", "a-1", "b-1"]
    assert [len(told) for told in found.values()] == [2, 2, 2]


@pytest.mark.parametrize("line", ["{", '{"group": "a-1"}', ""])
def test_a_line_that_is_no_group_is_named(tmp_path: Path, line: str) -> None:
    """With its file and number."""
    (tmp_path / "a.jsonl").write_text(f"{LINE % ('a-1', 'Snow.')}\n{line}\n")
    with pytest.raises(DragomanError, match=r"a\.jsonl, line 2"):
        load(tmp_path)


def test_a_folder_without_stories_is_refused(tmp_path: Path) -> None:
    """In words."""
    with pytest.raises(DragomanError, match="no stories in"):
        load(tmp_path)


@given(st.sampled_from(["a", "long-name"]), st.integers(0, 999))
def test_every_fifth_group_measures(writer: str, number: int) -> None:
    """However its number is written."""
    assert held_out(f"{writer}-{number:03}") == held_out(f"{writer}-{number}") == (number % 5 == 0)


def test_the_stories_of_the_training_can_be_read() -> None:
    """Each mark stands in its text, and no mark is left in it."""
    if not FOLDER.is_dir():
        pytest.skip("the training data is not in the package")
    stories = load()
    assert len({story.group for story in stories}) > 100
    for story in stories:
        assert "[[" not in story.text
        assert "]]" not in story.text
        assert all(mark.span.of(story.text).strip() for mark in story.marks)
    assert 0.1 < sum(held_out(group) for group in groups(stories)) / len(groups(stories)) < 0.3
