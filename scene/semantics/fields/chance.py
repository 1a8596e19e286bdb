"""Computes the relevancy above which an object counts as present in a field, from the relevancy that unrelated words reach by chance.

LERF's background value 0.5 is too low for this: among many Gaussians, some are closer to any word than to the canonical phrases. How
much closer depends on the encoder, whose cosines may spread over 0.2 or over 1, and on the number of objects. So thirty-two words for
different objects are compared with the field. The values of their best Gaussians are taken as chance. The threshold is their median plus
two standard deviations, as differences of cosines. The deviation is the median one, so that a few of these objects may be present.

Measured by tests/benchmarks/bench_captured_queries.py, for words of present objects and words of the lexicon for absent ones (in
brackets: with a fixed threshold of 0.6). Fields lifted with the exact encoder from masks of which 30 % are wrong, with and without noise:
all present words are accepted, and 93 to 97 % of the absent ones rejected (30 to 47 %). Exact fields of five programs with MiniLM's
sentence embeddings: all present words and 65 to 87 % of their synonyms are accepted (77 to 93 %), and 89 to 97 % of the absent ones
rejected (59 to 79 %). With random weights of a picture encoder, no word reaches 0.5, so all are rejected. Nothing was fitted on real
weights of such encoders; answers say that they are not calibrated.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from scenewright.scene.semantics.fields.codebook import Codes
from scenewright.scene.semantics.fields.field import Encodes, FieldLevel, LanguageField
from scenewright.scene.semantics.fields.relevancy import BACKGROUND, Relevancy

__all__ = ["UNRELATED", "chance_threshold"]

UNRELATED = (
    "anchor", "accordion", "aquarium", "bathtub", "bicycle", "bridge", "broom", "camel", "cannon", "canoe", "castle", "crib", "dartboard",
    "eagle", "fire hydrant", "gravestone", "hair dryer", "helicopter", "ironing board", "ladder", "lawn mower", "lighthouse", "microscope",
    "parachute", "pizza", "saxophone", "sewing machine", "snowman", "tent", "tractor", "umbrella", "whale",
)  # fmt: skip
"""Objects of which a scene has at most a few: indoors and outdoors, large and small."""
_DEVIATIONS = 2.0
_NORMAL = 1.4826
"""Standard deviation of a normal distribution, in units of its median absolute deviation."""
_MOST = 0.99
_SAMPLE = 50_000
"""Most Gaussians to compare. Of more, an evenly spaced subset is used."""


def chance_threshold(field: LanguageField, encoder: Encodes, *, threads: int | None = None) -> float:
    """The relevancy, in [0.5, 0.99], above which an object counts as present.

    Raises:
        FieldError: the encoder is not the field's.
    """
    values = Relevancy.of(_sampled(field), encoder, UNRELATED).of_gaussians(threads=threads)
    best = np.clip(values.max(axis=(0, 1), initial=0.0).astype(np.float64), 1e-6, 1.0 - 1e-6)
    over = np.log(best / (1.0 - best))  # ten times the difference of cosines
    middle = float(np.median(over))
    bound = middle + _DEVIATIONS * _NORMAL * float(np.median(np.abs(over - middle)))
    return float(np.clip(1.0 / (1.0 + np.exp(-bound)), BACKGROUND, _MOST))


def _sampled(field: LanguageField) -> LanguageField:
    if len(field) <= _SAMPLE:
        return field
    rows = np.linspace(0, len(field) - 1, _SAMPLE).astype(np.int64)
    levels = tuple(FieldLevel(level.name, _rows_of(level.codes, rows)) for level in field.levels)
    return replace(field, levels=levels)


def _rows_of(codes: Codes, rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Codes:
    return Codes(codes.words, codes.indices[rows], codes.coefficients[rows], codes.scales[rows])
