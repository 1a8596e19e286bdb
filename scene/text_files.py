"""Reads text from people and models as UTF-8, up to a limit. Errors give the position.

Policy: text is UTF-8 in Unicode form NFC. A byte order mark at the start is dropped. Line ends are kept as they are, CRLF
too, and so is everything else, byte for byte.
"""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

from scenewright.scene.errors import ProgramError
from scenewright.scene.plain_files import read_plain

__all__ = ["MAX_TEXT_BYTES", "decode_text", "encode_text", "normalise", "read_file", "text_hash"]

MAX_TEXT_BYTES = 16 * 2**20
"""The longest program or reply that is read. Forty-five thousand primitives written out one by one take about 6 MB."""


def read_file(path: Path, limit: int, what: str, *, root: Path | None = None) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; `what` names it in errors.

    Arguments and errors are those of :func:`scenewright.scene.plain_files.read_plain`.
    """
    return read_plain(path, limit, what, root=root)


def normalise(text: str, what: str = "the text") -> str:
    """`text` in form NFC, without a byte order mark; `what` names it in errors.

    Raises:
        ProgramError: 'encoding': it holds a null character or half a surrogate pair, which no UTF-8 file can.
    """
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    if "\0" in text:
        raise ProgramError(
            f"{what} holds a null character, which no program can: remove it",
            line=text.count("\n", 0, text.index("\0")) + 1,
            kind="encoding",
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ProgramError(
            f"{what} holds {error.object[error.start]!a}, half of a surrogate pair, which UTF-8 cannot say: remove it",
            line=text.count("\n", 0, error.start) + 1,
            kind="encoding",
        ) from None
    return text


def decode_text(data: bytes, what: str) -> str:
    """Bytes as text; `what` names the file in errors.

    Raises:
        ProgramError: 'encoding': not UTF-8; the message gives the byte, its offset from 0 and its line from 1.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ProgramError(f"{what} is UTF-16: save it as UTF-8", line=1, kind="encoding")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1)
        raise ProgramError(
            f"{what} is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start:,} ({error.reason}); "
            "save it as UTF-8",
            line=line,
            column=column,
            kind="encoding",
        ) from None
    return normalise(text, what)


def encode_text(text: str) -> bytes:
    """The bytes that stand for `text` on disk: :func:`normalise`, then UTF-8."""
    return normalise(text).encode("utf-8")


def text_hash(text: str) -> str:
    """sha256, in hex, of the bytes that stand for `text` on disk."""
    return hashlib.sha256(encode_text(text)).hexdigest()
