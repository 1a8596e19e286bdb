"""How far the render of a view is, from Cycles' status line, and whether its time ended it."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import bpy

__all__ = ["SampleWatch", "ViewProgress"]

Answer = Callable[..., None]

_SAMPLE = re.compile(r"(?:Rendered (\d+)/\d+ Tiles, )?Sample (\d+)/(\d+)")
_STAGES = {"light": 0.08, "samples": 0.7, "noise": 0.12, "surfaces": 0.06, "normals": 0.04}
"""The stages of a view in their order, with their usual shares of its time."""
_LEAST_STEP = 0.5
"""Least seconds between two reports of samples."""
_ENDED = 0.97
"""Share of the time limit after which sampling was ended by it: Cycles stops a little before or after."""


class ViewProgress:
    """Reports the progress of one view.

    Each report has the finished `share` of all views, a `text`, and what is ahead: the share `until` which the stage goes, and the
    `seconds` that it takes at most, None where nobody knows. So the host can move its bar while Cycles says nothing.
    """

    def __init__(self, answer: Answer, view: int, views: int, passes: list[str]) -> None:
        self.answer = answer
        self.view = view
        self.views = views
        drawn = {
            "light": "color" in passes,
            "samples": "color" in passes,
            "noise": "color" in passes,
            "surfaces": "depth" in passes or "entity" in passes,
            "normals": "normal" in passes,
        }
        self.widths = {name: width for name, width in _STAGES.items() if drawn[name]}

    def begin(self, stage: str, what: str) -> None:
        """Report the begin of a stage."""
        self.report(stage, 0.0, what, None)

    def report(self, stage: str, done: float, what: str, seconds: float | None) -> None:
        """Report that `done` of a stage, 0 to 1, is finished, and that it ends in `seconds` at most."""
        names = list(self.widths)
        whole = sum(self.widths.values())
        before = sum(self.widths[name] for name in names[: names.index(stage)])
        share, until = ((self.view + (before + d * self.widths[stage]) / whole) / self.views for d in (done, 1.0))
        text = what if self.views == 1 else f"view {self.view + 1} of {self.views}: {what}"
        self.answer({"answer": "progress", "share": share, "text": text, "until": until, "seconds": seconds})

    def sampling(self, samples: int, seconds: float, tiles: int) -> SampleWatch:
        """A watch over the render of the picture, for at most so many samples and seconds, in a number of tiles."""
        return SampleWatch(self, samples, seconds, tiles)


class SampleWatch:
    """Listens to Cycles within a ``with`` block. Large pictures are drawn in tiles, one after the other, each with its part of the time."""

    def __init__(self, progress: ViewProgress, samples: int, seconds: float, tiles: int) -> None:
        self.progress = progress
        self.samples = samples
        self.seconds = seconds / tiles
        self.tiles = tiles
        self.done: dict[int, int] = {}
        self.taken: dict[int, float] = {}
        self.started: dict[int, float] = {}
        self.reported = 0.0

    def __enter__(self) -> SampleWatch:
        bpy.app.handlers.render_stats.append(self._heard)
        self.progress.begin("samples", "preparing")
        return self

    def __exit__(self, *_: object) -> None:
        bpy.app.handlers.render_stats.remove(self._heard)

    def result(self) -> dict[str, Any]:
        """`samples`: how many the pixels of each tile have at the least, of how many (`of`). `ended_by_time`: whether the time limit ended
        sampling."""
        ended = any(done < self.samples and self._out_of_time(tile) for tile, done in self.done.items())
        return {"samples": min(self.done.values(), default=0), "of": self.samples, "ended_by_time": ended}

    def _out_of_time(self, tile: int) -> bool:
        return self.taken[tile] >= _ENDED * self.seconds

    def _heard(self, status: Any, *_: object) -> None:
        found = _SAMPLE.search(str(status))
        if found is None or int(found[3]) != self.samples:
            return
        now = time.monotonic()
        tile, done = int(found[1] or 0), int(found[2])
        if tile not in self.started:
            self.started[tile], self.done[tile], self.taken[tile] = now, 0, 0.0
            self.progress.report("samples", tile / self.tiles, "sampling", self.seconds * (self.tiles - tile))
        if done <= self.done[tile]:  # the last report of a tile is of 0 samples again
            return
        self.done[tile], self.taken[tile] = done, now - self.started[tile]
        last = tile + 1 >= self.tiles
        if last and (done == self.samples or self._out_of_time(tile)):
            self.progress.begin("noise", "removing noise")
        elif now - self.reported >= _LEAST_STEP:
            self.reported = now
            taken = self.taken[tile]
            whole = min(self.seconds, taken / done * self.samples)
            share = (tile + min(max(done / self.samples, taken / self.seconds), 1.0)) / self.tiles
            ahead = max(whole - taken, 0.0) + whole * (self.tiles - tile - 1)
            self.progress.report("samples", share, f"sample {done} of {self.samples}", ahead)
