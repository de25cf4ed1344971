"""The next contact: who is likely to deal with whom, with the past events that say so."""

from dragoman.system.contact.certainty import MODEST, Certainty
from dragoman.system.contact.explain import Term
from dragoman.system.contact.features import FEATURES, Feature, Rests
from dragoman.system.contact.history import Contacts, History, Traits
from dragoman.system.contact.model import ContactModel, Prediction, Side
from dragoman.system.contact.ranking import Ranked, Standing, calibration_error, rank_days, ranked, standing

__all__ = [
    "FEATURES",
    "MODEST",
    "Certainty",
    "ContactModel",
    "Contacts",
    "Feature",
    "History",
    "Prediction",
    "Ranked",
    "Rests",
    "Side",
    "Standing",
    "Term",
    "Traits",
    "calibration_error",
    "rank_days",
    "ranked",
    "standing",
]
