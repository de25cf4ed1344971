"""Japanese, Korean and Chinese: what all three do alike."""

from __future__ import annotations

from dragoman.reading.translation.row import EAST, JA, Row, Strength, sign
from dragoman.terms import DoubtKind

EAST_ASIAN: tuple[Row, ...] = (
    sign(
        (
            r"on the \d{1,2}(?:st|nd|rd|th)(?=[,.;]| \(| that\b| and\b| in\b| at\b| with\b| by\b| "
            r"to\b| for\b| when\b| after\b| as\b| from\b)"
        ),
        "days without a month, as East Asian papers write them",
        "On the 7th, the minister left for the north.",
        EAST,
    ),
    sign(
        r"\d{1,2}(?:st|nd|rd|th) (?:of|day of) (?:last|this|next|the same) month",
        'days counted by "this month"',
        "The port was closed on the 4th of last month.",
        EAST,
    ),
    sign(
        r"\(local time\)",
        "the hour where it happened, set in brackets",
        "The plane landed on the 6th (local time).",
        EAST,
    ),
    sign(
        "on the same day",
        '"the same day" for a day just named',
        "On the same day, the envoy met the press.",
        EAST,
    ),
    sign(
        (
            "the (?:Russian|Ukrainian|American|US|Chinese|Japanese|Korean|North Korean|Turkish|"
            "Iranian|Israeli|Taiwanese|Indian|German|French|British|Polish|Belarusian|Kazakh|"
            "Armenian|Azerbaijani) side"
        ),
        "a state called a side",
        "The Turkish side asked for time.",
        EAST,
    ),
    sign(
        "some (?:experts|observers|analysts) (?:point|pointed) out",
        "nameless people who point out",
        "Some experts pointed out that the bridge is narrow.",
        EAST,
    ),
    Row(
        r"on the day(?=[,.;]| and\b| to\b| that it\b)",
        "that day",
        "当日, 이날: the day just named, not some day",
        "He met three envoys on the day and flew home.",
        EAST,
        DoubtKind.WORD,
    ),
    Row(
        "the same (ministry|bureau|agency|authority|prefecture|province|spokesperson|spokesman)",
        r"that \1",
        "同, 동: the one just named",
        "The same ministry added that the road is closed.",
        EAST,
        DoubtKind.WORD,
    ),
    Row(
        (
            "it (?:is|was|has been) (?:explained|viewed|considered|interpreted|predicted|observed|"
            "judged|conveyed|grasped|diagnosed|forecast) (?:that|as)"
        ),
        "observers think; the text does not say who",
        "a report ending without a subject: it does not tell who says so",
        "It is viewed that the talks will be put off.",
        EAST,
        DoubtKind.HEARSAY,
    ),
    Row(
        "it (?:is|was) pointed out (?:that|as)",
        "some say; the text does not say who",
        "a report ending without a subject",
        "It is pointed out that the law has holes.",
        EAST,
        DoubtKind.HEARSAY,
    ),
    Row(
        "<S>it (?:is|was) said (?:that|to be)",
        "reportedly; the text does not say who",
        "という, 고 한다, 据说: hearsay, with nobody named",
        "It is said that the ship sank at dawn.",
        EAST,
        DoubtKind.HEARSAY,
        Strength.WEAK,
    ),
    Row(
        "(?:although|and|but|while) it is said (?:that|to be)",
        "reportedly; the text does not say who",
        "hearsay, with nobody named",
        "Although it is said that he resigned, he was at his desk.",
        EAST,
        DoubtKind.HEARSAY,
        Strength.WEAK,
    ),
    Row(
        (
            "<S>(?:there is|there are|there was|there were) (?:also )?(?:an? )?(?:analys[ei]s|"
            "observations?|views?|voices?|predictions?|interpretations?|speculations?) (?:that|"
            "pointing|saying)"
        ),
        "some observers think",
        "opinion without anybody who holds it",
        "There is also an analysis that the harvest decides the vote.",
        EAST,
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            "voices? of (?:confusion|anxiety|criticism|opposition|concern|discontent|dissatisfaction|"
            "doubt|distrust|protest|worry) (?:is|are|has|have|was|were|from|among|rising|raised)"
        ),
        "people express it",
        "声, 목소리: a voice is an opinion",
        "Voices of anxiety are rising among the fishermen.",
        EAST,
    ),
    Row(
        (
            "<S>(?:Warned|Appealed|Stressed|Emphasized|Criticized|Complained|Hinted|Insisted|Pointed "
            "out|Explained|Argued|Added|Claimed|Declared|Announced|Revealed|Stated|Admitted) that"
        ),
        r"he, she or they \g<0>; the subject was dropped",
        "the original needs no subject, the English lost it",
        "Warned that the dam may break.",
        EAST,
        DoubtKind.SUBJECT,
        unless=(
            r"^\w+(?: out)? that (?!if)[^.]*, (?:the|he|she|they|it|[A-Z]\w+|many|some|residents|"
            "people) "
        ),
    ),
    Row(
        (
            "<S>(?:Also|And|In addition,|Furthermore,|Then) (?:said|appealed|called|warned|stressed|"
            "emphasized|asked|pointed|denied|criticized|announced|touched|expressed|explained) "
            "(?:that|for|on|out|the|a|to)"
        ),
        "he, she or they did; the subject was dropped",
        "the original needs no subject, the English lost it",
        "Also called for calm in the harbour.",
        EAST,
        DoubtKind.SUBJECT,
        Strength.SURE,
    ),
    Row(
        (
            "(joint|large-scale|combined|live-fire|naval|maritime|military) (?:military "
            ")?training(?! (?:of|for|camps?|grounds?|cent(?:re|er)s?|programs?|programmes?|courses?|"
            r"missions?|bases?|areas?|facilit\w+|schools?|academy)\b)"
        ),
        r"\1 exercise",
        "訓練, 훈련: troops exercise, they are not taught",
        "The two fleets held joint training off the cape.",
        EAST,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:the )?information (?:bureau|department|general bureau|headquarters)(?= of|[,.]| said|"
            " says| announced| released)"
        ),
        "intelligence directorate",
        "情報, 정보: intelligence, not information",
        "The information bureau of the army said the column turned back.",
        EAST,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        ("(?:highly|positively|negatively|severely) (?:evaluated|appraised|appreciated|evaluates|appraises)"),
        "judged so in words: praised, or criticised",
        "評価, 평가: a judgement, not a measurement",
        "He highly evaluated the role of the mediators.",
        EAST,
        DoubtKind.WORD,
    ),
    Row(
        r"(?:appreciated|evaluated) (?:\w+ )?that(?! is| was| can| it is possible)",
        "said in praise or judged that",
        "評価, 평가: a judgement, not thanks",
        "The minister appreciated that the border was opened.",
        EAST,
        DoubtKind.WORD,
    ),
    Row(
        r"revealed (?=on the \d|that (?:the|it|he|she|they))",
        "said or announced",
        "明らかにした, 밝혔다, 透露: said; nothing was hidden",
        "The ministry revealed on the 6th that a ship had sailed.",
        EAST,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:ended|ends|ending|remained?|remains|stayed|continues?|continued|was|were) (?:in|on|"
            "at|as|with)?(?: a)? ?parallel(?: lines?)?(?=[,.;]| with| between| over)"
        ),
        "without agreement",
        "平行線, 평행선: lines that never meet",
        "The talks on fish quotas ended in parallel lines.",
        EAST,
    ),
    Row(
        (
            "(?:persons?|people|officials?|parties|person) (?:concerned|involved)(?=[,.]| said| says|"
            " told| revealed| who)"
        ),
        "sources, insiders",
        "関係者, 관계자: somebody who knows the matter",
        "A person concerned said the ship was empty.",
        EAST,
        DoubtKind.WORD,
    ),
    Row(
        "related (?:officials?|parties|persons?|personnel|sources?|departments?|agencies)",
        "the officials or sources in charge",
        "関係, 관계, 有关: those in charge",
        "Related officials declined to give a date.",
        EAST,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        "held? hands with|(?:holding|holds|join(?:ed|s|ing)?) hands with",
        "allied with",
        "手を組む, 손잡다: to ally oneself",
        "The party held hands with its old rival.",
        EAST,
    ),
    Row(
        (
            "(?:took|take|takes|taking|pull(?:s|ed|ing)?|brought|bring|brings) out (?:a|the|its|his|"
            r"her) (?:[\w']+ ){0,3}cards?(?=[,.;]| of\b| to\b| against\b)"
        ),
        "resorts to a measure",
        "カードを切る, 카드를 꺼내다: to play a card",
        "The ministry took out the card of a fuel ban.",
        EAST,
    ),
    Row(
        "opened (?:his|her|its|their) mouths?(?=[,.;]| on| about| for| to)",
        "spoke up",
        "口を開く, 입을 열다, 开口",
        "The general opened his mouth on the retreat.",
        EAST,
    ),
    Row(
        (
            "(?:kept|closed|shut|keeps?|closes?|shuts?) (?:his|her|its|their) mouths?(?: shut| "
            "closed)? (?:on|about|regarding)"
        ),
        "declined to comment",
        "口を閉ざす, 입을 닫다",
        "The office closed its mouth about the visit.",
        EAST,
    ),
    Row(
        (
            r"unfold(?:ed|ing|s)? (?:an?|its|the|his|her) (?:\w+ )?(?:argument|claim|logic|offensive|"
            "operation|activities|diplomacy|criticism|campaign|policy)"
        ),
        "puts forward or carries out",
        "展開, 전개, 展开",
        "The navy unfolded a large operation in the strait.",
        ("fr", "es", "it", "tr", "ru"),
    ),
    Row(
        "(?:high|highest) officials?(?= of| in| from| said|[,.])",
        "senior official",
        "高官, 고위: senior",
        "A high official of the office said no.",
        EAST,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        "(?:the )?war situation",
        "the course of the fighting",
        "戦況, 전황, 战况",
        "The war situation in the east is not good.",
        EAST,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    sign(
        (
            r"[Pp]resident [A-Z]\w+ of (?:Russia|Ukraine|Turkey|France|Belarus|Kazakhstan|the United "
            r"States)|Minister [A-Z]\w+ of [A-Z]\w+"
        ),
        "name and state behind the office",
        "Minister Alder of Portugal spoke first.",
        JA,
    ),
)
