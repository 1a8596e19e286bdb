"""Evaluates a program's text to a Scene in a confined child process. Every host calls this."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.scene.asset_provider import AssetError, AssetProvider
from scenewright.scene.errors import ConfinementError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.scene.language.budgets import Budgets

__all__ = ["evaluate", "splat_answer"]


class _Stop:
    """Set where an event is, or a job is to stop."""

    def __init__(self, event: threading.Event | None, job: Job | None) -> None:
        self._event, self._job = event, job

    def is_set(self) -> bool:
        return (self._event is not None and self._event.is_set()) or (self._job is not None and self._job.cancelled())


def _lengths(values: Any) -> tuple[float, float, float]:
    x, y, z = (float(v) for v in values)
    if not all(math.isfinite(v) and v > 0.0 for v in (x, y, z)):
        raise ValueError(f"{values!r} are not three positive lengths")
    return x, y, z


def splat_answer(root: Path | None, name: str, part: str | None) -> dict[str, Any]:
    """The answer to ``splat_call``: the hull of the visible Gaussians of a file in the scene folder, or why there is none."""
    from scenewright.scene.errors import SplatError
    from scenewright.scene.splats import measured_hull

    try:
        return {"hull": measured_hull(root, name, part).tolist()}
    except SplatError as error:
        return {"error": str(error)}


def evaluate(
    source: str,
    *,
    seed: int = 0,
    root: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    assets: AssetProvider | None = None,
    splats: Path | None = None,
    budgets: Budgets | None = None,
    cancel: threading.Event | None = None,
    job: Job | None = None,
) -> Scene:
    """Evaluate a program of any origin.

    Args:
        source: the program's text.
        seed: for all random numbers.
        root: name of the entity that is the scene; by default the root of the call graph.
        arguments: keywords of the root function.
        assets: the catalogues that ``asset_call`` searches; None makes every ``asset_call`` an error.
        splats: the scene folder with the files of ``splat_call``; None: they are not measured, with a warning.
        budgets: limits of time, memory, size; None takes the defaults.
        cancel: set it from another thread to stop; the child ends within two seconds.
        job: cancelling it, or its deadline, stops the program in the same way.

    Returns:
        the scene; its ``warnings`` tell what was read in another way than it was written, or left out.

    Raises:
        ProgramError: the program is wrong, with the line; its subclasses PolicyError (a refused construct), BudgetError
            (past a budget) and ConfinementError (stopped by the kernel, or confinement is not available here).
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.language.budgets import Budgets
    from scenewright.scene.language.running.sandbox import default_sandbox
    from scenewright.scene.language.running.wire import decode_scene
    from scenewright.scene.limits import WORDS_CHARACTERS

    budgets = budgets or Budgets()
    request = {
        "source": source,
        "seed": seed,
        "root": root,
        "arguments": dict(arguments or {}),
        "assets": assets is not None,
        "splats": splats is not None,
    }

    def answer(question: Mapping[str, Any]) -> dict[str, Any]:
        if question.get("ask") == "splat":
            part = question["part"]
            return splat_answer(splats, str(question["name"]), None if part is None else str(int(part)))
        if assets is None:
            raise ValueError("no catalogue was offered")
        words, size, seed = str(question["words"]), question.get("size"), int(question["seed"])
        if len(words) > WORDS_CHARACTERS:
            raise ValueError(f"{len(words):,} characters of words")
        try:
            ref = assets.resolve(words, None if size is None else _lengths(size), seed)
        except AssetError as error:
            return {"error": str(error)}
        return {
            "id": ref.id, "hull": ref.hull.tolist(), "fit": ref.fit.tolist(), "node": ref.node, "licence": ref.licence,
            "author": ref.author, "source": ref.source, "title": ref.title, "support": ref.support, "clearance": ref.clearance,
            "note": ref.note,
        }  # fmt: skip

    try:
        data = default_sandbox().run(
            request,
            answer=answer if assets is not None or splats is not None else None,
            budgets=budgets,
            cancel=_Stop(cancel, job),
        )
    except ConfinementError as error:
        if job is not None and error.kind == "cancelled":
            job.check()
        raise
    return decode_scene(data, rows=budgets.rows)
