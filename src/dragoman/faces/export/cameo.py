"""PLOVER to CAMEO: the way back from `dragoman.world.coded`, for layouts that know only CAMEO codes.

CAMEO code book 1.1b3 (2012), as GDELT uses it. Each code is of the same PLOVER type when it is read back.
Where CAMEO has no code for a mode, the plainest code of the type stands, and how the act was done is lost.
"""

from __future__ import annotations

from dragoman.terms import EventType

# The key "" is the act of which no mode is known. An appeal (02) and not a demand (10): it claims less.
CODES: dict[EventType, dict[str, str]] = {
    EventType.AGREE: {"": "030"},
    EventType.CONSULT: {
        "": "040",
        "visit": "042",
        "third-party": "044",
        "multilateral": "040",
        "phone": "041",
    },
    EventType.SUPPORT: {"": "050", "praise": "051", "recognize": "054", "sign": "057", "apologize": "055"},
    EventType.CONCEDE: {"": "080", "ease": "081", "reform": "083", "amnesty": "080", "stepdown": "0831"},
    EventType.COOPERATE: {
        "": "060",
        "economic": "061",
        "military": "062",
        "judicial": "063",
        "intelligence": "064",
        "gift": "060",
    },
    EventType.AID: {
        "": "070",
        "economic": "071",
        "military": "072",
        "humanitarian": "073",
        "asylum": "075",
        "peacekeepers": "074",
    },
    EventType.RETREAT: {
        "": "087",
        "withdraw": "0874",
        "release": "0841",
        "return": "0842",
        "disarm": "0873",
        "ceasefire": "0871",
        "access": "086",
        "resign": "087",
    },
    EventType.REQUEST: {"": "020", "assist": "023", "change": "024", "yield": "025", "meet": "026"},
    EventType.ACCUSE: {"": "110", "disapprove": "111", "investigate": "090", "allege": "112"},
    EventType.REJECT: {"": "120", "assist": "121", "change": "123", "yield": "124", "meet": "125"},
    EventType.THREATEN: {
        "": "130",
        "restrict": "1312",
        "ban": "1322",
        "arrest": "130",
        "relations": "1313",
        "political": "1321",
        "expel": "136",
        "territory": "1382",
        "violence": "138",
    },
    EventType.PROTEST: {
        "": "140",
        "demo": "141",
        "riot": "145",
        "strike": "143",
        "hunger": "142",
        "boycott": "143",
        "obstruct": "144",
    },
    EventType.SANCTION: {
        "": "160",
        "convict": "116",
        "expel": "166",
        "withdraw": "161",
        "discontinue": "163",
    },
    EventType.MOBILIZE: {"": "150", "troops": "154", "weapons": "150", "police": "153", "militia": "150"},
    EventType.COERCE: {
        "": "170",
        "arrest": "173",
        "seize": "171",
        "restrict": "172",
        "ban": "1722",
        "censor": "1721",
        "curfew": "1723",
        "martial-law": "1724",
        "deport": "174",
        "withhold": "170",
        "misinformation": "170",
        "cyber": "176",
    },
    EventType.ASSAULT: {
        "": "180",
        "beat": "182",
        "torture": "1822",
        "execute": "1823",
        "sexual": "1821",
        "assassinate": "186",
        "primitive": "180",
        "firearms": "193",
        "explosives": "183",
        "suicide-attack": "1831",
        "heavy-weapons": "194",
        "aerial": "195",
        "drone": "1952",
        "cbrn": "204",
        "crowd-control": "175",
        "destroy": "1712",
        "abduct": "181",
        "clash": "190",
    },
}
# PLOVER sectors for which CAMEO has no role of that name; CVL is its catch-all
ROLES = {"PRM": "UAF", "PRE": "SEP", "REL": "CVL"}
ANYBODY = "CVL"


def cameo_code(event_type: EventType, mode: str | None) -> str:
    """The code of an act; of a mode that nobody knows, the one of its type."""
    codes = CODES[event_type]
    return codes.get(mode or "", codes[""])


def role(sector: str | None) -> str:
    """The CAMEO role of a PLOVER sector; empty where none is known."""
    return ROLES.get(sector, sector) if sector else ""
