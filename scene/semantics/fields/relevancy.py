"""LERF's relevancy of a feature to a text (Kerr et al., LERF, ICCV 2023, section 3.3; LangSplat uses the same).

A feature's cosine with the query is compared with its cosines with four generic phrases, and the lowest of the four comparisons counts.
A value of 0.5 means that the feature is as close to the query as to the nearest phrase; lower values are background. Phrases for
unwanted objects may be added to the four: features closer to one of them than to the query are background, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.fields.field import Encodes, LanguageField
from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["BACKGROUND", "CANONICAL", "Relevancy", "displayed", "relevancy"]

Rows = npt.NDArray[np.float32]

CANONICAL = ("object", "things", "stuff", "texture")
BACKGROUND = 0.5
"""Relevancy below this value is background."""
_SHARPNESS = 10.0
_MOST_CHARACTERS = 2000


def relevancy(cosines: Rows, canonical: Rows) -> Rows:
    """(..., Q) relevancy from cosines with queries (..., Q) and with canonical phrases (..., C): the minimum over c of
    exp(10 q) / (exp(10 q) + exp(10 c))."""
    nearest = canonical.max(axis=-1, keepdims=True)  # the lowest softmax is the one against the closest phrase
    out: Rows = (1.0 / (1.0 + np.exp(_SHARPNESS * (nearest - cosines)))).astype(np.float32)
    return out


def displayed(values: Rows) -> Rows:
    """(H, W) in [0, 1] for a heat map: clip(r - 0.5, 0, 1), divided by its maximum (LERF)."""
    over = np.clip(values - BACKGROUND, 0.0, 1.0)
    most = float(over.max(initial=0.0))
    out: Rows = over / most if most > 0 else over
    return out


@dataclass(frozen=True, eq=False)
class Relevancy:
    """Queries encoded once for a field, to be compared with its Gaussians and with any view."""

    field: LanguageField
    queries: tuple[str, ...]
    texts: Rows
    """(Q + C, D): vectors of the queries, then of the phrases they are compared with: the canonical ones and `without`."""

    @classmethod
    def of(
        cls, field: LanguageField, encoder: Encodes, queries: Sequence[str], *, without: Sequence[str] = ()
    ) -> Relevancy:
        """Encode queries.

        Args:
            without: unwanted objects; the queries are compared with them as with the canonical phrases.

        Raises:
            FieldError: there is no query, one is empty or too long, or the encoder is not the field's.
        """
        if not queries:
            raise FieldError("there is nothing to ask: give a query")
        for query in (*queries, *without):
            if not query.strip():
                raise FieldError("a query is empty: say what to look for")
            if len(query) > _MOST_CHARACTERS:
                raise FieldError(f"a query has {len(query):,} characters: at most {_MOST_CHARACTERS:,} are read")
        return cls(field, tuple(queries), field.encoded(encoder, [*queries, *CANONICAL, *without]))

    def of_gaussians(self, *, threads: int | None = None) -> Rows:
        """(L, N, Q) relevancy of the Gaussians on each level; 0 for Gaussians without a feature."""
        out = []
        for level in self.field.levels:
            agreement = self.field.cosines(level, self.texts, threads=threads)
            values = relevancy(agreement[:, : len(self.queries)], agreement[:, len(self.queries) :])
            values[~level.seen] = 0.0
            out.append(values)
        return np.stack(out)

    def of_pixels(self, gaussians: Gaussians, camera: Cameras, *, threads: int | None = None) -> Rows:
        """(L, Q, H, W) relevancy in one view on each level. It is computed from drawn features; it is not a picture of the Gaussians'
        relevancy."""
        out = []
        for level in self.field.levels:
            agreement = self.field.pixel_cosines(level, gaussians, camera, self.texts, threads=threads)
            values = relevancy(agreement[..., : len(self.queries)], agreement[..., len(self.queries) :])
            out.append(np.moveaxis(values, -1, 0))
        return np.stack(out)

    def best_levels(self, values: Rows) -> npt.NDArray[np.int64]:
        """(Q,) LERF's choice of level: the one with the highest maximum. `values`: from :meth:`of_gaussians` or :meth:`of_pixels`."""
        by_query = np.moveaxis(values, -1, 1) if values.ndim == 3 else values
        flat = by_query.reshape(len(self.field.levels), len(self.queries), -1)
        out: npt.NDArray[np.int64] = flat.max(axis=-1, initial=0.0).argmax(axis=0)
        return out
