"""A few annotated texts of our own."""

from __future__ import annotations

from dragoman.training.items import Item
from dragoman.training.sheets import read_item

SHELLING = """K clean wire mali
T The Chad army shelled the villages of Mali near Gao on Friday, the ministry said.
E shelled | ASSAULT.heavy-weapons | happened | The Chad army > the villages of Mali | on Friday | Gao
A the ministry ~ said ~ The Chad army shelled the villages of Mali near Gao on Friday"""

REFUSAL = """K clean wire peru
T Peru refused to extradite the former minister to Chile.
E refused | REJECT.assist | happened | Peru > Chile
E extradite | COOPERATE.judicial | denied | Peru > Chile"""

TALKS = """K mt wire geo
T Leaders of the Georgia and of Armenia have carried out talks in Tbilisi.
E talks | CONSULT | happened | Leaders of the Georgia ; Armenia > | | Tbilisi"""

QUIET = """K clean sport esp
T The keeper saved a penalty and hopes to play on Sunday.
P saved:happened play:possible
W on Sunday"""


def items() -> list[Item]:
    """The samples as items."""
    return [read_item(sheet.splitlines()) for sheet in (SHELLING, REFUSAL, TALKS, QUIET)]
