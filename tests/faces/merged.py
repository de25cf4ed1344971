"""A record in which reports agree, copy and contradict each other."""

from __future__ import annotations

from pathlib import Path

import dragoman

DISPATCH = (
    "Russian missiles struck the port of Odesa on Saturday, the Ukrainian army said. At least 12 people were "
    "killed and 40 were wounded in the attack on Odesa, Governor Maksym Marchenko said. "
    "The port had sent its first ships of grain to Turkey the day before. "
    "Kyiv accused Moscow of breaking the deal on grain."
)
COPY = (
    "Russian missiles struck the old port of Odesa on Saturday, the Ukrainian army said. At least 12 people "
    "were killed and 40 were wounded in the attack on Odesa, Governor Maksym Marchenko said. "
    "The port had sent its first ships of grain to Turkey the day before."
)
OTHER = (
    "Russia fired missiles at the port of Odesa on Saturday. Three people were killed in the attack on "
    "Odesa, the Defence Ministry in Moscow said. Kyiv says the port sends grain to Turkey."
)
ALONE = "Putin met Tokayev in Astana on Friday. The two presidents spoke about trade and about the border."


def fill(path: Path) -> None:
    """Keep a dispatch, an edited copy, a report that contradicts it, and one of something else."""
    with dragoman.open(path) as record:
        for text, outlet, day, title in (
            (DISPATCH, "Meridian Wire", "2022-07-23", "Missiles strike port of Odesa"),
            (COPY, "ViewsRocket24", "2022-07-24", "Odesa port struck"),
            (OTHER, "Volna State News", "2022-07-25", "Port of Odesa hit"),
            (ALONE, "Steppe Courier", "2022-10-15", "Presidents meet"),
        ):
            record.add_text(text, origin=f"{outlet}.txt", outlet=outlet, published=day, title=title)


def document(record: dragoman.Record, outlet: str) -> dragoman.Document:
    """The document of an outlet."""
    (found,) = record.documents(outlet=outlet)
    return found


def telling(record: dragoman.Record, outlet: str, kind: str = "ASSAULT") -> str:
    """Id of the first event mention of a type in the document of an outlet."""
    reading = record.reading(document(record, outlet))
    assert reading is not None
    return next(mention.id for mention in reading.events if mention.type == kind)
