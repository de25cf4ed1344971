"""Verb groups: where a sentence has its verbs, and what their auxiliaries say.

English tells tense, voice and modality by the words in front of the verb, and tells a verb from the noun
of the same spelling by its neighbours. Both are read from small word lists; no tagger is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec

from dragoman.reading.inflect import Form, VerbForm, verb_forms
from dragoman.reading.tokens import Token
from dragoman.world.plover import CueKind, load

MODALS = frozenset("will would shall should can could may might must ought cannot wo ca".split())
_BE = frozenset("be am is are was were been being".split())
_HAVE = frozenset("have has had having".split())
_DO = frozenset("do does did".split())
_GET = frozenset("get gets got gotten getting".split())
# "Didn't", with either apostrophe, and the auxiliary it holds.
CONTRACTED = {
    f"{word}n{mark}t": "can" if word == "ca" else "will" if word == "wo" else word
    for word in "did does do has have had was were is are wo would ca could should".split()
    for mark in "'’"
}
AUXILIARIES = MODALS | _BE | _HAVE | _DO | _GET | {"to"} | CONTRACTED.keys()
NEGATIONS = frozenset("not never n't neither nor hardly no longer".split()) - {"longer"}
QUOTATION_MARKS = frozenset({'"', "“", "”", "„", "‘"})
_NOTHING = frozenset({"no", "none", "nothing", "nobody"})  # objects that deny the act
_ADVERBS = frozenset(
    "also still again already now then just soon later even ever once first finally reportedly allegedly "
    "recently always often thus therefore however jointly officially formally earlier today yesterday "
    "tomorrow repeatedly strongly harshly sharply further instead twice almost nearly not never no longer "
    "both all each either yet so well back out".split()
)
DETERMINERS = frozenset(
    "the a an this that these those any some no every each another such its their his her our my your "
    "several many few all both more most other own new latest first second third".split()
)
PREPOSITIONS = frozenset(
    "of in on at by with from for against between among amid over under near into toward towards through "
    "during after before since until without within about around across along behind beyond despite "
    "following including upon via per like as than outside inside amongst versus to throughout".split()
)
SUBORDINATORS = frozenset(
    "that which who whom whose when while because if although though unless whereas where as after before "
    "since until once whether".split()
)
_SHORT = 8  # words of a subject set apart
_NEVER_NOUNS = frozenset("say tell believe".split())
_NOUNS_IN_LY = frozenset(
    "ally assembly anomaly family fly italy july monopoly rally reply supply july bully".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split()
)
_SUBJECT_PRONOUNS = frozenset("he she it they we i you who which that".split())
_ADJECTIVE_ENDINGS = (
    "al",
    "ive",
    "ous",
    "ic",
    "ary",
    "ish",
    "ese",
    "ful",
    "less",
    "ian",
    "wide",
    "scale",
    "led",
)


class VerbGroup(msgspec.Struct, frozen=True):
    """A main verb with its auxiliaries, adverbs and negations.

    Attributes:
        first, head: indices of its first word and of the main verb.
        lemma: of the main verb; ``form`` what its surface can be.
        auxiliaries: the helping words in lower case, in order.
        passive: "was attacked", and the bare participle of "troops deployed by".
        reduced: a participle or gerund without auxiliary ("shelling", "deployed by").
        infinitive: "to withdraw".
        negated: "did not", "never".
    """

    first: int
    head: int
    lemma: str
    form: Form
    auxiliaries: tuple[str, ...] = ()
    passive: bool = False
    reduced: bool = False
    infinitive: bool = False
    negated: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it can carry a clause of its own."""
        return not self.reduced and not self.infinitive


@cache
def lexicon() -> Mapping[str, VerbForm]:
    """Every surface of the common verbs and of the cue verbs; base forms win over inflected ones."""
    text = resources.files("dragoman.reading").joinpath("tables/verbs.txt").read_text(encoding="utf-8")
    common = " ".join(line for line in text.splitlines() if not line.startswith("#")).split()
    cues = (cue.cue.split()[0].split("|") for _, cue in load().cues() if cue.kind is CueKind.VERB)
    lemmas = [*common, *(lemma for verbs in cues for lemma in verbs)]
    surfaces: dict[str, VerbForm] = {}
    for lemma in lemmas:
        for surface, form in verb_forms(lemma).items():
            if surface == lemma == "found":
                continue  # nearly always the past of find
            known = surfaces.get(surface)
            if known is None or (form & Form.BASE and not known.form & Form.BASE):
                surfaces[surface] = VerbForm(lemma, form)
    return surfaces


def verb_groups(
    tokens: Sequence[Token], nominal: frozenset[int], known: Mapping[str, VerbForm] | None = None
) -> list[VerbGroup]:
    """The verb groups of a sentence in order.

    Args:
        tokens: the sentence.
        nominal: indices of tokens that belong to a name or another noun phrase; never verbs.
        known: surfaces of verbs; the common ones when left out.
    """
    known = lexicon() if known is None else known
    groups: list[VerbGroup] = []
    for index, token in enumerate(tokens):
        verb = known.get(token.lower)
        if verb is None or index in nominal or _is_auxiliary_here(tokens, index, known):
            continue
        if not _is_verb(tokens, index, verb, nominal):
            continue
        groups.append(_group(tokens, index, verb, nominal))
    return groups


def _is_auxiliary_here(tokens: Sequence[Token], index: int, known: Mapping[str, VerbForm]) -> bool:
    """Whether be, have, do or get helps a later verb instead of standing alone."""
    word = CONTRACTED.get(tokens[index].lower, tokens[index].lower)
    if word not in AUXILIARIES:
        return False
    for later in tokens[index + 1 : index + 5]:
        if later.lower in _ADVERBS or later.lower in AUXILIARIES or is_adverb(later.lower):
            continue
        verb = known.get(later.lower)
        participle = Form.PARTICIPLE | Form.GERUND | (Form.BASE if word in _DO else Form(0))
        return verb is not None and bool(verb.form & participle)
    return False


def _is_verb(tokens: Sequence[Token], index: int, verb: VerbForm, nominal: frozenset[int]) -> bool:
    """Whether the word stands as a verb here and not as the noun or adjective of the same spelling."""
    before = word_before(tokens, index)
    lower = tokens[before].lower if before >= 0 else ""
    if (
        tokens[index].is_capital
        and index > 0
        and not tokens[0].text.isupper()
        and lower not in ('"', "“", "")
    ):
        return False
    lower = CONTRACTED.get(lower, lower)
    if lower in AUXILIARIES:
        return not (lower == "to" and not verb.form & Form.BASE) and not (
            lower in _BE | _GET and not verb.form & (Form.PARTICIPLE | Form.GERUND)
        )
    if lower in DETERMINERS - _SUBJECT_PRONOUNS or lower in ("'s", "’s"):
        return False
    if _is_toll(tokens, index, lower, nominal):
        return False
    if verb.form & Form.GERUND:
        return True
    if lower in PREPOSITIONS - {"as", "than"}:
        return False
    if verb.form & (Form.PAST | Form.PARTICIPLE) and not verb.form & Form.BASE:
        return not _is_attribute(tokens, index, verb, nominal)
    return _is_present(tokens, index, verb, before, nominal)


def _is_toll(tokens: Sequence[Token], index: int, before: str, nominal: frozenset[int]) -> bool:
    """Whether a participle behind a number counts people: "35 killed on its side", "ten wounded"."""
    number = before in _COUNTS or (before.replace(",", "").isdigit() and not _YEAR.match(before))
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    has_object = index + 1 in nominal or behind in DETERMINERS | {"by"}
    return number and tokens[index].lower.endswith("ed") and not has_object


def _is_attribute(tokens: Sequence[Token], index: int, verb: VerbForm, nominal: frozenset[int]) -> bool:
    """Whether a participle describes the noun behind it: "two captured soldiers", "annexed regions"."""
    before = tokens[index - 1].lower if index else ""
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    opens_phrase = not before or before in ("and", "of", ",") or before.isdigit()
    plain_noun = behind.endswith("s") and behind not in PREPOSITIONS and behind not in DETERMINERS
    return opens_phrase and plain_noun and index + 1 not in nominal and bool(verb.form & Form.PARTICIPLE)


def _is_present(
    tokens: Sequence[Token], index: int, verb: VerbForm, before: int, nominal: frozenset[int]
) -> bool:
    """Whether a base or -s form has a subject in front of it ("Iran rejects", "troops attack")."""
    lower = tokens[before].lower if before >= 0 else ""
    if lower in _SUBJECT_PRONOUNS or lower in {"and", "or", "but", "please", "let"}:
        return lower not in {"and", "or"} or not _nominal_follows(tokens, index, nominal)
    if verb.form & Form.THIRD and index + 1 < len(tokens) and tokens[index + 1].lower == "that":
        return True
    if verb.lemma in _NEVER_NOUNS or (verb.form & Form.THIRD and _closes_after_comma(tokens, index)):
        return lower not in ("'s", "’s")
    if lower.endswith(_ADJECTIVE_ENDINGS) and before not in nominal:
        return False
    if lower in {",", '"', "”"} and verb.form & Form.THIRD and index + 1 < len(tokens):
        return index + 1 in nominal or tokens[index + 1].lower in DETERMINERS
    if before in nominal or (lower.endswith("s") and lower.isalpha()):
        return not _nominal_follows(tokens, index, nominal)
    return before < 0 and bool(verb.form & Form.BASE) and index + 1 in nominal


def _closes_after_comma(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb ends the sentence behind a short subject set apart: "..., a yearbook reports."."""
    ends = index + 1 == len(tokens) or (index + 2 == len(tokens) and tokens[index + 1].text == ".")
    return ends and any(token.text == "," for token in tokens[max(0, index - _SHORT) : index])


def _nominal_follows(tokens: Sequence[Token], index: int, nominal: frozenset[int]) -> bool:
    """Whether the next word makes this one a noun: a full verb, an auxiliary, "of", a closing mark."""
    if index + 1 >= len(tokens):
        return True
    if tokens[index + 1].text in QUOTATION_MARKS and index + 2 < len(tokens):
        index += 1
    after = tokens[index + 1].lower
    if (
        index + 1 in nominal
        or after in DETERMINERS
        or after in {"to", "that", "on", "against", "with", "for"}
    ):
        return False
    return after in AUXILIARIES or after in {"of", "and", "between"} or not tokens[index + 1].is_word


def is_adverb(word: str) -> bool:
    """Whether a word in -ly is an adverb and not one of the few nouns and names that end so."""
    return word.endswith("ly") and word not in _NOUNS_IN_LY


def word_before(tokens: Sequence[Token], index: int) -> int:
    """Index of the word before, adverbs and negations left out; -1 at the start."""
    before = index - 1
    while before >= 0 and (tokens[before].lower in _ADVERBS or tokens[before].lower in NEGATIONS):
        before -= 1
    if before >= 0 and is_adverb(tokens[before].lower):
        before -= 1
    return before


def _group(tokens: Sequence[Token], head: int, verb: VerbForm, nominal: frozenset[int]) -> VerbGroup:
    first, helpers, negated = head, list[str](), False
    index = head - 1
    while index >= 0 and index not in nominal:
        lower = tokens[index].lower
        if lower in AUXILIARIES and not is_month(tokens, index):
            helpers.insert(0, CONTRACTED.get(lower, lower))
            negated = negated or lower in CONTRACTED
            first = index
        elif lower in NEGATIONS:
            negated, first = True, index
        elif lower not in _ADVERBS and not is_adverb(lower):
            break
        index -= 1
    negated = negated or (head + 1 < len(tokens) and tokens[head + 1].lower in _NOTHING)
    bare = not helpers
    agentive = bare and bool(verb.form & Form.PARTICIPLE) and _is_bare_passive(tokens, head, nominal)
    return VerbGroup(
        first=first,
        head=head,
        lemma=verb.lemma,
        form=verb.form,
        auxiliaries=tuple(helpers),
        passive=agentive or (_has_be_last(helpers) and bool(verb.form & Form.PARTICIPLE)),
        reduced=agentive or (bare and bool(verb.form & Form.GERUND)) or _only_participle(bare, verb),
        infinitive="to" in helpers,
        negated=negated,
    )


def is_month(tokens: Sequence[Token], index: int) -> bool:
    """Whether "May" names the month: beside a number or behind "in", "of", "last"."""
    if tokens[index].text != "May":
        return False
    around = [tokens[i].lower for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    before = tokens[index - 1].lower if index else ""
    return any(word[0].isdigit() for word in around) or before in {
        "in",
        "of",
        "last",
        "next",
        "since",
        "until",
    }


def _has_be_last(helpers: Sequence[str]) -> bool:
    """Whether the last auxiliary makes a passive; "has been attacked", "got hit", not "has attacked"."""
    return bool(helpers) and helpers[-1] in _BE | _GET


def _only_participle(bare: bool, verb: VerbForm) -> bool:
    """Whether the surface can only be a participle: "taken", "withdrawn"."""
    return bare and bool(verb.form & Form.PARTICIPLE) and not verb.form & (Form.PAST | Form.BASE)


def _is_bare_passive(tokens: Sequence[Token], head: int, nominal: frozenset[int]) -> bool:
    """Whether a participle without auxiliary is followed by its agent: "deployed by Russia"."""
    behind = [index for index in range(head + 1, min(head + 3, len(tokens))) if index not in nominal]
    return any(tokens[index].lower == "by" and index - 1 not in nominal for index in behind)
