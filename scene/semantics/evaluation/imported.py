"""Fields of others: LangSplat's and gsplat's checkpoints, and arrays of one feature a Gaussian.

Checkpoints are opened so that only tensors, numbers, texts and containers of them can come out (torch's ``weights_only``), and only where
what they unpack to is no larger than a bound; arrays without objects.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from scene.semantics.evaluation.fields import CodedField, DenseField, JudgedField, LatentField
from scene.semantics.fields.field_errors import FieldError
from scene.semantics.fields.field_files import read_field
from scene.splats.gaussians import NO_ENTITY, Gaussians

__all__ = ["read_judged"]

Rows = npt.NDArray[np.float32]

_MOST_BYTES = 8 << 30
_LANGSPLAT_WITH_FEATURES = 13
_LANGSPLAT_AT = {"means": 1, "dc": 2, "rest": 3, "log_scales": 4, "quats": 5, "logit_opacities": 6, "latents": 7}
_GSPLAT = ("means", "quats", "scales", "opacities", "features")
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
        arrays = [_array(file) for file in files]
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


def _array(file: Path) -> Rows:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise FieldError(f"{file} has more than {_MOST_BYTES:,} bytes")
        values = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise FieldError(f"{file} cannot be read as an array ({error})") from None
    if not isinstance(values, np.ndarray) or values.ndim != 2 or values.dtype.kind != "f":
        raise FieldError(f"{file} holds no features (N, D) of floating numbers")
    return _finite(values, file)


def _finite(values: npt.NDArray[Any], file: Path) -> Rows:
    rows = np.ascontiguousarray(values, dtype=np.float32)
    if not np.isfinite(rows).all():
        raise FieldError(f"{file}: features of {int((~np.isfinite(rows).all(axis=1)).sum())} Gaussians are not finite")
    return rows


def _loaded(file: Path) -> Any:
    """A torch checkpoint. Older ones than torch 1.6's are plain pickles, of which nothing says how large they unpack: refused."""
    try:
        with zipfile.ZipFile(file) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _MOST_BYTES:
            raise FieldError(f"{file} unpacks to {size:,} bytes: at most {_MOST_BYTES:,} are read")
        return torch.load(file, map_location="cpu", weights_only=True)
    except FieldError:
        raise
    except FileNotFoundError:
        raise FieldError(f"{file}: there is no such checkpoint") from None
    except zipfile.BadZipFile:
        raise FieldError(f"{file} is no checkpoint of torch 1.6 or later: save it again with a newer torch") from None
    except Exception as error:  # noqa: BLE001 - torch raises what it likes on files of others
        reason = str(error).strip().split("\n")[0][:200]
        raise FieldError(f"{file} cannot be read as a checkpoint without running code of it ({reason})") from None


def _checkpoint(file: Path) -> tuple[Gaussians, Rows]:
    values = _loaded(file)
    if isinstance(values, (tuple, list)) and values and isinstance(values[0], (tuple, list)):
        return _langsplat(values[0], file)
    if isinstance(values, Mapping):
        return _gsplat(values.get("splats", values), file)
    raise FieldError(f"{file} is no checkpoint of LangSplat or gsplat")


def _langsplat(model: Sequence[Any], file: Path) -> tuple[Gaussians, Rows]:
    if len(model) != _LANGSPLAT_WITH_FEATURES:
        raise FieldError(f"{file} is a checkpoint of LangSplat without language features: train them, or give another")
    named = {name: model[at] for name, at in _LANGSPLAT_AT.items()}
    if not all(isinstance(t, torch.Tensor) for t in named.values()) or named["latents"].ndim != 2:
        raise FieldError(f"{file} is no checkpoint of LangSplat: it holds other things in its places")
    sh = (
        torch.cat([named["dc"].float(), named["rest"].float()], dim=1) if named["rest"].numel() else named["dc"].float()
    )
    gaussians = _gaussians(named, sh, file)
    return gaussians, _finite(_numpy(named["latents"]), file)


def _gsplat(splats: Any, file: Path) -> tuple[Gaussians, Rows]:
    if not isinstance(splats, Mapping) or not all(isinstance(splats.get(n), torch.Tensor) for n in _GSPLAT):
        raise FieldError(f"{file} is no checkpoint of gsplat with features: its splats need {', '.join(_GSPLAT)}")
    renamed = {**splats, "log_scales": splats["scales"], "logit_opacities": splats["opacities"]}
    count = len(splats["means"])
    parts = [splats[n].float() for n in ("sh0", "shN") if isinstance(splats.get(n), torch.Tensor) and splats[n].numel()]
    sh = torch.cat(parts, dim=1) if parts else torch.zeros(count, 1, 3)
    gaussians = _gaussians(renamed, sh, file)
    if splats["features"].ndim != 2:
        raise FieldError(f"{file}: features are {tuple(splats['features'].shape)}, not (N, D)")
    return gaussians, _finite(_numpy(splats["features"]), file)


def _gaussians(named: Mapping[str, torch.Tensor], sh: torch.Tensor, file: Path) -> Gaussians:
    from scene.errors import SplatError

    def plain(name: str) -> torch.Tensor:
        return named[name].detach().float().contiguous()

    means = plain("means")
    try:
        made = Gaussians(
            means, plain("quats"), plain("log_scales"), plain("logit_opacities").reshape(-1), sh.detach().contiguous(),
            torch.full((len(means),), NO_ENTITY, dtype=torch.int32),
        )  # fmt: skip
    except (SplatError, IndexError) as error:
        raise FieldError(f"{file}: the Gaussians of the checkpoint do not fit together ({error})") from None
    tensors = (made.means, made.quats, made.log_scales, made.logit_opacities)
    if not all(bool(torch.isfinite(t).all()) for t in tensors):
        raise FieldError(f"{file}: the Gaussians of the checkpoint hold numbers that are not finite")
    return made


def _numpy(tensor: torch.Tensor) -> npt.NDArray[Any]:
    return np.asarray(tensor.detach().float().numpy())


def _decoder(file: Path, first: int) -> list[tuple[Rows, Rows]]:
    """Layers of the half of LangSplat's autoencoder that is called 'decoder'."""
    state = _loaded(file)
    if not isinstance(state, Mapping):
        raise FieldError(f"{file} is no checkpoint of an autoencoder")
    numbers = sorted(
        {int(p[1]) for k in state if (p := str(k).split("."))[0] == "decoder" and len(p) == 3 and p[1].isdecimal()}
    )
    layers, width = [], first
    for number in numbers:
        weights, biases = (state.get(f"decoder.{number}.{end}") for end in ("weight", "bias"))
        if not isinstance(weights, torch.Tensor) or not isinstance(biases, torch.Tensor):
            raise FieldError(f"{file}: layer {number} of the decoder lacks its weight or bias")
        if weights.ndim != 2 or tuple(biases.shape) != (weights.shape[0],) or weights.shape[1] != width:
            raise FieldError(
                f"{file}: layer {number} of the decoder is {tuple(weights.shape)}: it must take the {width} numbers that come to it"
            )
        layers.append((_finite(_numpy(weights), file), _finite(_numpy(biases)[None], file)[0]))
        width = int(weights.shape[0])
    if not layers:
        raise FieldError(f"{file} has no 'decoder': give the checkpoint of LangSplat's autoencoder")
    return layers
