"""How well words fit the looks of things: color words, materials and parts, by the share of the surface that they fit.

Looks come from :mod:`scenewright.scene.semantics.looks.surface_looks`, names of colors from
:mod:`scenewright.scene.semantics.words.color_names`.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.language.vocabulary import RGB, surface_kind
from scenewright.scene.model import Scene
from scenewright.scene.semantics.looks import Bools, SurfaceLooks
from scenewright.scene.semantics.words import color_fit, color_name, color_nearness, singular

__all__ = ["Appearances"]

_SHARE = 0.12
"""A color that covers less than this share of a thing is not its color."""
_WOODEN = ("brown", "beige")
"""Names of the colors of wood and plant fibres."""


class Appearances:
    """Compares words with the looks of a scene's entities. Rows are those of the scene."""

    def __init__(self, scene: Scene, geometry: SceneGeometry) -> None:
        looks = SurfaceLooks(scene, geometry)
        self._looks = looks
        self._words = [scene.entity(n).word for n in geometry.entity[looks.instance].tolist()]
        self._parts = [geometry.parts[p].word if p >= 0 else "" for p in geometry.part[looks.instance].tolist()]

    def color_fit(self, row: int, word: str) -> float:
        """How well a color word fits an entity, in [0, 1]: the best fit of its mean color and of the colors that cover enough of it."""
        best = 0.0
        for rgb, share in self._looks.colors(row):
            if share < 0.02:
                break
            fit = color_fit(rgb, word)
            best = max(best, fit * min(share / _SHARE, 1.0) * (1.0 if share >= 0.3 else 0.85))
        main = self._looks.main_color(row)
        if main is not None and main.share >= 0.3:
            best = max(best, color_fit(main.color, word))
        mean = self._looks.mean_color(row)
        return max(best, 0.9 * color_fit(mean, word)) if mean is not None else best

    def near_color(self, row: int, rgb: RGB) -> float:
        """How near an entity's colors come to a given one, in [0, 1]. Only colors that cover enough of it count."""
        good = [color for color, share in self._looks.colors(row) if share >= _SHARE]
        return max((color_nearness(rgb, color) for color in good), default=0.0)

    def has_some(self, row: int, word: str) -> float:
        """How well a color word fits the best of an entity's colors, even one of small area: *with a red stripe*. In [0, 1]."""
        return max((color_fit(rgb, word) for rgb, share in self._looks.colors(row) if share > 0.004), default=0.0)

    def shape_share(self, row: int, shape: str) -> float:
        """The share of an entity's surface with a shape: sphere, cylinder, box or round."""
        return self._looks.share(row, self._looks.shapes[shape][self._looks.pieces(row)])

    def parts_called(self, row: int, noun: str) -> list[int] | None:
        """The pieces of an entity that belong to a part of that name; None where no part has the name."""
        if not noun.strip():
            return None
        chosen = self._looks.pieces(row)
        wanted = singular(noun.rsplit(maxsplit=1)[-1])
        found = [
            n
            for n in range(chosen.start, chosen.stop)
            if wanted
            in {
                singular(w) for text in (self._parts[n], self._words[n]) for w in text.replace("_", " ").lower().split()
            }
        ]
        return found or None

    def part_color(self, row: int, noun: str, word: str) -> float:
        """How well a color word fits the best piece of the parts of that name, in [0, 1]."""
        pieces = self.parts_called(row, noun) or []
        return max((color_fit(self._looks.color[n], word) for n in pieces), default=0.0)

    def glows(self, row: int) -> bool:
        """Whether some of an entity's surface gives light."""
        return bool(self._looks.kinds["glowing"][self._looks.pieces(row)].any())

    def stuff_fit(self, row: int, word: str) -> float:
        """How well the looks of an entity agree with a material, in [0, 1]; 0 for materials that looks do not tell. The entity's words do
        not count here."""
        kind, chosen = surface_kind(word), self._looks.pieces(row)
        metal = self._looks.kinds["metal"][chosen]
        if kind == "glass":
            return self._looks.share(row, self._looks.kinds["glass"][chosen])
        if kind == "metal":
            return self._looks.share(row, np.maximum(metal, 0.5 * self._called(chosen, "gray")))
        if kind in ("wood", "fibre"):
            return self._looks.share(row, self._called(chosen, *_WOODEN) & ~metal)
        return 0.0

    def _called(self, chosen: slice, *names: str) -> Bools:
        """For each piece, whether its color has one of these names."""
        return np.array([color_name(c) in names for c in np.round(self._looks.color[chosen], 2)], dtype=bool)
