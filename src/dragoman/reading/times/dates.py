"""The grammar's rows for dates of the calendar, with their year and without."""

from __future__ import annotations

from dragoman.reading.times import date_meanings as mean
from dragoman.reading.times.kept import Rule
from dragoman.reading.times.meanings import always

WRITTEN = [
    Rule("y:OLDYEAR - m:MONTHNUMBER - d:DAY", mean.full_day, "2022-10-07", "2022-10-07"),
    Rule("y:OLDYEAR / m:MONTHNUMBER / d:DAY", mean.full_day, "2022/10/07", "2022-10-07"),
    Rule("y:OLDYEAR 年 m:MONTHNUMBER 月 d:DAY 日", mean.full_day, "2022年10月7日", "2022-10-07"),
    Rule("y:OLDYEAR 年 m:MONTHNUMBER 月", mean.month_of_year, "2022年10月", "2022-10"),
    Rule("y:OLDYEAR 年", mean.year, "2022年", "2022"),
    Rule("m:MONTHNUMBER 月 d:DAY 日", mean.day_and_month, "10月7日", "2022-10-07"),
    Rule("m:MONTHNUMBER 月", mean.month_alone, "8月", "2022-08"),
    Rule("d:DAY 日", mean.day_of_month, "7日", "2022-10-07"),
    Rule("( WD ,? )? the? d:DAYNUMBER ( - | to | and | through | – ) e:DAYNUMBER of? m:MON ,? y:YEAR",
         mean.days_of_month, "7-9 October 2022", "2022-10-07"),
    Rule("( WD ,? )? m:MON d:DAYNUMBER ( - | to | – | through ) e:DAYNUMBER ,? y:YEAR",
         mean.days_of_month, "Oct. 7-9, 2022", "2022-10-07"),
    Rule("( WD ,? )? the? d:DAYNUMBER of? -? m:MON ,? -? y:OLDYEAR", mean.full_day, "Friday, 7 October 2022",
         "2022-10-07"),
    Rule("( WD ,? )? m:MON d:DAYNUMBER ,? y:OLDYEAR", mean.full_day, "Friday, Oct. 7, 2022", "2022-10-07"),
    Rule("<!/ a:DAY / b:DAY / y:YEAR", mean.numbers, "10/14/2022", "2022-10-14"),
    Rule("<!/ a:DAY / b:DAY / s:TWODIGITS !/", mean.numbers, "10/14/22", "2022-10-14"),
    Rule("<!- a:DAY - b:DAY - y:YEAR", mean.numbers, "14-10-2022", "2022-10-14"),
    Rule("<!- a:DAY - b:DAY - s:TWODIGITS !-", mean.numbers, "10-14-22", "2022-10-14"),
    Rule("a:DAY . b:MONTHNUMBER . y:YEAR", mean.dotted, "07.10.2022", "2022-10-07"),
    Rule("PART m:MON ,? of? y:YEAR", mean.month_of_year, "early October 2022", "2022-10"),
    Rule("m:MON ,? ( of | in )? y:OLDYEAR", mean.month_of_year, "October 2022", "2022-10"),
]  # fmt: skip

WITHOUT_YEAR = [
    Rule("( WD ,? )? the? d:DAYNUMBER ( - | to | and | – ) e:DAYNUMBER of? m:MON", mean.days_of_month,
         "7-9 October", "2022-10-07"),
    Rule("( WD ,? )? m:MON d:DAYNUMBER ( - | to | – ) e:DAYNUMBER !COUNTED", mean.days_of_month, "Oct. 7-9",
         "2022-10-07"),
    Rule("( WD ,? )? the? d:DAYNUMBER ( of )? m:MON", mean.day_and_month, "the 7th of October", "2022-10-07"),
    Rule("( w:WD ,? )? m:MON the? d:DAYNUMBER !( % | percent | : | COUNTED | . NUMERAL | , NUMERAL )",
         mean.day_and_month, "Friday, Oct. 7", "2022-10-07"),
    Rule("the? d:DAYNUMBER of r:STEP month", mean.day_of_unit, "the 29th of last month", "2022-09-29"),
    Rule("w:WD ,? the d:ORDINALDAY !( -? NOTDAY )",
         mean.day_of_month, "Friday the 7th", "2022-10-07"),
    Rule("<=( on | by | until | till | since | from | before | after | between ) the d:ORDINALDAY "
         "!( -? NOTDAY | -? UNIT | and ORDINALDAY | to last )",
         mean.day_of_month, "on [the 7th]", "2022-10-07"),
    Rule("PART r:STEP? m:FULLMONTH", mean.month_alone, "early October", "2022-10"),
    Rule("r:STEP m:MON !ORDINALDAY", mean.month_alone, "last August", "2022-08"),
    Rule("m:CLEARMONTH !( NUMERAL | ORDINALDAY )", mean.month_alone, "August", "2022-08"),
    Rule("<=( in | since | until | till | by | of | from | during | before | after | to | between "
         "| through ) m:MON !( NUMERAL | ORDINALDAY )",
         mean.month_alone, "in [Aug.]", "2022-08"),
]  # fmt: skip

PARTS_OF_YEARS = [
    Rule("the? ( PART )? ( fiscal | fiscal-year )? n:ORDINAL -? quarter ( of | , )? ( fiscal )? ( year )? "
         "y:YEAR", mean.quarter, "the third quarter of 2021", "2021-Q3"),
    Rule("r:STEP year ' s n:ORDINAL -? quarter", mean.quarter, "last year's third quarter", "2021-Q3"),
    Rule("the? y:YEAR n:ORDINAL -? quarter", mean.quarter, "the 2021 third quarter", "2021-Q3"),
    Rule("the? n:ORDINAL -? quarter of ( the ( year )? | r:STEP year )", mean.quarter,
         "the third quarter of last year", "2021-Q3"),
    Rule("the? ( PART )? n:ORDINAL -? quarter", mean.quarter, "the third quarter", "2022-Q3"),
    Rule("the? n:ORDINAL -? half of ( fiscal )? y:YEAR", mean.half, "the first half of 2022", "2022-H1"),
    Rule("the? n:ORDINAL -? half of ( the year | r:STEP year )", mean.half, "the second half of last year",
         "2021-H2"),
    Rule("( the )? ( PART )? s:SEASON ( of | , )? y:YEAR", mean.season, "the summer of 2021", "2021-SU"),
    Rule("y:YEAR s:SEASON", mean.season, "2021 summer", "2021-SU"),
    Rule("( PART )? r:STEP s:SEASON", mean.season, "last winter", "2021-WI"),
    Rule("PART s:SEASON", mean.season, "late summer", "2022-SU"),
    Rule("the s:SEASON !( of | - )", mean.season, "the summer", "2022-SU"),
    Rule("<=( in | since | by | until | during | this | of ) s:SEASON", mean.season, "since [summer]",
         "2022-SU"),
    Rule("f:FESTIVAL ( day | e:eve )? ,? y:YEAR", mean.festival, "Christmas 2021", "2021-12-25"),
    Rule("f:FESTIVAL ( day | e:eve )?", mean.festival, "Christmas Eve", "2022-12-24"),
]  # fmt: skip

YEARS = [
    Rule("( the )? ( fiscal | financial ) ( year )? y:YEAR", mean.year, "fiscal year 2022", "2022"),
    Rule("the? y:YEAR ( fiscal | financial | calendar ) year", mean.year, "the 2022 fiscal year", "2022"),
    Rule("PART ( the year )? y:YEAR !( COUNTED | % | , NUMERAL | . NUMERAL | : )", mean.year, "late 2021",
         "2021"),
    Rule("the year y:OLDYEAR", mean.year, "the year 1871", "1871"),
    Rule("<!( $ | € | £ | : | / | . ) y:YEAR "
         "!( COUNTED | % | percent | , NUMERAL | . NUMERAL | : | / | UNITS )", mean.year, "2014", "2014"),
    Rule("<=( in | since | until | before | after ) y:OLDYEAR "
         "!( COUNTED | % | percent | , NUMERAL | . NUMERAL | : | / | UNITS | OTHER )",
         mean.year, "in [1871].", "1871"),
    Rule("the? ( PART )? d:DECADE", mean.decade, "the mid-1980s", "198"),
    Rule("the? ( PART )? ' s:SHORTDECADE", mean.decade, "the '80s", "198"),
    Rule("the ( PART )? s:SHORTDECADE", mean.decade, "the 80s", "198"),
    Rule("the ( PART )? w:DECADEWORD", mean.decade, "the nineties", "199"),
    Rule("( the )? ( PART )? n:ORDINAL -? century", mean.century, "the 20th century", "19"),
    Rule("the turn of the century", always("20"), "the turn of the century", "20"),
]  # fmt: skip

RULES = [*WRITTEN, *WITHOUT_YEAR, *PARTS_OF_YEARS, *YEARS]
