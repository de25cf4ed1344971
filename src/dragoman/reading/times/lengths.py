"""The grammar's rows for lengths of time, for how often, and for times of the day."""

from __future__ import annotations

from dragoman.reading.times import meanings as mean
from dragoman.reading.times.kept import Rule

LENGTHS = [
    Rule("the? ( past | last | previous ) ABOUT? n:NUM u:UNITS", mean.past_stretch, "the past three years",
         "P3Y"),
    Rule("the? ( past | last ) ( several | few | couple of | many )? u:UNITS", mean.past_stretch,
         "the past few days", "PXD"),
    Rule("the ( past | last ) u:UNIT", mean.past_stretch, "the past year", "P1Y"),
    Rule("( the | these )? recent u:UNITS", mean.past_stretch, "recent months", "PXM"),
    Rule("the? ( next | coming | following ) ABOUT? n:NUM u:UNITS", mean.coming_stretch, "the next two weeks",
         "P2W"),
    Rule("the? ( next | coming ) ( several | few | couple of )? u:UNITS", mean.coming_stretch,
         "the coming weeks", "PXW"),
    Rule("the coming u:UNIT", mean.coming_stretch, "the coming week", "P1W"),
    Rule("the? ( first | final ) n:NUM u:UNITS ( of ( y:YEAR | the year | r:STEP year ) )?", mean.length,
         "the first nine months", "P9M"),
    Rule("ABOUT? n:NUM -? u:UNITS -? old", mean.length, "70 years old", "P70Y", in_timeml=False),
    Rule("n:NUM -? u:UNIT -? old", mean.length, "70-year-old", "P70Y", in_timeml=False),
    Rule("the? ABOUT? ( NUM ( to | or | - | – ) )? n:NUM u:UNITS", mean.length, "at least three weeks",
         "P3W"),
    Rule("n:NUM - u:UNIT", mean.length, "12-year", "P12Y"),
    Rule("ABOUT? a? ( several | few | couple of | many ) u:UNITS", mean.length, "several years", "PXY"),
    Rule("( many | some )? u:LONGUNITS ( - long )?", mean.length, "months", "PXM"),
    Rule("ABOUT? n:( half ) ( a | an | - ) u:UNIT", mean.length, "half a year", "P0.5Y"),
    Rule("ABOUT? n:( CARDINAL ) u:LONGUNIT", mean.length, "one year", "P1Y"),
    Rule("ABOUT? ( a | an ) ( full | whole | entire )? u:LONGUNIT", mean.one, "a year", "P1Y"),
    Rule("( the | all )? ( whole | entire | full ) u:UNIT", mean.one, "the whole week", "P1W"),
    Rule("all u:UNIT ( long )?", mean.one, "all day", "P1D"),
    Rule("u:UNIT - ( long | old )", mean.one, "year-long", "P1Y"),
]  # fmt: skip

OFTEN = [
    Rule("( once | twice | NUM times ) ( a | per | each | every ) u:UNIT", mean.often, "twice a week", "P1W",
         kind="SET"),
    Rule("EACH other u:UNIT", mean.often, "every other day", "P1D", kind="SET"),
    Rule("every n:NUM u:UNITS", mean.often, "every two weeks", "P2W", kind="SET"),
    Rule("( every | each ) w:WEEKDAY ( p:DAYPART )?", mean.every_weekday, "every Monday", "XXXX-WXX-1",
         kind="SET"),
    Rule("EACH ( single )? u:UNIT", mean.often, "every year", "P1Y", kind="SET"),
    Rule("<=COUNTED ( a | per ) u:LONGUNIT", mean.often, "barrels [a day]", "P1D", kind="SET"),
    Rule("e:EVERYWORD", mean.often, "daily", "P1D", kind="SET"),
    Rule("e:EVERYLIKE", mean.often_like, "annual", "P1Y", kind="SET", in_timeml=False),
]  # fmt: skip

# The day that a time of the day is of.
_ON = "( ,? on? ( w:WEEKDAY | d:NEARDAY ) )?"
CLOCK = [
    Rule(f"c:CLOCKTIME h:AMPM ( ZONE )? {_ON}", mean.clock, "8 p.m. Friday", "2022-10-14T20:00", kind="TIME"),
    Rule(f"c:( CLOCKHOUR : TWODIGITS ( : TWODIGITS )? ) ( ZONE )? {_ON}", mean.clock, "10:30 GMT",
         "2022-10-14T10:30", kind="TIME"),
    Rule(f"c:( CLOCKHOUR | CARDINAL ) o ' clock {_ON}", mean.clock, "10 o'clock", "2022-10-14T10:00",
         kind="TIME"),
    Rule("t:MILITARY ( ZONE | hours )", mean.military, "1430 GMT", "2022-10-14T14:30", kind="TIME"),
    Rule(f"( noon | midday ) {_ON}", mean.sharp("12:00"), "noon", "2022-10-14T12:00", kind="TIME"),
    Rule(f"midnight {_ON}", mean.sharp("24:00"), "midnight", "2022-10-14T24:00", kind="TIME"),
]  # fmt: skip

ANNIVERSARIES = [
    Rule("( the )? n:ORDINAL ( anniversary | birthday )", mean.turned, "70th birthday", "P70Y",
         in_timeml=False),
    Rule("n:ORDINAL u:UNIT of", mean.nth, "eighth month of", "P8M", in_timeml=False),
]  # fmt: skip

RULES = [*OFTEN, *CLOCK, *ANNIVERSARIES, *LENGTHS]
