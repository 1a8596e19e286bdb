"""Entities by what they are like: a description against all of a scene, or among some of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from scene.semantics.encoders import TextEncoder
from scene.semantics.queries.descriptions import Descriptions
from scene.semantics.queries.places import Places
from scene.semantics.queries.selecting import Hit
from scene.semantics.words.entity_words import EntityWords
from scene.semantics.words.things import Lexicon

__all__ = ["Likeness"]

_DESCRIBED = 0.27
"""Least cosine of a description to what is said of a thing, on all-MiniLM-L6-v2: the best entity of 106 descriptions that were written
for development came to 0.27 at the least, to 0.53 in the middle."""
_BETTER = 0.22
"""By so much more a thing that is not here may fit before nothing here is meant: for 95 in 100 of them it was 0.21 at the most."""
_SAME = 0.02
"""Cosines that differ by less are the same."""


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
        scores, anywhere = self._descriptions.scores(text)
        scores[self._whole] = -1.0
        best = float(scores.max(initial=-1.0))
        least = max(_DESCRIBED, best - _SAME)
        if best < max(_DESCRIBED, anywhere - _BETTER):
            return []
        return [
            Hit(
                n,
                float(scores[n]),
                (f"{self._entities[n].texts[0]!r} fits the description (cosine {scores[n]:.2f})",),
                True,
            )
            for n in np.argsort(-scores, kind="stable").tolist()
            if scores[n] >= least
        ]

    def ranked(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """Some entities, all of them, with scores that fall as they are less like a description."""
        if self._descriptions is None:
            return list(hits)
        scores, _ = self._descriptions.scores(text)
        best = max(*(float(scores[h.number]) for h in hits), 1e-6)
        shares = [max(float(scores[h.number]), 0.0) / best for h in hits]
        return [replace(h, score=h.score * (0.7 + 0.3 * s), compared=True) for h, s in zip(hits, shares, strict=True)]

    def likest(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """Those of some that are most like a description; none where none is."""
        if self._descriptions is None or not hits:
            return []
        scores, _ = self._descriptions.scores(text)
        best = max(float(scores[h.number]) for h in hits)
        if best < _DESCRIBED:
            return []
        return [replace(h, compared=True) for h in hits if scores[h.number] >= best - _SAME]
