"""How far apart two colours look, also to eyes that lack one sort of cones."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Colour = tuple[float, float, float]  # linear red, green and blue, 0 to 1; or a place in CIELAB

# Machado, Oliveira and Fernandes 2009, severity 1.0; of linear light
LACKING: dict[str, tuple[Colour, Colour, Colour]] = {
    "nothing": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def linear(words: str) -> Colour:
    """A colour of CSS, ``#rrggbb``, as light."""
    red, green, blue = (int(words[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(matrix: tuple[Colour, Colour, Colour], colour: Colour) -> Colour:
    one, two, three = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return one, two, three


def seen(colour: Colour, lacking: str) -> Colour:
    """What somebody sees of it."""
    one, two, three = (min(1.0, max(0.0, part)) for part in _times(LACKING[lacking], colour))
    return one, two, three


def lab(colour: Colour) -> Colour:
    """Its place in CIELAB under daylight."""

    def bent(part: float) -> float:
        return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116

    x, y, z = (bent(part / white) for part, white in zip(_times(_XYZ, colour), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Colour, other: Colour) -> float:
    """CIEDE2000 of two places (Sharma, Wu and Dalal 2005): 1 is just to be seen, 100 is black and white."""
    (light, a, b), (light2, a2, b2) = one, other
    grey = _pale((hypot(a, b) + hypot(a2, b2)) / 2)
    a, a2 = a * (1 + grey), a2 * (1 + grey)
    chroma, chroma2 = hypot(a, b), hypot(a2, b2)
    hue, hue2 = degrees(atan2(b, a)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (hue2 - hue + 180) % 360 - 180 if chroma * chroma2 else 0.0
    far_hue = 2 * sqrt(chroma * chroma2) * sin(radians(turn / 2))
    mean_light, mean_chroma = (light + light2) / 2, (chroma + chroma2) / 2
    mean_hue = (hue + turn / 2) % 360 if chroma * chroma2 else hue + hue2
    by_hue = (
        1
        - 0.17 * cos(radians(mean_hue - 30))
        + 0.24 * cos(radians(2 * mean_hue))
        + 0.32 * cos(radians(3 * mean_hue + 6))
        - 0.20 * cos(radians(4 * mean_hue - 63))
    )
    lightness = (light2 - light) / (1 + 0.015 * (mean_light - 50) ** 2 / sqrt(20 + (mean_light - 50) ** 2))
    colourful = (chroma2 - chroma) / (1 + 0.045 * mean_chroma)
    hued = far_hue / (1 + 0.015 * mean_chroma * by_hue)
    blue = -2 * (_pale(mean_chroma) * -2 + 1) * sin(radians(60 * exp(-(((mean_hue - 275) / 25) ** 2))))
    return sqrt(lightness**2 + colourful**2 + hued**2 + blue * colourful * hued)


def _pale(chroma: float) -> float:
    """How much of a correction colours near grey need: a half of it all."""
    return 0.5 * (1 - sqrt(chroma**7 / (chroma**7 + 25**7)))


def apart(one: str, other: str, lacking: str) -> float:
    """How different two colours of CSS look to somebody."""
    places = [lab(seen(linear(each), lacking)) for each in (one, other)]
    return difference(*places)
