"""How pictures share a number of pixels. It imports nothing of ours."""

from __future__ import annotations

import math
from collections.abc import Sequence

__all__ = ["reductions"]


def reductions(pixels: Sequence[int], most: int) -> list[int]:
    """For each picture of so many pixels, the factor by which both of its sides shrink, so that all have at most `most` pixels together.

    Small pictures keep their size; large ones get equal shares of what is left.
    """
    order = sorted(range(len(pixels)), key=lambda i: pixels[i])
    out = [1] * len(pixels)
    left = most
    for done, i in enumerate(order):
        share = max(left // (len(order) - done), 1)
        if pixels[i] > share:
            out[i] = math.ceil(math.sqrt(pixels[i] / share))
        left -= -(-pixels[i] // out[i] ** 2)
    return out
