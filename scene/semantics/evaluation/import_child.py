"""Starts :mod:`scenewright.scene.semantics.evaluation.import_worker`: one short-lived child process per file. It returns its arrays as
safetensors."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open

from scenewright.scene.children.parser.host import answer_of, written_file
from scenewright.scene.jobs import Job
from scenewright.scene.plain_files import check_plain, refused_as
from scenewright.scene.printing import printable
from scenewright.scene.semantics.fields import FieldError

__all__ = ["opened"]

WALL_SECONDS = 900.0
_MOST_BYTES = 8 << 30
MOST_WRITTEN = 16 << 30
"""Bytes that the child writes, as in the worker."""

_WORKER = Path(__file__).with_name("import_worker.py")


def opened(
    file: Path, kind: Literal["array", "checkpoint", "decoder"], *, job: Job | None = None
) -> tuple[str, dict[str, npt.NDArray[np.float32]]]:
    """The format of a file ('npy', 'gsplat', 'langsplat', 'decoder'), and its arrays, float32 and finite.

    Raises:
        FieldError: the file is missing or invalid, or the child died.
        JobCancelled: the job was cancelled; the child is gone.
    """
    if not file.is_file():
        raise FieldError(f"{file}: there is no such {kind if kind != 'decoder' else 'checkpoint'}")
    with refused_as(FieldError):
        check_plain(file, _MOST_BYTES, "the file")
    with tempfile.TemporaryDirectory(prefix="scenewright-") as folder:
        target = Path(folder) / "arrays.safetensors"
        answer = answer_of(
            _WORKER,
            [kind, str(file.resolve()), str(target)],
            about=str(file),
            folder=Path(folder),
            seconds=WALL_SECONDS,
            error=FieldError,
            most_written=MOST_WRITTEN,
            job=job,
        )
        written_file(target, most=MOST_WRITTEN, about=str(file), error=FieldError)
        try:
            with safe_open(target, framework="numpy") as tensors:
                arrays = {name: tensors.get_tensor(name) for name in tensors.keys()}  # noqa: SIM118 - no mapping
        except (OSError, SafetensorError) as error:
            raise FieldError(f"{file}: the process that reads it answered with something else ({error})") from None
    return printable(str(answer.get("format", ""))[:80]), {
        name: _checked(values, name, file) for name, values in arrays.items()
    }


def _checked(values: npt.NDArray[Any], name: str, file: Path) -> npt.NDArray[np.float32]:
    if values.dtype != np.float32 or values.ndim < 1:
        raise FieldError(f"{file}: the process that reads it answered with something else ({name} is {values.dtype})")
    bad = ~np.isfinite(values.reshape(len(values), -1)).all(axis=1)
    if bad.any():
        subject = f"features of {int(bad.sum())} Gaussians" if name == "features" else f"numbers of {name!r}"
        raise FieldError(f"{file}: {subject} are not finite")
    return values
