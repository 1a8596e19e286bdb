"""Compresses features: a codebook of K words, and for each feature a few words whose weighted sum has its direction.

The form is LangSplatV2's (Li et al., 2025): sparse non-negative coefficients over one codebook for the scene. Here there is no training.
The words are the centres of spherical k-means (Dhillon and Modha, Machine Learning 2001), which scikit-learn does not have. The
coefficients come from orthogonal matching pursuit with non-negative least squares (Bruckstein, Elad and Zibulevsky, IEEE Trans. Inf.
Theory 2008). Then words and coefficients are refined in turns (method of optimal directions, Engan et al., ICASSP 1999), because a
feature between two objects should be a sum of two words, not a word of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.semantics.fields.aggregation import unit_rows
from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.splats.cpu import pursued_rows
from scenewright.scene.threads import thread_count

__all__ = ["LEAST_COSINE", "MOST_WORDS", "WIDTHS", "Codes", "fit_codebook", "fitted", "pursued"]

Rows = npt.NDArray[np.float32]

MOST_WORDS = 8192
"""Most words of a codebook. Drawing a picture keeps all products between words, which take 256 MB at this size."""

WIDTHS = (4, 6, 8, 12)
LEAST_COSINE = 0.983

_TRIED = 4096
_SAMPLES_A_WORD = 16
_ROUNDS = 6
_TURNS = 2
_BLOCK_NUMBERS = 1 << 23
"""Size of the largest temporary array, in numbers: 32 MB."""


@dataclass(frozen=True, eq=False)
class Codes:
    """N features as codes over K words of D numbers. Feature i is scales[i] * sum_j coefficients[i, j] words[indices[i, j]], of length 1.

    `words`: (K, D) float16. `indices`: (N, k) uint16. `coefficients`: (N, k) uint8, the largest of a row is 255; all 0 for no feature.
    `scales`: (N,) float16, 0 for no feature.
    """

    words: npt.NDArray[np.float16]
    indices: npt.NDArray[np.uint16]
    coefficients: npt.NDArray[np.uint8]
    scales: npt.NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.indices)

    @property
    def nbytes(self) -> int:
        return self.words.nbytes + self.indices.nbytes + self.coefficients.nbytes + self.scales.nbytes

    def decoded(self, rows: npt.NDArray[np.int64] | slice = slice(None)) -> Rows:
        """(n, D) the features of some rows, of length 1 or 0."""
        words = self.words.astype(np.float32)
        indices, coefficients = self.indices[rows], self.coefficients[rows].astype(np.float32)
        out = np.zeros((len(indices), words.shape[1]), dtype=np.float32)
        for j in range(indices.shape[1]):
            out += coefficients[:, j, None] * words[indices[:, j]]
        return unit_rows(out)


def fitted(
    features: Rows,
    *,
    words: int = 2048,
    per_feature: int | None = None,
    seed: int = 0,
    sample: int = _SAMPLES_A_WORD,
    job: Job | None = None,
) -> Codes:
    """Codes of features (N, D). Only directions count; zero rows stay without a feature.

    Args:
        words: the most words of the codebook.
        per_feature: number of words per feature. None: the first of :data:`WIDTHS` for which the mean cosine of features and codes
            reaches :data:`LEAST_COSINE`, else the last.
        seed: of the random sample.
        sample: number of features per word for fitting the codebook.

    Raises:
        FieldError: features are not finite, or a number of words is out of range.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    width = WIDTHS[0] if per_feature is None else per_feature
    if not 1 <= words <= MOST_WORDS or not 1 <= width <= 64:
        raise FieldError(
            f"a codebook of {words} words, {width} a feature, cannot be: there can be 1 to {MOST_WORDS}, and 1 to 64"
        )
    if features.ndim != 2 or not np.isfinite(features).all():
        raise FieldError("features to compress must be (N, D) and finite: leave the others out")
    seen = np.flatnonzero(np.abs(features).max(axis=1, initial=0.0) > 0)
    random = np.random.default_rng(seed)
    chosen = np.sort(random.choice(seen, words * sample, replace=False)) if len(seen) > words * sample else seen
    rows = unit_rows(features[chosen])
    job.tick(0.0, "a codebook")
    book = fit_codebook(rows, words, width, random, job=job.quiet())
    job.tick(0.7, "codes")
    return pursued(features, book, _width(rows, book, job) if per_feature is None else width, job=job.quiet())


def _width(rows: Rows, book: Rows, job: Job) -> int:
    """The first sufficient width, tested on some of the rows."""
    some = rows[:: max(len(rows) // _TRIED, 1)]
    for width in WIDTHS[:-1]:
        if (
            not len(some)
            or float((pursued(some, book, width, job=job.quiet()).decoded() * some).sum(axis=1).mean()) >= LEAST_COSINE
        ):
            return width
    return WIDTHS[-1]


def fit_codebook(
    rows: Rows, words: int, per_feature: int, random: np.random.Generator, *, job: Job | None = None
) -> Rows:
    """(K, D) unit words for unit rows. K is at most `words`, and at most the number of different rows.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    _, first = np.unique(np.round(rows[:, : min(rows.shape[1], 8)], 6), axis=0, return_index=True)
    if len(first) <= words and _all_known(rows, rows[first], job):
        known: Rows = rows[np.sort(first)]
        return known
    book = _spherical_means(rows, words, random, job)
    if per_feature > 1:
        for _ in range(_TURNS):
            book = _turned(rows, book, per_feature, job)
    return book


def pursued(features: Rows, book: Rows, per_feature: int, *, job: Job | None = None) -> Codes:
    """Codes of features (N, D) over a given codebook (K, D) of unit words.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    words = book.astype(np.float16)
    exact = words.astype(np.float32)
    count, width = len(features), min(per_feature, len(book))
    indices = np.zeros((count, width), dtype=np.uint16)
    coefficients = np.zeros((count, width), dtype=np.uint8)
    scales = np.zeros(count, dtype=np.float16)
    if len(book):
        gram = exact @ exact.T
        for begin, end in _blocks(count, len(book), job):
            part = unit_rows(features[begin:end])
            which, amounts = _pursuit(part, exact, gram, width)
            order = np.argsort(-amounts, axis=1, kind="stable")
            which, amounts = np.take_along_axis(which, order, axis=1), np.take_along_axis(amounts, order, axis=1)
            largest = amounts[:, :1]
            whole = np.round(255.0 * amounts / np.maximum(largest, np.finfo(np.float32).tiny)).astype(np.uint8)
            indices[begin:end], coefficients[begin:end] = which, np.where(largest > 0, whole, 0)
            scales[begin:end] = _scales(which, coefficients[begin:end].astype(np.float32), gram)
    return Codes(words, indices, coefficients, scales)


def _scales(which: npt.NDArray[np.int64], amounts: Rows, gram: Rows) -> npt.NDArray[np.float16]:
    squares = np.zeros(len(which), dtype=np.float32)
    for i in range(which.shape[1]):
        for j in range(which.shape[1]):
            squares += amounts[:, i] * amounts[:, j] * gram[which[:, i], which[:, j]]
    lengths = np.sqrt(np.maximum(squares, 0.0))
    out: npt.NDArray[np.float16] = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0).astype(
        np.float16
    )
    return out


def _blocks(count: int, words: int, job: Job) -> Iterator[tuple[int, int]]:
    size = max(_BLOCK_NUMBERS // max(words, 1), 64)
    for begin in range(0, count, size):
        job.check()
        yield begin, min(begin + size, count)


def _all_known(rows: Rows, known: Rows, job: Job) -> bool:
    """Whether every row is equal to one of `known`."""
    _, cosine = _nearest(rows, known, job)
    return bool((cosine > 1.0 - 1e-5).all())


def _nearest(rows: Rows, book: Rows, job: Job) -> tuple[npt.NDArray[np.int64], Rows]:
    which, cosine = np.empty(len(rows), dtype=np.int64), np.empty(len(rows), dtype=np.float32)
    for begin, end in _blocks(len(rows), len(book), job):
        products = rows[begin:end] @ book.T
        which[begin:end] = products.argmax(axis=1)
        cosine[begin:end] = np.take_along_axis(products, which[begin:end, None], axis=1)[:, 0]
    return which, cosine


def _sums(rows: Rows, which: npt.NDArray[np.int64], count: int) -> Rows:
    """(count, D) sums of the rows in each group."""
    order = np.argsort(which, kind="stable")
    groups, starts = np.unique(which[order], return_index=True)
    out = np.zeros((count, rows.shape[1]), dtype=np.float32)
    out[groups] = np.add.reduceat(rows[order], starts, axis=0)
    return out


def _spherical_means(rows: Rows, words: int, random: np.random.Generator, job: Job) -> Rows:
    """Spherical k-means. Empty words are moved to the rows farthest from their own word, so that rare features get words, too."""
    book: Rows = rows[random.choice(len(rows), min(words, len(rows)), replace=False)]
    for _ in range(_ROUNDS):
        which, cosine = _nearest(rows, book, job)
        sums = _sums(rows, which, len(book))
        empty = np.flatnonzero(np.linalg.norm(sums, axis=1) < 1e-6)
        sums[empty] = rows[np.argsort(cosine, kind="stable")[: len(empty)]]
        book = unit_rows(sums)
    return book


def _turned(rows: Rows, book: Rows, per_feature: int, job: Job) -> Rows:
    """The words that fit best for the current coefficients, by least squares. Words with few uses are kept near their position."""
    import scipy.linalg
    import scipy.sparse

    gram = book @ book.T
    blocks = [
        _pursuit(rows[b:e], book, gram, min(per_feature, len(book))) for b, e in _blocks(len(rows), len(book), job)
    ]
    which, amounts = (np.concatenate([f[k] for f in blocks]) for k in range(2))
    starts = np.arange(len(rows) + 1) * which.shape[1]
    codes = scipy.sparse.csr_array((amounts.reshape(-1), which.reshape(-1), starts), shape=(len(rows), len(book)))
    normal = (codes.T @ codes).toarray().astype(np.float64)
    keep = 0.05
    normal[np.diag_indices(len(book))] += keep
    solved = scipy.linalg.solve(normal, (codes.T @ rows).astype(np.float64) + keep * book, assume_a="pos")
    lengths = np.linalg.norm(solved, axis=1)
    fits = lengths[:, None] > 1e-6
    out: Rows = np.where(fits, solved / np.maximum(lengths[:, None], 1e-6), book).astype(np.float32)
    return out


def _pursuit(rows: Rows, book: Rows, gram: Rows, width: int) -> tuple[npt.NDArray[np.int64], Rows]:
    """(n, width) words and coefficients, 0 if fewer are needed. Each step adds the word closest to the residual, and fits all
    coefficients again."""
    return pursued_rows(np.ascontiguousarray(rows @ book.T), gram, width, thread_count())
