"""Whether words fit what things look like: color words, names of materials and of parts, by how much of the surface they hold for.

The looks are those of :mod:`scenewright.scene.semantics.looks.surface_looks`, what a color is called is
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
"""A color that covers less of a thing is not its color."""
_WOODEN = ("brown", "beige", "orange")
"""What wood and plant fibres are called by their color."""


class Appearances:
    """How the entities of a scene look, against words. Rows are those of the scene."""

    def __init__(self, scene: Scene, geometry: SceneGeometry) -> None:
        looks = SurfaceLooks(scene, geometry)
        self._looks = looks
        self._words = [scene.entity(n).word for n in geometry.entity[looks.instance].tolist()]
        self._parts = [geometry.parts[p].word if p >= 0 else "" for p in geometry.part[looks.instance].tolist()]

    def color_fit(self, row: int, word: str) -> float:
        """How well a color word fits an entity: the best fit of a color that covers a part of it worth naming, or of the mean."""
        best = 0.0
        for rgb, share in self._looks.colors(row):
            if share < 0.02:
                break
            fit = color_fit(rgb, word)
            best = max(best, fit * min(share / _SHARE, 1.0) * (1.0 if share >= 0.3 else 0.85))
        mean = self._looks.mean_color(row)
        return max(best, 0.9 * color_fit(mean, word)) if mean is not None else best

    def near_color(self, row: int, rgb: RGB) -> float:
        """How near to a color the nearest is that covers a good part of an entity, in [0, 1]."""
        good = [color for color, share in self._looks.colors(row) if share >= _SHARE]
        return max((color_nearness(rgb, color) for color in good), default=0.0)

    def has_some(self, row: int, word: str) -> float:
        """How well it fits any part, however small: *with a red stripe*."""
        return max((color_fit(rgb, word) for rgb, share in self._looks.colors(row) if share > 0.004), default=0.0)

    def shape_share(self, row: int, shape: str) -> float:
        """The share of an entity's surface that is of a shape: sphere, cylinder, box or round."""
        return self._looks.share(row, self._looks.shapes[shape][self._looks.pieces(row)])

    def parts_called(self, row: int, noun: str) -> list[int] | None:
        """The pieces of an entity whose part bears a name; None where none does."""
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
        """How well a color word fits the best of these."""
        pieces = self.parts_called(row, noun) or []
        return max((color_fit(self._looks.color[n], word) for n in pieces), default=0.0)

    def stuff_fit(self, row: int, word: str) -> float:
        """How well the look of an entity goes with a material, in [0, 1]: 0 for stuffs that no color tells. What is said of it in
        words is not looked at."""
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
        """Of each of some pieces, whether its color is called one of these."""
        return np.array([color_name(c) in names for c in np.round(self._looks.color[chosen], 2)], dtype=bool)
