"""How much a place has to do with a text, as LERF says it (Kerr et al., LERF, ICCV 2023, section 3.3; LangSplat the same).

A feature's agreement with the query is held against its agreement with four phrases that say nothing, and the least of the four
comparisons counts. 0.5 is as near to the query as to the nearest of them: below it is background. Phrases that name what is not
meant may be added to the four: what agrees more with one of them than with the query is background too.
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
"""Relevancy below it is no answer."""
_SHARPNESS = 10.0
_MOST_CHARACTERS = 2000


def relevancy(cosines: Rows, canonical: Rows) -> Rows:
    """(..., Q) of agreements with queries (..., Q) and with the canonical phrases (..., C): the minimum over c of
    exp(10 q) / (exp(10 q) + exp(10 c))."""
    nearest = canonical.max(axis=-1, keepdims=True)  # the least softmax is that against the phrase that agrees most
    out: Rows = (1.0 / (1.0 + np.exp(_SHARPNESS * (nearest - cosines)))).astype(np.float32)
    return out


def displayed(values: Rows) -> Rows:
    """(H, W) in [0, 1] for a heat picture: clip(r - 0.5, 0, 1) over its maximum (LERF)."""
    over = np.clip(values - BACKGROUND, 0.0, 1.0)
    most = float(over.max(initial=0.0))
    out: Rows = over / most if most > 0 else over
    return out


@dataclass(frozen=True, eq=False)
class Relevancy:
    """Queries that are ready to be compared with a field: encoded once, asked of Gaussians and of any view."""

    field: LanguageField
    queries: tuple[str, ...]
    texts: Rows
    """(Q + C, D): the queries, then what they are held against: the canonical phrases and `without`."""

    @classmethod
    def of(
        cls, field: LanguageField, encoder: Encodes, queries: Sequence[str], *, without: Sequence[str] = ()
    ) -> Relevancy:
        """
        Args:
            without: what is not meant: held against the queries besides the canonical phrases.

        Raises:
            FieldError: no query, one that is empty or too long, or the encoder is not the field's.
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
        """(L, N, Q) on every level; 0 where a Gaussian has no feature."""
        out = []
        for level in self.field.levels:
            found = self.field.cosines(level, self.texts, threads=threads)
            values = relevancy(found[:, : len(self.queries)], found[:, len(self.queries) :])
            values[~level.seen] = 0.0
            out.append(values)
        return np.stack(out)

    def of_pixels(self, gaussians: Gaussians, camera: Cameras, *, threads: int | None = None) -> Rows:
        """(L, Q, H, W) in one view on every level: of the features that are drawn, not a picture of the Gaussians' answers."""
        out = []
        for level in self.field.levels:
            found = self.field.pixel_cosines(level, gaussians, camera, self.texts, threads=threads)
            values = relevancy(found[..., : len(self.queries)], found[..., len(self.queries) :])
            out.append(np.moveaxis(values, -1, 0))
        return np.stack(out)

    def best_levels(self, values: Rows) -> npt.NDArray[np.int64]:
        """(Q,) LERF's choice: the level with the highest maximum, for what :meth:`of_gaussians` or :meth:`of_pixels` gave."""
        by_query = np.moveaxis(values, -1, 1) if values.ndim == 3 else values
        flat = by_query.reshape(len(self.field.levels), len(self.queries), -1)
        out: npt.NDArray[np.int64] = flat.max(axis=-1, initial=0.0).argmax(axis=0)
        return out
