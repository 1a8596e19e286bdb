"""A layout whose scene changed while it was worked out: what of it still fits is applied to the scene as it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.session import Session, Snapshot, StaleChange
from scenewright.scene.errors import EditError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.language.editing import Arrange
    from scenewright.scene.layout import LayoutReport, LayoutResult
    from scenewright.scene.model import Scene

__all__ = ["CarriedLayout", "arranged_by", "carry_on"]

_SAME_M, _SAME_RADIANS = 1e-4, 1e-4
"""Metres and radians up to which a thing stands where it stood."""

_TRIES = 3
"""Times that the moves are applied while others may go on; after these once more, while nobody else may change the folder."""


@dataclass(frozen=True, eq=False)
class CarriedLayout:
    """Moves of a layout that were applied to a later revision.

    `report`: of the scene with them. `left`: paths of what was changed meanwhile, and stays where it is now.
    """

    report: LayoutReport
    left: tuple[str, ...]


def arranged_by(scene: Scene, result: LayoutResult) -> Arrange:
    """The moves of a layout as an edit of the scene that it was made for."""
    from scenewright.scene.layout.program import arrangement, poses_in

    return arrangement(scene, result.problem.bodies, poses_in(result.scene, result.problem.bodies))


def carry_on(
    session: Session, made_for: Snapshot, result: LayoutResult, *, settle: bool, whatever: bool, job: Job
) -> CarriedLayout | None:
    """Apply the moves of a layout to the scene as it is by now, as one step.

    Args:
        made_for: the revision that the layout was made for.
        settle: let the scene settle for the report.
        whatever: also where some of what moves was changed meanwhile (that stays where it is now), or where the moves make something
            wrong that was right.

    Returns:
        None where it does not fit any more: then nothing was changed.

    Raises:
        JobCancelled: the job was cancelled; nothing was changed.
    """
    from scenewright.scene.layout import check_scene

    arrange = arranged_by(made_for.scene, result)
    for number in range(_TRIES + 1):
        job.check()
        alone = number == _TRIES and session.project is not None
        with session.project.exclusive() if alone and session.project is not None else nullcontext():
            session.refresh()
            now = session.snapshot()
            left = _changed_meanwhile(arrange, made_for.scene, now.scene)
            if left and not whatever:
                return None
            still = replace(arrange, poses=tuple(p for p in arrange.poses if p.path not in left))
            made = _applied(session, now, still)
            if made is None or (not whatever and not alone and _worse(session, result, made[1], job)):
                return None
            try:
                session.take(*made, author="solver", operation=dict(still.to_json()), based_on=now.revision)
            except StaleChange:
                continue
        report = check_scene(
            session.scene, provider=session.assets, root=session.folder, settle=settle, job=job.part(0.5)
        )
        moves = tuple(m for m in result.moves if m.path not in left)
        notes = (_said(made_for.revision, now.revision, left), *report.notes)
        return CarriedLayout(replace(report, moves=moves, notes=notes), left)
    return None


def _applied(session: Session, now: Snapshot, arrange: Arrange) -> tuple[str, Scene] | None:
    """Program and scene with these moves; None where they cannot be written any more, or change nothing."""
    from scenewright.scene.language.editing import ArrangeResult, apply_edit

    if not arrange.poses:
        return None
    try:
        result = apply_edit(now.source, arrange, session.evaluate_text, scene=now.scene)
    except EditError:
        return None
    if isinstance(result, ArrangeResult) and result.failed:
        return None
    return None if result.source == now.source else (result.source, result.scene)


def _worse(session: Session, result: LayoutResult, scene: Scene, job: Job) -> bool:
    """Whether more is wrong with a scene than with what the layout had made."""
    from scenewright.scene.layout import check_scene

    found = check_scene(scene, provider=session.assets, root=session.folder, settle=False, job=job.quiet())
    promised = result.certificate
    failing = sum(not r.satisfied for r in promised.relations if r.residual is not None)
    return len(found.certificate.violations) > len(promised.violations) or found.failing > failing


def _changed_meanwhile(arrange: Arrange, before: Scene, now: Scene) -> tuple[str, ...]:
    """Paths of things to move that are gone, or stand or measure otherwise than before."""
    old, new = _stances(arrange, before), _stances(arrange, now)
    return tuple(path for path, stance in old.items() if path not in new or not _alike(stance, new[path]))


def _stances(arrange: Arrange, scene: Scene) -> Mapping[str, Sequence[float]]:
    """For each thing to move its pose (x, y, z, yaw) in the world and the size of its box, metres and radians."""
    from scenewright.scene.geometry import standing_boxes

    row_of = {path: row for row, path in enumerate(scene.paths)}
    paths = [p.path for p in arrange.poses if p.path in row_of]
    rows = np.array([row_of[path] for path in paths], dtype=np.int64)
    if not rows.size:
        return {}
    poses, sizes = standing_boxes(scene, rows)
    return {path: [*pose, *size] for path, pose, size in zip(paths, poses.tolist(), sizes.tolist(), strict=True)}


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    away = np.abs(np.array(one) - np.array(other))
    away[3] = abs((away[3] + np.pi) % (2 * np.pi) - np.pi)
    limit = np.full(len(away), _SAME_M)
    limit[3] = _SAME_RADIANS
    return bool((away <= limit).all())


def _said(before: int, now: int, left: Sequence[str]) -> str:
    said = f"the scene changed from revision {before} to {now} while it was laid out; the moves were applied to what it is now"
    return f"{said}, but for {', '.join(left[:5])}, which others changed" if left else said
