"""Messages between host and Blender: one JSON object and named arrays, length-prefixed. No pickle.

On the wire: 8 bytes of magic, uint32 length of the JSON (little-endian), the JSON in UTF-8, then the arrays' bytes in
the order of ``"arrays"``, a list of ``[name, dtype, shape]`` inside the JSON.
"""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

import json
import math
import struct
from typing import IO, Any

import numpy as np
import numpy.typing as npt

__all__ = ["MAGIC", "FramingError", "read_message", "write_message"]

MAGIC = b"\x89SWB\r\n\x1a\n"
_DTYPES = ("|u1", "<i4", "<u4", "<f4", "<f8")
_MOST_HEADER = 1 << 30
_MOST_ARRAY = 1 << 36


class FramingError(ValueError):
    """The bytes are not a message: they are cut off, or something else wrote to the pipe."""


def write_message(
    stream: IO[bytes], message: dict[str, Any], arrays: dict[str, npt.NDArray[Any]] | None = None
) -> None:
    """Write one message and flush. Arrays are uint8, int32, uint32, float32 or float64.

    Raises:
        FramingError: an array of another dtype.
        OSError: the pipe's reader has closed it.
    """
    blocks = []
    listed = []
    for name, array in (arrays or {}).items():
        data = np.ascontiguousarray(array)
        dtype = data.dtype.newbyteorder("<")
        if dtype.str not in _DTYPES:
            raise FramingError(
                f"array {name!r} has dtype {data.dtype}: uint8, int32, uint32, float32, float64 can be sent"
            )
        listed.append([name, dtype.str, list(data.shape)])
        blocks.append(data.astype(dtype, copy=False))
    header = json.dumps({**message, "arrays": listed}).encode()
    stream.write(MAGIC + struct.pack("<I", len(header)) + header)
    for block in blocks:
        stream.write(block.tobytes())
    stream.flush()


def read_message(
    stream: IO[bytes], *, greeting: bytearray | None = None
) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]] | None:
    """The next message, or None at the end of the stream.

    `greeting` receives the bytes before the message (Blender writes a greeting to stdout before a script can stop it). Without it, such
    bytes are an error.

    Raises:
        FramingError: the stream ends inside a message, or holds something else.
    """
    seen = bytearray(stream.read(len(MAGIC)))
    if not seen:
        return None
    while seen[-len(MAGIC) :] != MAGIC:
        if greeting is None:
            raise FramingError(f"expected a message, read {bytes(seen)!r}")
        byte = stream.read(1)
        if not byte:
            greeting += seen
            return None
        seen += byte
    if greeting is not None:
        greeting += seen[: -len(MAGIC)]
    return _after_magic(stream)


def _after_magic(stream: IO[bytes]) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    (length,) = struct.unpack("<I", _exactly(stream, 4))
    if length > _MOST_HEADER:
        raise FramingError(f"a header of {length} bytes")
    message = json.loads(_exactly(stream, length))
    arrays = {}
    for name, dtype, shape in message.pop("arrays"):
        if dtype not in _DTYPES:
            raise FramingError(f"array {name!r} has dtype {dtype!r}")
        size = np.dtype(dtype).itemsize * math.prod(shape)
        if not 0 <= size <= _MOST_ARRAY:
            raise FramingError(f"array {name!r} has {size} bytes")
        arrays[name] = np.frombuffer(_exactly(stream, size), dtype=dtype).reshape(shape)
    return message, arrays


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        more = stream.read(size - len(data))
        if not more:
            raise FramingError("the stream ended inside a message")
        data += more
    return bytes(data)
