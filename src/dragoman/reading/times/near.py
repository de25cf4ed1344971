"""The grammar's rows for times counted from the report or from a date named before."""

from __future__ import annotations

from dragoman.reading.times import meanings as mean
from dragoman.reading.times.kept import Rule

DAYS = [
    Rule("the day before yesterday", mean.shifted_day(-2), "the day before yesterday", "2022-10-12"),
    Rule("the day after tomorrow", mean.shifted_day(2), "the day after tomorrow", "2022-10-16"),
    Rule("( earlier | later | early | late )? d:NEARDAY p:DAYPART", mean.near_day, "yesterday morning",
         "2022-10-13TMO"),
    Rule("( earlier | later | early | late )? d:NEARDAY", mean.near_day, "yesterday", "2022-10-13"),
    Rule("tonight", mean.shifted_day(0, "TNI"), "tonight", "2022-10-14TNI"),
    Rule("last night", mean.shifted_day(-1, "TNI"), "last night", "2022-10-13TNI"),
    Rule("overnight", mean.shifted_day(-1, "TNI"), "overnight", "2022-10-13TNI"),
    Rule("( earlier | later | early | late )? this p:DAYPART", mean.shifted_day(0), "this morning",
         "2022-10-14TMO"),
    Rule("( the )? ( early | late )? p:DAYPART of w:WEEKDAY", mean.weekday, "the morning of Monday",
         "2022-10-10TMO"),
    Rule("w:WEEKDAY of r:STEP week", mean.weekday_of_week, "Wednesday of last week", "2022-10-05"),
    Rule("( early | late | mod:EDGE )? r:STEP? w:WEEKDAY ( -? p:DAYPART )", mean.weekday, "Thursday night",
         "2022-10-13TNI"),
    Rule("( early | late | mod:EDGE | earlier | later )? r:STEP? w:WEEKDAY", mean.weekday, "last Friday",
         "2022-10-07"),
    Rule("( PART )? ( r:STEP | the ) weekend", mean.weekend, "last weekend", "2022-W40-WE"),
    Rule("midweek", mean.always("XXXX-WXX-3"), "midweek", "XXXX-WXX-3"),
]  # fmt: skip

UNITS = [
    Rule("PART r:STEP u:UNIT", mean.unit_near, "late last year", "2021"),
    Rule("EDGEOF ( the | this ) u:UNIT", mean.unit_near, "the end of the year", "2022"),
    Rule("( earlier | later ) ( r:STEP | in the | that ) u:UNIT", mean.unit_near, "earlier this year",
         "2022"),
    Rule("this past u:UNIT", mean.past_stretch, "this past week", "P1W"),
    Rule("the? same u:UNIT", mean.same, "the same year", "2022"),
    Rule("<!( by | than ) ( the )? following u:UNIT", mean.later, "the following year", "2023"),
    Rule("( the )? ( previous | preceding ) u:UNIT", mean.earlier, "the previous month", "2022-09"),
    Rule("the next u:UNIT", mean.later, "the next day", "2022-10-15"),
    Rule("the u:UNIT ( before =( , | . | ; ) | earlier )", mean.earlier, "[the day before],", "2022-10-13"),
    Rule("the u:UNIT after =( , | . | ; )", mean.later, "[the day after].", "2022-10-15"),
    Rule("r:STEP u:UNIT", mean.unit_near, "last month", "2022-09"),
    Rule("that ( same )? u:UNIT", mean.same, "that day", "2022-10-14"),
    Rule("u:( year ) - end", mean.unit_near, "year-end", "2022", mod="END"),
    Rule("the ( latest )? quarter", mean.quarter_closed, "the quarter", "2022-Q3"),
    Rule("<=for the u:( year | month | week )", mean.one, "for [the year]", "P1Y"),
    Rule("the u:( year | month | week )", mean.unit_near, "the week", "2022-W41"),
]  # fmt: skip

COUNTED = [
    Rule("ABOUT? n:NUM u:UNITS ago", mean.ago, "three days ago", "2022-10-11"),
    Rule("ABOUT? ( n:ARTICLE | n:CARDINAL ) u:UNIT ago", mean.ago, "a year ago", "2021"),
    Rule("( a? SOME of? | many )? UNITS ago", mean.always("PAST_REF"), "years ago", "PAST_REF"),
    Rule("( not )? ( so )? long ago", mean.always("PAST_REF"), "long ago", "PAST_REF"),
    Rule("some time ago", mean.always("PAST_REF"), "some time ago", "PAST_REF"),
    Rule("ABOUT? n:NUM u:UNITS from ( now | today )", mean.from_now, "two weeks from now", "2022-W43"),
    Rule("( n:ARTICLE | n:CARDINAL ) u:UNIT from ( now | today )", mean.from_now, "a year from now", "2023"),
    Rule("ABOUT? n:NUM u:UNITS ( later | afterward | afterwards )", mean.later, "two days later",
         "2022-10-16"),
    Rule("( n:ARTICLE | n:CARDINAL ) u:UNIT ( later | afterward | afterwards )", mean.later, "a month later",
         "2022-11"),
    Rule("ABOUT? n:NUM u:UNITS ( earlier | before =( , | . | ; ) )", mean.earlier, "two weeks earlier",
         "2022-W39"),
    Rule("( n:ARTICLE | n:CARDINAL )? u:UNIT -? ( earlier | before =( , | . | ; ) )", mean.earlier,
         "a year earlier", "2021"),
    Rule("the? u:( year ) - ( ago | earlier ) ( period | quarter | month | level )?", mean.earlier,
         "year-ago", "2021"),
    Rule("the year ( ago | earlier ) ( period | quarter )", mean.earlier, "the year earlier period", "2021"),
]  # fmt: skip

VAGUE = [
    Rule("PRESENT !that", mean.always("PRESENT_REF"), "currently", "PRESENT_REF"),
    Rule("at the ( moment | present ( time )? )", mean.always("PRESENT_REF"), "at the moment", "PRESENT_REF"),
    Rule("at present", mean.always("PRESENT_REF"), "at present", "PRESENT_REF"),
    Rule("these days", mean.always("PRESENT_REF"), "these days", "PRESENT_REF"),
    Rule("PRESENTLIKE !( account | UNIT | UNITS )", mean.always("PRESENT_REF"), "current", "PRESENT_REF"),
    Rule("( more )? PASTWORD", mean.always("PAST_REF"), "recently", "PAST_REF"),
    Rule("the ( recent )? past !( BACK | NUM | UNITS | UNIT | SOME )", mean.always("PAST_REF"), "the past",
         "PAST_REF"),
    Rule("<!( as | too | how ) FUTUREWORD !( after | before | as )", mean.always("FUTURE_REF"), "soon",
         "FUTURE_REF"),
    Rule("the ( near | foreseeable | distant | immediate )? future", mean.always("FUTURE_REF"),
         "the near future", "FUTURE_REF"),
]  # fmt: skip

RULES = [*DAYS, *COUNTED, *UNITS, *VAGUE]
