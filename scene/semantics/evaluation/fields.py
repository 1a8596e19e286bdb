"""Fields that can be evaluated: they give the cosines of Gaussians, and of the pixels of a view, with texts.

There are three kinds: our coded fields; one full feature per Gaussian; and LangSplat's, where a few latent numbers per Gaussian are
drawn and each pixel is decoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.semantics.fields import LEAST_LENGTH, LanguageField, unit_rows
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.rasterize import rasterize

__all__ = ["CodedField", "DenseField", "JudgedField", "LatentField", "decoded"]

Rows = npt.NDArray[np.float32]

_CHANNELS = 64
_PIXELS = 65536


class JudgedField(Protocol):
    """A field to evaluate. `source`: its origin. `levels`: their names."""

    @property
    def source(self) -> str: ...

    @property
    def encoder(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def levels(self) -> tuple[str, ...]: ...

    def seen(self, level: int) -> npt.NDArray[np.bool_]:
        """(N,) whether a Gaussian has a feature."""
        ...

    def of_gaussians(self, level: int, texts: Rows) -> Rows:
        """(N, T) cosines of the Gaussians with text vectors (T, D)."""
        ...

    def of_pixels(self, level: int, gaussians: Gaussians, camera: Cameras, texts: Rows) -> Rows:
        """(H, W, T) cosines of one view's drawn features with text vectors (T, D)."""
        ...


@dataclass(frozen=True, eq=False)
class CodedField:
    """A coded field of this package."""

    field: LanguageField

    @property
    def source(self) -> str:
        return self.field.source

    @property
    def encoder(self) -> str:
        return self.field.encoder

    @property
    def dimension(self) -> int:
        return self.field.dimension

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(level.name for level in self.field.levels)

    def seen(self, level: int) -> npt.NDArray[np.bool_]:
        return self.field.levels[level].seen

    def of_gaussians(self, level: int, texts: Rows) -> Rows:
        return self.field.cosines(self.field.levels[level], texts)

    def of_pixels(self, level: int, gaussians: Gaussians, camera: Cameras, texts: Rows) -> Rows:
        return self.field.pixel_cosines(self.field.levels[level], gaussians, camera, texts)


@dataclass(frozen=True, eq=False)
class DenseField:
    """Full features (N, D) for each level, not normalised; 0 for none."""

    source: str
    encoder: str
    levels: tuple[str, ...]
    features: Sequence[Rows]

    @property
    def dimension(self) -> int:
        return int(self.features[0].shape[1])

    def seen(self, level: int) -> npt.NDArray[np.bool_]:
        out: npt.NDArray[np.bool_] = self.features[level].any(axis=1)
        return out

    def of_gaussians(self, level: int, texts: Rows) -> Rows:
        return unit_rows(self.features[level]) @ texts.T

    def of_pixels(self, level: int, gaussians: Gaussians, camera: Cameras, texts: Rows) -> Rows:
        """As in :class:`JudgedField`. Channels are drawn in groups, because pictures of 512 channels would take a gigabyte."""
        dots = np.zeros((camera.height, camera.width, len(texts)), dtype=np.float32)
        squares = np.zeros((camera.height, camera.width), dtype=np.float32)
        for begin in range(0, self.dimension, _CHANNELS):
            part = slice(begin, begin + _CHANNELS)
            drawn = _drawn(gaussians, camera, self.features[level][:, part])
            dots += drawn @ texts[:, part].T
            squares += np.einsum("hwc,hwc->hw", drawn, drawn)
        return _over_lengths(dots, np.sqrt(squares))


@dataclass(frozen=True, eq=False)
class LatentField:
    """LangSplat's field: a few latent numbers per Gaussian and level, and one decoder.

    The decoder's layers are weights (out, in) and biases (out,), with ReLU between them.
    """

    source: str
    encoder: str
    levels: tuple[str, ...]
    latents: Sequence[Rows]
    decoder: Sequence[tuple[Rows, Rows]]

    @property
    def dimension(self) -> int:
        return int(self.decoder[-1][0].shape[0])

    def seen(self, level: int) -> npt.NDArray[np.bool_]:
        out: npt.NDArray[np.bool_] = self.latents[level].any(axis=1)
        return out

    def of_gaussians(self, level: int, texts: Rows) -> Rows:
        return _agreement(unit_rows(self.latents[level]), self.decoder, texts)

    def of_pixels(self, level: int, gaussians: Gaussians, camera: Cameras, texts: Rows) -> Rows:
        """As in :class:`JudgedField`. Latents are normalised, drawn over zero background and decoded, as in the published code."""
        drawn = _drawn(gaussians, camera, unit_rows(self.latents[level]))
        flat = _agreement(drawn.reshape(-1, drawn.shape[-1]), self.decoder, texts)
        return flat.reshape(camera.height, camera.width, len(texts))


def decoded(latents: Rows, decoder: Sequence[tuple[Rows, Rows]]) -> Rows:
    """(n, D) unit features, decoded from latents (n, d)."""
    rows = torch.from_numpy(np.ascontiguousarray(latents, dtype=np.float32))
    for number, (weights, biases) in enumerate(decoder):
        if number:
            rows = torch.relu(rows)
        rows = torch.addmm(torch.from_numpy(biases), rows, torch.from_numpy(weights).T)
    return unit_rows(rows.numpy())


def _agreement(latents: Rows, decoder: Sequence[tuple[Rows, Rows]], texts: Rows) -> Rows:
    parts = [decoded(latents[b : b + _PIXELS], decoder) @ texts.T for b in range(0, len(latents), _PIXELS)]
    return np.concatenate(parts) if parts else np.zeros((0, len(texts)), dtype=np.float32)


def _drawn(gaussians: Gaussians, camera: Cameras, features: Rows) -> Rows:
    channels = torch.from_numpy(np.ascontiguousarray(features, dtype=np.float32)).to(gaussians.means)
    with torch.no_grad():
        drawn_features = rasterize(replace(gaussians, features=channels), camera, outputs=("features",)).features
    assert drawn_features is not None
    out: Rows = drawn_features[0].float().cpu().numpy()
    return out


def _over_lengths(dots: Rows, lengths: Rows) -> Rows:
    visible = lengths > LEAST_LENGTH
    out: Rows = np.where(visible[..., None], dots / np.where(visible, lengths, 1.0)[..., None], np.float32(0.0))
    return out
