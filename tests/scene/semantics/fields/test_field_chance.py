"""The threshold that a field tells by itself: above what unrelated words reach, below what is there."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.semantics.encoders import ExactEncoder
from scenewright.scene.semantics.fields import FieldError, LanguageField, Relevancy, chance_threshold
from scenewright.scene.semantics.fields.chance import UNRELATED
from scenewright.scene.semantics.fields.codebook import fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from tests.support.language_scenes import unit


def field_of(encoder: ExactEncoder, words: list[str], *, noise: float = 0.0, each: int = 20) -> LanguageField:
    rows = np.repeat(encoder.encode(words), each, axis=0)
    random = np.random.default_rng(0).normal(size=rows.shape) / np.sqrt(rows.shape[1])
    features = unit(rows + noise * random)
    return LanguageField(encoder.name, encoder.dimension, (FieldLevel("object", fitted(features)),), "none")


@pytest.mark.parametrize(("dimension", "noise"), [(128, 0.0), (512, 0.0), (512, 1.0)])
def test_what_is_there_is_kept_and_most_of_what_is_not_refused(dimension: int, noise: float) -> None:
    encoder, words = ExactEncoder([], dimension), [f"thing {k}" for k in range(15)]
    field = field_of(encoder, words, noise=noise)
    bound = chance_threshold(field, encoder)
    gone = [f"nothing {k}" for k in range(100)]
    best = Relevancy.of(field, encoder, [*words, *gone]).of_gaussians().max(axis=(0, 1))
    assert (best[:15] >= bound).all()
    assert (best[15:] < bound).mean() > 0.85


def test_some_of_the_words_may_be_there() -> None:
    encoder, words = ExactEncoder([], 512), [f"thing {k}" for k in range(15)]
    without = chance_threshold(field_of(encoder, words), encoder)
    with_some = chance_threshold(field_of(encoder, [*words, *UNRELATED[::10]]), encoder)
    assert abs(with_some - without) < 0.1


def test_a_field_of_nothing_and_another_encoder() -> None:
    encoder = ExactEncoder([], 64)
    empty = LanguageField(
        encoder.name, 64, (FieldLevel("object", fitted(np.zeros((5, 64), dtype=np.float32))),), "none"
    )
    assert chance_threshold(empty, encoder) == 0.5
    with pytest.raises(FieldError, match="made with exact-64"):
        chance_threshold(empty, ExactEncoder([], 32))
