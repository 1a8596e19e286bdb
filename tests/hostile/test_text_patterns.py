"""Regular expressions over numbers take time that grows with the text, not with its square."""

from __future__ import annotations

import re
import time

import pytest

from scenewright.scene.english import DISTANCE
from scenewright.scene.semantics.words.dimensions import read_dimensions

LONGEST = 20_000
SECONDS = 1.0
"""A quadratic pattern takes minutes at this length, and a linear one some milliseconds."""


@pytest.mark.parametrize("piece", ["1", "1.5", "1,", "1 m x ", "1-", "within 1 "])
def test_long_numbers_take_linear_time(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST] + "!"
    begun = time.process_time()
    read_dimensions(text)
    re.search(rf"\b{DISTANCE}\b", text)
    assert time.process_time() - begun < SECONDS
