"""French, Spanish, Italian, Portuguese, Romanian."""

from __future__ import annotations

from dragoman.reading.translation.row import Row, Strength, sign
from dragoman.terms import DoubtKind

ROMANCE: tuple[Row, ...] = (
    Row(
        (
            r"would (?:also |already |thus |even |now )*have (?:also |already )*(?:been )?(?:\w+ed|"
            "taken|given|gone|shot|sent|met|made|said|fled|flown|lost|won|known|seen|held|left|"
            "broken|begun|paid|sold|hit|brought|told|led)"
        ),
        "has reportedly; it is unconfirmed",
        "the conditional of hearsay: a claim, not a hypothesis",
        "The blast would have killed two sailors.",
        ("fr", "es", "it", "pt", "ro"),
        DoubtKind.HEARSAY,
        unless=(
            r"\b(?:if|otherwise|without|unless|had|wish\w*|could|should|more|better|never|expected|"
            r"thought|said he|said she|believed|that would have)\b"
        ),
    ),
    Row(
        (
            r"would be (?:already )?(?:at least |about |around )?(?:\d+ |two |three |several |dozens "
            "of )?(?:dead|injured|wounded|trapped|missing|in hiding|hiding|holding|behind the|"
            "located|hospitali[sz]ed|in the hands of)"
        ),
        "is reportedly",
        "the conditional of hearsay: a claim, not a hypothesis",
        "About ten miners would be trapped.",
        ("fr", "es", "it", "pt", "ro"),
        DoubtKind.HEARSAY,
        unless=r"\bif\b",
    ),
    sign(
        "for (?:his|her|its|their) part",
        "pour sa part, por su parte, من جانبه",
        "The mayor, for his part, smiled.",
        ("fr", "es", "it", "ar"),
    ),
    sign(
        r"this (?:past |same |coming )?<DAY>(?=[,.;]| (?:in|the|that|by|at|to|a)\b)",
        "ce lundi, este lunes",
        "The port closed this Monday.",
        ("fr", "es"),
    ),
    sign(
        r"the past (?:<DAY>|\d{1,2}(?:st|nd|rd|th)? of)",
        "el pasado lunes",
        "It fell the past Friday.",
        ("es",),
    ),
    sign(r"\d{1,2} of <MONTH>", "4 de marzo", "The vote is on 4 of March.", ("es", "pt")),
    sign(
        "(?:the )?[Hh]ead of [Ss]tate",
        "chef de l'État, jefe de Estado, Staatschef",
        "The Head of State waved.",
        ("fr", "es", "it", "de", "ru"),
    ),
    sign("<S>the latter", "ce dernier", "The latter refused.", ("fr",)),
    sign(
        r"of [A-Z]\w+ nationality", "de nationalité", "A man of Swiss nationality fell.", ("fr", "es", "it")
    ),
    sign(
        (
            "(?:the )?(?:Élysée|Elysée|Elysee|Matignon|Quai d'Orsay|Moncloa|Palazzo Chigi|Farnesina|"
            "Planalto|Itamaraty|Casa Rosada|Cotroceni)"
        ),
        "a palace for its government",
        "The Moncloa said nothing.",
        ("fr", "es", "it", "pt", "ro"),
    ),
    sign(
        "in (?:statements|declarations) to (?:the )?(?:press|media|journalists|Radio|[A-Z])",
        "en declaraciones a",
        "In statements to the press he smiled.",
        ("es",),
    ),
    sign(
        "in (?:this|that) sense,",
        "en este sentido",
        "In this sense, he asked for more.",
        ("fr", "es", "it", "pt", "ro"),
    ),
    sign("extreme right", "extrême droite", "The extreme right won a seat.", ("fr", "it", "es")),
    sign("<S>(?:Likewise|Equally),", "asimismo", "Likewise, he denied the trip.", ("es",)),
    Row(
        r"(?:head|chief|boss|number one) of (?:the )?(?:[A-Z]\w+ )?diplomacy",
        "foreign minister",
        "chef de la diplomatie",
        "The head of Swiss diplomacy was late.",
        ("fr", "es", "it", "tr", "ru"),
        DoubtKind.WORD,
    ),
    Row(
        "precised?(?: that|,)|precises that|precised",
        "specified",
        "préciser, precisar",
        "The mayor precised that two ships sank.",
        ("fr",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "(?:assisted|assists|assist) (?:at|to) (?:the|a|an) (?:meeting|ceremony|funeral|summit|"
            "session|mass|opening|inauguration|event|parade)"
        ),
        "attended",
        "assister à, asistir a",
        "The king assisted at the ceremony.",
        ("fr", "es", "it"),
        DoubtKind.WORD,
    ),
    Row(
        "manifestants?",
        "demonstrators",
        "manifestants",
        "The manifestants went home.",
        ("fr",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        r"manifestations? (?:in|of \d|against|took|gathered|for|by)",
        "demonstration",
        "manifestation, manifestación",
        "A manifestation against the dam took place.",
        ("fr", "es", "it", "pt", "ro"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"deplor(?:e|es|ed) (?:at least )?(?:\d+|two|three|four|five|six|several|many|dozens of) "
            "(?:dead|deaths|victims|injured|wounded)"
        ),
        "reports the loss of",
        "on déplore",
        "The city deplores two dead.",
        ("fr",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "(?:balance|balance sheet|assessment|outcome) (?:of|is|rises|rose|has risen|stands|"
            r"climbed)(?: to| at| of)? (?:at least )?(?:\d+|two|three|several|dozens)[\w ]{0,12} "
            "(?:dead|deaths|victims|killed|injured|wounded)"
        ),
        "toll",
        "bilan, balance, حصيلة",
        "The balance rises to 12 dead.",
        ("fr", "es"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "the Executive(?= has| will| of|[,.]| said| announced| has)",
        "the government",
        "el Ejecutivo, l'exécutif",
        "The Executive announced a tax.",
        ("es", "fr"),
        DoubtKind.WORD,
        Strength.WEAK,
    ),
    Row(
        (
            "(?<!be )(?<!rest )(?<!was )(?<!were )(?<!been )(?<!are )(?<!is )assur(?:ed|es) (?:on "
            "<DAY> |this <DAY> )?that"
        ),
        "said that",
        "assurer, asegurar: no promise is given",
        "The mayor assured that the water is safe.",
        ("fr", "es", "pt", "it"),
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            "pretend(?:s|ed|ing)? to (?:be able|join|attack|reform|make|bring|build|create|impose|"
            "annex|take|become|extend|reach)"
        ),
        "means to",
        "pretender, prétendre: to intend or claim",
        "The party pretends to reform the courts.",
        ("es", "fr"),
        DoubtKind.HEARSAY,
    ),
    Row(
        ("the actual (?:president|government|situation|crisis|minister|conflict|war|mayor|leader|moment)"),
        "the present",
        "actuel, actual, aktuell",
        "The actual mayor will not run.",
        ("fr", "es", "de", "it"),
        DoubtKind.WORD,
    ),
    Row(
        (
            "an? eventual (?:attack|invasion|agreement|withdrawal|cease-?fire|war|meeting|summit|"
            "return|intervention|deal|strike|visit|offensive|escalation|incursion|candidacy|talks)"
        ),
        "a possible",
        "éventuel, eventual, eventuell: it may never come",
        "They fear an eventual attack on the dam.",
        ("fr", "es", "de", "it"),
        DoubtKind.HEARSAY,
    ),
    Row(
        (
            "the responsibles?(?: persons?)? (?:for|of) (?:the )?(?:[A-Z]|foreign|security|"
            "defen[cs]e|department|ministry|party|area)"
        ),
        "the official in charge of",
        "responsable, Verantwortliche",
        "The responsible of the party was ill.",
        ("fr", "es", "it", "de"),
        DoubtKind.WORD,
    ),
    Row(
        (
            "an? important (?:number|quantity|fire|explosion|contingent|sum|amount|delay|police|"
            "military deployment|damage)"
        ),
        "large",
        "important, importante",
        "An important fire broke out.",
        ("fr", "es", "it"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"a commando (?:of \d|attacked|entered|killed|kidnapped|broke|of (?:armed|hooded|unknown|"
            "gunmen|hitmen))"
        ),
        "an armed group",
        "comando",
        "A commando of armed men entered the bank.",
        ("es",),
        DoubtKind.WORD,
    ),
    Row(
        "attentats?(?= |[.,])",
        "attack",
        "attentat, atentado",
        "The attentat shook the port.",
        ("fr", "it"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            "(?:failed |new |deadly |terrorist )?attempt against (?:the life of )?(?=the "
            "(?:president|minister|embassy|mayor|life)|[A-Z])"
        ),
        "attack on",
        "atentado contra",
        "The attempt against the mayor failed.",
        ("es", "it"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"retir(?:ed|es|ing) (?:its|his|their|all its|the) (?:\w+ )?(?:ambassador|troops|forces|"
            "support|proposal|candidacy|amendment|soldiers|staff|diplomats|personnel|contingent)"
        ),
        "withdrew",
        "retirer, retirar",
        "Peru retired its ambassador.",
        ("es", "pt", "fr"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        (
            r"reali[sz](?:ed|es|ing) (?:an?|the|its|several|two) (?:\w+ )?(?:meeting|attacks?|visit|"
            "operations?|exercises?|tests?|trip|strikes?|raids?|maneuvers|launch|flights?)"
        ),
        "carried out",
        "réaliser, realizar, gerçekleştirmek",
        "The fleet realized an exercise off the cape.",
        ("es", "fr", "it", "pt", "tr"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "concreti[sz](?:e|ed|es|ing|ation)(?= |[,.])",
        "settle, make real",
        "concretizar, concrétiser",
        "They want to concretize the deal.",
        ("es", "pt", "fr"),
        DoubtKind.WORD,
    ),
    Row(
        (
            r"condemned to (?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty) "
            "(?:years|months|days)"
        ),
        "sentenced to",
        "condamné, condenado",
        "He was condemned to ten years.",
        ("fr", "es", "it"),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "interpel(?:lated|led|lations?|ated)(?= |[,.])",
        "taken in for questioning",
        "interpeller",
        "Three youths were interpellated.",
        ("fr",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "put (?:in|under) examination|placed under examination",
        "put under formal investigation",
        "mis en examen",
        "The banker was put under examination.",
        ("fr",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    Row(
        "forces of (?:the )?order",
        "police, security forces",
        "forces de l'ordre",
        "The forces of order closed the square.",
        ("fr", "es", "it"),
        DoubtKind.WORD,
    ),
    Row(
        (
            "the (?:US|American|Russian|British) Secretary of Exterior|Ministers? of (?:the "
            ")?Exteriors?|Chancell?or(?:y)? of (?:Peru|Mexico|Chile|Argentina|Colombia|Venezuela|"
            "Bolivia|Ecuador|Uruguay|Paraguay|Brazil)"
        ),
        "foreign minister",
        "canciller, ministro de Exteriores",
        "The Chancellor of Peru flew home.",
        ("es",),
        DoubtKind.WORD,
        Strength.SURE,
    ),
    sign(
        ("through (?:his|her|its) (?:account|profile) (?:of|in|on) (?:the social network )?(?:X|Twitter)"),
        "a través de su cuenta",
        "Through his account on Twitter he said no.",
        ("es",),
    ),
    Row(
        ("(?:according to|as) (?:first|the first) elements|first elements of the (?:inquiry|investigation)"),
        "first findings",
        "premiers éléments",
        "According to the first elements, gas leaked.",
        ("fr",),
        DoubtKind.HEARSAY,
    ),
)
