"""Many features as few: a codebook of K words, and for each feature the few words, with weights, whose sum has its direction.

The form is LangSplatV2's (Li et al., 2025): sparse coefficients that are never negative over one codebook for the scene. Nothing is trained
here: the words are the centres of spherical k-means (Dhillon and Modha, Machine Learning 2001), which scikit-learn's k-means is
not, and the coefficients orthogonal matching pursuit with non-negative least squares (Bruckstein, Elad and Zibulevsky, IEEE
Trans. Inf. Theory 2008). Then words and coefficients take turns (method of optimal directions, Engan et al., ICASSP 1999),
since a feature between two objects is a sum of two words rather than a word of its own.
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
"""Of a codebook. All products between words are kept while a picture is drawn: 256 MB at this number."""

WIDTHS = (4, 6, 8, 12)
LEAST_COSINE = 0.983

_TRIED = 4096
_SAMPLES_A_WORD = 16
_ROUNDS = 6
_TURNS = 2
_BLOCK_NUMBERS = 1 << 23
"""Numbers of the largest temporary array: 32 MB."""


@dataclass(frozen=True, eq=False)
class Codes:
    """N features over K words of D numbers. Feature i has the direction of sum_j coefficients[i, j] words[indices[i, j]], and, times
    scales[i], the length 1.

    `words`: (K, D) float16. `indices`: (N, k) uint16. `coefficients`: (N, k) uint8, the largest of a row 255, all 0 where there is no
    feature. `scales`: (N,) float16, 0 where there is none.
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
        """(n, D) features of some rows, of length 1 or 0."""
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
    """Codes of features (N, D), which count by their direction; rows of 0 stay without one.

    Args:
        words: most words of the codebook.
        per_feature: words of one feature. None: the first of :data:`WIDTHS` with which features agree with their codes to
            :data:`LEAST_COSINE` in the mean, else the last.
        sample: features a word from which the codebook is made.

    Raises:
        FieldError: features that are not finite, or numbers of words that cannot be.
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
    """The first of the widths that will do, tried on some of the rows."""
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
    """(K, D) words of length 1 for rows of length 1; K is at most `words`, and no more than there are different rows.

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
    """Codes of features (N, D) over a codebook that is given, (K, D) of length 1.

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
            which, how_much = _pursuit(part, exact, gram, width)
            order = np.argsort(-how_much, axis=1, kind="stable")
            which, how_much = np.take_along_axis(which, order, axis=1), np.take_along_axis(how_much, order, axis=1)
            largest = how_much[:, :1]
            whole = np.round(255.0 * how_much / np.maximum(largest, np.finfo(np.float32).tiny)).astype(np.uint8)
            indices[begin:end], coefficients[begin:end] = which, np.where(largest > 0, whole, 0)
            scales[begin:end] = _scales(which, coefficients[begin:end].astype(np.float32), gram)
    return Codes(words, indices, coefficients, scales)


def _scales(which: npt.NDArray[np.int64], how_much: Rows, gram: Rows) -> npt.NDArray[np.float16]:
    squares = np.zeros(len(which), dtype=np.float32)
    for i in range(which.shape[1]):
        for j in range(which.shape[1]):
            squares += how_much[:, i] * how_much[:, j] * gram[which[:, i], which[:, j]]
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
    """Whether every row is one of those."""
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
    """(count, D) sums of the rows of each group."""
    order = np.argsort(which, kind="stable")
    groups, starts = np.unique(which[order], return_index=True)
    out = np.zeros((count, rows.shape[1]), dtype=np.float32)
    out[groups] = np.add.reduceat(rows[order], starts, axis=0)
    return out


def _spherical_means(rows: Rows, words: int, random: np.random.Generator, job: Job) -> Rows:
    """Words without rows are put on the rows that are farthest from their own word, so that what is rare is found, too."""
    book: Rows = rows[random.choice(len(rows), min(words, len(rows)), replace=False)]
    for _ in range(_ROUNDS):
        which, cosine = _nearest(rows, book, job)
        sums = _sums(rows, which, len(book))
        empty = np.flatnonzero(np.linalg.norm(sums, axis=1) < 1e-6)
        sums[empty] = rows[np.argsort(cosine, kind="stable")[: len(empty)]]
        book = unit_rows(sums)
    return book


def _turned(rows: Rows, book: Rows, per_feature: int, job: Job) -> Rows:
    """The words that fit best with the coefficients that they have now: least squares, kept near where they are where few use them."""
    import scipy.linalg
    import scipy.sparse

    gram = book @ book.T
    found = [
        _pursuit(rows[b:e], book, gram, min(per_feature, len(book))) for b, e in _blocks(len(rows), len(book), job)
    ]
    which, how_much = (np.concatenate([f[k] for f in found]) for k in range(2))
    starts = np.arange(len(rows) + 1) * which.shape[1]
    codes = scipy.sparse.csr_array((how_much.reshape(-1), which.reshape(-1), starts), shape=(len(rows), len(book)))
    normal = (codes.T @ codes).toarray().astype(np.float64)
    keep = 0.05
    normal[np.diag_indices(len(book))] += keep
    solved = scipy.linalg.solve(normal, (codes.T @ rows).astype(np.float64) + keep * book, assume_a="pos")
    lengths = np.linalg.norm(solved, axis=1)
    fits = lengths[:, None] > 1e-6
    out: Rows = np.where(fits, solved / np.maximum(lengths[:, None], 1e-6), book).astype(np.float32)
    return out


def _pursuit(rows: Rows, book: Rows, gram: Rows, width: int) -> tuple[npt.NDArray[np.int64], Rows]:
    """(n, width) words and their coefficients, 0 where fewer are needed: the word that agrees most with what is left is added, then all
    coefficients are found anew."""
    return pursued_rows(np.ascontiguousarray(rows @ book.T), gram, width, thread_count())
