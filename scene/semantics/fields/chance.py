"""From which relevancy on something is there at all, told by the field itself: what words reach in it that it has nothing to do with.

0.5 is LERF's background and no answer to this: of many Gaussians some agree with any word a little more than with the canonical
phrases. By how much depends on the encoder, whose cosines may spread over 0.2 or over 1, and on how many things there are. So thirty-two
words of unlike things are asked, and what their best Gaussians reach is taken for chance: the threshold is the median and two
deviations (by the median deviation, so that a few of them may well be there), as differences of cosines.

Measured by tests/benchmarks/bench_captured_queries.py, words that are there against words of the lexicon that are not (in brackets at
a fixed 0.6): of fields lifted with the exact encoder from masks 30 % of which are wrong, with noise and without, all words are kept and
93 to 97 % of the others refused (30 to 47 %); of the exact fields of five programs with MiniLM's sentence embeddings all words and 65
to 87 % of their synonyms are kept (77 to 93 %) and 89 to 97 % of the others refused (59 to 79 %). With random weights of an encoder of
pictures no relevancy of any word reaches a half: all is refused, whatever the threshold. On real weights of such encoders nothing was
fitted: answers say that they are not calibrated.
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
"""Things of which a place has few: in rooms and out of doors, large and small."""
_DEVIATIONS = 2.0
_NORMAL = 1.4826
"""Of the median deviation, that a normal distribution's standard deviation is."""
_MOST = 0.99
_SAMPLE = 50_000
"""Gaussians that are asked: of more, evenly chosen ones."""


def chance_threshold(field: LanguageField, encoder: Encodes, *, threads: int | None = None) -> float:
    """The least relevancy, in [0.5, 0.99], of what is there.

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
