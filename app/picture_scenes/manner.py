"""What is known of a picture's scene before one looks: the lens and its height, and the kinds of things that there may be."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scenewright.scene.model import Camera, Vec3

__all__ = ["CLEVR", "FREE", "Manner"]


@dataclass(frozen=True)
class Manner:
    """Expectations.

    Attributes:
        pitch: degrees that the camera looks down; `distance`: from it to the point of the ground in the middle of the picture;
            `azimuth`: where it stands, degrees from +z to +x about that point. `fov`: vertical, degrees.
        pitch_spread, distance_spread: how far off these may be: degrees, a share.
        sizes: the diameters of spheres and cylinders that there are; empty: any. Cubes have edges of `cube_share` times that.
        colors: sRGB by name; empty: any.
        size_spread: how far a size may be off, as a logarithm.
        pitches: degrees that are tried, where `pitch` is hardly known; empty: that alone.
    """

    pitch: float = 27.0
    distance: float = 11.2
    azimuth: float = 46.6
    fov: float = 37.85
    pitch_spread: float = 12.0
    distance_spread: float = 1e-4
    sizes: tuple[float, ...] = ()
    cube_share: float = math.sqrt(0.5)
    colors: tuple[tuple[str, Vec3], ...] = ()
    size_spread: float = 0.02
    pitches: tuple[float, ...] = ()

    def camera(self, pitch: float, distance: float) -> Camera:
        """A camera that looks at the origin. `pitch`: radians."""
        turn = math.radians(self.azimuth)
        level = distance * math.cos(pitch)
        eye = (level * math.sin(turn), distance * math.sin(pitch), level * math.cos(turn))
        return Camera(eye, (0.0, 0.0, 0.0), self.fov)


FREE = Manner(pitches=(8.0, 13.0, 20.0, 27.0, 38.0))
"""Any plain things on a table or on the ground, seen from somewhat above. Lengths are up to a factor: a picture does not tell."""

CLEVR = Manner(
    pitch_spread=2.5,
    distance_spread=0.05,
    sizes=(0.7, 1.4),
    colors=tuple(
        (name, (red / 255.0, green / 255.0, blue / 255.0))
        for name, (red, green, blue) in {
            "gray": (87, 87, 87),
            "red": (173, 35, 35),
            "blue": (42, 75, 215),
            "green": (29, 105, 20),
            "brown": (129, 74, 25),
            "purple": (129, 38, 192),
            "cyan": (41, 208, 208),
            "yellow": (255, 238, 51),
        }.items()
    ),
)
"""Pictures in the manner of CLEVR: three shapes, two sizes, eight colours, one lens that is shaken a little."""
