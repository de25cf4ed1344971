"""Japanese: set phrases, times, and mere signs."""

from __future__ import annotations

from dragoman.reading.translation.row import JA, Row, Strength, sign
from dragoman.terms import DoubtKind

JAPANESE_PHRASES: tuple[Row, ...] = (
    sign(
        r"[A-Z]{2,6} = [A-Z]\w+",
        "a gloss with =, as Japanese papers set it",
        "Members of WTO = World Trade Organization met.",
        JA,
    ),
    sign(
        "regarding this,",
        "これについて at the head of a sentence",
        "Regarding this, the mayor said nothing.",
        JA,
    ),
    sign(
        "in response to this,",
        "これを受けて at the head of a sentence",
        "In response to this, schools were closed.",
        JA,
    ),
    sign("it is because", "ためだ as the end of a sentence", "It is because the road was under water.", JA),
    sign(
        "it can be said that", "と言える as the end of a sentence", "It can be said that the party won.", JA
    ),
    sign(
        "it seems that",
        "ようだ, とみられる as the end of a sentence",
        "It seems that the price will rise.",
        JA,
    ),
    Row(
        "the figures? of [A-Z][^.]{2,120} (?:was|were) (?:not )?seen",
        "was or were there, or absent",
        "姿が見られた",
        "The figure of Norway was not seen at the table.",
        JA,
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        "turn(?:ed|s|ing)? to (?:opposition|approval|support)",
        "went over to that side in the vote",
        "に回る",
        "Two members turned to opposition.",
        JA,
    ),
    Row(
        (
            "show(?:ed|s|ing)? (?:a )?difficult(?:y|ies)?(?: color| colour)?(?= to| about| in| with| "
            "over|[.,])"
        ),
        "was reluctant",
        "難色を示す",
        "Two members showed difficulty about the date.",
        JA,
    ),
    Row(
        "forward-looking (?:attitude|stance|view|posture|position|answer)",
        "willing, favourable",
        "前向き",
        "He took a forward-looking attitude to the talks.",
        JA,
    ),
    Row(
        "(?:the )?(?:aim|intention|thought|idea) (?:seems|appears) to be to",
        "it apparently means to",
        "狙いがあるとみられる: a guess of the paper",
        "The aim seems to be to calm the voters.",
        JA,
    ),
    Row(
        "there (?:is|was|seems to be) an aim to",
        "it apparently means to",
        "狙いがある: a guess of the paper",
        "There is an aim to calm the voters.",
        JA,
    ),
    Row(
        (
            "(?:made|makes|making) (?:the )?(?:people|audience|reporters|everyone)[^.]{0,30} lose "
            "(?:their|his|her) words?|los(?:t|es|e) (?:his|her|their) words"
        ),
        "was left speechless",
        "言葉を失う",
        "The coach lost his words.",
        JA,
    ),
    Row(
        "whether[^.]{3,120} (?:will be|becomes|is) the focus",
        "attention turns to whether",
        "焦点",
        "Whether he resigns will be the focus.",
        JA,
        DoubtKind.PHRASE,
        Strength.WEAK,
    ),
    Row("in a form that", "so that", "形で", "The law was changed in a form that pleases all.", JA),
    Row(
        (
            "(?:applied|apply|applies|stepped on|step on) (?:the )?brakes? (?:to|on) (?:the "
            ")?(?:remarks|criticism|plan|movement)"
        ),
        "slows it down",
        "ブレーキをかける",
        "He applied the brake to the movement.",
        JA,
    ),
    Row(
        "(?:due to|because of|in|on|for) the background(?:,| is| of this| that| there)",
        "behind this is",
        "背景には",
        "In the background is the price of rice.",
        JA,
    ),
    Row(
        (
            "call(?:ed|s|ing) out to (?:the )?(?:people|countries|world|citizens|residents|"
            "government|international|public|voters)"
        ),
        "appealed to",
        "呼びかける",
        "He called out to the people to stay calm.",
        JA,
    ),
    sign("one after another", "相次いで", "Shops closed one after another.", JA),
    Row(
        (
            "(?:drove|driv(?:e|es|ing)|put|puts|hit|hammered|hammers) (?:in )?(?:a|the) nails?(?: "
            "in)?(?=[,.;]| saying| that| to)"
        ),
        "made clear, warned",
        "釘を刺す, 못을 박다",
        "He drove a nail, saying no money would come.",
        ("ja", "ko"),
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        r"(?:Reiwa|Heisei|Showa) \d{1,2}|\d{1,2}(?:st|nd|rd|th) year of (?:Reiwa|Heisei|Showa)",
        "a year by the emperor's era: Reiwa 1 is 2019, Heisei 1 is 1989",
        "令和, 平成",
        "In Reiwa 4 the dam broke.",
        JA,
        DoubtKind.TIME,
        Strength.SURE,
    ),
)
