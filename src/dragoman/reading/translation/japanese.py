"""Japanese: words, and what is only reported."""

from __future__ import annotations

from dragoman.reading.translation.row import EAST, JA, Row, Strength
from dragoman.terms import DoubtKind

JAPANESE: tuple[Row, ...] = (
    Row(
        r"it means that\.|that's what it means\.",
        "so it is reported",
        "ということだ left over from the end of a report",
        "The ship is empty. It means that.",
        JA,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        "corona (?:disaster|calamity|evil|wreck|sorrow|vortex)",
        "the coronavirus pandemic",
        "コロナ禍",
        "Hotels closed under the corona disaster.",
        JA,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "within the sphere(?! of)",
        "within the bloc or region",
        "域内, 圏内",
        "Trade within the sphere is growing.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        "possibility (?:that|of)[^.]{3,160} cannot be denied",
        "the possibility cannot be ruled out",
        "否定できない",
        "The possibility that it was a drone cannot be denied.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        "danger (?:level )?information",
        "travel warning",
        "危険情報",
        "The ministry raised the danger information for the coast.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        "ha(?:d|s|ve) viewed that|(?<!be )view(?:s|ed) that (?:the|it|he|there|[A-Z])",
        "thought or expected that",
        "見ていた",
        "The staff had viewed that the town would hold.",
        JA,
        DoubtKind.HEARSAY,
    ),
    Row(
        r"there (?:is|are|was|were) (?:also )?(?:a |an )?(?:movement|movements|move) (?:to|of) \w+",
        "there are steps towards it",
        "動きがある",
        "There is a movement to change the law.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        "it (?:has )?bec(?:ame|ome|omes) (?:that|to) (?!be clear|be known)",
        "it was decided, it turned out",
        "ことになった",
        "It became that the vote is held in May.",
        JA,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        (
            r"[\w']+ qualifications? (?:in|at|to|of) the (?:Council|Human|UN|United|General|Security|"
            "committee|council|assembly)"
        ),
        "membership or right",
        "資格",
        "It lost its qualification in the Council after a vote.",
        JA,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:is|are|was|were) (?:strongly )?repell(?:ing|ed) (?:against|by the (?:remark|"
            "statement|decision|sanctions?))|repel(?:s|led|ling) (?:against|from|the (?:remarks?|"
            "statement|criticism|decision|sanctions?|accusations?))"
        ),
        "protests, objects",
        "反発: to object; nothing is beaten back",
        "The union repelled the decision of the court.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:to|and|,) (?:restrain|check|contain)(?:s|ed)? (?:Russia|China|North Korea|the United "
            "States|Iran|Japan)(?= by| with|[,.])"
        ),
        "sends a warning to",
        "牽制, 견제: a warning, not force",
        "The fleet sailed to restrain China.",
        JA,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:saw|see|sees|seeing) off (?:the |a |its )?(?:participation|decision|introduction|"
            "visit|implementation|adoption|hike|vote|sanctions|announcement)"
        ),
        "put off, decided against",
        "見送る: to put off",
        "The bank saw off the introduction of the tax.",
        JA,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "(?:tighten|strengthen|tighten|strengthen)(?:ed|ing|s)? (?:the|its|his|their) "
            r"(?:offensive|attacks?|criticism|vigilance|wariness|sense of \w+)"
        ),
        "steps up",
        "強める: to grow stronger, not tighter",
        "The army tightened the offensive on the hill.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        "sense of (?:crisis|caution|distrust|alert|wariness)",
        "alarm, wariness",
        "危機感, 警戒感",
        "A sense of caution spreads in the market.",
        JA,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:is|are|was|were|be) grasping the|grasp(?:ed|s)? the (?:situation|facts|movements?|"
            "details|damage|number)"
        ),
        "finds out",
        "把握",
        "The office is grasping the damage.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        (
            "the whereabouts of the (?:war|negotiations?|talks|cease-?fire|election|election "
            "campaign|bill|vote|situation|summit|peace)"
        ),
        "how it will turn out",
        "行方: the outcome",
        "The whereabouts of the negotiations worry the market.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        "inferiority(?= in| of the| on the|[.,])",
        "being outmatched",
        "劣勢",
        "The army admitted its inferiority in the valley.",
        JA,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        "replenishments?(?= to| of (?:soldiers|troops|ammunition|weapons|personnel)|[.,])",
        "resupply, reinforcement",
        "補給, 補充",
        "Replenishment to the fort was cut.",
        JA,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        ("turn(?:ed|s|ing)? over (?:the|his|her) (?:words?|remarks?|statement|explanation|promise|policy)"),
        "contradicts or reverses",
        "覆す",
        "It turns over the explanation of March.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        (
            "carr(?:y|ies|ied|ying) out (?:the )?(?:grain|wheat|corn|goods|gold|oil|cargo)(?! "
            "(?:inspections?|checks?|searches|exports|trades?))"
        ),
        "takes away, ships out",
        "運び出す",
        "Boats carried out grain from the port.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        "outnumbered(?= in| on the| at the|[.,;])",
        "losing, outmatched",
        "劣勢: the weaker side, whatever its number",
        "The army is outnumbered in the south.",
        JA,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            r"tighten(?:ed|ing|s)? (?:up )?(?:the |its |his )?(?:\w+ )?(?:countries|allies|members|"
            "neighbo(?:u)?rs|states|nations|ranks|unity|solidarity|camp|bloc|republics)"
        ),
        "keeps them in line",
        "引き締める: to keep a group together",
        "He wants to tighten the member states.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        (
            "<S>(?:it seems|it seems so|seems to be|it looks like it|it appears|I think|I see|I "
            r"guess|it may be|perhaps it is)\."
        ),
        "the writer's guess, at the end of the sentence before",
        "ようだ, とみられる cut off as a sentence",
        "He came to calm the voters. It seems.",
        JA,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        (
            r"(?:procured|obtained|acquired|received|supplied) (?:[\w-]+ ){0,4}from (?:the "
            ")?(?:retreating |withdrawing )?(?:Russian|Ukrainian|enemy|rebel)s? (?:army|troops|"
            "forces|military|soldiers|side)"
        ),
        "captured from",
        "鹵獲, 奪った: taken from the enemy",
        "They use tanks obtained from the enemy army.",
        JA,
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:the|this) (?:attack|decision|visit|meeting|sanctions|invasion|incident|election|"
            "talks|agreement) this time|this time's"
        ),
        "the present one",
        "今回, 이번",
        "The decision this time came late.",
        EAST,
        DoubtKind.WORD,
    ),
    Row(
        (
            r"(?:show(?:ed|s|n|ing)?|indicat(?:ed|es|ing)) (?:the|his|her|its|a) (?:\w+ )?(?:view|"
            "recognition|idea|intention|policy|thought|outlook|judge?ment|understanding) (?:that|to|"
            "of)"
        ),
        "said that he, she or it thinks or means so",
        "考えを示す: a statement, not a display",
        "He showed the view that prices will fall.",
        JA,
        DoubtKind.HEARSAY,
    ),
    Row(
        "the recognition that(?! of)",
        "the view that",
        "認識, 인식",
        "They share the recognition that the road is bad.",
        ("ja", "ko"),
        DoubtKind.WORD,
    ),
)
