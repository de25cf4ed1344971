"""Arabic, Persian and Turkish."""

from __future__ import annotations

from dragoman.reading.translation.row import Row, Strength, sign
from dragoman.terms import DoubtKind

NEAR_EAST: tuple[Row, ...] = (
    sign(
        "(?:stressing|indicating|explaining|pointing out|noting|adding|affirming) that",
        "مشيرا إلى أن, belirterek",
        "He left, stressing that he would be back.",
        ("ar", "tr"),
    ),
    sign(
        "martyr(?:ed|s|dom)?",
        "a word for the dead of one's own side",
        "Two were martyred in the valley.",
        ("ar", "fa", "tr"),
    ),
    sign(
        "(?:the )?occupation (?:forces|army|soldiers)",
        "قوات الاحتلال",
        "The occupation forces closed the road.",
        ("ar", "fa"),
    ),
    sign(
        "(?:brotherly|sisterly|brother|sister) (?:countr(?:y|ies)|people|states?|nations?)",
        "شقيق, kardeş",
        "He thanked the brotherly people.",
        ("ar", "tr"),
    ),
    sign("governorates?", "محافظة", "The governorate was cut off.", ("ar",)),
    sign(
        "Zionist (?:regime|entity|enemy)",
        "a word for Israel",
        "The Zionist regime was named twice.",
        ("fa", "ar"),
    ),
    sign(
        ("(?:stressed|affirmed|emphasi[sz]ed) (?:on )?the (?:necessity|need|importance) (?:of|for|to)"),
        "أكد على ضرورة",
        "He stressed the necessity of calm.",
        ("ar", "tr", "fa"),
    ),
    sign(
        r"(?:he|she|[A-Z]\w+) (?:continued|clarified|reminded|stated): ",
        "a bare verb of saying and a colon",
        "He reminded: the road is long.",
        ("fa",),
    ),
    sign(
        "the two sides discussed ways (?:to|of)",
        "بحث سبل",
        "The two sides discussed ways to help farmers.",
        ("ar",),
    ),
    sign(
        "activists circulated|social media pioneers",
        "تداول ناشطون",
        "Activists circulated a picture of the dam.",
        ("ar",),
    ),
    sign("drew attention to", "dikkat çekti", "The mayor drew attention to the price.", ("tr",)),
    sign("(?:touched|touching) upon", "değindi", "He touched upon the harvest.", ("tr",)),
    Row(
        r"(?:he|she|who|minister|president|spokesman|[A-Z]\w+) (?:also )?considered that",
        "said he thinks that",
        "اعتبر, estimer: said, not thought about",
        "He considered that the strike is over.",
        ("ar", "fr"),
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            "(?<!not )confirmed (?:the necessity|the depth|the importance|the keenness|(?:his|her|"
            "its) (?:country's |full |continued |absolute )*(?:support|keenness|position|readiness|"
            "commitment|stance|rejection))"
        ),
        "reaffirmed, stressed",
        "أكد: to stress; nothing is verified",
        "He confirmed his country's keenness for peace.",
        ("ar",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            r"(?:\d+ |of the |some |several |two |the )?(?:security |armed )?elements (?:of|from|"
            r"belonging to|affiliated with) (?:the )?(?:\w+ )?(?:army|police|security|group|ISIS|"
            "militias?|Hamas|regime|organi[sz]ation|forces|guards?|party)"
        ),
        "members of",
        "عناصر, éléments",
        "Three elements of the police were hurt.",
        ("ar", "fr", "fa"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"(?:implement(?:ed|s|ing)?|execut(?:ed|es|ing)) (?:an?|the|several|two|its|\d+) (?:\w+ "
            ")?(?:raids?|attacks?|strikes?|operations?|ambush(?:es)?|shelling|air strikes?)"
        ),
        "carried out",
        "نفذ, выполнить",
        "The army implemented several raids in the hills.",
        ("ar",),
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:dead|killed|martyrs|victims) and wounded (?:fell|have fallen)|fell (?:as "
            ")?(?:martyrs?|victims?|dead)(?=[,.;]| in| as| and| during)"
        ),
        "were killed",
        "سقط قتلى",
        "Ten fell victims in the bombing.",
        ("ar",),
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            "the outcome (?:of (?:the )?(?:victims|dead|attack|bombing|strikes?|earthquake|raids?) "
            r")?(?:has )?(?:rose|risen|increased|reached) to \d+"
        ),
        "the toll",
        "حصيلة",
        "The outcome of the bombing rose to 14.",
        ("ar",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    sign(
        (
            "denied (?:the (?:validity|authenticity|existence|news)|what (?:was|has been|is) "
            "(?:rumou?red|reported|published|circulated|said))"
        ),
        "نفى صحة",
        "He denied what was circulated.",
        ("ar",),
    ),
    sign(
        "(?:the )?sons of the (?:province|people|city|region|tribes?|village|homeland)",
        "أبناء",
        "The sons of the city came out.",
        ("ar",),
    ),
    Row(
        (
            "(?:used|uses|using|gave place to|included) (?:the )?(?:following )?(?:expressions?|"
            'statements?)(?=[:,."“]| about| in (?:his|her|its|the)| regarding)'
        ),
        "said",
        "ifadelerini kullandı",
        'The mayor used the following expressions: "We are ready".',
        ("tr",),
        DoubtKind.HEARSAY,
        Strength.SURE,
    ),
    Row(
        "it (?:was|is) (?:stated|recorded|noted|emphasi[sz]ed|underlined|reminded|announced) that",
        "says somebody named before, or nobody",
        "belirtildi: a passive that hides who says so",
        "It was stated that the ferry is late.",
        ("tr", "ko"),
        DoubtKind.HEARSAY,
    ),
    Row(
        "came together (?:with (?:his|her|the|[A-Z])|in [A-Z])",
        "met",
        "bir araya geldi",
        "The minister came together with his colleague.",
        ("tr",),
        DoubtKind.WORD,
    ),
    Row(
        "(?:was|were|been|have been|was) (?:neutrali[sz]ed)(?=[.,;]| (?:in|by|during|with))",
        "killed, captured or made to give up",
        "etkisiz hale getirildi: it does not say which",
        "Three gunmen were neutralized in the hills.",
        ("tr",),
        DoubtKind.WORD,
    ),
    Row(
        "(?:rendered|made) (?:ineffective|harmless|neutral)(?=[.,;]| (?:in|by|during|with))",
        "killed, captured or made to give up",
        "etkisiz hale getirildi: it does not say which",
        "Two gunmen were rendered ineffective.",
        ("tr",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    sign(
        "made (?:a |the following |important )?statements? (?:to|on|about|regarding)",
        "açıklamalarda bulundu",
        "He made statements about the bridge.",
        ("tr", "ko"),
    ),
    Row(
        (
            "the (?:mentioned|concerned) (?:person|country|ministry|agreement|statement|company|law|"
            "region|meeting|decision|report)s?"
        ),
        "that",
        "söz konusu, المذكور, 해당",
        "The mentioned company denied it.",
        ("tr", "ar", "ko"),
        DoubtKind.WORD,
    ),
    Row(
        "gave (?:the |a )?(?:messages?|good news) (?:that|of|to)",
        "said, in a way meant to be heard",
        "mesajı verdi",
        "He gave the message that the gate stays open.",
        ("tr",),
        DoubtKind.HEARSAY,
    ),
    Row(
        r"tak(?:en|es|ing|e) under (?:custody|control|arrest)|took (?:\w+ ){0,3}under custody",
        "detained",
        "gözaltına alındı",
        "Five people were taken under custody.",
        ("tr",),
        DoubtKind.WORD,
    ),
    Row(
        (
            "(?:made|makes|making|hold|held|holding|carried out|continued) (?:his |her |a series of |"
            r"various |diplomatic )*contacts in [A-Z]\w+"
        ),
        "held talks",
        "temaslarda bulundu",
        "The envoy made contacts in Doha.",
        ("tr",),
        DoubtKind.WORD,
    ),
    sign(
        "according to the (?:report|news) of",
        "به گزارش",
        "According to the report of the agency, it rained.",
        ("fa",),
    ),
    Row(
        "(?:officials|leaders|heads|pillars|opponents) of the system",
        "the state, those in power",
        "نظام: the political order",
        "Officials of the system attended.",
        ("fa", "ar"),
        DoubtKind.WORD,
        unquoted=True,
    ),
    sign(
        "His (?:Excellency|Majesty|Highness)",
        "a title before every name",
        "His Excellency met the envoy.",
        ("ar",),
    ),
    sign("repercussions of", "تداعيات", "They spoke of the repercussions of the strike.", ("ar",)),
    sign(
        "warned (?:of|against) the (?:danger|continuation|consequences|repercussions) of",
        "حذر من مغبة",
        "He warned of the danger of floods.",
        ("ar",),
    ),
    sign(
        "with the participation of",
        "katılımıyla, с участием, بمشاركة",
        "It was held with the participation of ten states.",
        ("tr", "ru", "ar"),
    ),
    sign(
        "within the scope of (?:the )?(?:investigation|operation|law|visit|project|program)",
        "kapsamında",
        "Two were held within the scope of the investigation.",
        ("tr",),
    ),
    sign(
        "(?:regarding|about) the subject(?=[,.:])", "konuyla ilgili", "He spoke about the subject.", ("tr",)
    ),
    sign(
        "the (?:esteemed|respected|honou?rable) (?:president|minister|people|leader)",
        "محترم",
        "The esteemed president left.",
        ("fa",),
    ),
    Row(
        (
            r"(?:warplanes?|aviation|military aircraft) (?:raided|launched (?:\w+ )?raids)|(?:Israeli|"
            "Russian|Syrian|regime|military|enemy|coalition) aviation (?:bombed|targeted|struck|"
            "carried|attacked)"
        ),
        "air strikes; the air force",
        "غارة: an air strike, طيران: an air force",
        "Warplanes raided the farm twice.",
        ("ar",),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:Farvardin|Ordibehesht|Khordad|Mordad|Shahrivar|Aban|"
            "Bahman|Esfand)"
        ),
        "a day of the Iranian calendar, whose year begins about March 21",
        "فروردین … اسفند",
        "The talks of 12 Bahman failed.",
        ("fa",),
        DoubtKind.TIME,
        Strength.SURE,
    ),
)
