"""The names of a scene's things that are nearest in meaning to a word that names none of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.semantics.encoders import DEFAULT_TEXT_ENCODER, text_encoder, text_encoder_missing

__all__ = ["nearest_here"]

_LEAST = 0.45
"""Cosine of two names that are told as near."""
_MOST = 3


def nearest_here(phrase: str, names: Sequence[str]) -> list[str]:
    """At most three of the names, the nearest first; none where nothing is near, or no text model is installed."""
    if not names or not phrase or text_encoder_missing(DEFAULT_TEXT_ENCODER) is not None:
        return []
    vectors = np.asarray(text_encoder(DEFAULT_TEXT_ENCODER).encode([phrase, *names]))
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    scores = vectors[1:] @ vectors[0]
    return [names[int(i)] for i in np.argsort(-scores, kind="stable")[:_MOST] if scores[i] >= _LEAST]
