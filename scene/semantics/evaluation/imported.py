"""Fields of others: LangSplat's and gsplat's checkpoints, and arrays of one feature a Gaussian.

Files of strangers are opened in a child (:mod:`scenewright.scene.semantics.evaluation.import_worker`); what it says is held
against what a field must be.
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
    """A field, and the Gaussians that its file brings with it, None where it brings none.

    Args:
        files: one ``.safetensors`` of ours; or, one a level, ``.npy`` of features (N, D), gsplat's ``.pt`` whose splats have
            features (N, D), or LangSplat's ``.pth``, whose latents need the `decoder`.
        encoder: name of what made the features, which files of others do not tell.
        decoder: of LangSplat: the checkpoint of its autoencoder.

    Raises:
        FieldError: a file that cannot be read, is none of these, or is of other Gaussians than its fellows.
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
    found = [_checkpoint(file) for file in files]
    _alike([len(g) for g, _ in found], files)
    for (gaussians, _), file in zip(found[1:], files[1:], strict=True):
        if not torch.equal(gaussians.means, found[0][0].means):
            raise FieldError(f"{file} is of other Gaussians than {files[0]}: give the levels of one training")
    features = [f for _, f in found]
    if features[0].shape[1] > 16 and decoder is None:
        return DenseField("gsplat", encoder, levels, features), found[0][0]
    if decoder is None:
        raise FieldError(
            f"{files[0]} has latents of {features[0].shape[1]} numbers: name the checkpoint of their decoder"
        )
    layers = _decoder(decoder, features[0].shape[1])
    return LatentField("langsplat", encoder, levels, features, layers), found[0][0]


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
    """Layers of the half of LangSplat's autoencoder that is called 'decoder'."""
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
