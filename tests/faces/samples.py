"""Events and texts that the tests of the faces show."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from dragoman.terms import Event, EventType, Interval, Mention, Status

PUTIN = Mention("Putin", "Vladimir Putin", "RUS", "GOV")
TOKAYEV = Mention("Tokayev", "Kassym-Jomart Tokayev", "KAZ", "GOV")
RUSSIA = Mention("Moscow", "RUS", "RUS", "GOV")
ARMY = Mention("Russian troops", "RUS", "RUS", "MIL")
KAZAKHSTAN = Mention("Astana", "KAZ", "KAZ", "GOV")
ALLIANCE = Mention("the pact", "CSTO", None, "IGO")
DRIVERS = Mention("drivers", None, "KAZ", "CVL")
FRIDAY = Interval.day(date(2022, 10, 14))

MET = Event(
    id="aa11bb22cc33",
    type=EventType.CONSULT,
    actors=(PUTIN,),
    recipients=(TOKAYEV,),
    status=Status.HAPPENED,
    when=FRIDAY,
    tellings=("t1",),
    documents=("d1",),
    outlets=("Steppe Courier",),
    reports=1,
    said_by=("Dmitry Peskov",),
    sentence="Putin met Tokayev in Astana on Friday, Dmitry Peskov said.",
)

REPORT = "Putin met Tokayev in Astana on Friday. The two presidents spoke about trade and about the border."
GERMAN = "Der Außenminister von Kasachstan ist am Freitag nach Taschkent gereist und blieb dort zwei Tage."


def event(**changes: Any) -> Event:
    """The meeting, with some fields changed."""
    return msgspec.structs.replace(MET, **changes)
