"""A measured figure, and clocks."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

__all__ = ["BenchSize", "Figure", "in_turns", "median_seconds"]


@dataclass(frozen=True, slots=True)
class BenchSize:
    """How much is measured. `full`: with more rooms, pixels and steps. `threads`: of the work that can use several. `rooms`: a folder
    where the rooms of a run are kept, so that each is written once."""

    full: bool
    threads: int
    rooms: Path

    def of(self, quick: int, full: int) -> int:
        """The number for this size."""
        return full if self.full else quick


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        name: what was measured, in words.
        unit: of the value and of its baseline, such as 's' or '%'; '' for a plain number.
        baseline: the same, measured in the same run of something else; None where nothing compares.
        against: what the baseline is.
        lower_is_better: whether a smaller value is the better one.
    """

    name: str
    value: float
    unit: str = ""
    baseline: float | None = None
    against: str = ""
    lower_is_better: bool = True

    @property
    def ratio(self) -> float | None:
        """How many times as good as the baseline: over 1 is better; None without one, where one of them is 0, and for decibels, which are a
        logarithm."""
        if self.unit == "dB" or self.baseline is None or self.baseline == 0.0 or self.value == 0.0:
            return None
        return self.baseline / self.value if self.lower_is_better else self.value / self.baseline

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": self.ratio}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Figure:
        return cls(**{key: value for key, value in values.items() if key != "ratio"})


def median_seconds(work: Callable[[], Any], runs: int = 5) -> float:
    """Median of the seconds that `work` takes; it has run once before."""
    work()
    return in_turns({"it": work}, runs)["it"]


def in_turns(works: dict[str, Callable[[], Any]], runs: int) -> dict[str, float]:
    """Median seconds of several that run one after the other, so that what else the machine does befalls all of them."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            begun = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - begun)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}
