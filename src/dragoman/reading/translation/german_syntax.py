"""German: who acts, when, and set phrases."""

from __future__ import annotations

from dragoman.reading.translation.row import DE, Row, Strength
from dragoman.terms import DoubtKind

GERMAN_SYNTAX: tuple[Row, ...] = (
    Row(
        r"in the night (?:to|on|from \w+ to)(?: the)? (?:<DAY>|<MONTH>|\d)",
        "in the night before that day",
        "in der Nacht zum: the night that ends in it",
        "In the night to Monday snow fell.",
        DE,
        DoubtKind.TIME,
        Strength.SURE,
    ),
    Row(
        (
            r"<S>in [A-Z]\w+ one (?:still |now |also )?(?:reacted|warns|warned|fears|feared|hopes|"
            "hoped|speaks|spoke|stepped|sees|wants|wanted|knows|expects|expected|assumes|assumed|"
            "relies|counts)"
        ),
        "they; the government there",
        "man: people in general, or a government",
        "In Bern one hopes for rain.",
        DE,
        DoubtKind.SUBJECT,
        Strength.SURE,
    ),
    Row(
        (
            "one (?:does not want|wants no|reacted|fears that|assumes that|hopes for|speaks of|would "
            r"speak|would like to|warns)|(?:in the \w+|there) one (?:warns|hopes|fears|reacted|speaks)"
        ),
        "they, the ones named before",
        "man: people in general, or a government",
        "One wants no quarrel, said the mayor.",
        DE,
        DoubtKind.SUBJECT,
    ),
    Row(
        r"one was still \w+ing",
        "they were still at it",
        "man",
        "While one was still counting, the lights went out.",
        DE,
        DoubtKind.SUBJECT,
        Strength.SURE,
    ),
    Row(
        (
            "<S>one (?:has|had|must|does|will) (?:not |also |now )?(?:found|agreed|decided|taken|"
            "seen|to|want|talk|make|speak|give|wait)"
        ),
        "they, or we",
        "man",
        "One has agreed on nothing, said the envoy.",
        DE,
        DoubtKind.SUBJECT,
    ),
    Row(
        (
            "an? (?:investigation|examination|inspection|inquiry|observation|control) of "
            "(?:independent|international|neutral|external) (?:experts|observers|investigators|"
            "inspectors)"
        ),
        "by, not into, them",
        "von: by or of",
        "They want an investigation of independent experts.",
        ("fr",),
        DoubtKind.SUBJECT,
    ),
    Row(
        "no single (?:soldier|shot|state|country|person|one|word|case|ship|aircraft|euro) ",
        "not a single",
        "kein einziger",
        "No single shot was fired.",
        DE,
    ),
    Row(
        "step(?:ped|s|ping)? on the brakes?",
        "slows it down",
        "auf die Bremse treten",
        "The minister stepped on the brake.",
        DE,
    ),
    Row(
        "(?:in front of|before) (?:the )?running cameras?",
        "while the cameras were rolling",
        "vor laufender Kamera",
        "He shouted in front of running camera.",
        DE,
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        r"lets the \w+ (?:closed|shut|open)(?=[,.;]| -|$)",
        "leaves it so",
        "lassen",
        "The firm lets the door shut.",
        DE,
    ),
    Row(
        "still (?:on|in) the (?:same )?(?:day|evening|night|second day|afternoon)(?=[.,;]| of)",
        "that very day; as early as",
        "noch am selben Tag: so soon",
        "He took it back still on the same day.",
        DE,
        DoubtKind.TIME,
    ),
    Row(
        (
            "<S>(?:On <DAY>|Already on <DAY>|Meanwhile|Yesterday|Then|Also abroad|Nevertheless|In "
            "<MONTH>|For that case|Shortly before|Hardly) (?:arrived|threatened|communicated|"
            "declared|strove|flowed|landed|announced|demanded|explained|died|reproached|warned|fired|"
            "attacked|killed|arrested|accused|met|signed) (?=(?:him |her |it |them |again )?(?:the|a|"
            r"an|also|in|[A-Z]|\w+ people))"
        ),
        "the one who acts stands behind the verb",
        "verb before subject, as in German",
        "On Sunday arrived the first ships.",
        DE,
        DoubtKind.SUBJECT,
        Strength.SURE,
    ),
    Row(
        (
            "(?<=[a-z,] )(?:communicated|threatened|demanded|declared|reproached) (?:him |her )?the "
            r"(?:[\w-]+ ){0,3}(?:ministry|concern|agency|government|police|office|authority|army|"
            "president|chief|minister)(?= of| in|[.,]|$)"
        ),
        "the one who acts stands behind the verb",
        "verb before subject, as in German",
        "The trains have arrived, communicated the transport ministry.",
        DE,
        DoubtKind.SUBJECT,
    ),
    Row(
        (
            "invit(?:es?|ed|ing) to (?:talks|a meeting|a conference|a summit|a dialogue|dialogue|the "
            "table)(?=[,.;]| in| on| with)"
        ),
        "invites somebody to; whom was lost",
        "laden zu, invitar a",
        "The mayor invites to talks on Friday.",
        ("de", "fr", "es", "ru"),
        DoubtKind.SUBJECT,
    ),
    Row(
        r"in the last time(?=[,.;]| the\b| has\b| have\b| more\b)",
        "recently",
        "in letzter Zeit",
        "In the last time the strikes increased.",
        DE,
        DoubtKind.TIME,
    ),
    Row(
        (
            r"(?:is|are|lives?|runs?|fights?|stands?|sits?|rules?|governs?) (?:\w+ ){0,3}since (\d+|"
            "two|three|four|five|six|seven|eight|nine|ten|several|many|some) (days|weeks|months|"
            "years)"
        ),
        r"for \1 \2",
        "seit, depuis",
        "He rules since ten years.",
        ("de", "fr"),
        DoubtKind.TIME,
        unless=r"\bit (?:is|has)\b",
    ),
    Row(
        (
            r"<S>before (\d+|two|three|four|five|several|a few) (days|weeks|years|months) (?:had|the|"
            "he|she|it|they)"
        ),
        r"\1 \2 ago",
        "vor",
        "Before three days the ship sank.",
        DE,
        DoubtKind.TIME,
        Strength.WEAK,
    ),
    Row(
        (
            r"the (?:by|from) (?:the )?\w+ (?:occupied|attacked|controlled|supported|declared|planned|"
            "announced|annexed|conquered)"
        ),
        "done by the one named",
        "a whole clause before the noun, as in German",
        "The by rebels occupied town is silent.",
        DE,
        DoubtKind.SUBJECT,
        Strength.SURE,
    ),
    Row(
        "an?other (?:one|further) (?:is )?not planned|a further one",
        "another",
        "ein weiterer",
        "A further one is not planned.",
        DE,
    ),
    Row(
        "(?:has|had|have) (?:enkindled|ignited|sparked) (?:itself|themselves) (?:at|on)",
        "was sparked by",
        "sich entzünden an",
        "The quarrel had ignited itself at the price.",
        DE,
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        (
            "invit(?:es?|ed|ing) you (?:to|for) (?:talks?|a talk|a conversation|conversation|a "
            "meeting|discussions?)"
        ),
        'invites somebody else to talks; "you" was made up',
        "lädt zum Gespräch",
        "The king invites you to talk.",
        ("de", "fr", "es", "ru"),
        DoubtKind.SUBJECT,
        unquoted=True,
    ),
    Row(
        (
            "(?:seek(?:s|ing)?|sought|look(?:s|ed|ing)? for|search(?:es|ed|ing)? for) (?:the |more "
            ")?(?:closeness|proximity|nearness)(?: to| of| with)?"
        ),
        "seeks closer ties",
        "sucht die Nähe: figurative",
        "The king seeks the proximity of his neighbours.",
        DE,
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        ("<S>as (?:justification|reason|pretext|proof|occasion|example) (?:served|serves|gave|named|cited)"),
        "the reason was; who gives it stands behind the verb",
        "als Begründung diente: verb before subject",
        "As reason served a storm.",
        DE,
        DoubtKind.SUBJECT,
    ),
)
