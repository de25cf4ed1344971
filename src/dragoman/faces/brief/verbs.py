"""What an event type and its mode say in a sentence of a brief.

No more than the definitions in `dragoman.world.plover`: which treaty, which weapon, which ministry is for the
evidence to tell. Every entry may end a sentence, and has the word that leads to a recipient behind it.
"""

from __future__ import annotations

import msgspec

from dragoman.terms import EventType as T


class Deed(msgspec.Struct, frozen=True):
    """Past, base and -ing form, and what stands before the recipient."""

    past: str
    base: str
    going: str
    joint: str = ""

    @classmethod
    def of(cls, forms: str) -> Deed:
        """From "met/meet/meeting/with"."""
        return cls(*forms.split("/"))


_TABLE: dict[tuple[T, str], str] = {
    (T.AGREE, ""): "agreed/agree/agreeing/with",
    (T.CONSULT, ""): "met or spoke/meet or speak/meeting or speaking/with",
    (T.CONSULT, "visit"): "met/meet/meeting/with",
    (T.CONSULT, "multilateral"): "met/meet/meeting/with",
    (T.CONSULT, "phone"): "spoke from afar/speak from afar/speaking from afar/with",
    (T.SUPPORT, ""): "voiced support/voice support/voicing support/for",
    (T.SUPPORT, "praise"): "voiced approval/voice approval/voicing approval/of",
    (T.SUPPORT, "recognize"): "gave recognition/give recognition/giving recognition/to",
    (T.SUPPORT, "sign"): "signed an agreement/sign an agreement/signing an agreement/with",
    (T.SUPPORT, "apologize"): (
        "gave thanks, sympathy or an apology/give thanks, sympathy or an apology/"
        "giving thanks, sympathy or an apology/to"
    ),
    (T.CONCEDE, ""): "gave way/give way/giving way/to",
    (T.CONCEDE, "ease"): "eased restrictions/ease restrictions/easing restrictions/on",
    (T.CONCEDE, "amnesty"): "granted pardons/grant pardons/granting pardons/to",
    (T.CONCEDE, "stepdown"): "stepped down/step down/stepping down/before",
    (T.COOPERATE, ""): "worked together/work together/working together/with",
    (T.AID, ""): "gave help/give help/giving help/to",
    (T.AID, "economic"): "gave money/give money/giving money/to",
    (T.AID, "military"): "gave military help/give military help/giving military help/to",
    (T.AID, "humanitarian"): "gave relief/give relief/giving relief/to",
    (T.AID, "asylum"): "gave refuge/give refuge/giving refuge/to",
    (T.RETREAT, ""): "gave ground/give ground/giving ground/to",
    (T.RETREAT, "withdraw"): "drew back forces/draw back forces/drawing back forces/as regards",
    (T.RETREAT, "release"): "freed people/free people/freeing people/as regards",
    (T.RETREAT, "return"): "gave something back/give something back/giving something back/to",
    (T.RETREAT, "disarm"): "laid down arms/lay down arms/laying down arms/before",
    (T.RETREAT, "ceasefire"): "ceased fire/cease fire/ceasing fire/with",
    (T.REQUEST, ""): "made demands/make demands/making demands/of",
    (T.REQUEST, "assist"): "asked for help/ask for help/asking for help/from",
    (T.REQUEST, "change"): "asked for change/ask for change/asking for change/from",
    (T.REQUEST, "yield"): "asked for a concession/ask for a concession/asking for a concession/from",
    (T.REQUEST, "meet"): "asked for talks/ask for talks/asking for talks/with",
    (T.ACCUSE, ""): "made accusations/make accusations/making accusations/against",
    (T.ACCUSE, "disapprove"): "voiced criticism/voice criticism/voicing criticism/of",
    (T.ACCUSE, "investigate"): "opened a case/open a case/opening a case/against",
    (T.REJECT, ""): "said no/say no/saying no/to",
    (T.REJECT, "meet"): "refused talks/refuse talks/refusing talks/with",
    (T.REJECT, "assist"): "refused help/refuse help/refusing help/to",
    (T.THREATEN, ""): "made threats/make threats/making threats/against",
    (T.THREATEN, "violence"): "threatened force/threaten force/threatening force/against",
    (T.PROTEST, ""): "protested/protest/protesting/against",
    (T.PROTEST, "riot"): "rioted/riot/rioting/against",
    (T.PROTEST, "strike"): "went on strike/go on strike/going on strike/against",
    (T.SANCTION, ""): "cut ties/cut ties/cutting ties/with",
    (T.SANCTION, "expel"): (
        "ordered an expulsion or suspension/order an expulsion or suspension/"
        "ordering an expulsion or suspension/against"
    ),
    (T.SANCTION, "withdraw"): (
        "pulled out or recalled people/pull out or recall people/pulling out or recalling people/as regards"
    ),
    (T.SANCTION, "discontinue"): (
        "stopped or penalised dealings/stop or penalise dealings/stopping or penalising dealings/with"
    ),
    (T.MOBILIZE, ""): "readied forces/ready forces/readying forces/towards",
    (T.MOBILIZE, "weapons"): "readied weapons/ready weapons/readying weapons/towards",
    (T.MOBILIZE, "police"): "readied police/ready police/readying police/towards",
    (T.COERCE, ""): "used coercion/use coercion/using coercion/against",
    (T.COERCE, "arrest"): "held or tried people/hold or try people/holding or trying people/of",
    (T.COERCE, "seize"): (
        "seized property or ground/seize property or ground/seizing property or ground/from"
    ),
    (T.COERCE, "restrict"): "imposed restrictions/impose restrictions/imposing restrictions/on",
    (T.COERCE, "ban"): "imposed a ban/impose a ban/imposing a ban/on",
    (T.COERCE, "censor"): "blocked media/block media/blocking media/of",
    (T.COERCE, "curfew"): "imposed a curfew/impose a curfew/imposing a curfew/on",
    (T.COERCE, "martial-law"): ("imposed emergency rule/impose emergency rule/imposing emergency rule/on"),
    (T.COERCE, "deport"): "drove people out/drive people out/driving people out/as regards",
    (T.ASSAULT, ""): "used violence/use violence/using violence/against",
    (T.ASSAULT, "firearms"): "used firearms/use firearms/using firearms/against",
    (T.ASSAULT, "heavy-weapons"): "used heavy weapons/use heavy weapons/using heavy weapons/against",
    (T.ASSAULT, "aerial"): "used aircraft/use aircraft/using aircraft/against",
    (T.ASSAULT, "drone"): "used drones/use drones/using drones/against",
    (T.ASSAULT, "explosives"): "used bombs or mines/use bombs or mines/using bombs or mines/against",
    (T.ASSAULT, "clash"): "fought/fight/fighting/with",
}
# With somebody at the other end these are said more plainly
_TOWARDS: dict[tuple[T, str], str] = {
    (T.SUPPORT, ""): "backed/back/backing",
    (T.SUPPORT, "recognize"): "recognised/recognise/recognising",
    (T.AID, ""): "helped/help/helping",
    (T.ACCUSE, ""): "accused/accuse/accusing",
    (T.ACCUSE, "disapprove"): "criticised/criticise/criticising",
    (T.THREATEN, ""): "threatened/threaten/threatening",
    (T.COERCE, "deport"): "drove out people/drive out people/driving out people/of",
}
# And these where it is done to people themselves, and not to those of a state or town
_PERSONAL: dict[tuple[T, str], str] = {
    (T.COERCE, "arrest"): "held or tried/hold or try/holding or trying",
    (T.COERCE, "deport"): "drove out/drive out/driving out",
    (T.RETREAT, "release"): "freed/free/freeing",
    (T.SANCTION, "expel"): "expelled or suspended/expel or suspend/expelling or suspending",
}

DEEDS = {key: Deed.of(forms) for key, forms in _TABLE.items()}
TOWARDS = {key: Deed.of(forms) for key, forms in _TOWARDS.items()}
PERSONAL = {key: Deed.of(forms) for key, forms in _PERSONAL.items()}


def deed(type: T, mode: str | None, *, towards: bool, personal: bool = False) -> Deed:
    """The words of a type and mode, or of the type where the mode has none of its own.

    Args:
        towards: whether somebody is at the other end.
        personal: whether those are people themselves, and no state, town or bloc.
    """
    for key in ((type, mode or ""), (type, "")):
        if personal and key in PERSONAL:
            return PERSONAL[key]
        if towards and key in TOWARDS:
            return TOWARDS[key]
        if key in DEEDS:
            return DEEDS[key]
    raise KeyError(type)
