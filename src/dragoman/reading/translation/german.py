"""German: words."""

from __future__ import annotations

from dragoman.reading.translation.row import DE, Row, Strength
from dragoman.terms import DoubtKind

GERMAN: tuple[Row, ...] = (
    Row(
        "(?:transport|passenger|military|government|combat|fighter|rescue) machines?",
        "aircraft",
        "Maschine: an aircraft",
        "A transport machine landed in Kiel.",
        DE,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "the machines? (?:had |has |have )?(?:landed|crashed|took off|taken off|was shot down|"
            "were shot down|started from)"
        ),
        "the aircraft",
        "Maschine: an aircraft",
        "The machine crashed into the sea.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "(?:was|were|been|be) (?:collected|cashed) (?:in )?again",
        "was withdrawn",
        "wieder einkassiert",
        "The number was collected again.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "uninvolved (?:persons?|people|passers-by|parties)|the uninvolved",
        "bystanders",
        "Unbeteiligte",
        "Two uninvolved persons were hurt.",
        DE,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row("unrests", "unrest", "Unruhen", "The unrests lasted a week.", DE, DoubtKind.WORD),
    Row(
        (
            "<S>as (?:a |the )?grounds? (?:the|he|she|they|it|was|for)|(?:naming|without naming|"
            "named|gave) (?:any |the )?grounds(?=[,.;])"
        ),
        "reason",
        "Grund",
        "As ground the firm named a strike.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        r"(?:whether|when|how|who|what|why)\b[^.;]{3,120} remain(?:ed|s) open(?=[.,;])",
        "was not said, is unclear",
        "bleibt offen",
        "When the ferry sails again, remained open.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:government|police|press|army|ministry|company|military) speakers?(?=[ ,.](?:said|"
            r"says|[A-Z]|told|announced|of))|speakers? (?:of|for) the (?:\w+ ){0,2}(?:[Mm]inistry|"
            "[Gg]overnment|police|army|[Cc]ommission|company|authority|Foreign Office|military|"
            r"presidency|prosecutor\w*|Chancellor)"
        ),
        "spokesperson",
        "Sprecher",
        "A speaker of the EU Commission denied it.",
        DE,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        r"remind(?:ed|s) (?:on \w+ )?at (?:the|his|her|its)",
        "recalled, pointed to",
        "erinnern an",
        "He reminded at the flood of 1962.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "(?:German|many|small|rural|affected|all|some) communes",
        "municipalities",
        "Kommunen",
        "Many communes save water.",
        DE,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:state|arms|energy|armaments|oil|gas|car|defen[cs]e|media|technology|chemical|raw "
            r"materials) concerns?(?= [A-Z]| has\b| had\b|[,.])"
        ),
        "company, group",
        "Konzern: a group of companies",
        "The energy concern Alder cut the gas.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "per (?:decree|law|court order|resolution|video|telephone|telegram)",
        "by",
        "per",
        "He lifted the ban per decree.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "(?:the )?killed ones",
        "the dead",
        "die Getöteten",
        "The number of the killed ones grew.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|more) humans",
        "people",
        "Menschen",
        "Two humans died in the flood.",
        DE,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "abstain(?:ed|s|ing)? from the voice",
        "abstained",
        "sich der Stimme enthalten",
        "Three members abstained from the voice.",
        DE,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "prognos(?:is|es) (?:of|for) the (?:economy|growth|ministry|government|bank|institute)",
        "forecast",
        "Prognose",
        "The prognosis of the bank was lowered.",
        DE,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "set(?:s|ting)? an end to",
        "put an end to",
        "ein Ende setzen",
        "He set an end to the strike.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        (
            r"driv(?:e|es|ing|en) back (?:\w+ ){0,3}(?:operations?|activities|production|spending|"
            "military|presence)"
        ),
        "scales back",
        "zurückfahren: to reduce",
        "The mine will drive back production.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "light glimmer",
        "glimmer of hope",
        "Lichtblick",
        "A light glimmer came from the bank.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        ("exit from (?:Uzbekistan|Ukraine|Georgia|Moldova|Serbia|Spain|Bosnia|the federation|the state)"),
        "secession",
        "Austritt",
        "The law allows the exit from the federation.",
        DE,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:maintenance|construction|repair|clean-?up|rescue|extinguishing) works(?=[,.;]| at| "
            "on| in| have| were| are| began)"
        ),
        "work",
        "Arbeiten",
        "The repair works began at noon.",
        ("de", "ru"),
        DoubtKind.WORD,
    ),
    Row(
        "(?:UN|the UN|United Nations) (?:full|plenary) assembly",
        "General Assembly",
        "Vollversammlung",
        "The UN full assembly met.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "rockets? (?:ripped|fired off)|fired off (?:upon|on)",
        "missiles; fired at",
        "Rakete, abfeuern",
        "Ten rockets fired off upon the port.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        "oil steps out|gas steps out|(?:oil|gas|water) (?:steps|stepped) out",
        "leaks",
        "austreten",
        "A crack at which oil steps out.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:US|Western|American|NATO|British|German|[Ii]ntelligence|own|secret service) "
            "(?:findings|knowledge|insights|cognitions|discoveries)|(?:findings|knowledge|insights) "
            r"(?:of|from) (?:the )?(?:\w+ )?(?:intelligence|secret|NATO|US|West\w*)(?: services?)?"
        ),
        "intelligence",
        "Erkenntnisse: what services have found out",
        "According to US findings the port is empty.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:contract(?:ed|s|ing)?|pull(?:ed|s|ing)? together|dr(?:ew|awn|awing) together) "
            r"(?:[\w,-]+ ){0,6}(?:troops|soldiers|forces|units|tanks)|(?:troops|soldiers|forces|units|"
            "tanks) [^.;]{0,40}(?:contracted|pulled together|drawn together)"
        ),
        "massed",
        "zusammenziehen: to gather in one place",
        "The army has contracted more than ten units at the pass.",
        DE,
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:joint|military|large|large-scale|naval|winter|autumn|planned|started|Russian|NATO|"
            r"new) (?:\w+ )?man(?:eu|oeu)v(?:er|re)s?"
        ),
        "exercise",
        "Manöver, маневры, manœuvres",
        "The joint maneuvers end in June.",
        ("de", "ru", "fr"),
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "com(?:e|es|ing) towards (?:him|her|them|each other|Russia|Moscow|Kyiv|Kiev|the West|the "
            "other)|came towards (?:each other|Russia|Moscow|Kyiv|Kiev|the West)|(?:accommodation|"
            "accommodating|courtesy|obligingness|complaisance) (?:from|of|by|towards?|to) (?:the "
            r")?(?:Russia\w*|Moscow|Kyiv|Kiev|West\w*|NATO|Putin|other side|Kremlin|Washington|Berlin)"
        ),
        "concession",
        "entgegenkommen: to make a concession",
        "They see no courtesy from Moscow.",
        DE,
        DoubtKind.WORD,
    ),
)
