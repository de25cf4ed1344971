"""German: what is only reported came out as fact, duty or consequence; and mere signs."""

from __future__ import annotations

from dragoman.reading.translation.row import DE, Row, Strength, sign
from dragoman.terms import DoubtKind

GERMAN_HEARSAY: tuple[Row, ...] = (
    Row(
        (
            r"""(?<=[,”"»] )so (?=[A-Zat0-9])(?:(?:[A-Z][\w.'’-]*|\d+-year-old|[a-z]*(?:minister|"""
            r"spokes\w+|president|chancellor|ministry|head|mayor|general|expert|politician|adviser|"
            r"advisor|police|prosecutor\w*|agency|diplomat|ambassador|authorities|leader|chief|"
            "negotiator|commander|governor|director|researcher|economist|historian|further)|of|the|"
            "in|for|on|at|and|a|delegation|message|video|interview|statement|foreign|federal|deputy|"
            r"former|further|russian|ukrainian),? ){1,15}(?:[A-Z][\w.'’-]*|\d+-year-old|"
            r"[a-z]*(?:minister|spokes\w+|president|chancellor|ministry|head|mayor|general|expert|"
            r"politician|adviser|advisor|police|prosecutor\w*|agency|diplomat|ambassador|authorities|"
            "leader|chief|negotiator|commander|governor|director|researcher|economist|historian|"
            "further)|of|the|in|for|on|at|and|a|delegation|message|video|interview|statement|foreign|"
            "federal|deputy|former|further|russian|ukrainian)(?=[.;])"
        ),
        "said or says the one named",
        '"so" for "so der Minister": who says it',
        "The port is full, so the mayor of Kiel.",
        DE,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        (
            r"should (?:also |already |again |now )*have (?:also |already )*(?:been )?(?:\w+ed|taken|"
            "given|gone|shot|sent|met|made|said|fled|flown|lost|won|known|seen|held|left|broken|"
            "begun|paid|sold|hit|brought|told|led)"
        ),
        "is said to have; or was to",
        "soll … haben: hearsay; sollte: a plan",
        "Two men should have fled over the roof.",
        DE,
        DoubtKind.HEARSAY,
        unless=r"if\b|better\b|earlier\b|sooner\b|ought",
    ),
    Row(
        (
            "should (?:then |also |already |now |again |not |only |still |initially )*(take place|"
            "begin|start|be held|be business of|be resumed|come into force|apply|arrive|be completed|"
            r"be delivered|be decided|be signed|follow|run|be presented|be moved|be stationed) (?!a\b)"
        ),
        r"is to \1",
        "soll: a plan or hearsay, not a duty",
        "The second round should take place in Bonn.",
        DE,
        DoubtKind.HEARSAY,
    ),
    Row(
        "actually (?:should|(?:the )?(?:last|first|planned))",
        "originally; it was meant so and came otherwise",
        "eigentlich, not tatsächlich",
        "It was actually the last day of the fair.",
        DE,
        DoubtKind.HEARSAY,
    ),
    Row(
        r"(?:its|such an?|the) (?:[\w-]+ ){1,5}be (?:no|exclusively|only|purely|already|solely)",
        "is, as they say",
        "Konjunktiv: it is what somebody says",
        "Its task be exclusively the guard of the dam.",
        DE,
        DoubtKind.HEARSAY,
        unless=(
            r"\b(?:that|if|whether|lest|let|could|would|will|should|must|may|might|can|to|not|shall|"
            r"demand\w*|insist\w*)\b"
        ),
    ),
    Row(
        "would be (?:continued|examined|prolonged|extended|checked|upheld|resumed)(?=[;.,])",
        "is being done, as they say",
        "Konjunktiv: it is what somebody says",
        "The search would be continued.",
        DE,
        DoubtKind.HEARSAY,
        Strength.WEAK,
        unless=r"\bif\b",
    ),
    Row(
        (
            "(?:had|was|is|has) (?:been )?the talk (?:been )?(?:of|about)|the talk (?:is|was|has "
            "been|had been) of"
        ),
        "it was said; there was mention of",
        "die Rede ist von",
        "First had the talk been of two ships.",
        DE,
        DoubtKind.HEARSAY,
    ),
    Row(
        "according to own (?:statements?|words|information|accounts?|data|declarations?)",
        "by its own account",
        "nach eigenen Angaben",
        "The firm is, according to own statements, solvent.",
        DE,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    sign(
        r"according to (?:\w+ ){0,2}(?:statements|information) (?:of|by|from)",
        "nach Angaben",
        "According to statements of the police, it rained.",
        DE,
    ),
    Row(
        (
            "it (?:again |repeatedly |also )?(?:came|comes|has come|had come|would come|would only "
            "come|will come) to (?:violent |heavy |new |serious |fierce |a |an |the |several |"
            "isolated |renewed )*(?:clashes|fighting|explosions?|incidents?|riots|protests|scuffles|"
            "arrests|shootings?|unrests?|meetings?|exchange|talks|losses|battles)"
        ),
        "there were, or would be",
        "es kommt zu: it happens",
        "At the gate it came to clashes.",
        DE,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        (
            r"h(?:old|olds|eld) (?:also )?(?:\w+ ){1,6}for (?:too (?:low|high)|possible|likely|wrong|"
            "impossible|conceivable|realistic|exaggerated|credible|necessary|unlikely)"
        ),
        "considers it so",
        "halten für: an opinion",
        "The union holds the sum for too low.",
        DE,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    sign(
        (
            "(?:signed|announced|opened|condemned|visited|ordered|rejected|confirmed|accused|"
            "received|published|met) on <DAY> the"
        ),
        "day between verb and object",
        "He signed on Monday the treaty.",
        DE,
    ),
    sign(
        (
            "(?:has|have) (?:ended|arrived|died|announced|signed|declared|decided|met|said|begun|"
            "started|called|confirmed|warned|accused|rejected|ordered) (?:on <DAY>|yesterday|last "
            "night)"
        ),
        "perfect tense with a past day",
        "The match has ended on Monday.",
        DE,
    ),
    Row(
        (
            r"(?:gave|gives|showed|shows) (?:himself|herself|itself|themselves) (?:\w+ )?(?:convinced|"
            "composed|satisfied|optimistic|concerned|disappointed|surprised|confident|worried|open|"
            "shocked|unimpressed|cautious|willing)"
        ),
        "said to be, or seemed",
        "zeigt sich, gibt sich: how one wants to be seen",
        "The mayor showed himself convinced.",
        DE,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    sign("atomic weapons?", "Atomwaffen", "They spoke of atomic weapons.", DE),
    sign(r"\((?:SPD|CDU|CSU|FDP|AfD|ÖVP|SPÖ|FPÖ)\)", "a party in brackets", "Anna Alder (SPD) said no.", DE),
    sign(r"\d{1,2}[:.]\d{2} (?:o'clock|clock)", "Uhr", "Closed from 20:00 o'clock on.", DE),
    sign(
        r"\d{1,2}\.\d{1,2}\.\d{4}",
        "day, month and year with points",
        "Stand: 04.03.2021",
        ("de", "ru", "uk", "tr", "pl"),
    ),
    sign(
        "the Federal (?:Government|Chancellor|President)",
        "Bundesregierung",
        "The Federal Government met.",
        DE,
    ),
    Row(
        r"let(?:s)? (?:itself|themselves) be (\w+ed|seen|found|made)",
        r"can be \1",
        "lässt sich",
        "The leak let itself be sealed.",
        DE,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        "<S>(?:accordingly|therefore|according to that|thereafter|consequently),",
        "according to that report or person",
        "demnach, danach: hearsay, not a consequence",
        "Accordingly, the ship had left at noon.",
        DE,
        DoubtKind.HEARSAY,
        Strength.WEAK,
    ),
    Row(
        (
            "should (?:also |then |now |thus |above all )*(?:help|serve|ensure|prevent|show|secure|"
            "protect|strengthen|deter|enable|guarantee|lead|make|give|provide|support|receive|become|"
            r"remain|go|come|bring|be \w+ed)"
        ),
        "is meant to, or as they demand",
        "soll, sollte: somebody's purpose or demand",
        "The fence should prevent floods.",
        DE,
        DoubtKind.HEARSAY,
        Strength.WEAK,
        unquoted=True,
    ),
    Row(
        r"<S>so (?:[A-Z]\w+|the \w+|all) (?:\w+ )?(?:should|is to|are to|shall)",
        "for instance, as they demand",
        "so soll: an instance of a demand",
        "So the mayor should resign.",
        DE,
        DoubtKind.HEARSAY,
    ),
    sign("Kremlin (?:chief|boss)", "Kremlchef", "The Kremlin chief waved.", DE),
    sign(
        (
            "(?:[Mm]inistry|government|leadership) in (?:Moscow|Kyiv|Kiev|Minsk|Beijing|Ankara|"
            "Tehran|Washington|Warsaw|Berlin|Baku|Yerevan)"
        ),
        "Ministerium in Moskau",
        "The ministry in Ankara denied it.",
        DE,
    ),
    sign(
        "the Western (?:military|defen[cs]e) alliance",
        "das westliche Bündnis",
        "The Western military alliance met.",
        DE,
    ),
    sign(
        "(?:state|news) agency (?:Tass|TASS|Ria|RIA|Interfax|Belta|BelTA)",
        "Staatsagentur Tass",
        "The state agency Tass reported it.",
        DE,
    ),
    sign(
        r"the \d\d-year-old (?=said|had|has|was|is|also|told|announced|wants)",
        "der 69-Jährige for a person just named",
        "The 69-year-old also sings.",
        DE,
    ),
    sign(r"German Press Agency|\(dpa\)", "dpa", "The German Press Agency asked.", DE),
    Row(
        (
            r"(?:gave|gives|showed|shows) (?:himself|herself|itself|themselves) the (?:\w+ "
            "){1,3}(?:composed|convinced|satisfied|optimistic|concerned|confident|worried|open|"
            "unimpressed)"
        ),
        "the one named seemed or claimed to be",
        "gab sich gelassen: how one wants to be seen",
        "Before the press gave himself the mayor composed.",
        DE,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
)
