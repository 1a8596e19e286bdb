"""The protocol between the host and the confined child: frames of a type byte, a length and a payload. Never pickle.

A child is not trusted: a frame whose type or length is not allowed ends the conversation.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Any

from scenewright.scene import errors
from scenewright.scene.errors import BudgetError, ConfinementError, ProgramError, ScenewrightError
from scenewright.scene.language.running.policy_names import is_library_name
from scenewright.scene.printing import printable

__all__ = [
    "DUMP_COMMAND",
    "KILL_COMMAND",
    "Decoder",
    "FrameKind",
    "decode_error",
    "encode_error",
    "frame",
    "frame_json",
    "parse_json",
]

DUMP_COMMAND, KILL_COMMAND = b"d", b"k"
"""What the host may send on a child's status socket."""

HEADER = struct.Struct("!BI")


class FrameKind(IntEnum):
    REQUEST = 1
    """Host to child, JSON: the program and how to run it."""
    ASK = 2
    """Child to host, JSON: a question (`{"ask": "asset", ...}`)."""
    ANSWER = 3
    """Host to child, bytes: the answer, which the asking function decodes."""
    REFUSAL = 4
    """Host to child, JSON: the error in place of an answer."""
    RESULT = 5
    """Child to host, bytes: the evaluated scene. The last frame."""
    ERROR = 6
    """Child to host, JSON: why there is no scene. The last frame."""


def frame(kind: FrameKind, payload: bytes) -> bytes:
    return HEADER.pack(kind, len(payload)) + payload


def frame_json(kind: FrameKind, value: Mapping[str, Any]) -> bytes:
    return frame(kind, json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii"))


class Decoder:
    """Cuts a stream into frames. `limits`: the kinds that may arrive, each with its longest payload in bytes."""

    def __init__(self, limits: Mapping[FrameKind, int]) -> None:
        self._limits = limits
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[tuple[FrameKind, bytes]]:
        """Add received bytes, and return the frames that are complete now.

        Raises:
            ConfinementError: a frame that may not arrive here, or one that is too long.
            BudgetError: a result that is too long.
        """
        self._buffer += data
        while len(self._buffer) >= HEADER.size:
            number, length = HEADER.unpack_from(self._buffer)
            kind = next((k for k in self._limits if k == number), None)
            if kind is None:
                raise ConfinementError(f"the program's process sent a frame of an unknown kind ({number})", kind="wire")
            if length > self._limits[kind]:
                if kind is FrameKind.RESULT:
                    raise BudgetError(
                        f"the scene takes {length:,} bytes, more than {self._limits[kind]:,}: use fewer instances",
                        kind="result",
                    )
                raise ConfinementError(
                    f"the program's process sent {length:,} bytes where at most {self._limits[kind]:,} are allowed",
                    kind="wire",
                )
            if len(self._buffer) < HEADER.size + length:
                return
            payload = bytes(memoryview(self._buffer)[HEADER.size : HEADER.size + length])
            del self._buffer[: HEADER.size + length]
            yield kind, payload


def parse_json(payload: bytes) -> dict[str, Any]:
    """The JSON object of a frame.

    Raises:
        ConfinementError: it is not one.
    """
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise ConfinementError(f"the program's process sent no valid JSON: {error}", kind="wire") from error
    if not isinstance(value, dict):
        raise ConfinementError("the program's process sent JSON that is not an object", kind="wire")
    return value


_CLASSES: dict[str, type[ProgramError]] = {
    name: value for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, ProgramError)
}
"""What a program can end with. A child that names another class gets none of these, so that it cannot choose an exit code that means
something else, such as a locked folder."""
_KIND = re.compile(r"[a-z][a-z-]{0,39}")


def encode_error(error: ScenewrightError) -> dict[str, Any]:
    """An error as a JSON object; :func:`decode_error` gives it back. Messages are cut at 4,000 characters."""
    where = (error.line, error.column, error.kind) if isinstance(error, ProgramError) else (None, None, "runtime")
    message = error.message if isinstance(error, ProgramError) else str(error)
    name = type(error).__name__ if type(error).__name__ in _CLASSES else "ProgramError"
    values = {"class": name, "message": message[:4000], "line": where[0], "column": where[1], "kind": where[2]}
    return {**values, "library": error.library if isinstance(error, ProgramError) else None}


def decode_error(value: object) -> ProgramError:
    """The error that a JSON object describes; a malformed object becomes a ConfinementError."""
    fields = value if isinstance(value, dict) else {}
    cls = _CLASSES.get(str(fields.get("class")))
    message = fields.get("message")
    if cls is None or not isinstance(message, str):
        return ConfinementError("the program's process reported an error that cannot be read", kind="wire")
    message = printable(message[:4000])
    line, column = (
        v if type(v) is int and 0 <= v < 2**31 else None for v in (fields.get("line"), fields.get("column"))
    )
    kind = fields.get("kind")
    known = kind if isinstance(kind, str) and _KIND.fullmatch(kind) else "runtime"
    error = cls(message, line=line, column=column, kind=known)
    library = fields.get("library")
    error.library = library if isinstance(library, str) and is_library_name(library) else None
    return error
