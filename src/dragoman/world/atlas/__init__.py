"""Where the places of the world lie: states, divisions, towns, waters."""

from dragoman.world.atlas.folding import fold
from dragoman.world.atlas.gazetteer import Atlas, load_atlas, version
from dragoman.world.atlas.geometry import distance
from dragoman.world.atlas.kinds import DIVISIONS, TOWNS

__all__ = ["DIVISIONS", "TOWNS", "Atlas", "distance", "fold", "load_atlas", "version"]
