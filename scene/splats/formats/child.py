"""Starts :mod:`scenewright.scene.splats.formats.worker`: one short-lived child process per file, with a time limit.

The child returns its arrays as safetensors.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open

from scenewright.scene.children.parser.host import answer_of, written_file
from scenewright.scene.errors import SplatError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import printable

__all__ = ["Decoded", "decoded"]

WALL_SECONDS = 900.0

MOST_WRITTEN = 16 << 30
"""Bytes that the child writes, as in the worker."""
_MOST_PARTS, _MOST_NOTES, _MOST_NOTE = 4096, 1000, 2000

_WORKER = Path(__file__).with_name("worker.py")
_SHAPES = {"means": (3,), "quats": (4,), "log_scales": (3,), "logits": (), "sh": None}

Columns = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Decoded:
    """The child's result.

    `parts`: the arrays of each part, as in :class:`scenewright.scene.splats.formats.decoding.columns.GaussianPart`. `notes`: what
    was changed or left out. `details`: facts about the file's format. `beside`: size in bytes of other files that were read.
    """

    parts: list[Columns]
    notes: tuple[str, ...]
    details: dict[str, Any]
    beside: int


def decoded(name: str, path: Path, *, drop_invalid: bool, job: Job | None = None) -> Decoded:
    """Parse a file of format `name` in a child process.

    Raises:
        SplatError: the file is invalid, or the child died.
        JobCancelled: the job was cancelled; the child is gone.
    """
    options = json.dumps({"drop_invalid": drop_invalid})
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "arrays.safetensors"
        arguments = [name, str(path.resolve()), str(target), options]
        answer = answer_of(
            _WORKER,
            arguments,
            about=str(path),
            folder=Path(folder),
            seconds=WALL_SECONDS,
            error=SplatError,
            most_written=MOST_WRITTEN,
            job=job,
        )
        written_file(target, most=MOST_WRITTEN, about=str(path), error=SplatError)
        try:
            with safe_open(target, framework="numpy") as file:
                parts = [_part(file, at) for at in range(_count(answer["parts"], _MOST_PARTS))]
            return Decoded(
                parts, _notes(answer["notes"]), _details(answer["details"]), _count(answer["beside"], 1 << 50)
            )
        except (OSError, KeyError, TypeError, ValueError, SafetensorError) as error:
            raise SplatError(f"{path}: the process that reads it answered with something else ({error})") from None


def _count(value: Any, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError("a count")
    return value


def _notes(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or len(values) > _MOST_NOTES:
        raise ValueError("its notes")
    return tuple(printable(str(note)[:_MOST_NOTE]) for note in values)


def _details(values: Any) -> dict[str, Any]:
    """Facts about the format: numbers, texts and truths by name."""
    if not isinstance(values, dict) or len(values) > _MOST_NOTES:
        raise ValueError("its details")
    plain = (str, int, float, bool)
    return {
        printable(str(name)[:80]): printable(value[:_MOST_NOTE]) if isinstance(value, str) else value
        for name, value in values.items()
        if isinstance(value, plain) or value is None
    }


def _part(file: Any, at: int) -> Columns:
    """The arrays of a part, after a check of names, shapes and types, because the child is not trusted."""
    keys = {key for key in file.keys() if key.startswith(f"{at}/")}  # noqa: SIM118 - no mapping
    out: Columns = {name: file.get_tensor(f"{at}/{name}") for name in _SHAPES}
    count = len(out["means"])
    for name, expected in _SHAPES.items():
        shape = out[name].shape
        right = (
            shape == (count, *expected)
            if expected is not None
            else shape[::2] == (count, 3) and shape[1] in (1, 4, 9, 16)
        )
        if out[name].dtype != np.float32 or not right:
            raise ValueError(f"{name} is {out[name].dtype} {shape}")
    if f"{at}/entity_ids" in keys:
        ids = file.get_tensor(f"{at}/entity_ids")
        if ids.dtype != np.int32 or ids.shape != (count,):
            raise ValueError(f"entity_ids is {ids.dtype} {ids.shape}")
        out["entity_ids"] = ids
    if f"{at}/matrix" in keys:
        matrix = file.get_tensor(f"{at}/matrix")
        if matrix.dtype != np.float64 or matrix.shape != (4, 4):
            raise ValueError(f"matrix is {matrix.dtype} {matrix.shape}")
        out["matrix"] = matrix
    return out
