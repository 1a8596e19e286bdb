"""How many inputs of a long list a test runs on: a sample in `make test`, all of them in `make test-all`.

A rule that is checked on hundreds of inputs of one kind (each object of the catalogue, each sentence of a list, each seed) costs minutes. The
suite, which runs on each change, checks it on some that stand for the rest; before a release it is checked on all.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

__all__ = ["ON_ALL_INPUTS", "some_of"]

Case = TypeVar("Case")

ON_ALL_INPUTS = os.environ.get("SCENEWRIGHT_TESTS") == "all"
"""Whether tests run on all their inputs."""


def some_of(cases: Sequence[Case], most: int) -> list[Case]:
    """At most `most` of the `cases`, spread evenly over the list, first and last among them; the same ones in each run."""
    count = len(cases)
    if ON_ALL_INPUTS or count <= most:
        return list(cases)
    if most == 1:
        return [cases[0]]
    return [cases[round(place * (count - 1) / (most - 1))] for place in range(most)]
