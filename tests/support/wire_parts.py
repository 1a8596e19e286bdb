"""An encoded scene in its parts: the texts as JSON values, and the columns."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import safetensors.numpy

Columns = dict[str, npt.NDArray[Any]]


def taken_apart(wire: bytes) -> tuple[dict[str, Any], Columns]:
    """The texts and the columns of an encoded scene, free to be changed."""
    columns = {name: column.copy() for name, column in safetensors.numpy.load(wire).items()}
    return json.loads(columns.pop("scene").tobytes()), columns


def put_together(texts: Any, columns: Columns) -> bytes:
    """The bytes that a process would send for these parts."""
    return safetensors.numpy.save({**columns, "scene": np.frombuffer(json.dumps(texts).encode(), dtype=np.uint8)})
