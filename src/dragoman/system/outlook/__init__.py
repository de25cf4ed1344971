"""How likely one side is to do something to another in the next weeks, and how good such forecasts were."""

from dragoman.system.outlook.events import DEEDS, Events
from dragoman.system.outlook.log import Log, log_of, replay
from dragoman.system.outlook.model import HORIZONS, Grid, OutlookModel, fit

__all__ = ["DEEDS", "HORIZONS", "Events", "Grid", "Log", "OutlookModel", "fit", "log_of", "replay"]
