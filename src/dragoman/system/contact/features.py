"""The features of the next-contact model, as a table: name, sentence, what it rests on, weight by default.

A feature is read for one question (on day T, ego has an act with whom?) and one candidate. The first block is
nought for those whom the ego has never met; the second is read for everybody. Counts are decayed: an event
``d`` days old counts ``2 ** (-d / h)``, and enters as ``log(1 + 4 x count)``.

The default weights are set by hand, from no data. They are what a thin record is asked with, and what the
fitted weights of a rich one are shrunk towards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

# Days after which an event counts half; the last never fades. By hand, each about four times the one before.
HALF_LIVES = (2.0, 7.0, 30.0, 120.0, 1e9)
_LIVES = ("2 days", "7 days", "30 days", "120 days", "ever")
# Upper ends of the classes of "days since", in days.
AGES = (1, 2, 4, 7, 14, 30, 60, 120)
_AGES = ("1 day", "2 days", "3-4 days", "5-7 days", "8-14 days", "15-30 days", "31-60 days", "61-120 days")
_AGES_ALL = (*_AGES, "over 120 days")


class Rests(Enum):
    """Which past events a feature is read from."""

    SAME = "this act of the ego with the candidate"
    MIRROR = "this relation of the two the other way round"
    OUT = "whatever the ego did to the candidate"
    IN = "whatever the candidate did to the ego"
    PAIR = "all contacts of the two"
    BASE = "this act of anybody with the candidate"
    ALTER = "all contacts of the candidate"
    COUNTRY = "contacts of the ego with the candidate's country"
    HOME = "contacts of the ego's country with the candidate"
    ALIKE = "contacts of the ego with those most like the candidate"
    NAME = "names alone"


@dataclass(frozen=True)
class Feature:
    """One feature.

    Attributes:
        name: short, unique.
        meaning: a sentence that explains it.
        rests: the past events it is read from.
        default: its weight where nothing was learned.
        varies: whether each act may have its own deviation from the common weight.
        family: features that a person reads as one; by default a feature is its own.
    """

    name: str
    meaning: str
    rests: Rests
    default: float = 0.0
    varies: bool = False
    family: str = ""

    @property
    def said(self) -> str:
        """The name under which it is explained."""
        return self.family or self.name


def _counts(name: str, meaning: str, rests: Rests, lives: tuple[int, ...], **more: float) -> list[Feature]:
    """A decayed count at several half-lives; ``more`` gives the weight by default of some of them."""
    return [
        Feature(
            f"{name} {_LIVES[life]}",
            f"{meaning}.",
            rests,
            more.get(f"h{life}", 0.0),
            life in (2, 4),
            name,
        )
        for life in lives
    ]


def _ages(name: str, meaning: str, rests: Rests, default: float) -> list[Feature]:
    return [
        Feature(f"{name} {age}", f"{meaning} {age} ago.", rests, default, family=name) for age in _AGES_ALL
    ]


MET = (
    *_counts("out", "How much the ego did to the candidate", Rests.OUT, (0, 1, 2, 3, 4), h2=0.2),
    *_counts("in", "How much the candidate did to the ego", Rests.IN, (0, 1, 2, 3, 4), h2=0.1),
    *_ages("last contact", "The two last met", Rests.PAIR, 1.0),
    Feature(
        "others since",
        "How many others the ego has met since (log).",
        Rests.PAIR,
        -0.1,
        True,
        family="last contact",
    ),
    Feature("contacts", "How many contacts the two have had (log).", Rests.PAIR, family="acquaintance"),
    Feature(
        "met, busy ego",
        "The candidate is known, and the ego has many contacts (log).",
        Rests.PAIR,
        family="met",
    ),
    Feature(
        "met, new faces",
        "The candidate is known, and the ego often meets new ones (log).",
        Rests.PAIR,
        family="met",
    ),
    Feature("first contact", "Days since the two first met (log).", Rests.PAIR, family="acquaintance"),
    Feature("days together", "On how many days the two met (log).", Rests.PAIR, family="acquaintance"),
    *_counts(
        "same",
        "How often the ego had this act with the candidate",
        Rests.SAME,
        (0, 1, 2, 3, 4),
        h2=0.4,
        h4=0.4,
    ),
    *_counts("mirror", "How often the candidate did this to the ego", Rests.MIRROR, (2, 4)),
    *_counts(
        "foretold",
        "What the two had before, each by how well it foretells this act",
        Rests.PAIR,
        (1, 2, 4),
        h2=0.3,
    ),
    *_ages("last same", "The two last had this act", Rests.SAME, 0.2),
    Feature(
        "others since, same",
        "With how many others the ego has had this act since (log).",
        Rests.SAME,
        family="last same",
    ),
    Feature(
        "same, busy ego", "They had this act, and the ego has had it often (log).", Rests.SAME, family="same"
    ),
    Feature(
        "same, new faces",
        "They had this act, and the ego has it with ever new ones (log).",
        Rests.SAME,
        family="same",
    ),
    Feature(
        "met, act habitual",
        "The candidate is known, and the ego has had this act often (log).",
        Rests.PAIR,
        family="met",
    ),
    Feature(
        "met, act with new",
        "The candidate is known, and the ego has this act with new ones (log).",
        Rests.PAIR,
        family="met",
    ),
    Feature(
        "met, same country",
        "The candidate is known and of the ego's country.",
        Rests.NAME,
        family="same country",
    ),
    Feature(
        "met, company", "The candidate is known and keeps the ego's company.", Rests.ALIKE, family="company"
    ),
    Feature(
        "met, alike",
        "The candidate is known and keeps company like the ego's (cosine).",
        Rests.ALIKE,
        0.0,
        True,
        family="alike",
    ),
    Feature(
        "met, walk",
        "The candidate is known and three steps of contact lead there (log).",
        Rests.ALIKE,
        family="walk",
    ),
)
ALL = (
    Feature("same country", "Ego and candidate are of one country.", Rests.NAME, 0.5, True),
    Feature("home", "How much the ego's country has had with the candidate (log).", Rests.HOME, 0.1),
    Feature("country", "How much the ego has had with the candidate's country (log).", Rests.COUNTRY, 0.1),
    Feature(
        "walk",
        "How often three random steps of contact lead from ego to candidate (log).",
        Rests.ALIKE,
        0.0,
        True,
    ),
    Feature("company", "Contacts that the ego's company makes likely (48 factors; log).", Rests.ALIKE),
    Feature("alike", "Ego and candidate keep the same company (48 factors; cosine).", Rests.ALIKE, 0.5, True),
    *_counts("busy", "How much anybody had with the candidate", Rests.ALTER, (1, 2, 4), h2=0.05),
    *_counts("base", "How often anybody had this act with the candidate", Rests.BASE, (1, 2, 4), h2=0.1),
    Feature(
        "base rate", "The candidate's share in this act (log; shrunk).", Rests.BASE, 0.5, True, family="base"
    ),
    Feature("never seen", "Nobody has met the candidate yet.", Rests.NAME),
    Feature("role", "How often this act goes to those of the candidate's role (log).", Rests.NAME, 0.1, True),
)
FEATURES = MET + ALL
DEFAULTS = np.array([feature.default for feature in FEATURES])
VARYING = np.flatnonzero([feature.varies for feature in FEATURES])
