"""Changes of sound files as an attacker, a bad disk or a cut connection makes them. The same random numbers give the same change."""

from __future__ import annotations

import gzip
import io
import random
import re
import struct
import zipfile

__all__ = ["mutated", "mutated_inside", "mutated_text"]

_NUMBERS = (
    0,
    1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
    1 << 40,
    (1 << 63) - 1,
    (1 << 64) - 1,
)
_TEXTS = (
    "1e308",
    "-1",
    "NaN",
    "Infinity",
    "9" * 400,
    "null",
    "[]",
    "{}",
    '"x"',
    "[" * 2000,
    "1e-320",
    "true",
    '"../../etc/passwd"',
    '"a\\u0000"',
)


def mutated(data: bytes, chance: random.Random, *, header: int = 400) -> bytes:
    """`data` after one to four changes: flipped bits, huge numbers, cuts, copies, deleted and swapped parts; half of them in the first
    `header` bytes."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        size = len(out)
        if size < 16:
            break
        at = chance.randrange(min(header, size) if chance.random() < 0.5 else size)
        kind = chance.randrange(7)
        if kind == 0:
            out[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            out[at] = chance.randrange(256)
        elif kind == 2:
            width = chance.choice((1, 2, 4, 8))
            number = chance.choice(_NUMBERS) & ((1 << 8 * width) - 1)
            out[at : at + width] = number.to_bytes(width, chance.choice(("little", "big")))
        elif kind == 3:
            del out[at : at + chance.randint(1, max(size // 8, 1))]
        elif kind == 4:
            part = out[at : at + chance.randint(1, max(size // 4, 1))]
            where = chance.randrange(size)
            out[where:where] = part * chance.choice((1, 1, 2, 20))
        elif kind == 5:
            out[at : at + 4] = struct.pack("<f", chance.choice((float("nan"), float("inf"), -1e30, 1e-40)))
        else:
            del out[at:]
    return bytes(out)


def mutated_inside(data: bytes, chance: random.Random) -> bytes:
    """A gzip, ZIP or GLB with a change in what it holds, and a sound shell around it. Other files are changed anywhere."""
    if data[:2] == b"\x1f\x8b":
        return gzip.compress(mutated(gzip.decompress(data), chance, header=32), 1)
    if data[:4] == b"glTF":
        size = int.from_bytes(data[12:16], "little")
        text = mutated_text(data[20 : 20 + size].decode(), chance).encode()
        text += b" " * (-len(text) % 4)
        rest = struct.pack("<I4s", len(text), b"JSON") + text + data[20 + size :]
        return data[:8] + struct.pack("<I", 12 + len(rest)) + rest
    if data[:2] != b"PK":
        return mutated(data, chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        changed = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name == changed:
                text = name.endswith((".json", ".obj", ".mtl", ".properties"))
                part = mutated_text(part.decode("utf-8", "replace"), chance).encode() if text else mutated(part, chance)
            new.writestr(name, part)
    return stream.getvalue()


def mutated_text(text: str, chance: random.Random) -> str:
    """A text of numbers and words (JSON, tables) with some of its numbers or words replaced, or changed as bytes."""
    if chance.random() < 0.3:
        return mutated(text.encode(), chance).decode("utf-8", "replace")
    words = list(re.finditer(r"-?\d[\d.eE+-]*|\"[^\"]*\"|true|false|null", text))
    out = text
    for found in sorted(chance.sample(words, min(len(words), chance.randint(1, 3))), key=lambda w: -w.start()):
        out = out[: found.start()] + chance.choice(_TEXTS) + out[found.end() :]
    return out
