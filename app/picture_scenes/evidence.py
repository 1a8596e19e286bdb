"""What is known of a picture: the segments that its pixels belong to, how much each says, and the camera so far."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from scenewright.app.picture_scenes.manner import Manner
from scenewright.renderers.base import Pinhole
from scenewright.scene.model import Array, FloatArray, IntArray

__all__ = ["GroundView", "PictureEvidence", "targets_of"]

_SHADE_TRUST = 0.25
"""Of ground that is darker than the rest, to a thing without a colour."""


@dataclass(frozen=True, eq=False)
class PictureEvidence:
    """What a picture shows. `labels`: (H, W) the number of each pixel's segment, -1 for ground. `neutral`: (H, W) whether it is of a
    segment without a colour. `trust`: (H, W) from 0 to 1: how much its label says, less where it may be shadow.
    `shade`: (H, W) ground that is darker than the rest."""

    labels: IntArray
    neutral: Array[np.bool_]
    trust: FloatArray
    shade: Array[np.bool_]

    def of(self, segments: Iterable[int]) -> Array[np.bool_]:
        """(H, W) whether a pixel is of one of some segments."""
        chosen = np.zeros(max(int(self.labels.max()), -1) + 2, dtype=bool)  # the last is that of the ground
        chosen[list(segments)] = True
        return np.asarray(chosen[self.labels])

    def weights(self, segments: frozenset[int]) -> FloatArray:
        """(H, W) how much each pixel's label says to a thing: darker ground may be of one without a colour."""
        colored = not self.neutral[self.of(segments)].all()
        return self.trust if colored else np.where(self.shade, _SHADE_TRUST, self.trust)


@dataclass(frozen=True)
class GroundView:
    """The camera as fitted. `pitch`: radians."""

    pitch: float
    distance: float
    manner: Manner
    width: int
    height: int

    @property
    def pinhole(self) -> Pinhole:
        return Pinhole.of(self.manner.camera(self.pitch, self.distance), self.width, self.height)

    def stepped(self, step: FloatArray) -> GroundView:
        """After a step (2,) of pitch and the logarithm of the distance."""
        return GroundView(
            self.pitch + float(step[0]), self.distance * math.exp(float(step[1])), self.manner, self.width, self.height
        )

    @staticmethod
    def expected(manner: Manner, width: int, height: int) -> GroundView:
        return GroundView(math.radians(manner.pitch), manner.distance, manner, width, height)


def targets_of(
    evidence: PictureEvidence, segments: frozenset[int], *, strict: bool, others: Array[np.bool_] | None = None
) -> tuple[FloatArray, FloatArray]:
    """(the coverage that a thing should have, the weight of each pixel), both (H, W).

    Args:
        strict: pixels of other things count, too: then who hides whom must be known.
        others: (H, W) pixels of its segments that belong to other things.
    """
    labels = evidence.labels
    own = evidence.of(segments)
    weight = np.where((labels >= 0) & ~own, 1.0 if strict else 0.0, 1.0)
    # dark without a colour: perhaps its own shadow or a reflection in it
    weight = np.where(evidence.neutral & ~own, 0.15 if strict else 0.0, weight) * evidence.weights(segments)
    if others is not None:
        weight = np.where(own & others, 0.0, weight)
    return own.astype(np.float64), weight
