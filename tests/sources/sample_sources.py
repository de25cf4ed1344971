"""One small sample of every kind of input, made here, and the clippings it must give."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage

import msgspec

TEXT = "Kazakhstan's foreign minister flew to Tashkent on Friday. He met his Uzbek counterpart there."
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p></article></body></html>"


class Expected(msgspec.Struct, frozen=True):
    """What a clipping of a sample must hold; ``origin`` is what stands behind the file's own."""

    origin: str = ""
    text: str = TEXT
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


class Sample(msgspec.Struct, frozen=True):
    """A file of one kind."""

    name: str
    content: bytes
    clippings: tuple[Expected, ...]


def zipped(members: dict[str, bytes]) -> bytes:
    """An archive of the members given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def mailed() -> bytes:
    """A mail with a plain and an HTML version, a subject and a sender."""
    mail = EmailMessage()
    mail["Subject"] = "Minister in Tashkent"
    mail["From"] = "Steppe Courier <desk@example.org>"
    mail["Date"] = "Fri, 07 Oct 2022 10:00:00 +0500"
    mail.set_content(TEXT)
    mail.add_alternative(PAGE, subtype="html")
    return mail.as_bytes()


ROW = {
    "text": TEXT,
    "title": "Minister in Tashkent",
    "url": "https://example.org/a",
    "published": "2022-10-07",
    "outlet": "Steppe Courier",
}
FULL = Expected(
    text=TEXT,
    title="Minister in Tashkent",
    outlet="Steppe Courier",
    published="2022-10-07",
    url="https://example.org/a",
)


def _at(origin: str) -> Expected:
    return msgspec.structs.replace(FULL, origin=origin)


_CSV = ",".join(ROW) + "\r\n" + ",".join(f'"{cell}"' for cell in ROW.values()) + "\r\n"
_LINE = json.dumps(ROW)

SAMPLES: dict[str, Sample] = {
    "text": Sample("a.txt", TEXT.encode(), (Expected(),)),
    "markdown": Sample(
        "a.md",
        f"---\ntitle: Minister in Tashkent\ndate: 2022-10-07\noutlet: Steppe Courier\n"
        f"url: https://example.org/a\n---\n{TEXT}".encode(),
        (FULL,),
    ),
    "page": Sample("a.html", PAGE.encode(), (Expected(text=PAGE),)),
    "json": Sample("a.json", json.dumps([ROW, ROW]).encode(), (_at(":1"), _at(":2"))),
    "json lines": Sample("a.jsonl", f"{_LINE}\n\n{_LINE}".encode(), (_at(":1"), _at(":3"))),
    "csv": Sample("a.csv", _CSV.encode(), (_at(":2"),)),
    "tsv": Sample("a.tsv", ("\t".join(ROW) + "\n" + "\t".join(ROW.values()) + "\n").encode(), (_at(":2"),)),
    "mail": Sample(
        "a.eml",
        mailed(),
        (
            Expected(
                text=TEXT + "\n",
                title="Minister in Tashkent",
                outlet="Steppe Courier",
                published="Fri, 07 Oct 2022 10:00:00 +0500",
            ),
        ),
    ),
    "zip": Sample(
        "a.zip",
        zipped({"b/two.txt": TEXT.encode(), "a.jsonl": _LINE.encode(), "__MACOSX/x.txt": b"no"}),
        (_at("!a.jsonl:1"), Expected(origin="!b/two.txt")),
    ),
}
