"""Korean."""

from __future__ import annotations

from dragoman.reading.translation.row import KO, Row, Strength, sign
from dragoman.terms import DoubtKind

KOREAN: tuple[Row, ...] = (
    Row(
        "it (?:is|was) analy[sz]ed (?:that|as|to)",
        "observers think; the text does not say who",
        "분석된다: the paper's guess",
        "It is analyzed that the mayor wants time.",
        KO,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        "it (?:is|was|has been) evaluated (?:that|as|to be)",
        "it is seen as; the text does not say by whom",
        "평가된다: a judgement",
        "It is evaluated as a defeat for the coach.",
        KO,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        r"it is known that|is known to have (?:been )?\w+ed|was known to have",
        "reportedly; the text does not say who",
        "알려졌다: hearsay, not knowledge",
        "It is known that the chairman fled by boat.",
        KO,
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            "it (?:was|is) (?:confirmed|learned|learnt|understood|reported|found|identified|heard) "
            "(?:that|to|on the)"
        ),
        "reportedly; the text does not say who",
        "확인됐다, 전해졌다: hearsay, with nobody named",
        "It was learned that two ships turned back.",
        KO,
        DoubtKind.HEARSAY,
    ),
    Row(
        r"""(?<=[.!?]["”’'] )(?:I|He|She|It|They) (?:did|said|is|was|has)\.""",
        "he or she said so; words left over from the end of a report",
        "라고 했다 cut off from its sentence",
        '"The road is open." I did.',
        KO,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        (
            "<S>(?:I did|It did|It was|He did|She did|They did|It turned out|It was confirmed|It was "
            "found|It is known|It was known|I've been doing it|I have been doing it|I was|I am doing "
            r"it|It is said|It was said|It's said)\."
        ),
        "nothing, or: it is said",
        "the ending of a report, cut off as a sentence",
        "The queue is long. It turned out.",
        KO,
        DoubtKind.HEARSAY,
    ),
    Row(
        r"<S>(?:He|She|They) said\.(?= |$)",
        "nothing; it ends the sentence before",
        "고 말했다, cut off as a sentence",
        "The gate was shut at noon. He said.",
        KO,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        (
            "it (?:is|was) (?:the|a) (explanation|analysis|position|view|judg[e]?ment|interpretation|"
            "prospect|diagnosis|forecast|observation|assessment|opinion|intention|policy|"
            "calculation) (?:that|of|to)"
        ),
        r"the \1, of somebody named before, is that",
        "라는 설명이다: it is somebody's word",
        "It is the explanation that the pump failed.",
        KO,
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            "the (?:view|opinion|analysis|prospect|observation|assessment)s?(?: that [^.]{3,120})? "
            "(?:is|are) dominant"
        ),
        "most observers think",
        "지배적이다",
        "The view that prices will fall is dominant.",
        KO,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        "(?:is|are|was|were) in (?:a|the) position (?:that|of not)",
        "maintains that",
        "입장이다: a stand, not a place",
        "The club is in the position that the goal was valid.",
        KO,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        (
            "(?:drew|draws|drawing|draw) (?:a|the) line(?=[,.;]| with| at the| on the| against| "
            "saying| by saying| that| to the| the next| to (?:rumou?rs|claims|reports))"
        ),
        "denied it, or kept its distance",
        "선을 긋다, 一線を画す",
        "The bank drew a line, saying no sale is planned.",
        ("ko", "ja"),
    ),
    Row(
        "blood(?:shed)? (?:incident|situation|accident)",
        "bloodshed",
        "유혈 사태",
        "The blood incident on the square is under review.",
        KO,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "in (?:front of|the front yard of) (?:Ukraine|Taiwan|Israel|Korea|Japan|Poland|"
            "Georgia)(?=[,.;…]| with| to)"
        ),
        "close to the border of, at the gates of",
        "코앞, 앞",
        "Tanks gathered in front of Georgia.",
        KO,
        DoubtKind.PHRASE,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:arrang|prepar)(?:ed|es|ing) (?:a|the) (?:seat|place)(?=[,.;]| for| to| where)|made "
            "(?:a|the) seat for"
        ),
        "arranged a meeting",
        "자리를 마련하다",
        "The envoy arranged the seat for both sides.",
        KO,
    ),
    Row(
        "different (?:for|by) each (?:mouth|person|speaker)",
        "different depending on whom one asks",
        "말하는 사람마다",
        "The number is different for each mouth.",
        KO,
    ),
    Row(
        (
            "chang(?:e|ed|es|ing) (?:his|her|its|their|the) words?(?=[,.;]| since| about| and| on| "
            "after| again| within)"
        ),
        "changed its account",
        "말을 바꾸다",
        "The office changed its words within a day.",
        KO,
    ),
    Row(
        (
            r"(?:caught|grabb?(?:ed|ing|s)|holds?|held|holding|catch(?:es|ing)?) (?:\w+ )?(?:by "
            ")?(?:the|his|her|its|their) ankles?"
        ),
        "held back",
        "발목을 잡다",
        "High prices caught the ankle of the party.",
        KO,
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        (
            "evolv(?:e|ed|ing) (?:the )?(?:controversy|fires?|backlash|situation|rumou?rs)|(?:in|to|"
            "into|on) evolution of the (?:controversy|fire|rumou?rs?)|(?:went|stepped|came) out to "
            "(?:evolve|evolution)"
        ),
        "tries to put out",
        "진화: to put out a fire; another word of the same sound means evolution",
        "The office went out to evolve the controversy.",
        KO,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            r"(?:pour(?:ed|ing|s)?|spit(?:ting|s)?|spat|spew(?:ed|ing)?|vomit(?:ed|ing)?) out (?:\w+ "
            ")?(?:criticism|remarks?|words?|harsh|complaints?|threats?)"
        ),
        "said in anger",
        "쏟아내다, 내뱉다",
        "He poured out harsh words at the court.",
        KO,
    ),
    Row(
        "rais(?:ed|es|ing) (?:its|his|her|their) voices? (?:that|of criticism|saying)",
        "said more loudly",
        "목소리를 높이다",
        "The union raised its voice that the law must go.",
        KO,
    ),
    Row(
        "(?:is|are|was|were|still|remains?) (?:still )?in (?:the|a) fog(?=[,.;])",
        "unclear",
        "오리무중, 안갯속",
        "The date of the vote is still in the fog.",
        KO,
    ),
    Row(
        "(?:told|with|to|by) the main (?:paper|newspaper|magazine)",
        "this newspaper",
        "본지",
        "He told the main paper that he would run.",
        KO,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    sign(
        "reporter [A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+)?",
        "a byline as Korean papers set it",
        "Reporter Choi Bo-ram",
        KO,
    ),
    sign(
        r"(?:Input|Entered|Modified|Registered) \d{4}[.-]\d{2}[.-]\d{2}",
        "a time stamp as Korean papers set it",
        "Input 2021.03.04 09:12",
        KO,
    ),
    sign(
        r"<S>(?:also )?on the (?:morning|afternoon|evening) of the \d{1,2}(?:st|nd|rd|th)",
        "days without a month",
        "On the morning of the 4th, snow fell.",
        KO,
    ),
    sign("to the effect that", "취지", "He spoke to the effect that he was tired.", KO),
    sign(
        r'President [A-Z]\w+ [a-z]+, "|(?:criticized|emphasized|explained|pointed out|declared), "',
        "a quotation tied on with a comma",
        'He criticized, "The plan is empty."',
        KO,
    ),
    Row(
        "in front of (?:the )?(?:nose|noses)",
        "very close to",
        "코앞",
        "The tanks stand in front of the nose of the city.",
        KO,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        r"from (\w+|\d+) days later",
        r"in \1 days",
        "이틀 뒤부터: counted from the day of speaking",
        "The troops will leave from two days later.",
        KO,
        DoubtKind.TIME,
    ),
    Row(
        ("as a result of (?:the |our |this paper's )?(?:coverage|reporting|news gathering)(?=[,.]| by| on)"),
        "this paper has learned",
        "취재 결과",
        "As a result of coverage, the ship was empty.",
        KO,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        ("the corresponding (?:person|country|area|region|ministry|law|post|facility|company|unit|base)"),
        "that",
        "해당",
        "The corresponding ministry denied it.",
        KO,
        DoubtKind.WORD,
    ),
    Row(
        (
            "rais(?:e|ed|es|ing) the (?:water )?(?:level|degree|intensity) of (?:criticism|pressure|"
            "remarks|threats?|response|tension|provocation)"
        ),
        "steps up",
        "수위를 높이다",
        "The North raised the level of criticism.",
        KO,
    ),
    sign(
        "attention is (?:being )?(?:focused|paid|drawn|gathered) (?:on|to)",
        "관심이 쏠린다",
        "Attention is focused on the vote.",
        KO,
    ),
    sign(
        "(?:political|diplomatic|business|financial) circles",
        "정치권, 외교가",
        "Political circles were surprised.",
        KO,
    ),
    Row(
        (
            "(?:not )?acknowledg(?:e|ed|es|ing) the (?:voting|vote|referendum|referendums|election|"
            "annexation|independence|government|borders?|so-called)"
        ),
        "recognise",
        "인정, 承認",
        "Peru will not acknowledge the referendum.",
        ("ko", "ja", "zh"),
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            r"(?:is|are|was|were) suspicious of (?:sabotage|an attack|involvement|terror\w*|foul play|"
            "a leak|the involvement|Russian|Chinese|North)"
        ),
        "suspects",
        "의심: to think it likely",
        "The police are suspicious of sabotage.",
        KO,
        DoubtKind.WORD,
    ),
)
