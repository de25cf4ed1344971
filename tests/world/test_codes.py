"""Codes of states in six schemes."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from dragoman.terms import UnknownName
from dragoman.world import CodeScheme, MembershipStatus, load

# alpha-3, alpha-2, numeric, COW, GW, FIPS: those that are most often confused
CODES = [
    ("USA", "US", 840, 2, 2, "US"),
    ("GBR", "GB", 826, 200, 200, "UK"),
    ("DEU", "DE", 276, 255, 260, "GM"),
    ("CHE", "CH", 756, 225, 225, "SZ"),
    ("CHN", "CN", 156, 710, 710, "CH"),
    ("CHL", "CL", 152, 155, 155, "CI"),
    ("RUS", "RU", 643, 365, 365, "RS"),
    ("SRB", "RS", 688, 345, 340, "RI"),
    ("UKR", "UA", 804, 369, 369, "UP"),
    ("BLR", "BY", 112, 370, 370, "BO"),
    ("MDA", "MD", 498, 359, 359, "MD"),
    ("KAZ", "KZ", 398, 705, 705, "KZ"),
    ("UZB", "UZ", 860, 704, 704, "UZ"),
    ("KGZ", "KG", 417, 703, 703, "KG"),
    ("TJK", "TJ", 762, 702, 702, "TI"),
    ("TKM", "TM", 795, 701, 701, "TX"),
    ("AZE", "AZ", 31, 373, 373, "AJ"),
    ("ARM", "AM", 51, 371, 371, "AM"),
    ("GEO", "GE", 268, 372, 372, "GG"),
    ("EST", "EE", 233, 366, 366, "EN"),
    ("LVA", "LV", 428, 367, 367, "LG"),
    ("LTU", "LT", 440, 368, 368, "LH"),
    ("CZE", "CZ", 203, 316, 316, "EZ"),
    ("SVK", "SK", 703, 317, 317, "LO"),
    ("AUS", "AU", 36, 900, 900, "AS"),
    ("AUT", "AT", 40, 305, 305, "AU"),
    ("YEM", "YE", 887, 679, 678, "YM"),
    ("VNM", "VN", 704, 816, 816, "VM"),
    ("PRK", "KP", 408, 731, 731, "KN"),
    ("KOR", "KR", 410, 732, 732, "KS"),
    ("JPN", "JP", 392, 740, 740, "JA"),
    ("IRQ", "IQ", 368, 645, 645, "IZ"),
    ("ISR", "IL", 376, 666, 666, "IS"),
    ("TUR", "TR", 792, 640, 640, "TU"),
    ("COD", "CD", 180, 490, 490, "CG"),
    ("COG", "CG", 178, 484, 484, "CF"),
    ("NER", "NE", 562, 436, 436, "NG"),
    ("NGA", "NG", 566, 475, 475, "NI"),
    ("ZAF", "ZA", 710, 560, 560, "SF"),
    ("SWE", "SE", 752, 380, 380, "SW"),
    ("ESP", "ES", 724, 230, 230, "SP"),
    ("KIR", "KI", 296, 946, 970, "KR"),
    ("TON", "TO", 776, 955, 972, "TN"),
    ("MNE", "ME", 499, 341, 341, "MJ"),
    ("XKX", "XK", None, 347, 347, "KV"),
    ("TWN", "TW", 158, 713, 713, "TW"),
]


@pytest.mark.parametrize(("iso3", "iso2", "numeric", "cow", "gw", "fips"), CODES)
def test_codes_of_a_state(iso3: str, iso2: str, numeric: int | None, cow: int, gw: int, fips: str) -> None:
    """A state carries the code that each code book gives it."""
    state = load().state(iso3)
    assert (state.iso2, state.numeric, state.cow, state.gw, state.fips) == (iso2, numeric, cow, gw, fips)


@pytest.mark.parametrize("scheme", list(CodeScheme))
def test_a_code_finds_its_state(scheme: CodeScheme) -> None:
    """Every code of a state of today leads back to it, and no two share one."""
    today = [state for state in load().states if state.exists.latest is None]
    codes = [state.code(scheme) for state in today if state.code(scheme) is not None]
    assert max(Counter(codes).values()) == 1
    for state in today:
        code = state.code(scheme)
        assert code is None or load().state(code, scheme).id == state.id


def test_members_of_the_united_nations_are_complete() -> None:
    """All 193 members are there with every code, a name and an adjective or demonym."""
    world = load()
    members = [
        world.state(iso3)
        for iso3, row in world.members("UN").items()
        if row.status is MembershipStatus.MEMBER
    ]
    assert len(members) == 193
    for state in members:
        assert all(state.code(scheme) for scheme in CodeScheme), state.id


def test_a_code_is_read_as_of_a_day() -> None:
    """Russia inherited the Soviet Union's COW code."""
    world = load()
    assert world.state(365, CodeScheme.COW).id == "RUS"
    assert world.state(365, CodeScheme.COW, on=date(1985, 3, 11)).id == "SUN"
    assert world.state(345, CodeScheme.COW, on=date(2004, 1, 1)).id == "SCG"


def test_leading_zeros_and_case_do_not_matter() -> None:
    """ "004", 4 and "4" are Afghanistan."""
    world = load()
    assert {world.state(code, CodeScheme.NUMERIC).id for code in ("004", 4, "4")} == {"AFG"}
    assert world.state("kz", CodeScheme.ISO2).id == "KAZ"


def test_unknown_code_is_refused() -> None:
    """A code that no state has is an error, not a guess."""
    with pytest.raises(UnknownName, match="cow code '999'"):
        load().state(999, CodeScheme.COW)


def test_unrecognised_states_name_their_claimants() -> None:
    """Abkhazia is claimed by Georgia, Kosovo by Serbia; Kazakhstan by nobody."""
    world = load()
    assert world.state("ABK").claimed_by == ("GEO",)
    assert world.state("XKX").claimed_by == ("SRB",)
    assert world.state("KAZ").claimed_by == ()


@pytest.mark.parametrize(
    ("state", "code"), [("KAZ", "KAZ"), ("ROU", "ROM"), ("TLS", "TMP"), ("MNE", "MTN"), ("XKX", "XKX")]
)
def test_cameo_code(state: str, code: str) -> None:
    """CAMEO writes alpha-3 codes, a few of them old ones."""
    assert load().state(state).code(CodeScheme.CAMEO) == code
    assert load().state(code, CodeScheme.CAMEO).id == state
