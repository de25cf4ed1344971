"""The doubtful words of the translated reports stand in them."""

from __future__ import annotations

import pytest

from dragoman.corpus import TranslatedReport, answers, reports, translations, visible_lines

TRANSLATIONS = translations()
FILES = {path.stem: path for path in reports()}


@pytest.mark.parametrize("each", TRANSLATIONS, ids=lambda each: each.report)
def test_words_stand_in_the_report(each: TranslatedReport) -> None:
    """Character for character, outside the furniture, each once in the list."""
    answer = answers()[each.report]
    article = "\n".join(line for line in visible_lines(FILES[each.report]) if line not in answer.boilerplate)
    words = [doubt.text for doubt in each.doubts]
    assert [text for text in words if text not in article] == []
    assert len(set(words)) == len(words)


def test_every_translated_report_is_there_in_its_language() -> None:
    """The style of an answer says from which language the report is translated."""
    styles = {slug: answer.style.value for slug, answer in answers().items()}
    translated = {
        slug: style.removeprefix("mt-") for slug, style in styles.items() if style.startswith("mt-")
    }
    assert {each.report: each.language for each in TRANSLATIONS} == translated
