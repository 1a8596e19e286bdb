"""Arrays in numpy's format (``.npy``) that strangers made. The header is checked against the file's size before memory is taken."""

from __future__ import annotations

import math
import os
import stat
import tokenize
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.plain_files import PLAIN_FLAGS

__all__ = ["ArrayFileError", "read_array"]

_HEADER_BYTES = 10_000
"""Of the header, as numpy itself limits it."""


class ArrayFileError(ValueError):
    """The file holds no array that is read. The message is a clause about the file."""


def read_array(path: Path, *, most_bytes: int) -> npt.NDArray[Any]:
    """The array of a ``.npy`` file, of numbers or truth values.

    Args:
        most_bytes: of the file.

    Raises:
        OSError: it cannot be opened or read.
        ArrayFileError: it is no regular file or no such array, or too large, or its header claims another size than the file has.
    """
    number = os.open(path, PLAIN_FLAGS)
    with open(number, "rb") as file:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            raise ArrayFileError("it is no regular file")
        if status.st_size > most_bytes:
            raise ArrayFileError(f"it has {status.st_size:,} bytes; at most {most_bytes:,} are read")
        npy: Any = np.lib.format  # numpy has no types for it
        try:
            version = npy.read_magic(file)
            read_header = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}[version]
            shape, by_columns, dtype = read_header(file, max_header_size=_HEADER_BYTES)
        except (ValueError, KeyError, EOFError, SyntaxError, TypeError, RecursionError, tokenize.TokenError) as error:
            raise ArrayFileError(f"it is no array of numpy: {str(error)[:200]}") from None
        if dtype.kind not in "biufc" or not all(n >= 0 for n in shape):
            raise ArrayFileError(f"it holds no numbers, but {str(dtype)[:80]}")
        claimed, left = math.prod(shape) * dtype.itemsize, status.st_size - file.tell()
        if claimed != left:
            raise ArrayFileError(
                f"its header claims {claimed:,} bytes of numbers, and it has {left:,}: it is cut off or damaged"
            )
        values = np.fromfile(file, dtype=dtype)
    return values.reshape(shape, order="F" if by_columns else "C")
