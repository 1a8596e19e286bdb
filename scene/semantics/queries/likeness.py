"""Rank entities by how like a description they are: all of a scene, or some of it."""

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
"""Least cosine between a query and the descriptions of a thing, with all-MiniLM-L6-v2. Of 245 queries written for development that are
nearest to the right entity, the lowest cosine is 0.34 and the median 0.58."""
_BETTER = 0.3
"""The query finds nothing if a thing of the lexicon that is not in the scene fits better by more than this. It refuses 1.6 % of those
queries, and 13 of 18 queries for things that are not in the scene."""
_EQUAL = 1e-6
_SAME = 0.02
"""Likenesses that differ by no more than this count as equal."""


class Likeness:
    """Compares descriptions with the entities of one scene. Without an encoder no description finds anything."""

    def __init__(
        self, entities: Sequence[EntityWords], places: Places, lexicon: Lexicon, encoder: TextEncoder | None
    ) -> None:
        self._entities, self._lexicon, self._encoder = entities, lexicon, encoder
        self._whole = [n for n, e in enumerate(entities) if e.row == 0 or (places.is_room(n) and "room" in e.texts)]

    @cached_property
    def _descriptions(self) -> Descriptions | None:
        """Made at the first use, since most queries name what they mean; None without an encoder."""
        return None if self._encoder is None else Descriptions(self._entities, self._lexicon, self._encoder)

    def described(self, text: str) -> list[Hit]:
        """The entities that a description fits, best first, without the whole scene and the room; none where a thing that is not in the
        scene fits far better."""
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
                (f"{self._entities[n].texts[0]!r} fits the description (likeness {likeness[n]:.2f})",),
                True,
            )
            for n in np.argsort(-likeness, kind="stable").tolist()
            if likeness[n] >= least
        ]

    def ranked(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """All hits, with scores that are lower the less a hit is like a description."""
        if self._descriptions is None:
            return list(hits)
        likeness = self._descriptions.fits(text).likeness
        best = max(*(float(likeness[h.number]) for h in hits), 1e-6)
        shares = [max(float(likeness[h.number]), 0.0) / best for h in hits]
        return [replace(h, score=h.score * (0.7 + 0.3 * s), compared=True) for h, s in zip(hits, shares, strict=True)]

    def ordered(self, noun: str, hits: Sequence[Hit]) -> list[Hit]:
        """All hits, best first. Among the best with equal scores, those with words more like the noun come first."""
        best = max((h.score for h in hits), default=0.0)
        first = [h for h in hits if h.score >= best - _EQUAL]
        texts = [set(self._entities[h.number].texts) for h in first]
        # things that share a name are equally like any noun, and to load an encoder takes seconds
        if len(texts) < 2 or set.intersection(*texts) or self._descriptions is None:
            return sorted(hits, key=lambda h: -h.score)
        likeness = self._descriptions.fits(noun).likeness
        return sorted(hits, key=lambda h: (-h.score, -likeness[h.number]) if h in first else (-h.score, 0.0))

    def likest(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """The hits that are most like a description; none where none is like it."""
        if self._descriptions is None or not hits:
            return []
        fits = self._descriptions.fits(text)
        if max(float(fits.cosines[h.number]) for h in hits) < _DESCRIBED:
            return []
        best = max(float(fits.likeness[h.number]) for h in hits)
        return [replace(h, compared=True) for h in hits if fits.likeness[h.number] >= best - _SAME]
