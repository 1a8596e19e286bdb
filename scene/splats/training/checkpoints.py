"""Checkpoints: a training as one safetensors file, with JSON in its header. The file is replaced atomically."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError, SplatError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import check_plain

__all__ = ["Checkpoint", "read_checkpoint", "write_checkpoint"]

_FORMAT = 1
_KEY = "scenewright.training"
_MOST_BYTES = 64 << 30


@dataclass(frozen=True)
class Checkpoint:
    """The state of a training. `tensors`: by name, on the CPU after reading. `values`: JSON data."""

    tensors: dict[str, Tensor]
    values: dict[str, Any]


def write_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint; an existing file is replaced atomically."""
    text = json.dumps({"format": _FORMAT, **checkpoint.values}, allow_nan=False)
    tensors = {name: value.detach().cpu().contiguous() for name, value in checkpoint.tensors.items()}
    atomic.write(path, save(tensors, metadata={_KEY: text}))


def read_checkpoint(path: Path) -> Checkpoint:
    """Read a checkpoint of :func:`write_checkpoint`. safetensors checks the sizes in the header against the file.

    Raises:
        SplatError: the file is missing, damaged, or from another version.
    """
    try:
        check_plain(path, _MOST_BYTES, "the checkpoint")
        with safe_open(str(path), framework="pt", device="cpu") as file:
            text = (file.metadata() or {}).get(_KEY)
            if text is None:
                raise SplatError(f"{path} is no checkpoint of a training: its header has no field {_KEY!r}")
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - it is no mapping
        values = parse_json(text.encode())
    except ProjectError as error:
        if error.kind != "missing":
            raise SplatError(error.message).about("resume") from None
        raise SplatError(f"{path}: there is no checkpoint to resume from; train from the beginning first").about(
            "resume"
        ) from None
    except (SafetensorError, ValueError, OSError) as error:
        raise SplatError(f"{path}: the checkpoint is damaged ({error}); train from the beginning").about(
            "resume"
        ) from None
    if not isinstance(values, Mapping) or values.get("format") != _FORMAT:
        raise SplatError(f"{path}: the checkpoint was written by another version; train from the beginning").about(
            "resume"
        )
    return Checkpoint(tensors, dict(values))
