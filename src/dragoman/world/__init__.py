"""What is known before reading: states, blocs, regions, groups, people, offices; all with their dates."""

from dragoman.world.loader import World, load
from dragoman.world.tables import (
    CodeScheme,
    Membership,
    MembershipStatus,
    Name,
    NameSense,
    Office,
    State,
    Term,
)

__all__ = [
    "CodeScheme",
    "Membership",
    "MembershipStatus",
    "Name",
    "NameSense",
    "Office",
    "State",
    "Term",
    "World",
    "load",
]
