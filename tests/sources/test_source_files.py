"""Markdown, mail and archives."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from dragoman.sources import SourceOptions
from dragoman.sources.base import Material
from dragoman.sources.reading import read_material
from dragoman.terms import Clipping, MediaType, Skip, SkipKind
from tests.sources.sample_sources import mailed, zipped


def _one(name: str, content: bytes) -> Clipping | Skip:
    (found,) = read_material(Material(name, name, io.BytesIO(content)), SourceOptions())
    return found


def test_markdown_without_front_matter_is_a_text() -> None:
    """A first heading is the title, and stays in the text."""
    found = _one("a.md", b"# Minister leaves\n\nHe left on Friday.")
    assert isinstance(found, Clipping)
    assert (found.title, found.content[:3]) == ("Minister leaves", b"# M")


def test_a_rule_below_is_not_front_matter() -> None:
    """Only a block at the very head counts."""
    content = b"He left.\n---\ntitle: no\n---\n"
    found = _one("a.md", content)
    assert isinstance(found, Clipping)
    assert (found.title, found.content) == (None, content)


def test_front_matter_alone_is_no_article() -> None:
    """There must be something below."""
    assert _one("a.md", b"---\ntitle: A\n---\n") == Skip("a.md", "nothing below its front matter")


def test_a_page_saved_as_text_is_a_page() -> None:
    """The bytes decide."""
    found = _one("a.txt", b"<!DOCTYPE html>\n<html><body><p>Report.</p></body></html>")
    assert isinstance(found, Clipping)
    assert found.media_type is MediaType.HTML


def test_a_mail_with_a_page_only_gives_the_page() -> None:
    """Its charset and encoded headers are read."""
    mail = EmailMessage()
    mail["Subject"] = "Визит в Ташкент"
    mail["From"] = "desk@courier.example"
    mail.set_content("<p>Репортаж</p>", subtype="html", charset="koi8-r")
    found = _one("a.eml", mail.as_bytes())
    assert isinstance(found, Clipping)
    assert (found.title, found.outlet, found.charset) == ("Визит в Ташкент", "courier.example", "koi8-r")
    assert found.content.decode("koi8-r").strip() == "<p>Репортаж</p>"
    assert found.media_type is MediaType.HTML


def test_an_attachment_is_not_the_text() -> None:
    """A mail of attachments only has no text."""
    mail = EmailMessage()
    mail["Subject"] = "Files"
    mail.add_attachment("notes", filename="notes.txt")
    assert _one("a.eml", mail.as_bytes()) == Skip("a.eml", "a mail without text")


def test_a_mail_attached_to_a_mail_is_not_the_text() -> None:
    """The page of the mail itself comes before the plain text of what is attached."""
    inner = EmailMessage()
    inner.set_content("An older report.")
    mail = EmailMessage()
    mail.set_content("<p>The report.</p>", subtype="html")
    mail.add_attachment(inner)
    found = _one("a.eml", mail.as_bytes())
    assert isinstance(found, Clipping)
    assert found.content.strip() == b"<p>The report.</p>"


@pytest.mark.parametrize(
    "head",
    [
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)),
        b"Content-Type: message/rfc822\n\n" * 2000,
    ],
)
def test_mails_within_mails_end_somewhere(head: bytes) -> None:
    """Nesting without end is refused."""
    assert _one("a.eml", head + b"\n\nA report.") == Skip("a.eml", "a mail nested too deeply")


def test_a_sender_of_brackets_is_nobody() -> None:
    """A header that cannot be parsed costs itself only."""
    found = _one("a.eml", b"From: " + b"(" * 50_000 + b"\n\nA report.")
    assert isinstance(found, Clipping)
    assert found.outlet is None


def test_archives_in_archives_are_opened() -> None:
    """Origins name every level."""
    inner = zipped({"a.txt": b"Report."})
    found = _one("o.zip", zipped({"i.zip": inner}))
    assert found.origin == "o.zip!i.zip!a.txt"


def test_archives_nest_only_so_deep() -> None:
    """An archive that holds itself would never end."""
    content = b"Report."
    name = "a.txt"
    for level in range(5):
        content, name = zipped({name: content}), f"{level}.zip"
    found = _one("o.zip", content)
    assert isinstance(found, Skip)
    assert found.reason == "an archive inside 3 others"


def test_a_bomb_is_refused_and_the_rest_is_read() -> None:
    """A member that packs too well is not unpacked."""
    content = zipped({"a.txt": b"Report.", "bomb.txt": b"\x20" * 5_000_000})
    first, second = read_material(Material("o.zip", "o.zip", io.BytesIO(content)), SourceOptions())
    assert isinstance(first, Clipping)
    assert isinstance(second, Skip)
    assert "made to overfill a disk" in second.reason


def test_overlapping_members_are_refused() -> None:
    """Many members that share one stretch of bytes are a bomb too."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as forged:
        forged.writestr("a.txt", str(list(range(3000))))
        forged.filelist += [forged.filelist[0]] * 50
    found = _one("o.zip", buffer.getvalue())
    assert isinstance(found, Skip)
    assert "overlap" in found.reason


def test_an_encrypted_member_is_named() -> None:
    """The flag is enough to know."""
    content = bytearray(zipped({"a.txt": b"Report."}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    found = _one("o.zip", bytes(content))
    assert found == Skip("o.zip!a.txt", "encrypted; unpack the archive with its password first")


def test_a_damaged_member_fails_and_the_rest_is_read() -> None:
    """A wrong checksum is found while reading."""
    content = zipped({"a.txt": b"Report one. " * 40, "b.txt": b"Report two."})
    at = content.index(b"a.txt") + 8
    damaged = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
    first, second = read_material(Material("o.zip", "o.zip", io.BytesIO(damaged)), SourceOptions())
    assert isinstance(first, Skip)
    assert first.kind is SkipKind.FAILED
    assert isinstance(second, Clipping)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_under_every_method_of_packing_is_a_failure(method: int) -> None:
    """Each has errors of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.txt", bytes(range(32, 127)) * 40)
    content = bytearray(buffer.getvalue())
    content[60:90] = b"\xff" * 30
    found = _one("a.zip", bytes(content))
    assert isinstance(found, Skip)
    assert found.kind is SkipKind.FAILED


def test_an_empty_archive_says_so() -> None:
    """Nothing in it is no failure."""
    assert _one("o.zip", zipped({})) == Skip("o.zip", "an archive with nothing in it")


@pytest.mark.parametrize("content", [b"PK\x03\x04 not really", b"not at all"])
def test_a_broken_archive_fails(content: bytes) -> None:
    """Something else under the name of an archive."""
    found = _one("o.zip", content)
    assert isinstance(found, Skip)
    assert found.kind is SkipKind.FAILED
    assert "broken archive" in found.reason


def test_a_mail_without_a_date_has_none() -> None:
    """What a container does not say stays unknown."""
    found = _one("a.eml", mailed().replace(b"Date:", b"X-Date:"))
    assert isinstance(found, Clipping)
    assert found.published is None
