"""Russian and Ukrainian: words and set phrases."""

from __future__ import annotations

from dragoman.reading.translation.row import Row, Strength
from dragoman.terms import DoubtKind

SLAVIC: tuple[Row, ...] = (
    Row(
        (
            "(?:conduct(?:s|ed|ing)?|carr(?:y|ies|ied|ying) out|perform(?:s|ed|ing)?) (?:active |"
            "appropriate |explanatory |systematic |serious |the necessary |all the necessary |"
            "preventive )?work (?:on|to|with|in|for|among)|(?:work|active work) is (?:being "
            "(?:carried out|conducted)|underway)"
        ),
        "is working on it",
        "проводить работу",
        "The office conducts work on the road law.",
        ("ru", "uk"),
    ),
    Row(
        (
            "in (?:the )?conditions of (?:war|the war|martial|sanctions|the sanctions|a shortage|"
            "constant|the pandemic|full-scale|uncertainty|hostilities|active)"
        ),
        "under, during",
        "в условиях",
        "They sowed in the conditions of war.",
        ("ru", "uk"),
    ),
    Row(
        (
            "the given (?:questions?|issues?|problems?|situation|territory|decision|document|topic|"
            "law|fact|region|stage|case)"
        ),
        "this",
        "данный",
        "The given question was not discussed.",
        ("ru", "uk"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"from the side of (?=the (?:\w+ )?(?:authorities|enemy|government|ministry|state|police|"
            r"union|\w+ians?)|[A-Z])"
        ),
        "by, from",
        "со стороны, от",
        "Shots came from the side of the enemy.",
        ("ru", "uk", "tr"),
        DoubtKind.WORD,
    ),
    Row(
        "(?:the )?(?:speech|talk) (?:is|was|goes|went) about|it (?:is|was) a question of speech",
        "this concerns",
        "речь идёт о",
        "The speech is about two new ships.",
        ("ru", "uk"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "(?:the |Russian |of |by )occupants(?! of (?:the|a|an) (?:house|car|building|vehicle|"
            "room|flat|apartment|home|cell|boat|other|both))(?= |[.,])"
        ),
        "occupying troops",
        "окупанти",
        "The occupants fired at the bridge.",
        ("uk",),
        DoubtKind.WORD,
        unless=r"\b(?:car|house|vehicle|building|home|apartment|room|flat)s?\b",
    ),
    Row(
        (
            "(?:fires?|consequences|blaze|accident|breakthrough|leak) (?:was|were|has been|have been|"
            r"is being|are being) (?:\w+ )?(?:liquidated|eliminated|locali[sz]ed)|liquidat(?:ed|ing|"
            "ion of|e|ors? of) the (?:fire|consequences|accident|blaze)"
        ),
        "put out, cleared up",
        "ликвидировать",
        "The fire was liquidated at noon.",
        ("ru", "uk"),
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        "(?:was|were|been|being) (?:liquidated|eliminated)(?=[.,;]| (?:by|in|during|as))",
        "killed, or destroyed",
        "ликвидирован",
        "Two gunmen were eliminated in the hills.",
        ("ru", "uk"),
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            r"(?:employees?|workers?|staff) of (?:the )?(?:\w+ )?(?:police|SBU|FSB|Security Service|"
            r"Ministry of Emergenc\w+|special services?|law enforcement|prosecutor's office|State "
            "Emergency Service|National Guard|traffic police)"
        ),
        "officers of",
        "сотрудники",
        "Employees of the police closed the street.",
        ("ru", "uk", "fr"),
        DoubtKind.WORD,
    ),
    Row(
        r"(?:the )?(?:\w+ )?special services(?= of|[,.]| are| have| were| to| in| and)",
        "intelligence or security services",
        "спецслужбы, services spéciaux",
        "The special services are looking for him.",
        ("ru", "uk", "fr"),
        DoubtKind.WORD,
    ),
    Row(
        ("(?:power|force) (?:structures|ministries|agencies|bloc)(?=[,.;]| of| and| have| are| were| will)"),
        "armed and security services",
        "силовики",
        "The power structures were put on alert.",
        ("ru", "uk"),
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:the )?competent (?:organs|bodies)|organs of (?:state )?(?:power|internal affairs|"
            "local self-government|self-government|government|security)|(?:law enforcement|state|"
            "security|investigative) organs"
        ),
        "authorities",
        "органы",
        "The competent organs know of it.",
        ("ru", "uk"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"defeat(?:ed|s|ing)? (?:\d+ |an? |the |two |three |four |five |enemy |of )*(?:tanks?|"
            "depots?|command posts?|warehouses?|ammunition|areas? of concentration|concentrations?|"
            "launchers?|drones?|targets|objects?|radars?|artillery|positions)(?=[ ,.])"
        ),
        "hit",
        "поразить, ураження: to hit",
        "The crew defeated two depots and a radar.",
        ("ru", "uk"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "(?:critical |energy |civilian |civil |military |infrastructure |industrial "
            ")(?:infrastructure )?objects?(?= of|[,.;]| in| were| was| and| near)|objects? of "
            "(?:critical|energy|civilian|military|social|the enemy|infrastructure)"
        ),
        "facility",
        "объект",
        "Two energy objects were hit.",
        ("uk", "ru"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"(?:there (?:was|were)|recorded|record|fixed|after|were) (?:an? |the |\w+ "
            ")?arrivals?(?=[,.;]| (?:of|in) (?:the |a )?(?:missiles?|drones?|rockets?|shells?|"
            "private|residential|enemy|infrastructure))"
        ),
        "hit, impact",
        "прилёт, приліт",
        "Two arrivals were bad, and there was an arrival of a missile.",
        ("uk", "ru"),
    ),
    Row(
        (
            "(?:loud |strong )?(?:cotton|claps) (?:was|were|sounded|rang)|(?:heard|sounded) (?:a |"
            "loud |the )*(?:cotton|claps)"
        ),
        "explosion",
        "хлопок",
        "Residents heard loud cotton at night.",
        ("ru",),
        DoubtKind.WORD,
    ),
    Row(
        "people's deput(?:y|ies)",
        "member of parliament",
        "народный депутат",
        "The people's deputy left the hall.",
        ("uk", "ru"),
        DoubtKind.WORD,
    ),
    Row(
        "[Cc]hairman of the (?:Government|Council of Ministers)",
        "prime minister",
        "председатель правительства",
        "The Chairman of the Government resigned.",
        ("ru", "uk"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"head of the (?:\w+ )?(?:MFA|Foreign Ministry|Ministry of Foreign Affairs|Foreign Policy "
            "Department)"
        ),
        "foreign minister",
        "глава МИД",
        "The head of the Foreign Ministry was late.",
        ("ru", "uk"),
        DoubtKind.WORD,
    ),
    Row(
        "(?:the )?(?:regime of silence|silence regime|regime of (?:a )?(?:ceasefire|silence))",
        "ceasefire",
        "режим тишины",
        "The regime of silence held for an hour.",
        ("ru",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "in (?:the|a) (?:regime|mode|format) of (?:a )?(?:video ?-?conference|video ?-?link|"
            "teleconference|silence|manual)"
        ),
        "by",
        "в режиме",
        "They spoke in the mode of video conference.",
        ("ru", "uk"),
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        (
            "in (?:the )?(?:near|nearest|short|long|medium|medium-term|long-term) perspective|"
            "perspectives (?:of|for) (?:the )?(?:cooperation|development|bilateral|interaction|"
            "settlement|joining)"
        ),
        "prospects; in that time",
        "перспектива, Perspektive",
        "They discussed perspectives of cooperation in trade.",
        ("ru", "uk", "de", "fr"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several) (?:more )?(?:people|"
            "persons|civilians|residents|children|women|men|servicemen) (?:have |also |were "
            ")?(?:suffered|affected)(?=[.,;]| as a result| from the (?:shelling|attack|strike|"
            "explosion)| in the)"
        ),
        "were injured",
        "пострадали",
        "Two residents suffered as a result of the blast.",
        ("ru", "uk"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"introduc(?:e|ed|es|ing|tion of) (?:\w+ )?(?:troops|peacekeepers|a contingent|its army|"
            "the army)"
        ),
        "sent in",
        "ввести войска: to send in",
        "Moscow introduced troops in August.",
        ("ru", "uk"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "reali[sz]ation of the (?:agreements?|plans?|decisions?|projects?|programs?|memorandum)",
        "carrying out",
        "реализация",
        "The realization of the agreements is late.",
        ("es", "fr", "it", "pt", "tr"),
        DoubtKind.WORD,
    ),
)
