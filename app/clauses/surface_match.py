"""What the surfaces of a node tell of colors, materials and shapes: shares of what is seen, and outlines."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from scenewright.app.clauses.evidence import ClauseEvidence
from scenewright.scene.language.vocabulary import find_color, find_surface, surface_kind
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.words import color_fit, color_nearness, singular, spoken_color

__all__ = ["SurfaceMatch"]

_FITS = 0.5
"""Least fit of a color that people would call so."""
_COLORED = 0.25
"""Least share of the visible surface that has a color for the thing to be called so."""
_SHARE = 0.2
"""The same of a material."""
_ALIKE = {"metallic": 0.25, "opacity": 0.25, "roughness": 0.2}
"""Differences up to which two materials look alike."""
_DYED = frozenset(("fabric", "leather", "plastic", "ceramic", "paper", "fibre"))
"""Kinds of material that come in all colors."""
_FLAT = 0.3
"""A side of a box that is less than this share of its others is the one that one looks at."""


class SurfaceMatch:
    """Compares words with the surfaces of one scene's nodes."""

    def __init__(self, evidence: ClauseEvidence) -> None:
        self._evidence = evidence

    def color_share(self, n: int, word: str) -> float:
        """The share of a node's visible surface that people would call by a color word."""
        row = self._evidence.graph.nodes[n].row
        return sum(share for rgb, share in self._evidence.looks.colors(row) if color_fit(rgb, word) >= _FITS)

    def has_color(self, n: int, word: str) -> bool:
        """Whether a node has a color, on enough of it or as its main one."""
        main = self._evidence.graph.main_color(n)
        return self.color_share(n, word) >= _COLORED or (main is not None and color_fit(main.color, word) >= _FITS)

    def spoken(self, n: int) -> str:
        """The name of a node's main color; '' for none."""
        main = self._evidence.graph.main_color(n)
        return "" if main is None else spoken_color(main.color)

    def material_share(self, n: int, words: str, *, colored: bool) -> float:
        """The share of a node's visible surface that looks like a material.

        Args:
            colored: the text gives another color, so that only the finish counts.
        """
        row = self._evidence.graph.nodes[n].row
        chosen = self._evidence.looks.pieces(row)
        if surface_kind(words) == "glass":  # one looks through it, so that none of it counts as seen
            return self._evidence.looks.share(row, self._evidence.looks.kinds["glass"][chosen])
        return float(self._alike(chosen, words, colored=colored) @ self._evidence.looks.visible(row))

    def tinted(self, n: int, words: str) -> bool:
        """Whether a node has the color of a material, whatever its finish."""
        surface, main = find_surface(words), self._evidence.graph.main_color(n)
        return surface is not None and main is not None and color_nearness(surface.color, main.color) >= _FITS

    def part_like(self, n: int, part: str, words: str) -> bool:
        """Whether a part of a node has a color or material. Where no part has that name, any part of the node may be meant."""
        evidence = self._evidence
        chosen = evidence.looks.pieces(evidence.graph.nodes[n].row)
        wanted = singular(part.rsplit(maxsplit=1)[-1])
        called = [p for p in range(chosen.start, chosen.stop) if wanted in self._words_of(p, n)]
        alike = self._alike(chosen, words, colored=False)
        return any(alike[p - chosen.start] > 0.0 for p in called or range(chosen.start, chosen.stop))

    def has_part(self, n: int, names: Collection[str]) -> bool:
        """Whether a piece of a node is called by one of the words."""
        chosen = self._evidence.looks.pieces(self._evidence.graph.nodes[n].row)
        return any(not self._words_of(p, n).isdisjoint(names) for p in range(chosen.start, chosen.stop))

    def _words_of(self, piece: int, n: int) -> set[str]:
        """What a piece of a node is called. The words that asked for a catalogue object are no name of its pieces."""
        geometry, use = self._evidence.geometry, int(self._evidence.looks.instance[piece])
        part, row = int(geometry.part[use]), int(geometry.entity[use])
        said = [geometry.parts[part].word if part >= 0 else ""]
        if row != self._evidence.graph.nodes[n].row and self._evidence.scene.entity(row).asset is None:
            said.append(self._evidence.scene.entity(row).word)
        return {singular(w) for text in said for w in text.replace("_", " ").lower().split()}

    def _alike(self, chosen: slice, words: str, *, colored: bool) -> FloatArray:
        """(K,) for each piece 1 where it looks like a material, else 0."""
        surface, evidence = find_surface(words), self._evidence
        uses = evidence.looks.instance[chosen]
        out: FloatArray = np.zeros(len(uses))
        if find_color(words) is not None:
            return np.array([float(color_fit(rgb, words) >= _FITS) for rgb in evidence.looks.color[chosen]])
        if surface is None:
            return out
        geometry = evidence.geometry
        toned = not colored and (surface.kind not in _DYED or len(words.split()) > 1)
        for k, use in enumerate(uses.tolist()):
            material = geometry.materials[int(geometry.material[use])]
            near = all(abs(getattr(material, name) - getattr(surface, name)) <= most for name, most in _ALIKE.items())
            if near and (not toned or color_nearness(surface.color, evidence.looks.color[chosen][k]) >= _FITS):
                out[k] = 1.0
        return out

    # -- shapes ---------------------------------------------------------------------------------------------------------

    def outline(self, n: int) -> tuple[float, float] | None:
        """The outline of a catalogue object as one looks at its largest side, as (share of its rectangle, long over short side): a disc
        covers 0.79 of its square, a board all of it. None for what is built in the program."""
        asset = self._evidence.asset(n)
        if asset is None or len(asset.hull) < 4:
            return None
        from scipy.spatial import ConvexHull, QhullError

        sides = np.ptp(asset.hull, axis=0)
        thin = int(np.argmin(sides))
        # one looks at a table from above, and at a thin picture from the front
        across = thin if sides[thin] < _FLAT * np.median(sides) else 1
        flat = np.delete(asset.hull, across, axis=1)
        wide, high = (float(v) for v in np.ptp(flat, axis=0))
        if min(wide, high) < 1e-4:
            return None
        try:
            area = float(ConvexHull(flat).volume)
        except QhullError:
            return None
        return area / (wide * high), max(wide, high) / min(wide, high)
