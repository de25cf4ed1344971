"""Figures by another scale, units left in, and words said twice."""

from __future__ import annotations

from dragoman.reading.translation.row import EAST, ZH, Row, Strength, sign
from dragoman.terms import DoubtKind

_SCALE = "万 is ten thousand and 億 a hundred million: an engine that counts in thousands slips"

FIGURES: tuple[Row, ...] = (
    Row(
        r"\d{1,3}(?:,\d{3})+ thousand",
        "a figure ten, a hundred or a thousand times as large, or the number alone",
        _SCALE,
        "The dam cost 10,000 thousand yen.",
        EAST,
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    Row(
        r"(?:\d[\d,.]*|several|dozens of|tens of) ten[- ]thousands?",
        "so many times 10,000",
        "万 is ten thousand",
        "More than 30 ten thousand people came.",
        EAST,
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    Row(
        r"\d[\d,.]* (?:hundred|ten) (?:million|thousand)s?",
        "the number times that, in one figure",
        "億 is a hundred million, 千万 ten million",
        "The loss is 35 hundred million won.",
        EAST,
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    Row(
        r"\d[\d,.]* thousand millions?",
        "billion",
        "mil millones, mille millions: a thousand million",
        "The tax brings 3 thousand million euros.",
        ("es", "pt", "fr"),
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    Row(
        "milliards?",
        "billion",
        "Milliarde, milliard, миллиард: a thousand million",
        "The tunnel cost two milliards.",
        ("de", "fr", "ru", "pl"),
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    Row(
        r"\d[\d,.]* (?:lakhs?|crores?)",
        "100,000 (lakh) or 10 million (crore) times the number",
        "South Asian scale; its own papers write so in good English",
        "The bridge cost 4 crore.",
        ("hi", "ur", "bn"),
        DoubtKind.FIGURE,
    ),
    Row(
        r"\d{1,3},\d{1,2} (?=million|billion|percent|per cent|tons|tonnes|kilomet|degrees)",
        "a decimal point, not a comma",
        "most of Europe writes 3,5 for 3.5",
        "Prices rose by 3,5 percent.",
        ("de", "fr", "es", "it", "ru", "uk", "tr", "pt"),
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    Row(
        r"\d{1,3}(?:\.\d{3})+ "
        "(?=soldiers|people|men|troops|euros?|tons|tonnes|inhabitants|victims|dead|refugees)",
        "thousands, not decimals",
        "most of Europe writes 10.000 for ten thousand",
        "They sent 10.000 soldiers.",
        ("de", "es", "it", "pt", "tr", "nl"),
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    Row(
        r"\d[\d,.]* (?:mu|jin|pyeong|tsubo|dönüm|dunams?|versts?|poods?)",
        "a measure of the country, left as it is",
        "亩, 斤, 평, 坪, dönüm, верста",
        "The fire took 300 mu of forest.",
        ("zh", "ko", "ja", "tr", "ru"),
        DoubtKind.FIGURE,
        Strength.SURE,
    ),
    sign(r"the number is as high as", "多达", "The number is as high as forty.", ZH),
)

TWICE: tuple[Row, ...] = (
    Row(
        r"((?:\w+ ){2,5}\w+),? \1",
        r"\1, once",
        "engines repeat words when they lose the thread",
        "The ships left the port left the port.",
        (),
        strength=Strength.SURE,
    ),
    Row(
        r"(?:it (?:is|was) \w+ that,? ){2}",
        "reportedly; the text does not say who",
        "という, 고 한다: two endings of hearsay in one sentence",
        "It is said that it is said that the dam holds.",
        ("ja", "ko"),
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
)
