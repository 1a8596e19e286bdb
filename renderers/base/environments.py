"""Skies and suns for the words of ``environment(...)``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenewright.scene.model import Vec3

__all__ = [
    "ENVIRONMENTS",
    "ENVIRONMENT_WORDS",
    "EnvironmentLook",
    "environment_look",
    "light_degrees",
    "outside_look",
    "warmed",
]


@dataclass(frozen=True, slots=True)
class EnvironmentLook:
    """A sky with a sun. `zenith`, `horizon`, `ground`: linear radiance of the sky. `sun`: irradiance of the sun, 0 for none;
    `sun_color`: linear. `elevation`: of the sun, degrees. `softness`: angular radius of the sun, degrees (the real one has 0.27).
    `outdoor`: the sky is the backdrop. `exposure`: brightness of the picture, 1 in daylight."""

    zenith: Vec3 = (0.62, 0.66, 0.72)
    horizon: Vec3 = (0.78, 0.78, 0.78)
    ground: Vec3 = (0.42, 0.41, 0.4)
    sun: float = 2.4
    sun_color: Vec3 = (1.0, 0.96, 0.9)
    elevation: float = 52.0
    softness: float = 2.0
    outdoor: bool = False
    exposure: float = 1.0


STUDIO = EnvironmentLook()

ENVIRONMENTS: dict[str, EnvironmentLook] = {
    "studio": STUDIO,
    "clear": EnvironmentLook(
        (0.22, 0.38, 0.75), (0.72, 0.82, 0.95), (0.3, 0.29, 0.26), 3.6, (1.0, 0.95, 0.86), 50.0, 0.6, True
    ),
    "overcast": EnvironmentLook(
        (0.72, 0.75, 0.8), (0.8, 0.82, 0.85), (0.34, 0.34, 0.34), 0.5, (1.0, 1.0, 1.0), 60.0, 12.0, True, 0.92
    ),
    "morning": EnvironmentLook(
        (0.36, 0.48, 0.72), (0.95, 0.86, 0.74), (0.32, 0.3, 0.27), 2.8, (1.0, 0.88, 0.7), 30.0, 1.2, True
    ),
    "sunset": EnvironmentLook(
        (0.2, 0.26, 0.46), (1.05, 0.58, 0.3), (0.22, 0.18, 0.16), 2.6, (1.0, 0.62, 0.34), 16.0, 1.2, True, 0.85
    ),
    "dusk": EnvironmentLook(
        (0.07, 0.1, 0.24), (0.42, 0.27, 0.24), (0.06, 0.06, 0.08), 0.25, (1.0, 0.6, 0.4), 9.0, 3.0, True, 0.6
    ),
    "night": EnvironmentLook(
        (0.012, 0.02, 0.05), (0.03, 0.042, 0.075), (0.01, 0.012, 0.016), 0.16, (0.62, 0.74, 1.0), 48.0, 1.5, True, 0.42
    ),
    "warm": replace(STUDIO, zenith=(0.6, 0.52, 0.43), horizon=(0.74, 0.66, 0.56), sun_color=(1.0, 0.84, 0.64), sun=1.8),
    "cool": replace(STUDIO, zenith=(0.52, 0.6, 0.72), horizon=(0.68, 0.74, 0.8), sun_color=(0.9, 0.95, 1.0)),
    "dim": EnvironmentLook(
        (0.2, 0.165, 0.13), (0.26, 0.21, 0.165), (0.14, 0.12, 0.1), 0.5, (1.0, 0.8, 0.6), 40.0, 6.0, exposure=0.72
    ),
    "neon": EnvironmentLook(
        (0.2, 0.15, 0.36), (0.3, 0.17, 0.36), (0.12, 0.12, 0.22), 0.4, (0.75, 0.6, 1.0), 45.0, 8.0, exposure=0.74
    ),
}
"""Environments by name. Radiances are relative: each picture is exposed for its own brightness, times `exposure`."""

ENVIRONMENT_WORDS: dict[str, tuple[str, ...]] = {
    "night": ("night", "moon", "midnight", "starry", "stary", "stars"),
    "dusk": ("dusk", "twilight", "blue hour", "nightfall"),
    "sunset": ("sunset", "sun set", "golden hour", "sundown", "sunrise", "dawn"),
    "neon": ("neon", "party light*", "disco", "coloured light*", "colored light*", "strobe*"),
    "dim": (
        *(
            "dim",
            "dimly",
            "dimmed",
            "moody",
            "gloomy",
            "dark",
            "shadowy",
            "mysterious",
            "eerie",
            "dramatic",
            "torch*",
            "solemn",
        ),
        *("dusty", "spotlight*", "spot light"),
    ),
    "overcast": ("overcast", "winter", "cloud*", "fog*", "mist*", "rain*", "grey sky", "gray sky", "snow*", "diffuse"),
    "morning": ("morning", "late afternoon", "afternoon", "autumn"),
    "clear": (
        *(
            "clear",
            "blue sky",
            "sunny",
            "noon",
            "midday",
            "daylight",
            "bright day",
            "outdoor*",
            "sunlight",
            "sun",
            "day",
            "sky",
        ),
        *("summer", "spring", "dappled"),
    ),
    "warm": ("warm", "cozy", "cosy", "candle*", "lamp*", "evening", "fire*", "intimate", "golden"),
    "cool": ("cool", "cold", "fluorescent", "clinical", "office"),
    "studio": ("studio", "neutral", "plain", "soft*", "white", "even", "bright*", "cheerful", "work light"),
}
"""The words that call up each environment; the first environment with a word in the text is taken. Words that say more about the light
come first. A star stands for any ending."""


_OUTSIDE = {"studio": "clear", "warm": "morning", "cool": "overcast", "dim": "dusk", "neon": "night"}
"""The sky outside of a room whose light has a name, where that is no sky itself."""


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words).replace("*", r"\w*") + r")\b")


_PATTERNS = {name: _pattern(words) for name, words in ENVIRONMENT_WORDS.items()}
_SOFT = re.compile(r"\b(soft\w*|diffuse\w*|gentle|hazy|haze)\b")
_BRIGHTER, _DARKER = 1.5, 0.62
"""Factors on the exposure of a picture for one degree of *brighter* and of *darker*."""
_WARMER: Vec3 = (1.2, 1.0, 0.68)
"""Factors on the light of the sky for one degree of *warmer*; *cooler* divides by them."""
_DEGREES = {"a little": 0.5, "much": 2.0}
_MORE = re.compile(r"\b(?:(?P<degree>a little|much) )?(?P<way>darker|brighter|warmer|cooler)\b")
_INDOOR_ELEVATION = (24.0, 40.0)
"""Range of the sun's elevation in degrees, so that it shines through windows onto the floor."""


def environment_look(words: str | None, *, indoor: bool = False) -> tuple[EnvironmentLook, bool]:
    """The environment for some words, and whether any word was understood; otherwise it is `STUDIO`.

    *Darker*, *brighter*, *warmer* and *cooler*, each also with *much* or *a little*, change what the other words name. Indoors the sky is
    no backdrop, and the sun is so low that it shines through windows.
    """
    name = _named(words)
    look = _by_degrees(ENVIRONMENTS[name or "studio"], light_degrees(words))
    if name is None:
        return look, False
    if _SOFT.search((words or "").lower()) and look.sun > 0.0:
        look = replace(look, sun=look.sun * 0.6, softness=max(look.softness, 6.0))
    if indoor:
        low, high = _INDOOR_ELEVATION
        look = replace(look, outdoor=False, elevation=min(max(look.elevation, low), high))
    return look, True


def light_degrees(words: str | None) -> dict[str, float]:
    """How much darker, brighter, warmer and cooler some words have the light: 1 for each of them by itself."""
    said = _MORE.finditer((words or "").lower())
    return {found["way"]: _DEGREES.get(found["degree"] or "", 1.0) for found in said}


def _by_degrees(look: EnvironmentLook, degrees: Mapping[str, float]) -> EnvironmentLook:
    """A look whose exposure and whose colours are changed by degrees."""
    exposure = _BRIGHTER ** degrees.get("brighter", 0.0) * _DARKER ** degrees.get("darker", 0.0)
    warmth = _warmth(degrees)
    if not warmth:
        return replace(look, exposure=look.exposure * exposure)
    tinted = (_tinted(color, warmth) for color in (look.zenith, look.horizon, look.ground, look.sun_color))
    zenith, horizon, ground, sun_color = tinted
    return replace(
        look, zenith=zenith, horizon=horizon, ground=ground, sun_color=sun_color, exposure=look.exposure * exposure
    )


def warmed(color: Vec3, words: str | None) -> Vec3:
    """The light of a lamp where the words of an environment say that it is warmer or cooler."""
    return _tinted(color, _warmth(light_degrees(words)))


def _warmth(degrees: Mapping[str, float]) -> float:
    return degrees.get("warmer", 0.0) - degrees.get("cooler", 0.0)


def _tinted(color: Vec3, warmth: float) -> Vec3:
    red, green, blue = (value * factor**warmth for value, factor in zip(color, _WARMER, strict=True))
    return red, green, blue


def outside_look(words: str | None) -> EnvironmentLook:
    """The environment that the windows of a room show, for the words of its own: where these name no sky, one that goes with such light."""
    name = _named(words) or "studio"
    return ENVIRONMENTS[_OUTSIDE.get(name, name)]


def _named(words: str | None) -> str | None:
    """The name of the environment for some words; None: no word is understood."""
    text = (words or "").lower()
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(text)), None)
