"""Chinese."""

from __future__ import annotations

from dragoman.reading.translation.row import ZH, Row, Strength, sign
from dragoman.terms import DoubtKind

CHINESE: tuple[Row, ...] = (
    sign("our reporters?", "本报记者", "Our reporter saw the queue.", ZH),
    sign(
        "reporters? learned (?:from|that)",
        "记者获悉",
        "The reporter learned from the office that rain is near.",
        ZH,
    ),
    sign("netizens?", "网友", "Netizens laughed about the hat.", ZH),
    sign("hot search(?:es)?", "热搜", "The match was on the hot search.", ZH),
    sign("as of press time", "截至发稿", "As of press time, the road was shut.", ZH),
    sign("all parties", "各方", "He asked all parties to stay calm.", ZH),
    sign(
        "it is worth (?:to note|to mention|mentioning)(?: that)?",
        "值得一提的是",
        "It is worth mentioning that the bus was late.",
        ZH,
    ),
    sign(
        r"the two sides reached (?:a |an )?(?:\w+ )?consensus",
        "双方达成共识",
        "The two sides reached a consensus on fish.",
        ZH,
    ),
    sign("pointed out that", "指出", "The envoy pointed out that the hall was full.", ZH),
    sign(
        r"in the (?:morning|afternoon|evening) of (?:<DAY>|the \d)",
        "星期三下午",
        "It opened in the afternoon of Friday.",
        ZH,
    ),
    sign(
        r"on the \d{1,2}(?:st|nd|rd|th) of this month",
        "本月",
        "On the 4th of this month, the bank closed.",
        ZH,
    ),
    Row(
        (
            "comprehensive(?:ly)? (?:news|reported|reports?) (?:of|by|from|according)|comprehensive "
            "news|comprehensive report(?= [A-Z])"
        ),
        "compiled from the reports of others",
        "综合报道: second hand",
        "According to comprehensive news from several papers, the bank closed.",
        ZH,
        DoubtKind.HEARSAY,
    ),
    sign(
        (
            "(?:the )?relevant (?:departments?|parties|authorities|personnel|persons?|units?|"
            "officials?|person in charge)"
        ),
        "有关部门, соответствующий",
        "The relevant departments are on the spot.",
        ZH,
    ),
    Row(
        r"express(?:ed|es) (?:on \w+ )?that (?:the|it|he|she|they|this|[A-Z])",
        "said that",
        "表示: said",
        "The company expressed that the loss is small.",
        ZH,
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:there is|there was|has|have|had|with|without|is) (?:no |any |already no "
            ")?suspense(?=[,.;]| (?:that|in the|about the (?:result|outcome|election|vote)))"
        ),
        "the outcome is known beforehand",
        "没有悬念",
        "There is no suspense in the election of the chairman.",
        ZH,
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        "of (?:this|the said) country(?=[,.;]| said| has| nominated| announced| will| and)",
        "of that country",
        "该国: the country just named",
        "The parliament of this country said no.",
        ZH,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "our (?:Foreign Ministry|country's|embassy|consulate|armed forces|side|navy|nationals|"
            "Ministry of|Foreign Minister|Minister|President)"
        ),
        "that of the country in which the paper appears",
        '我国: "we" is the paper\'s own country',
        "Our embassy asked the tourists to leave.",
        ZH,
        DoubtKind.WORD,
        unquoted=True,
    ),
    Row(
        "(?:has|have|had) (?:done|made) politics|(?:does|doing|making) politics for",
        "has ruled",
        "执政",
        "He has done politics for twenty years.",
        ZH,
    ),
    Row(
        (
            "(?:walk(?:ing|s|ed)?|take|taking|took|embark(?:ed|ing|s)? on) (?:the|a|its own|their "
            r"own) road (?:of|that|to) (?!\w+ (?:city|town|village))"
        ),
        "pursues that course",
        "走…道路",
        "The island walks the road of green growth.",
        ZH,
    ),
    Row(
        "the road of (?:state|national|government|peace|reform|development|socialism|unity)",
        "the course of",
        "道路",
        "The road of peace is long.",
        ZH,
        DoubtKind.PHRASE,
        Strength.WEAK,
    ),
    Row(
        (
            "(?:going|went|goes|go|walk(?:ed|ing|s)?) out of (?:the )?country(?= of|[,.;]| for the "
            "first| since)|first going out of the country"
        ),
        "trip abroad",
        "出国, 出访",
        "It was the first going out of the country of the king.",
        ZH,
    ),
    Row(
        (
            r'(?:\bin (?:a )?mirror(?: way| manner)?(?=[,.;"”]| to)|mirror (?:response|measures|'
            "answer|reply|step)s?)"
        ),
        "in kind",
        "对等, зеркально: like for like",
        "The ministry will answer in a mirror way.",
        ("zh", "ru"),
    ),
    Row(
        "public opinion (?:generally |widely )?(?:thinks|believes|holds|considers|pointed)",
        "observers think",
        "舆论认为: commentators",
        "Public opinion believes that the strike will end.",
        ZH,
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            r"the outside world (?:\w+ ){0,2}(?:believes?|thinks?|linked|links|speculat\w+|questions?|"
            r"regards?|interprets?|guess\w*|considers?)"
        ),
        "observers think",
        "外界认为: people elsewhere, none named",
        "The outside world generally believes that he is ill.",
        ZH,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        "(?:[Aa]nalysis|[Rr]elevant|[Ii]nsider|[Ii]nside) (?:personnel|person|persons|people)",
        "analysts or sources, none named",
        "分析人士, 知情人士",
        "Analysis personnel see a cold winter.",
        ZH,
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        "hit(?:s|ting)? the hammer|(?:drop(?:ped|s)|fixed with|finalized with) (?:the|a) hammer",
        "decided",
        "敲定, 一锤定音",
        "The next day the court hit the hammer.",
        ZH,
    ),
    Row(
        "(?:not|n't) recogni[sz]e (?:this|that|the) (?:statement|saying|claim|argument)",
        "rejects the account",
        "不认可这种说法",
        "The union does not recognize this statement.",
        ZH,
        DoubtKind.WORD,
    ),
    Row(
        r"the phones? (?:of|between) [A-Z]\w+(?: \w+)? (?:with|and)",
        "the telephone call",
        "电话, 電話",
        "The phone of Alder with Brandt took an hour.",
        ("zh", "ja"),
        DoubtKind.WORD,
    ),
    Row(
        "(?:had|held|have|made|passed) (?:a|the) phone with|picked up the phone with",
        "spoke on the telephone with",
        "通电话",
        "He had a phone with the envoy.",
        ("zh", "ja"),
        DoubtKind.WORD,
    ),
    Row(
        ("(?:European )?(Council|Commission) [Cc]hairman|[Cc]hairman of the European (?:Council|Commission)"),
        "President of the European body",
        "主席, председатель",
        "Commission Chairman Alder was late.",
        ("zh", "ru"),
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:lift|lifting|lifted|lifts|move|moving|pick|picked|picking|raise|raising)(?: up)? "
            "(?:a|the) (?:stone|rock)[^.]{0,40} (?:own|its|their|one's|his) (?:feet|foot)"
        ),
        "it will backfire",
        "搬起石头砸自己的脚",
        "They lift a stone only to drop it on their own feet.",
        ZH,
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        (
            "(?:pour(?:ed|ing|s)?|splash(?:ed|ing|es)?|throw(?:ing|n|s)?|threw) (?:the )?dirty "
            "water(?= on| at| to| onto|[,.])"
        ),
        "smears",
        "泼脏水, облить грязью",
        "They poured dirty water on the athletes.",
        ("zh", "ru"),
        DoubtKind.PHRASE,
        Strength.SURE,
    ),
    Row(
        (
            "(?:throw(?:ing|s|n)?|threw|dump(?:ed|ing|s)?|toss(?:ed|ing|es)?|shift(?:ed|ing)?|"
            "carry(?:ing)?|carried|shake|shaking) (?:the|its|a|their) (?:black )?pots?(?= to| at| on|"
            " for|[,.;])"
        ),
        "shifts the blame",
        "甩锅, 背锅",
        "The office tries to throw the pot to the weather.",
        ZH,
    ),
    Row(
        "(?:eat|eats|ate|eating) melons?",
        "looks on with curiosity",
        "吃瓜",
        "Everybody was eating melons.",
        ZH,
    ),
    Row(
        ("(?:courtyard of (?:Russia|the United States|America)|(?:Russia|America)'s (?:front )?courtyard)"),
        "backyard",
        "后院",
        "It is seen as the courtyard of America.",
        ZH,
    ),
    Row(
        (
            r"(?:kicked|pulled|removed|retreated?) (?:\w+ )?(?:out of|from|into) the (?:group|group "
            'chat)(?=[,."”])'
        ),
        "excluded, or added",
        "踢出群聊",
        "The bank was kicked out of the group.",
        ZH,
    ),
    Row(
        "is in normal(?=[,.;]| (?:and|operation))",
        "is normal",
        "正常",
        "The work of the mine is in normal.",
        ZH,
        DoubtKind.WORD,
    ),
    Row(
        "(?:its|their|own) national conditions",
        "its own circumstances",
        "国情",
        "Each follows its own national conditions.",
        ZH,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        "in (?:the|this|that) aspects? of",
        "concerning",
        "在…方面",
        "In the aspect of trade little was agreed.",
        ZH,
    ),
    Row(
        "(?:wear|wearing|put|putting|buckle|buckling)(?: on)? (?:a|the) (?:big )?hat (?:of|on)",
        "labels it as",
        "扣帽子",
        "They put the hat of spy on him.",
        ZH,
    ),
    Row(
        "the (?:boss|big boss) (?:of|will change)|change the boss",
        "head of state",
        "一把手, 换帅",
        "The kingdom will change the boss.",
        ZH,
        DoubtKind.WORD,
    ),
    Row(
        "the ground of the (Russian|Ukrainian|Chinese|American|Turkish)(?=[,.;])",
        r"\1 territory",
        "领土, 境内",
        "The pipe runs through the ground of the Russian.",
        ZH,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "[A-Z][a-z]+(?:luofu|yefu|liefu|kefu|nuofu|wofu|sifu|jifu|shenke|siji|weiqi)",
        "a Russian or Ukrainian name: -ov, -ev, -enko, -sky, -vich",
        "夫, 科, 斯基, 维奇: a name by Chinese syllables",
        "The envoy Petuluofu was late.",
        ZH,
        DoubtKind.NAME,
        Strength.SURE,
    ),
    Row(
        "(?:Natural )?Gas Industry (Bank|Company|Group|Corporation)",
        "Gazprom",
        "天然气工业: Gazprom, its name translated",
        "The Natural Gas Industry Company cut the flow.",
        ZH,
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "military group(?= led| headed| of (?:Russia|the West|NATO))",
        "military bloc",
        "军事集团",
        "It left the military group led by the West.",
        ZH,
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    sign("it is noteworthy that", "值得注意的是", "It is noteworthy that nobody came.", ZH),
)
