"""Imports fields of other programs: checkpoints of LangSplat and gsplat, and arrays with one feature per Gaussian.

Untrusted files are opened in a child process (:mod:`scenewright.scene.semantics.evaluation.import_worker`). Its answers are checked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.errors import SplatError
from scenewright.scene.semantics.evaluation.fields import CodedField, DenseField, JudgedField, LatentField
from scenewright.scene.semantics.evaluation.import_child import opened
from scenewright.scene.semantics.fields import FieldError, read_field
from scenewright.scene.splats import NO_ENTITY, Gaussians

__all__ = ["read_judged"]

Rows = npt.NDArray[np.float32]

_CHECKPOINTS = (".pt", ".pth", ".ckpt")


def read_judged(
    files: Sequence[Path], *, encoder: str | None = None, decoder: Path | None = None
) -> tuple[JudgedField, Gaussians | None]:
    """Read a field, and the Gaussians in its file, or None if it has none.

    Args:
        files: one ``.safetensors`` of this package; or one file per level: ``.npy`` with features (N, D), ``.pt`` of gsplat whose
            splats have features (N, D), or ``.pth`` of LangSplat, whose latents need the `decoder`.
        encoder: name of the encoder of the features, which files of other programs do not state.
        decoder: for LangSplat, the checkpoint of its autoencoder.

    Raises:
        FieldError: a file cannot be read, is of another kind, or has other Gaussians than the other files.
    """
    if not files:
        raise FieldError("there is no field to judge: name its file")
    suffixes = {file.suffix.lower() for file in files}
    if suffixes == {".safetensors"}:
        if len(files) > 1:
            raise FieldError("a field of ours is one file with all its levels: name one")
        return CodedField(read_field(files[0])), None
    if len(suffixes) > 1 or not suffixes & {".npy", *_CHECKPOINTS}:
        raise FieldError(
            f"{files[0]} is no field: it must be .safetensors, .npy, or a checkpoint {', '.join(_CHECKPOINTS)}"
        )
    if encoder is None:
        raise FieldError(f"{files[0]} does not say which encoder made its features: name it")
    levels = tuple(str(number) for number in range(len(files)))
    if suffixes == {".npy"}:
        arrays = [_features(opened(file, "array")[1], file) for file in files]
        _alike([len(a) for a in arrays], files)
        return DenseField("npy", encoder, levels, arrays), None
    checkpoints = [_checkpoint(file) for file in files]
    _alike([len(g) for g, _ in checkpoints], files)
    for (gaussians, _), file in zip(checkpoints[1:], files[1:], strict=True):
        if not torch.equal(gaussians.means, checkpoints[0][0].means):
            raise FieldError(f"{file} is of other Gaussians than {files[0]}: give the levels of one training")
    features = [f for _, f in checkpoints]
    if features[0].shape[1] > 16 and decoder is None:
        return DenseField("gsplat", encoder, levels, features), checkpoints[0][0]
    if decoder is None:
        raise FieldError(
            f"{files[0]} has latents of {features[0].shape[1]} numbers: name the checkpoint of their decoder"
        )
    layers = _decoder(decoder, features[0].shape[1])
    return LatentField("langsplat", encoder, levels, features, layers), checkpoints[0][0]


def _alike(counts: list[int], files: Sequence[Path]) -> None:
    if len(set(counts)) > 1:
        raise FieldError(
            f"levels have {', '.join(f'{c:,}' for c in counts)} Gaussians ({files[0].name} ...): they must be of the same"
        )


def _features(arrays: Mapping[str, Rows], file: Path) -> Rows:
    features = arrays.get("features")
    if features is None or features.ndim != 2:
        raise FieldError(f"{file} holds no features (N, D)")
    return features


def _checkpoint(file: Path) -> tuple[Gaussians, Rows]:
    _, arrays = opened(file, "checkpoint")
    try:
        tensors = {name: torch.from_numpy(values) for name, values in arrays.items()}
        means = tensors["means"]
        parts = [tensors[n] for n in ("dc", "rest") if n in tensors and tensors[n].numel()]
        sh = torch.cat(parts, dim=1) if parts else torch.zeros(len(means), 1, 3)
        gaussians = Gaussians(
            means, tensors["quats"], tensors["log_scales"], tensors["logits"].reshape(-1), sh,
            torch.full((len(means),), NO_ENTITY, dtype=torch.int32),
        )  # fmt: skip
    except (SplatError, IndexError, KeyError, RuntimeError) as error:
        raise FieldError(f"{file}: the Gaussians of the checkpoint do not fit together ({error})") from None
    return gaussians, _features(arrays, file)


def _decoder(file: Path, first: int) -> list[tuple[Rows, Rows]]:
    """The decoder layers of LangSplat's autoencoder. `first`: the number of latents."""
    _, arrays = opened(file, "decoder")
    layers, width = [], first
    for number in range(len(arrays) // 2):
        weights, biases = (arrays[f"{number}.{end}"] for end in ("weight", "bias"))
        if weights.ndim != 2 or biases.shape != weights.shape[:1] or weights.shape[1] != width:
            raise FieldError(
                f"{file}: layer {number} of the decoder is {weights.shape}: it must take the {width} numbers that come to it"
            )
        layers.append((weights, biases))
        width = weights.shape[0]
    return layers
