"""Bytes to text: every encoding that news is met in."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.decode import decode
from dragoman.text.encodings import CANDIDATES, known_as

# English reports with a name or a quotation, and reports wholly in another language.
TEXTS: dict[str, tuple[str, ...]] = {
    "cp1252": (
        "The French president said it was a “déjà vu” for São Paulo’s exporters – and left.",
        "Peña Nieto met the Köln delegation.\nHe said nothing else.",
        "Le ministre des Affaires étrangères a été reçu à l’Élysée, où il a présenté ses idées.",
    ),
    "cp1251": (
        "The spokesman wrote «Мы готовы к переговорам» on his page. Nobody answered.",
        "Foreign minister Лавров flew to Astana.",
        "Министр иностранных дел прибыл в Ташкент и встретился с президентом республики.",
        "Міністр закордонних справ прибув до Києва і зустрівся з президентом.",
    ),
    "koi8-r": (
        'The spokesman wrote "Мы готовы к переговорам" on his page. Nobody answered.',
        "Foreign minister Лавров flew to Astana.",
        "Министр иностранных дел прибыл в Ташкент и встретился с президентом республики.",
    ),
    "cp932": (
        "Prime Minister Kishida (岸田文雄) will travel to Tashkent.",
        "The paper ran it under the words 「首相が訪問へ」 on Friday.",
        "首相は金曜日、ウズベキスタンの大統領と会談し、両国の関係を強化することで一致した。",
    ),
    "cp949": (
        "Kim Dae-jung (김대중) once said so.",
        "President Yoon (윤석열 대통령) arrived in Seoul.",
        "대통령은 금요일 우즈베키스탄 대통령과 회담하고 두 나라의 관계를 강화하기로 했다.",
    ),
    "gb18030": (
        "Xi Jinping (习近平) arrived in Samarkand.",
        "Foreign minister Wang Yi (王毅) spoke of 合作.",
        "外交部长星期五在塔什干会见了乌兹别克斯坦总统，双方就两国关系和地区安全问题交换了意见。",
    ),
    "euc-jp": ("首相は金曜日、ウズベキスタンの大統領と会談し、両国の関係を強化することで一致した。",),
    "cp866": ("Министр иностранных дел прибыл в Ташкент и встретился с президентом республики.",),
    "cp1253": ("Ο υπουργός Εξωτερικών έφτασε στην Τασκένδη και συναντήθηκε με τον πρόεδρο.",),
}
EVERY = [(encoding, text) for encoding, texts in TEXTS.items() for text in texts]
LABELS = {"cp932": "shift_jis", "cp949": "euc-kr", "gb18030": "gb2312", "cp1252": "iso-8859-1"}


@pytest.mark.parametrize(("encoding", "text"), EVERY)
def test_undeclared_encodings_are_found(encoding: str, text: str) -> None:
    """Nothing but the bytes is needed."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("encoding", "text"), EVERY)
@pytest.mark.parametrize("wrong", ["utf-8", "iso-8859-1", "ascii", "no-such-thing", "base64", "euc-jp"])
def test_a_wrong_declaration_does_no_harm(encoding: str, text: str, wrong: str) -> None:
    """Declared charsets are hints."""
    assert decode(text.encode(encoding), wrong).text == text


@pytest.mark.parametrize(("encoding", "text"), EVERY)
def test_a_right_declaration_is_followed(encoding: str, text: str) -> None:
    """Also under the name that mails and pages use."""
    assert decode(text.encode(encoding), LABELS.get(encoding, encoding)).text == text


@pytest.mark.parametrize("text", [text for _, text in EVERY])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_found_with_and_without_a_mark(encoding: str, text: str) -> None:
    """UTF-16 without its mark as well."""
    text += "\nEnd."
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_found_whatever_was_declared(encoding: str) -> None:
    """NULs tell."""
    assert decode("The minister left.".encode(encoding), "utf-8").text == "The minister left."


def test_a_page_declares_its_own_charset() -> None:
    """The declaration in a page counts when its server is silent."""
    page = '<html><head><meta charset="windows-1250"></head><p>Dvořák a Žižka</p>'
    assert "Dvořák a Žižka" in decode(page.encode("cp1250")).text


def test_japanese_mail_is_read() -> None:
    """Seven bits with escapes."""
    assert decode("首相が訪問".encode("iso2022_jp")).text == "首相が訪問"


def test_a_stray_byte_does_not_change_the_encoding() -> None:
    """UTF-8 with a pasted Windows quote is UTF-8."""
    text = "Министр иностранных дел прибыл в Ташкент. The "
    assert decode(text.encode() + b"\x93end\x94.").text == f"{text}“end”."


def test_notes_say_what_was_done() -> None:
    """People can see why a text looks as it does; clean UTF-8 needs no words."""
    assert decode("Министр прибыл.".encode("cp1251")).notes == ("decoded as cp1251",)
    assert decode("Министр прибыл.".encode()).notes == ()


@pytest.mark.parametrize("name", CANDIDATES)
def test_candidates_are_codecs(name: str) -> None:
    """Each name means an encoding that this Python has."""
    assert codecs.lookup(name)


@pytest.mark.parametrize("label", ["hex", "rot13", "unicode_escape", "punycode", "\x00", "", None, "utf-7"])
def test_labels_that_are_no_encoding_are_ignored(label: str | None) -> None:
    """A declared codec of another sort is nobody's."""
    assert known_as(label) is None


@settings(deadline=None)
@given(content=st.binary(max_size=400), charset=st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_become_text(content: bytes, charset: str | None) -> None:
    """Nothing raises."""
    assert isinstance(decode(content, charset).text, str)


@pytest.mark.parametrize("content", [b"\xe9" * 10_000_000, b"\x81\x40 " * 3_000_000, b"\x00\xff" * 5_000_000])
def test_ten_megabytes_on_one_line_are_no_trouble(content: bytes) -> None:
    """Only a sample is looked at."""
    begun = time.monotonic()
    decode(content)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("text", ["a\x00b The envoy met the president.", "Жол\x00 ашық."])
def test_a_stray_nul_makes_no_utf_16(text: str) -> None:
    """The rest is read as it stands."""
    assert decode(text.encode()).text == text
