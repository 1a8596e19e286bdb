"""What can be measured: a table of modules, by name."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from scenewright.app.bench.figures import BenchSize, Figure

__all__ = ["PARTS", "BenchPart"]


@dataclass(frozen=True, slots=True)
class BenchPart:
    """`module`: below this package; its function ``measure`` takes a :class:`BenchSize`. `about`: what it measures, for people.
    `threads`: whether the number of threads matters to it."""

    module: str
    about: str
    threads: bool = False

    def measure(self, size: BenchSize) -> list[Figure]:
        module = importlib.import_module(f"scenewright.app.bench.{self.module}")
        measure: Callable[[BenchSize], list[Figure]] = module.measure
        return measure(size)


PARTS = {
    "start": BenchPart("start", "what the command itself costs"),
    "language": BenchPart("language", "programs evaluated in the confined child, edits, sentences that become scenes"),
    "layout": BenchPart("layout", "rooms that were put into disorder, and repaired"),
    "rasteriser": BenchPart("rasteriser", "Gaussians drawn and differentiated on the CPU", threads=True),
    "training": BenchPart("training", "Gaussians trained from pictures of a room", threads=True),
    "lifting": BenchPart("lifting", "a language field from pictures with wrong masks", threads=True),
    "query": BenchPart("query", "entities found by words"),
    "render": BenchPart("render", "pictures by each renderer", threads=True),
    "export": BenchPart("export", "files of a scene, and what they keep"),
    "batch": BenchPart("batch", "many jobs on warm workers", threads=True),
}
"""By name, in the order in which they run."""
