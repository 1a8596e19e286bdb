"""Finds a place for a thing that was added without one, among the others, which stay where they are: near a thing by custom where one
is free, else by the layout's search."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from scenewright.app.session.nearby import PlacingSession, put_near
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Add, EditResult

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import LayoutResult

__all__ = ["find_place", "put_somewhere"]

_EFFORT = 2_000.0
"""Bound on the search for one place, in units of about a millisecond on a slow machine."""
_NAME_IT = "say where it stands by `at`, or make room for it"


class _Setting(PlacingSession, Protocol):
    """What a place is found in: an open session."""

    seed: int

    @property
    def assets(self) -> AssetProvider: ...

    @property
    def folder(self) -> Path | None: ...


def put_somewhere(result: EditResult, edit: Add, setting: _Setting, *, job: Job) -> EditResult:
    """The result of an edit that added a thing, with a place for it where the edit states none.

    Raises:
        EditError: there is no place for it that is free, and on or near what the edit names.
        JobCancelled: the job was cancelled.
    """
    if edit.at is not None:
        return result
    if edit.near is not None and edit.on is None:
        try:
            put = put_near(result, edit.near, setting, job=job)
        except LayoutError as error:
            raise EditError(f"no place for '{result.path}' can be found: {error}; {_NAME_IT}") from error
        if put is not None:
            return put
    return find_place(result, setting, job=job)


def find_place(result: EditResult, setting: _Setting, *, job: Job) -> EditResult:
    """The result of an edit with a place for its target by the layout's search, where its relations hold. All else stays.

    Raises:
        EditError: there is no such place that is free.
        JobCancelled: the job was cancelled.
    """
    from scenewright.scene.layout import solve_scene

    try:
        judged = setting.derived.judged(result.scene, job=job)
        others = [path for path in judged.problem.bodies.path if not _within(path, result.path)]
        laid = solve_scene(
            result.source,
            result.scene,
            setting.evaluate_text,
            provider=setting.assets,
            root=setting.folder,
            seed=setting.seed,
            effort=_EFFORT,
            settle=False,
            best_effort=True,
            keep=others,
            job=job,
        )
    except LayoutError as error:
        raise EditError(f"no place for '{result.path}' can be found: {error}; {_NAME_IT}") from error
    job.check()
    wrong = _wrong(laid, result)
    if wrong:
        raise EditError(f"there is no place for '{result.path}': {wrong}; {_NAME_IT}")
    return replace(result, source=laid.source, scene=laid.scene)


def _wrong(laid: LayoutResult, result: EditResult) -> str:
    """What speaks against a layout in which only the new thing was to move; '' where nothing does."""
    certificate = laid.certificate
    faults = [v.message for v in certificate.violations if any(_within(p, result.path) for p in v.paths)]
    before = len(laid.problem.constraints)
    new = [
        r.reason
        for c, r in zip(laid.problem.constraints, certificate.relations[:before], strict=True)
        if not r.satisfied and any(_within(laid.problem.bodies.path[i], result.path) for i in c.items)
    ]
    return "; ".join([*faults, *new])


def _within(path: str, top: str) -> bool:
    return path == top or path.startswith(f"{top}/")
