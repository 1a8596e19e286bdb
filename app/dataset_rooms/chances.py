"""Random numbers that depend on nothing but names: the same recipe and seed draw the same rooms on every machine and in every order."""

from __future__ import annotations

import hashlib
from random import Random

__all__ = ["chance_of", "stream"]


def stream(*names: object) -> Random:
    """A generator of random numbers for a purpose, such as ``stream(seed, room, "objects")``. Streams of different names are
    independent."""
    return Random(int.from_bytes(_digest(names)[:16], "big"))


def chance_of(*names: object) -> float:
    """A number in [0, 1) that belongs to names for ever."""
    return int.from_bytes(_digest(names)[:8], "big") / 2.0**64


def _digest(names: tuple[object, ...]) -> bytes:
    return hashlib.sha256("\0".join(map(str, names)).encode()).digest()
