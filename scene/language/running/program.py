"""Evaluates a program's text to a Scene in a confined child process. Every host calls this."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ConfinementError, ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

if TYPE_CHECKING:
    from scenewright.scene.language.budgets import Budgets
    from scenewright.scene.language.running.library_shelf import LibraryShelf

__all__ = ["evaluate"]


class _Stop:
    """Set where an event is, or a job is to stop."""

    def __init__(self, event: threading.Event | None, job: Job | None) -> None:
        self._event, self._job = event, job

    def is_set(self) -> bool:
        return (self._event is not None and self._event.is_set()) or (self._job is not None and self._job.cancelled())


def evaluate(
    source: str,
    *,
    seed: int = 0,
    root: str | None = None,
    arguments: Mapping[str, Any] | None = None,
    assets: AssetProvider | None = None,
    splats: Path | None = None,
    libraries: LibraryShelf | None = None,
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
        libraries: finds the libraries that the program imports; None: it can import none.
        budgets: limits of time, memory, size; None takes the defaults.
        cancel: set it from another thread to stop; the child ends within two seconds.
        job: cancelling it, or its deadline, stops the program in the same way.

    Returns:
        the scene; its ``warnings`` tell what was read in another way than it was written, or left out, and its ``libraries`` which texts
        of libraries it was made with.

    Raises:
        ProgramError: the program is wrong, with the line; its subclasses PolicyError (a refused construct), BudgetError
            (past a budget) and ConfinementError (stopped by the kernel, or confinement is not available here).
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.language.budgets import Budgets
    from scenewright.scene.language.running.host_answers import HostAnswers
    from scenewright.scene.language.running.sandbox import default_sandbox
    from scenewright.scene.language.running.wire import decode_scene

    budgets = budgets or Budgets()
    request = {
        "source": source,
        "seed": seed,
        "root": root,
        "arguments": dict(arguments or {}),
        "assets": assets is not None,
        "splats": splats is not None,
        "libraries": libraries is not None,
    }
    reader = None if libraries is None else libraries.reader(budgets)
    asked = assets is not None or splats is not None or reader is not None

    stop = _Stop(cancel, job)
    try:
        data = default_sandbox().run(
            request,
            answer=HostAnswers(assets, splats, budgets, stop.is_set, reader) if asked else None,
            budgets=budgets,
            cancel=stop,
        )
    except ProgramError as error:
        if job is not None and isinstance(error, ConfinementError) and error.kind == "cancelled":
            job.check()
        if reader is not None and error.library is not None:
            error.where = reader.place(error.library, error.line)
        raise
    scene = decode_scene(data, rows=budgets.rows)
    return scene if reader is None else reader.complete(scene)
