"""Entities by what they are like: a description against all of a scene, or among some of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from scenewright.scene.semantics.encoders import TextEncoder
from scenewright.scene.semantics.queries.descriptions import Descriptions
from scenewright.scene.semantics.queries.places import Places
from scenewright.scene.semantics.queries.selecting import Hit
from scenewright.scene.semantics.words import EntityWords, Lexicon

__all__ = ["Likeness"]

_DESCRIBED = 0.34
"""Least cosine of a description to what is said of a thing, on all-MiniLM-L6-v2: of 245 descriptions, written for development, that are
nearest to the right entity it is 0.34 at the least, 0.58 in the middle."""
_BETTER = 0.3
"""By so much more a thing that is not here may fit before nothing here is meant: so 1.6 % of those are refused, and 13 of 18 descriptions
of what is not here."""
_EQUAL = 1e-6
_SAME = 0.02
"""Figures that differ by less are the same."""


class Likeness:
    """Descriptions of one scene. Without an encoder nothing is like anything."""

    def __init__(
        self, entities: Sequence[EntityWords], places: Places, lexicon: Lexicon, encoder: TextEncoder | None
    ) -> None:
        self._entities, self._lexicon, self._encoder = entities, lexicon, encoder
        self._whole = [n for n, e in enumerate(entities) if e.row == 0 or (places.is_room(n) and "room" in e.texts)]

    @cached_property
    def _descriptions(self) -> Descriptions | None:
        """Made when they are first asked for: most queries name what they mean."""
        return None if self._encoder is None else Descriptions(self._entities, self._lexicon, self._encoder)

    def described(self, text: str) -> list[Hit]:
        """The entities that a description fits, of all but the whole scene and the room, best first; none where something that is not
        here fits far better."""
        if self._descriptions is None:
            return []
        fits = self._descriptions.fits(text)
        cosines, likeness = fits.cosines, fits.likeness
        cosines[self._whole] = likeness[self._whole] = -1.0
        best = float(likeness.max(initial=-1.0))
        if float(cosines.max(initial=-1.0)) < _DESCRIBED or best < fits.anywhere - _BETTER:
            return []
        least = best - _SAME
        return [
            Hit(
                n,
                float(likeness[n]),
                (f"{self._entities[n].texts[0]!r} fits the description (cosine {cosines[n]:.2f})",),
                True,
            )
            for n in np.argsort(-likeness, kind="stable").tolist()
            if likeness[n] >= least
        ]

    def ranked(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """Some entities, all of them, with scores that fall as they are less like a description."""
        if self._descriptions is None:
            return list(hits)
        likeness = self._descriptions.fits(text).likeness
        best = max(*(float(likeness[h.number]) for h in hits), 1e-6)
        shares = [max(float(likeness[h.number]), 0.0) / best for h in hits]
        return [replace(h, score=h.score * (0.7 + 0.3 * s), compared=True) for h, s in zip(hits, shares, strict=True)]

    def ordered(self, noun: str, hits: Sequence[Hit]) -> list[Hit]:
        """Some entities, best first; of those that fit a noun equally, what is called by words that are more like it."""
        best = max((h.score for h in hits), default=0.0)
        first = [h for h in hits if h.score >= best - _EQUAL]
        if self._descriptions is None or len({self._entities[h.number].texts for h in first}) < 2:
            return sorted(hits, key=lambda h: -h.score)
        likeness = self._descriptions.fits(noun).likeness
        return sorted(hits, key=lambda h: (-h.score, -likeness[h.number]) if h in first else (-h.score, 0.0))

    def likest(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """Those of some that are most like a description; none where none is."""
        if self._descriptions is None or not hits:
            return []
        fits = self._descriptions.fits(text)
        if max(float(fits.cosines[h.number]) for h in hits) < _DESCRIBED:
            return []
        best = max(float(fits.likeness[h.number]) for h in hits)
        return [replace(h, compared=True) for h in hits if fits.likeness[h.number] >= best - _SAME]
