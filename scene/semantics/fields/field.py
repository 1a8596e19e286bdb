"""A language field: a feature for each Gaussian and level of a scene, comparable with texts of one encoder.

Features are stored as sparse codes over one codebook per level (:mod:`scenewright.scene.semantics.fields.codebook`). A query costs K
dot products of words with the text, and k numbers per Gaussian, whatever D is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from scenewright.scene.jobs import Job
from scenewright.scene.semantics.fields.codebook import Codes, fitted
from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.semantics.fields.lifting import Lifting
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.images import RasterSettings
from scenewright.scene.threads import thread_count

__all__ = ["LEAST_LENGTH", "Encodes", "FieldError", "FieldLevel", "LanguageField", "geometry_hash"]

Rows = npt.NDArray[np.float32]

_MOST_SEEN = 60_000.0
"""Largest weight in pixels, the limit of half precision."""
LEAST_LENGTH = 0.4
"""Least length of a drawn feature before normalisation. Shorter ones count as empty; otherwise faint rims of Gaussians before an empty
background would be as certain as their middles."""


class Encodes(Protocol):
    """The part of an encoder that queries need (:mod:`scenewright.scene.semantics.encoders`)."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Rows:
        """(N, dimension) unit rows, one per text."""
        ...


@dataclass(frozen=True, eq=False)
class FieldLevel:
    """One level of a field: its name, and the features of all Gaussians as codes. `weights`: (N,) float16, how much of each Gaussian was
    seen, in pixels over all views; None if unknown."""

    name: str
    codes: Codes
    weights: npt.NDArray[np.float16] | None = None

    @cached_property
    def words(self) -> Rows:
        """(K, D) words of the codebook."""
        return self.codes.words.astype(np.float32)

    @cached_property
    def seen(self) -> npt.NDArray[np.bool_]:
        """(N,) whether a Gaussian has a feature."""
        out: npt.NDArray[np.bool_] = self.codes.coefficients.any(axis=1)
        return out

    @cached_property
    def gram(self) -> Rows:
        """(K, K) dot products of the words with each other."""
        return self.words @ self.words.T

    @cached_property
    def scales(self) -> Rows:
        """(N,) factors that normalise the features."""
        return self.codes.scales.astype(np.float32)


@dataclass(frozen=True, eq=False)
class LanguageField:
    """The features of N Gaussians.

    `encoder`, `dimension`: name and vector length of the encoder; only its texts can be compared. `geometry`: hash of the Gaussians
    (:func:`geometry_hash`). `source`: 'lifted', 'program' or the format of an imported file.
    """

    encoder: str
    dimension: int
    levels: tuple[FieldLevel, ...]
    geometry: str
    source: str = "lifted"

    def __post_init__(self) -> None:
        """
        Raises:
            FieldError: there are no levels, two have the same name, or codes differ in size.
        """
        names = [level.name for level in self.levels]
        if not names or len(set(names)) != len(names):
            raise FieldError(
                f"levels of a field are {', '.join(names) or 'none'}: there must be one, each of another name"
            )
        for level in self.levels:
            if len(level.codes) != len(self) or level.codes.words.shape[1:] != (self.dimension,):
                raise FieldError(
                    f"level {level.name!r} is of {len(level.codes)} Gaussians and {level.codes.words.shape[-1]} numbers, the field "
                    f"of {len(self)} and {self.dimension}"
                )
            if level.weights is not None and level.weights.shape != (len(self),):
                raise FieldError(
                    f"level {level.name!r} has weights of {level.weights.shape}, the field {len(self)} Gaussians"
                )

    def __len__(self) -> int:
        return len(self.levels[0].codes)

    @classmethod
    def of_lifting(
        cls,
        lifting: Lifting,
        *,
        words: int = 2048,
        per_feature: int | None = None,
        seed: int = 0,
        job: Job | None = None,
    ) -> LanguageField:
        """The field of a lifting's current state, compressed. See :func:`scenewright.scene.semantics.fields.codebook.fitted`.

        Raises:
            JobCancelled: the job was cancelled.
        """
        job = (job or Job()).part(name="the compressing")
        levels = [
            FieldLevel(
                name,
                fitted(lifting.features(name), words=words, per_feature=per_feature, seed=seed, job=job),
                np.minimum(lifting.weights(name), _MOST_SEEN).astype(np.float16),
            )
            for name in lifting.levels
        ]
        return cls(lifting.encoder, lifting.dimension, tuple(levels), geometry_hash(lifting.gaussians))

    @property
    def nbytes(self) -> int:
        """Size of all codes, codebooks and weights in bytes."""
        return sum(x.codes.nbytes + (0 if x.weights is None else x.weights.nbytes) for x in self.levels)

    def level(self, name: str) -> FieldLevel:
        """The level of a name.

        Raises:
            FieldError: there is none.
        """
        for level in self.levels:
            if level.name == name:
                return level
        raise FieldError(f"the field has no level {name!r}: it has {', '.join(x.name for x in self.levels)}")

    def check_encoder(self, name: str, dimension: int) -> None:
        """Raise unless this is the field's encoder.

        Raises:
            FieldError: another encoder made the features.
        """
        if name != self.encoder or dimension != self.dimension:
            raise FieldError(
                f"the field was made with {self.encoder} ({self.dimension} numbers), the query with {name} ({dimension} numbers): "
                f"their features cannot be compared; ask with {self.encoder}"
            )

    def check_geometry(self, gaussians: Gaussians) -> None:
        """Raise unless these are the field's Gaussians.

        Raises:
            FieldError: the field belongs to other Gaussians.
        """
        if len(gaussians) != len(self):
            raise FieldError(f"the field is of {len(self):,} Gaussians, these are {len(gaussians):,}")
        actual = geometry_hash(gaussians)
        if actual != self.geometry:
            raise FieldError(
                f"the field is of other Gaussians (geometry {self.geometry[:12]}) than these ({actual[:12]}): lift it again, or take "
                "the file that it was lifted on"
            )

    def encoded(self, encoder: Encodes, texts: Sequence[str]) -> Rows:
        """(T, D) vectors of texts, by the field's encoder.

        Raises:
            FieldError: it is another encoder, or its vectors are not finite.
        """
        self.check_encoder(encoder.name, encoder.dimension)
        rows = np.asarray(encoder.encode(list(texts)), dtype=np.float32)
        return _checked(rows, self.dimension, encoder.name)

    def cosines(self, level: FieldLevel, texts: Rows, *, threads: int | None = None) -> Rows:
        """(N, T) cosines of each Gaussian's feature with text vectors (T, D); 0 for Gaussians without a feature."""
        from scenewright.scene.splats.cpu import row_products

        products = level.words @ _checked(texts, self.dimension, "the query").T
        codes = level.codes
        return row_products(codes.indices, codes.coefficients, level.scales, products, thread_count(threads))

    def pixel_cosines(
        self,
        level: FieldLevel,
        gaussians: Gaussians,
        camera: Cameras,
        texts: Rows,
        *,
        settings: RasterSettings | None = None,
        threads: int | None = None,
    ) -> Rows:
        """(H, W, T) cosines of the drawn features with text vectors (T, D), in one view.

        A pixel's feature is the weighted sum of its Gaussians' features, normalised. If the sum is shorter than :data:`LEAST_LENGTH`, the
        pixel counts as empty and its cosines are 0.

        Raises:
            FieldError: the number of Gaussians is not the field's, or there is more than one view. Use :meth:`check_geometry` to check
                that the Gaussians are the same.
        """
        from scenewright.scene.splats.cpu import draw_products

        if len(gaussians) != len(self) or len(camera) != 1:
            raise FieldError(
                f"a field of {len(self):,} Gaussians is drawn on them and in one view, not on {len(gaussians):,} in {len(camera)}"
            )
        products = level.words @ _checked(texts, self.dimension, "the query").T
        codes = (level.codes.indices, level.codes.coefficients, level.scales)
        chosen = settings or RasterSettings()
        dots, lengths = draw_products(gaussians, camera, codes, products, level.gram, chosen, thread_count(threads))
        visible = lengths > LEAST_LENGTH
        out: Rows = np.where(visible[..., None], dots / np.where(visible, lengths, 1.0)[..., None], np.float32(0.0))
        return out


def geometry_hash(gaussians: Gaussians) -> str:
    """sha256, in hex, of the Gaussians' positions, shapes and opacities as float32. It identifies the Gaussians of a field."""
    digest = hashlib.sha256(b"scenewright.gaussians.1")
    for tensor in (gaussians.means, gaussians.quats, gaussians.log_scales, gaussians.logit_opacities):
        digest.update(np.ascontiguousarray(tensor.detach().cpu().float().numpy()).tobytes())
    return digest.hexdigest()


def _checked(rows: Rows, dimension: int, what: str) -> Rows:
    if rows.ndim != 2 or rows.shape[1] != dimension:
        raise FieldError(f"embeddings of {what} are {rows.shape}: the field's have {dimension} numbers")
    if not np.isfinite(rows).all():
        raise FieldError(f"embeddings of {what} hold numbers that are not finite")
    return rows
