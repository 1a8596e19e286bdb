"""The host's answers to what a program asks: texts of libraries before it runs, catalogue objects and the boxes of captures while it does.

A program chooses what it asks, so the work of the answers is charged, and a cancel ends an answer that is being made. What was
answered once in an evaluation is not looked up again, whether there was such a thing or not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from scenewright.scene.asset_provider import AssetError, AssetProvider
from scenewright.scene.charged_work import ChargedWork
from scenewright.scene.errors import BudgetError, JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.library_shelf import Library
from scenewright.scene.limits import WORDS_CHARACTERS, WORLD_REACH

__all__ = ["HostAnswers", "splat_answer"]

_LONGEST = 8.0
"""Elapsed seconds in which one second of work must be done: a machine may be busy with other things."""
_Key = tuple[Any, ...]


class HostAnswers:
    """Answers the questions of one evaluation. An instance is called with each question.

    Args:
        assets: the catalogues; None: a question for them is refused.
        splats: the scene folder with the captures; None: likewise.
        libraries: reads a library by its name; None: likewise.
        stopped: whether the evaluation was cancelled.
    """

    def __init__(
        self,
        assets: AssetProvider | None,
        splats: Path | None,
        budgets: Budgets,
        stopped: Callable[[], bool],
        libraries: Callable[[str], Library] | None = None,
    ) -> None:
        self._libraries = libraries
        self._assets = assets
        self._splats = splats
        self._stopped = stopped
        self._left = {"asset": budgets.host_seconds, "library": budgets.host_seconds, "splat": budgets.splat_seconds}
        self._answers: dict[_Key, dict[str, Any]] = {}

    def __call__(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """The answer, as JSON values.

        Raises:
            BudgetError: the time for such answers is spent.
            KeyError, TypeError, ValueError, OverflowError: the question is none that the evaluator asks.
        """
        kind, key, make = self._read(question)
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = self._within_budget(kind, make)
        return known

    def _read(self, question: Mapping[str, Any]) -> tuple[str, _Key, Callable[[Job], dict[str, Any]]]:
        """The kind of a question, what tells it from others, and the work that answers it."""
        if question["ask"] == "splat":
            name, part = _text(question["name"]), question["part"]
            segment = None if part is None else str(int(part))
            return "splat", ("splat", name, segment), lambda job: splat_answer(self._splats, name, segment, job)
        if question["ask"] == "library" and self._libraries is not None:
            library, read = _text(question["name"]), self._libraries
            return "library", ("library", library), lambda job: {"text": read(library).text}
        if question["ask"] != "asset" or self._assets is None:
            raise ValueError("no catalogue was offered")
        assets, words, seed = self._assets, _text(question["words"]), int(question["seed"])
        given = question["size"]
        size = None if given is None else _lengths(given)
        if abs(seed) >= 2**63:
            raise ValueError("the seed is too large")
        return "asset", ("asset", words, size, seed), lambda job: _asset_answer(assets, words, size, seed, job)

    def _within_budget(self, kind: str, make: Callable[[Job], dict[str, Any]]) -> dict[str, Any]:
        if self._left[kind] <= 0.0:
            raise self._spent(kind)
        charged = ChargedWork()
        try:
            with charged:
                return make(_Watched(_LONGEST * self._left[kind], self._stopped))
        except JobCancelled as error:
            if self._stopped():
                raise
            raise self._spent(kind) from error
        finally:
            self._left[kind] -= charged.seconds

    @staticmethod
    def _spent(kind: str) -> BudgetError:
        what = {
            "asset": "searched its catalogues for longer than an evaluation may ask: use fewer different objects, sizes and seeds",
            "library": "read libraries for longer than an evaluation may ask: import fewer",
            "splat": "measured splat files for longer than an evaluation may ask: use fewer or smaller ones",
        }
        return BudgetError(f"the host {what[kind]}", kind="host")


class _Watched(Job):
    """A job with a time of its own that also stops when something else does."""

    def __init__(self, seconds: float, stopped: Callable[[], bool]) -> None:
        super().__init__(seconds=seconds, name="the answer to the program")
        self._stopped = stopped

    def cancelled(self) -> bool:
        return self._stopped() or super().cancelled()

    def check(self) -> None:
        if self._stopped():
            self.cancel()
        super().check()


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > WORDS_CHARACTERS:
        raise ValueError(f"not a text of at most {WORDS_CHARACTERS} characters")
    return value


def _lengths(values: Any) -> tuple[float, float, float]:
    x, y, z = (float(v) for v in values)
    if not all(math.isfinite(v) and 0.0 < v <= WORLD_REACH for v in (x, y, z)):
        raise ValueError("not three positive lengths")
    return x, y, z


def _asset_answer(
    assets: AssetProvider, words: str, size: tuple[float, float, float] | None, seed: int, job: Job
) -> dict[str, Any]:
    """The answer to ``asset_call``: the object and its hull, or why there is none."""
    from scenewright.scene.language.running.sandbox import default_sandbox

    try:
        # a catalogue object is a program itself, which runs for the program that asks
        with default_sandbox().within(job):
            ref = assets.resolve(words, size, seed)
    except AssetError as error:
        job.check()
        return {"error": str(error)}
    return {
        "id": ref.id, "hull": ref.hull.tolist(), "fit": ref.fit.tolist(), "node": ref.node, "licence": ref.licence,
        "author": ref.author, "source": ref.source, "title": ref.title, "support": ref.support, "clearance": ref.clearance,
        "note": ref.note,
    }  # fmt: skip


def splat_answer(root: Path | None, name: str, part: str | None, job: Job | None = None) -> dict[str, Any]:
    """The answer to ``splat_call``: the hull of the visible Gaussians of a file in the scene folder, or why there is none.

    Raises:
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.errors import SplatError
    from scenewright.scene.splats import measured_hull

    try:
        return {"hull": measured_hull(root, name, part, job=job).tolist()}
    except SplatError as error:
        return {"error": str(error)}
