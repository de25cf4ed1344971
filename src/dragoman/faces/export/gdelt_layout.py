"""The 61 columns of GDELT 2.0."""

from __future__ import annotations

from dragoman.faces.export.layout import Column

_ACTOR = (
    ("Code", "CAMEO code: country, role, known group."),
    ("Name", "As written."),
    ("CountryCode", "CAMEO country code, or the code of a region."),
    ("KnownGroupCode", "CAMEO code of an organisation or a known group."),
    ("EthnicCode", "Left empty."),
    ("Religion1Code", "Left empty."),
    ("Religion2Code", "Left empty."),
    ("Type1Code", "CAMEO role, from the PLOVER sector."),
    ("Type2Code", "Left empty."),
    ("Type3Code", "Left empty."),
)
_GEOGRAPHY = (
    ("Type", "integer", "1 country, 2 US state, 3 US place, 4 place elsewhere, 5 division elsewhere."),
    ("Fullname", "string", "Name of the place and of its country."),
    ("CountryCode", "string", "FIPS 10-4 code of the country."),
    ("ADM1Code", "string", "Left empty."),
    ("ADM2Code", "string", "Left empty."),
    ("Lat", "number", "Degrees north."),
    ("Long", "number", "Degrees east."),
    ("FeatureID", "string", "Left empty."),
)
_EMPTY = "Left empty."


def _actor(number: int, *holds: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"Actor{number}{name}", "string", meaning, () if meaning == _EMPTY else holds)
        for name, meaning in _ACTOR
    )


def _geography(whose: str) -> tuple[Column, ...]:
    """Only where the act took place is known, not where those who did it were."""
    return tuple(
        Column(f"{whose}Geo_{name}", kind, _EMPTY)
        if whose != "Action" or meaning == _EMPTY
        else Column(f"{whose}Geo_{name}", kind, meaning, ("where",))
        for name, kind, meaning in _GEOGRAPHY
    )


COLUMNS = (
    Column("GLOBALEVENTID", "integer", "From the event's id; see the note.", ("id",)),
    Column("SQLDATE", "date", "The day, when it is known to the day.", ("when",), "%Y%m%d"),
    Column("MonthYear", "integer", "Year and month, when known.", ("when",)),
    Column("Year", "integer", "The year, when known.", ("when",)),
    Column("FractionDate", "number", "The day as a fraction of its year.", ("when",)),
    *_actor(1, "actors"),
    *_actor(2, "recipients", "actors"),
    Column("IsRootEvent", "integer", _EMPTY),
    Column("EventCode", "string", "CAMEO code of the type and mode.", ("type", "mode")),
    Column("EventBaseCode", "string", "Its first three digits.", ("type", "mode")),
    Column("EventRootCode", "string", "Its first two digits.", ("type", "mode")),
    Column(
        "QuadClass", "integer", "Quad of the CAMEO root, which is not always that of the type.", ("type",)
    ),
    Column("GoldsteinScale", "number", _EMPTY),
    Column("NumMentions", "integer", "Tellings, copies included.", ("tellings",)),
    Column("NumSources", "integer", "Newspapers that print it.", ("outlets",)),
    Column("NumArticles", "integer", "Documents it is told in.", ("documents",)),
    Column("AvgTone", "number", _EMPTY),
    *_geography("Actor1"),
    *_geography("Actor2"),
    *_geography("Action"),
    Column(
        "DATEADDED", "integer", "Day of the first report, when known to the day, at midnight.", ("reported",)
    ),
    Column("SOURCEURL", "string", "The first address at which it was met."),
)
