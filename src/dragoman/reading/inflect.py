"""The inflected forms of English verbs and nouns, made from the lemma.

The tables name lemmas only; every form is made here, so a cue written as ``withdraw`` also matches
``withdrew``. Regular forms follow the spelling rules of any school grammar; the rest is a list.
"""

from __future__ import annotations

from enum import Flag, auto
from functools import lru_cache

import msgspec


class Form(Flag):
    """What a verb form can be; ``attacked`` is both `PAST` and `PARTICIPLE`."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    GERUND = auto()


class VerbForm(msgspec.Struct, frozen=True):
    """One surface of a verb: its lemma and what the surface can be."""

    lemma: str
    form: Form


# lemma: past, participle. A slash parts variants.
_IRREGULAR = {
    "arise": "arose arisen", "be": "was/were been", "bear": "bore borne", "beat": "beat beaten",
    "become": "became become", "begin": "began begun", "bend": "bent bent", "bet": "bet bet",
    "bind": "bound bound", "bite": "bit bitten", "bleed": "bled bled", "blow": "blew blown",
    "break": "broke broken", "breed": "bred bred", "bring": "brought brought",
    "broadcast": "broadcast broadcast", "build": "built built", "burn": "burned/burnt burned/burnt",
    "burst": "burst burst", "buy": "bought bought", "cast": "cast cast", "catch": "caught caught",
    "choose": "chose chosen", "cling": "clung clung", "come": "came come", "cost": "cost cost",
    "creep": "crept crept", "cut": "cut cut", "deal": "dealt dealt", "dig": "dug dug", "do": "did done",
    "draw": "drew drawn", "drink": "drank drunk", "drive": "drove driven", "eat": "ate eaten",
    "fall": "fell fallen", "feed": "fed fed", "feel": "felt felt", "fight": "fought fought",
    "find": "found found", "flee": "fled fled", "fly": "flew flown", "forbid": "forbade forbidden",
    "forego": "forewent foregone", "forgive": "forgave forgiven", "freeze": "froze frozen",
    "get": "got got/gotten", "give": "gave given", "go": "went gone", "grow": "grew grown",
    "hang": "hung/hanged hung/hanged", "have": "had had", "hear": "heard heard", "hide": "hid hidden",
    "hit": "hit hit", "hold": "held held", "hurt": "hurt hurt", "keep": "kept kept", "know": "knew known",
    "lay": "laid laid", "lead": "led led", "leave": "left left", "lend": "lent lent", "let": "let let",
    "lie": "lay/lied lain/lied", "light": "lit lit", "lose": "lost lost", "make": "made made",
    "mean": "meant meant", "meet": "met met", "mislead": "misled misled", "overcome": "overcame overcome",
    "overrun": "overran overrun", "overthrow": "overthrew overthrown", "pay": "paid paid",
    "put": "put put", "quit": "quit quit", "read": "read read", "rebuild": "rebuilt rebuilt",
    "repay": "repaid repaid", "rid": "rid rid", "ride": "rode ridden", "ring": "rang rung",
    "rise": "rose risen", "run": "ran run", "say": "said said", "see": "saw seen", "seek": "sought sought",
    "sell": "sold sold", "send": "sent sent", "set": "set set", "shake": "shook shaken",
    "shed": "shed shed", "shoot": "shot shot", "show": "showed shown/showed", "shrink": "shrank shrunk",
    "shut": "shut shut", "sing": "sang sung", "sink": "sank sunk", "sit": "sat sat", "slay": "slew slain",
    "speak": "spoke spoken", "speed": "sped sped", "spend": "spent spent", "split": "split split",
    "spread": "spread spread", "stand": "stood stood", "steal": "stole stolen", "stick": "stuck stuck",
    "strike": "struck struck/stricken", "strive": "strove striven", "swear": "swore sworn",
    "sweep": "swept swept", "swing": "swung swung", "take": "took taken", "teach": "taught taught",
    "tear": "tore torn", "tell": "told told", "think": "thought thought", "throw": "threw thrown",
    "thrust": "thrust thrust", "undergo": "underwent undergone", "undertake": "undertook undertaken",
    "uphold": "upheld upheld", "upset": "upset upset", "wage": "waged waged", "wake": "woke woken",
    "wear": "wore worn", "win": "won won", "withdraw": "withdrew withdrawn", "withhold": "withheld withheld",
    "withstand": "withstood withstood", "write": "wrote written",
}  # fmt: skip
_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_GERUND = {"be": "being", "die": "dying", "lie": "lying", "tie": "tying"}
# Verbs of more than one syllable whose last one is stressed, so that the consonant doubles.
_DOUBLING = frozenset(
    "abet abhor acquit admit allot bar begin commit compel concur confer control defer deter equip expel "
    "forbid forget impel incur infer occur omit patrol permit prefer propel rebel rebut recur refer regret "
    "remit repel submit transfer transmit upset outfit kidnap".split()
)
_PREFIXES = ("re", "over", "under", "out", "mis", "un", "fore")
_VOWELS = "aeiou"
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "policeman": "policemen",
    "serviceman": "servicemen", "gunman": "gunmen", "fisherman": "fishermen", "crisis": "crises",
    "spokesman": "spokesmen", "spokesperson": "spokespeople", "offspring": "offspring", "wife": "wives",
    "life": "lives", "knife": "knives", "half": "halves", "leaf": "leaves", "thief": "thieves",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "series": "series",
}  # fmt: skip


def _doubles(lemma: str) -> bool:
    """Whether the last consonant is doubled before -ed and -ing: one vowel, one consonant, stressed."""
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxyh" or lemma[-2] not in _VOWELS:
        return False
    if lemma[-3] in _VOWELS and not (lemma[-3] == "u" and lemma[-4:-3] == "q"):
        return False
    syllables = sum(1 for i, c in enumerate(lemma) if c in _VOWELS and lemma[i - 1 : i] not in tuple(_VOWELS))
    return syllables == 1 or lemma in _DOUBLING or lemma.removeprefix("re") in _DOUBLING


def _third(lemma: str) -> str:
    if lemma in _THIRD:
        return _THIRD[lemma]
    return plural(lemma) if lemma not in _PLURALS else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple(_VOWELS):
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ed"


def _gerund(lemma: str) -> str:
    if lemma in _GERUND:
        return _GERUND[lemma]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ing"


@lru_cache(maxsize=8192)
def plural(noun: str) -> str:
    """The plural of a noun: ``strike`` -> ``strikes``, ``ally`` -> ``allies``."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in tuple(_VOWELS):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


@lru_cache(maxsize=8192)
def noun_forms(noun: str) -> frozenset[str]:
    """Singular and plural of a noun given in either number."""
    forms = {noun, plural(noun)}
    if noun.endswith("ies") and len(noun) > 4:
        forms.add(noun[:-3] + "y")
    elif noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        forms.add(noun[:-1])
    return frozenset(forms)


def _principal_parts(lemma: str) -> list[str]:
    """Past and participle; ``retake`` and ``undercut`` follow the verb they are made of."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma].split()
    for prefix in _PREFIXES:
        stem = lemma.removeprefix(prefix)
        if stem != lemma and stem in _IRREGULAR:
            return [
                "/".join(prefix + part for part in parts.split("/")) for parts in _IRREGULAR[stem].split()
            ]
    return [_past(lemma), _past(lemma)]


@lru_cache(maxsize=8192)
def verb_forms(lemma: str) -> dict[str, Form]:
    """Every form of a verb and what it can be.

    Example:
        >>> sorted(verb_forms("seize"))
        ['seize', 'seized', 'seizes', 'seizing']
    """
    past, participle = _principal_parts(lemma)
    forms: dict[str, Form] = {}
    for surfaces, form in (
        (lemma, Form.BASE),
        (_third(lemma), Form.THIRD),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_gerund(lemma), Form.GERUND),
    ):
        for surface in surfaces.split("/"):
            forms[surface] = forms.get(surface, Form(0)) | form
    if lemma.endswith(("al", "el", "il")) and not _doubles(lemma) and lemma[-3] not in _VOWELS:
        # British spelling doubles the l: travelled, cancelled, signalled.
        forms[f"{lemma}led"] = Form.PAST | Form.PARTICIPLE
        forms[f"{lemma}ling"] = Form.GERUND
    if lemma == "be":
        forms.update({"am": Form.THIRD, "are": Form.THIRD})
    return forms


@lru_cache(maxsize=8192)
def is_participle(surface: str) -> bool:
    """Whether a verb form can be a past participle, by its ending or as one of the irregular ones."""
    return surface.endswith("ed") or surface in _irregular_participles()


@lru_cache(maxsize=1)
def _irregular_participles() -> frozenset[str]:
    parts = (parts.split()[1].split("/") for parts in _IRREGULAR.values())
    listed = frozenset(participle for variants in parts for participle in variants)
    return listed | {prefix + participle for prefix in _PREFIXES for participle in listed}
