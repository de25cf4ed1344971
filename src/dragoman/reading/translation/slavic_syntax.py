"""Russian and Ukrainian: who acts, when, and mere signs."""

from __future__ import annotations

from dragoman.reading.translation.row import Row, sign
from dragoman.terms import DoubtKind

SLAVIC_SYNTAX: tuple[Row, ...] = (
    sign(
        "within the framework of",
        "в рамках, im Rahmen",
        "Within the framework of the fair, they met.",
        ("ru", "uk", "de", "fr", "zh"),
    ),
    Row(
        (
            r"(?:during|over|in|for) the (?:past|last|current|previous) day(?=[,.;]| the\b| in\b| "
            r"at\b| alone\b| there\b)"
        ),
        "in the past 24 hours",
        "за сутки, протягом доби",
        "Over the past day the village was shelled twice.",
        ("ru", "uk"),
        DoubtKind.TIME,
        unquoted=True,
    ),
    sign("per day(?=,| the enemy| Russian)", "за сутки", "Five raids per day, he said.", ("uk", "ru")),
    sign(
        "(?:manpower|personnel) and (?:military )?equipment",
        "живая сила и техника",
        "They lost manpower and equipment.",
        ("ru", "uk"),
    ),
    sign(
        "areas? of concentration", "районы сосредоточения", "It hit an area of concentration.", ("ru", "uk")
    ),
    sign(
        "(?:barrel|cannon|tube) artillery",
        "ствольная артиллерия",
        "They used barrel artillery.",
        ("ru", "uk"),
    ),
    sign(
        (
            "the enemy (?:fired|attacked|struck|hit|lost|shelled|used|tried|continues|launched|is "
            "trying|carried)"
        ),
        'the paper speaks of "the enemy"',
        "The enemy fired at the farm.",
        ("uk", "ru"),
        unquoted=True,
    ),
    sign(
        r"settlements? of [A-Z]\w+|populated areas?",
        "населённый пункт",
        "The settlement of Alder is cut off.",
        ("ru", "uk"),
    ),
    sign(
        "the situation (?:around|surrounding)",
        "вокруг",
        "They spoke of the situation around the dam.",
        ("ru", "uk"),
    ),
    Row(
        (
            "(?:following|by|based on|on|according to) the results of (?:the|his|her|their|a|"
            "today's) (?:talks|negotiations|meeting|summit|visit|conversation|day|year|session|call)"
        ),
        "after",
        "по итогам",
        "Following the results of the meeting he smiled.",
        ("ru", "uk"),
        DoubtKind.TIME,
    ),
    Row(
        (
            r"(?:was|were) held (?:a|an|the) (?:\w+ )?(?:meeting|summit|session|ceremony|conference|"
            "briefing|conversation|rally)"
        ),
        "it was held; the subject stands behind the verb",
        "состоялось: verb before subject",
        "In Riga was held a meeting of the union.",
        ("ru", "uk"),
        DoubtKind.SUBJECT,
    ),
    sign(
        "<S>in (?:his|her|its|their) turn,", "в свою очередь", "In his turn, the envoy nodded.", ("ru", "uk")
    ),
    sign(
        (
            r"(?:he|she|the \w+) (?:specified|summed up|summarized|emphasized|underlined|noted|"
            r"added)\.(?= |$)"
        ),
        "a bare verb of saying at the end",
        '"The road is open", he noted.',
        ("ru", "uk"),
    ),
    sign(
        "(?:of )?(?:moderate|medium|average) (?:severity|gravity)",
        "средней тяжести",
        "He is in a state of medium gravity.",
        ("ru", "uk"),
    ),
    sign(
        "in connection with (?:this|that|which)",
        "в связи с этим",
        "In connection with this, the road was shut.",
        ("ru", "uk"),
    ),
    sign(
        "(?:AFU|Armed Forces of Ukraine|ZSU|VSU|DPR|LPR) (?:units|servicemen|fighters|militants)",
        "подразделения ВСУ",
        "AFU units left the farm.",
        ("ru", "uk"),
    ),
    Row(
        (
            "(?:Russia|Ukraine|Belarus|Germany|France|Turkey|Iran|China|the (?:ministry|government|"
            "company|agency|Union)) (?:said|announced|stated|declared|noted|added|stressed) that "
            "(?:he|she) (?:is|was|will|has|had|would)"
        ),
        "it, they or we",
        "the gender of the noun, or no subject at all",
        "The ministry said that she will close the bridge.",
        ("ru", "uk"),
        DoubtKind.SUBJECT,
    ),
    sign("on the territory of", "на территории", "A plant on the territory of the city.", ("ru", "uk")),
    sign(
        "in the course of the (?:conversation|meeting|talks|negotiations)",
        "в ходе",
        "In the course of the conversation he rose.",
        ("ru", "uk"),
    ),
    sign(
        (
            "<S>(?:recall(?:,| that)|we will remind|let us recall|let us remind|we remind|as a "
            "reminder,|it should be noted)"
        ),
        "напомним, следует отметить",
        "We will remind, the bridge fell in May.",
        ("ru", "uk"),
    ),
    sign(
        ("earlier,? it (?:was|became) (?:reported|known)|as (?:it was )?(?:previously |earlier )?reported,"),
        "ранее сообщалось",
        "Earlier it was reported that he left.",
        ("ru", "uk"),
    ),
    sign("it became known (?:that|about)", "стало известно", "It became known that he left.", ("ru", "uk")),
    sign(
        r"reports? (?:a|the|our) (?:\w+ )?correspondent",
        "передаёт корреспондент",
        "He left, reports a correspondent.",
        ("ru", "uk"),
    ),
)
