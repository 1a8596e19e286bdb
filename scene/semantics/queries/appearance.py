"""What things look like: the colors and stuffs of every entity by how much of its surface they cover, and whether words fit them.

A color word fits a color that is near the one it names, or that people would call by the same plain name
(:mod:`scene.semantics.words.color_names`): what a shop sells as *blue* has many blues.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scene.geometry import SceneGeometry
from scene.language.colors import RGB, find_color
from scene.language.surfaces import surface_kind
from scene.model import PrimitiveKind, Scene
from scene.semantics.scene_graph.surface_areas import instance_areas
from scene.semantics.words.color_names import color_name, lab_from_srgb
from scene.semantics.words.lexicon import singular

__all__ = ["Appearances", "color_fit"]

_NEAR, _FAR = 14.0, 38.0
"""Differences (CIE76) up to which a color is the one that was named, and from which it surely is not."""
_PLAIN = frozenset(
    ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "beige", "black", "gray", "white")
)
_SHARE = 0.12
"""A color that covers less of a thing is not its color."""


def color_fit(word: str, rgb: Sequence[float]) -> float:
    """How well a color word ('dark green', 'cream') fits an sRGB color, in [0, 1]; 0 for a word that names none."""
    named = find_color(word)
    if named is None:
        return 0.0
    distance = float(np.linalg.norm(lab_from_srgb(named) - lab_from_srgb(rgb)))
    near = float(np.clip((_FAR - distance) / (_FAR - _NEAR), 0.0, 1.0))
    plain = word.rsplit(maxsplit=1)[-1].replace("grey", "gray")
    color: RGB = (float(rgb[0]), float(rgb[1]), float(rgb[2]))
    if plain in _PLAIN and len(word.split()) == 1:
        return max(near, 0.9 if color_name(color) == plain else 0.0)
    if plain in _PLAIN and color_name(color) == plain:  # 'dark green': the term, and on the right side of it
        lighter = lab_from_srgb(rgb)[0] - lab_from_srgb(find_color(plain) or named)[0]
        wanted = lab_from_srgb(named)[0] - lab_from_srgb(find_color(plain) or named)[0]
        return max(near, 0.8 if lighter * wanted >= 0.0 else 0.3)
    return near


class Appearances:
    """The colors and stuffs of a scene's entities."""

    def __init__(self, scene: Scene, geometry: SceneGeometry) -> None:
        self._scene = scene
        order = np.argsort(geometry.entity, kind="stable")
        self._rows = geometry.entity[order]
        self._colors = geometry.color[order]
        self._areas = instance_areas(geometry)[order]
        self._metallic = np.array([geometry.materials[m].metallic for m in geometry.material[order].tolist()])
        self._clear = np.array(
            [geometry.materials[m].opacity < 0.7 for m in geometry.material[order].tolist()], dtype=bool
        )
        kinds = [geometry.meshes[m].kind for m in geometry.mesh[order].tolist()]
        self._shapes = {
            "sphere": np.array([k == PrimitiveKind.SPHERE for k in kinds], dtype=np.float64),
            "cylinder": np.array([k in (PrimitiveKind.CYLINDER, PrimitiveKind.CONE) for k in kinds], dtype=np.float64),
            "box": np.array([k == PrimitiveKind.CUBE for k in kinds], dtype=np.float64),
        }
        self._shapes["round"] = self._shapes["sphere"] + self._shapes["cylinder"]
        self._words = [scene.entity(int(r)).word for r in self._rows]
        self._parts = [geometry.parts[p].word if p >= 0 else "" for p in geometry.part[order].tolist()]

    def _of(self, row: int) -> slice:
        begin, end = np.searchsorted(self._rows, [row, self._scene.subtree_end(row)])
        return slice(int(begin), int(end))

    def colors(self, row: int) -> list[tuple[RGB, float]]:
        """The colors of an entity with their share of its surface, largest first."""
        chosen = self._of(row)
        whole = float(self._areas[chosen].sum())
        sums: dict[tuple[float, float, float], float] = {}
        for color, area in zip(np.round(self._colors[chosen], 2).tolist(), self._areas[chosen].tolist(), strict=True):
            key = (color[0], color[1], color[2])
            sums[key] = sums.get(key, 0.0) + area
        return [(c, a / max(whole, 1e-12)) for c, a in sorted(sums.items(), key=lambda item: -item[1])]

    def mean_color(self, row: int) -> RGB | None:
        """The mean over the surface; None for what has none."""
        chosen = self._of(row)
        weights = self._areas[chosen]
        if not weights.sum() > 0.0:
            return None
        r, g, b = (weights @ self._colors[chosen] / weights.sum()).tolist()
        return (r, g, b)

    def color_fit(self, row: int, word: str) -> float:
        """How well a color word fits an entity: the best fit of a color that covers a part of it worth naming, or of the mean."""
        best = 0.0
        for rgb, share in self.colors(row):
            if share < 0.02:
                break
            fit = color_fit(word, rgb)
            best = max(best, fit * min(share / _SHARE, 1.0) * (1.0 if share >= 0.3 else 0.85))
        mean = self.mean_color(row)
        return max(best, 0.9 * color_fit(word, mean)) if mean is not None else best

    def near_color(self, row: int, rgb: RGB) -> float:
        """How near to a color the nearest is that covers a good part of an entity, in [0, 1]."""
        far = [
            float(np.linalg.norm(lab_from_srgb(rgb) - lab_from_srgb(c)))
            for c, share in self.colors(row)
            if share >= _SHARE
        ]
        return float(np.clip((_FAR - min(far, default=_FAR)) / (_FAR - _NEAR), 0.0, 1.0))

    def has_some(self, row: int, word: str) -> float:
        """How well it fits any part, however small: *with a red stripe*."""
        return max((color_fit(word, rgb) for rgb, share in self.colors(row) if share > 0.004), default=0.0)

    def shape_share(self, row: int, shape: str) -> float:
        """The share of an entity's surface that is of a shape: sphere, cylinder, box or round."""
        chosen = self._of(row)
        whole = float(self._areas[chosen].sum())
        return float(self._shapes[shape][chosen] @ self._areas[chosen]) / whole if whole > 0.0 else 0.0

    def parts_called(self, row: int, noun: str) -> list[int] | None:
        """The pieces of an entity whose part bears a name; None where none does."""
        chosen = self._of(row)
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
        return max((color_fit(word, self._colors[n].tolist()) for n in self.parts_called(row, noun) or []), default=0.0)

    def stuff_fit(self, row: int, word: str) -> float:
        """How well the look of an entity goes with a material, in [0, 1]: 0 for stuffs that no color tells. What is said of it in
        words is not looked at."""
        kind = surface_kind(word)
        chosen = self._of(row)
        areas = self._areas[chosen]
        if kind is None or not areas.sum() > 0.0:
            return 0.0
        if kind == "metal":
            gray = np.array(
                [color_name((c[0], c[1], c[2])) == "gray" for c in np.round(self._colors[chosen], 2).tolist()]
            )
            shares = np.maximum(self._metallic[chosen] > 0.4, 0.5 * gray)
        elif kind == "glass":
            shares = self._clear[chosen].astype(np.float64)
        elif kind in ("wood", "fibre"):
            shares = np.array(
                [
                    color_name((c[0], c[1], c[2])) in ("brown", "beige", "orange")
                    for c in np.round(self._colors[chosen], 2).tolist()
                ]
            ) * (self._metallic[chosen] < 0.4)
        else:
            return 0.0
        return float(shares @ areas / areas.sum())
