"""Invented rows in the real layouts."""

from __future__ import annotations

from pathlib import Path

from dragoman.sources.coded import read
from dragoman.terms import CodedEvent, Rejected

ICEWS = (
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,"
    "Target Name,Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,"
    "Country,Latitude,Longitude"
).split(",")
POLECAT = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,"
    "Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,"
    "Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,"
    "Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,"
    "Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,"
    "Story People,Story Organizations,Story Locations,Language,Version"
).split(",")
ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
).split(",")
REDUCED = (
    "Date Source Target CAMEOCode NumEvents NumArts QuadClass Goldstein SourceGeoType SourceGeoLat "
    "SourceGeoLong TargetGeoType TargetGeoLat TargetGeoLong ActionGeoType ActionGeoLat ActionGeoLong"
).split()


def gdelt(columns: int = 61, /, **changed: str) -> str:
    """A row of GDELT: the Kazakh army fights Russian rebels; ``event_code`` ... change it."""
    wide = ["1234"] if columns == 61 else []
    geography = ["4", "Aqtobe, Kazakhstan", "KZ", "KZ04", *wide, "50.28", "57.17", "-1"]
    cells = {
        "id": "900000001",
        "day": "20221014",
        "month": "202210",
        "year": "2022",
        "fraction": "2022.78",
        "actor1_code": "KAZMIL",
        "actor1_name": "KAZAKH ARMY",
        "actor1_country": "KAZ",
        "actor1_group": "",
        "actor1_ethnic": "",
        "actor1_faith": "",
        "actor1_faith2": "",
        "actor1_type": "MIL",
        "actor1_type2": "",
        "actor1_type3": "",
        "actor2_code": "RUSREB",
        "actor2_name": "REBEL",
        "actor2_country": "RUS",
        "actor2_group": "",
        "actor2_ethnic": "",
        "actor2_faith": "",
        "actor2_faith2": "",
        "actor2_type": "REB",
        "actor2_type2": "",
        "actor2_type3": "",
        "root": "1",
        "event_code": "193",
        "event_base": "193",
        "event_root": "19",
        "quad": "4",
        "goldstein": "-10.0",
        "mentions": "9",
        "sources": "2",
        "articles": "7",
        "tone": "-3.5",
    }
    where = {f"geo{number}": cell for number, cell in enumerate([*geography, *geography, *geography])}
    added = "20221015" if columns < 61 else "20221015093000"
    cells |= where | {"added": added, "url": "https://www.paper.example/news/1?a=b"}
    cells |= changed
    return "\t".join(list(cells.values())[:columns])


def icews(**changed: str) -> list[str]:
    """A row of ICEWS: a Japanese ministry meets Vietnam; ``Source_Name`` ... change it."""
    cells = dict(
        zip(
            ICEWS,
            "17|2018-06-01|Ministry (Japan)|Government|Japan|Consult|040|1|Vietnam|NA|Vietnam|501|2|"
            "Hanoi Courier|Hanoi|NA|Hanoi|Vietnam|21.0|105.8".split("|"),
            strict=True,
        )
    )
    return list((cells | {name.replace("_", " "): cell for name, cell in changed.items()}).values())


def polecat(**changed: str) -> list[str]:
    """A row of POLECAT: two states accuse Russia; ``Event_Mode`` ... change it."""
    cells = dict.fromkeys(POLECAT, "None") | {
        "Event ID": "20221014-1",
        "Event Date": "2022-10-14",
        "Event Type": "ACCUSE",
        "Event Mode": "disapprove",
        "Intensity": "-2.0",
        "Actor Name": "Poland; Latvia",
        "Actor Country": "POL; LVA",
        "Primary Actor Sector": "GOV",
        "Recipient Name": "Russia",
        "Recipient Country": "RUS",
        "Primary Recipient Sector": "GOV",
        "Country": "POL",
        "Latitude": "52.2",
        "Longitude": "21.0",
        "Source": "Invented Agency",
        "Publication Date": "2022-10-15",
    }
    return list((cells | {name.replace("_", " "): cell for name, cell in changed.items()}).values())


def acled(**changed: str) -> list[str]:
    """A row of ACLED: the Russian army fights the Taliban; ``actor1`` ... change it."""
    cells = dict.fromkeys(ACLED, "") | {
        "event_id_cnty": "AFG1",
        "event_date": "14 October 2022",
        "time_precision": "1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Military Forces of Russia (2000-)",
        "inter1": "1",
        "actor2": "Taliban",
        "inter2": "2",
        "country": "Afghanistan",
        "location": "Kunduz",
        "latitude": "36.7",
        "longitude": "68.9",
        "source": "Paper One; Paper Two",
        "notes": "An invented fight.",
        "fatalities": "3",
        "timestamp": "1666000000",
    }
    return list((cells | changed).values())


def table(folder: Path, header: list[str], *rows: list[str], delimiter: str = "\t") -> Path:
    """A file with a header and rows."""
    path = folder / "table.csv"
    path.write_text("".join(delimiter.join(cells) + "\n" for cells in (header, *rows)), encoding="utf-8")
    return path


def written(folder: Path, *lines: str) -> Path:
    """A file of these lines."""
    path = folder / "20221014.export.CSV"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def only(kind: str, path: Path) -> CodedEvent:
    """The only row of a file, which is an event."""
    (event,) = read(kind, path)
    assert isinstance(event, CodedEvent), event
    return event


def rejected(kind: str, path: Path) -> list[Rejected]:
    """The rows of a file that are no events."""
    return [row for row in read(kind, path) if isinstance(row, Rejected)]
