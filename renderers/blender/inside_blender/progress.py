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

_SAMPLE = re.compile(r"Sample (\d+)/(\d+)")
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

    def sampling(self, samples: int, seconds: float) -> SampleWatch:
        """A watch over the render of the picture, for at most so many samples and seconds."""
        return SampleWatch(self, samples, seconds)


class SampleWatch:
    """Listens to Cycles within a ``with`` block."""

    def __init__(self, progress: ViewProgress, samples: int, seconds: float) -> None:
        self.progress = progress
        self.samples = samples
        self.seconds = seconds
        self.done = 0
        self.taken = 0.0
        self.started: float | None = None
        self.reported = 0.0

    def __enter__(self) -> SampleWatch:
        bpy.app.handlers.render_stats.append(self._heard)
        self.progress.begin("samples", "preparing")
        return self

    def __exit__(self, *_: object) -> None:
        bpy.app.handlers.render_stats.remove(self._heard)

    def result(self) -> dict[str, Any]:
        """`samples`: how many each pixel has at the most, of how many (`of`). `ended_by_time`: whether the time limit ended sampling."""
        ended = self.done < self.samples and self.taken >= _ENDED * self.seconds
        return {"samples": self.done, "of": self.samples, "ended_by_time": ended}

    def _heard(self, status: Any, *_: object) -> None:
        found = _SAMPLE.search(str(status))
        if found is None or int(found[2]) != self.samples:
            return
        now = time.monotonic()
        done = int(found[1])
        if self.started is None:
            self.started = now
            self.progress.report("samples", 0.0, "sampling", self.seconds)
        if done <= self.done:  # the last report is of 0 samples again
            return
        self.done, self.taken = done, now - self.started
        if done == self.samples or self.taken >= _ENDED * self.seconds:
            self.progress.begin("noise", "removing noise")
        elif now - self.reported >= _LEAST_STEP:
            self.reported = now
            ahead = min(self.seconds - self.taken, self.taken / done * (self.samples - done))
            share = max(done / self.samples, self.taken / self.seconds)
            self.progress.report("samples", share, f"sample {done} of {self.samples}", ahead)
