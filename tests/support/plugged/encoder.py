"""A third-party encoder: the number of times that each letter occurs in a text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.semantics.encoders import Calibration
from scenewright.scene.semantics.encoders.base import Rows, checked_texts, unit_rows


class LetterEncoder:
    name = "letters-v1"
    dimension = 27
    temperature = 20.0
    calibrated: Calibration | None = None

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, checked_texts(texts), strict=True):
            for letter in text.lower():
                row[ord(letter) - ord("a") if "a" <= letter <= "z" else 26] += 1.0
        return unit_rows(rows, self.name)
