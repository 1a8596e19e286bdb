"""What stands on a thing that an edit moves, turns or scales comes along, in the same step; and what a step makes collide or float."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.geometry import standing_poses
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import (
    NEAR_DEGREES,
    NEAR_METRES,
    AddRelation,
    Arrange,
    ArrangeResult,
    DropRelation,
    Edit,
    EditResult,
    Evaluate,
    Move,
    Placement,
    Recolour,
    Rename,
    Scale,
    SetMaterial,
    SetZ,
    Turn,
    apply_edit,
)
from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.paths import resolve

if TYPE_CHECKING:
    from scenewright.app.session.derived import Derived
    from scenewright.scene.layout import JudgedScene

__all__ = ["apply_carrying", "consequence_words", "holds_at_any_revision", "what_broke"]

_ALONE = "leave it where it is by `alone`"
_SHOWN = 3
_TOLD = 8
"""Most consequences of a step that are told one by one."""


_SHAPELESS = (Recolour, Rename, SetMaterial, SetZ, AddRelation, DropRelation)
"""Edits after which everything stands where it stood."""


def holds_at_any_revision(edit: Edit) -> bool:
    """Whether an edit means the same after others have changed the scene: it does not set poses that were made for what stood there, and
    does not count relations."""
    return not isinstance(edit, Arrange) and (not isinstance(edit, DropRelation) or edit.index is None)


def apply_carrying(
    source: str,
    edit: Edit,
    evaluate: Evaluate,
    *,
    scene: Scene,
    derived: Derived,
    others: Sequence[Edit] = (),
    job: Job | None = None,
) -> tuple[EditResult, str]:
    """Write one edit into a program, and move what stands on its target along. The second value says why nobody knows what stands on
    it; '' where that is known.

    Args:
        scene: the scene of `source`.
        others: the other edits of the step. What they pose does not come along.

    Raises:
        EditError, PathError: the edit cannot be made, or what stands on its target cannot come along.
        ProgramError: the program is wrong.
        JobCancelled: the job was cancelled.
    """
    result = apply_edit(source, edit, evaluate, scene=scene)
    if not isinstance(edit, Move | Turn | Scale) or edit.alone:
        return result, ""
    try:
        rows = _riders(scene, derived, edit.path, others, job)
    except LayoutError as error:
        return result, f"nobody looked what stands on '{result.path}': {error}"
    if not rows:
        return result, ""
    return _carried(result, scene, rows, scene.find(edit.path).index, evaluate), ""


def what_broke(
    derived: Derived,
    before: Scene,
    after: Scene,
    edits: Iterable[Edit] | None,
    renamed: Mapping[str, str | None],
    job: Job | None = None,
) -> tuple[str, ...]:
    """What collides, floats, leaves the room, blocks a door or breaks a relation after some edits and did not before, in words.

    Args:
        edits: None where the text was written by hand, of which anything may follow.
        renamed: new paths by old paths, None for what is gone.

    Raises:
        JobCancelled: the job was cancelled.
    """
    if edits is not None and all(isinstance(edit, _SHAPELESS) for edit in edits):
        return ()
    try:
        return consequence_words(derived.judged(before, job=job), derived.judged(after, job=job), renamed)
    except LayoutError as error:
        return (f"nobody looked what collides or floats now: {error}",)


def consequence_words(before: JudgedScene, after: JudgedScene, renamed: Mapping[str, str | None]) -> tuple[str, ...]:
    """What is wrong with a scene and was not before, in words; the first few of many."""
    from scenewright.scene.layout import consequences

    messages = consequences(before, after, renamed).messages
    more = len(messages) - _TOLD
    return messages if more <= 0 else (*messages[:_TOLD], f"and {more} more: check the layout")


def _riders(scene: Scene, derived: Derived, path: str, others: Iterable[Edit], job: Job | None) -> list[int]:
    """Rows of what comes along with an instance, without what other edits pose."""
    from scenewright.scene.layout import riders

    row = scene.find(path).index
    found = riders(derived.judged(scene, job=job), [row])
    posed = [(r, scene.subtree_end(r)) for edit in others for p in _posed(edit) for r in resolve(scene, p)]
    return [r for r in found if not any(low <= r < high for low, high in posed)]


def _posed(edit: Edit) -> list[str]:
    if isinstance(edit, Arrange):
        return [pose.path for pose in edit.poses]
    return [edit.path] if isinstance(edit, Move | Turn | Scale) else []


def _carried(result: EditResult, before: Scene, rows: list[int], target: int, evaluate: Evaluate) -> EditResult:
    """The result after the bodies `rows` of the scene `before` moved as the row `target` did."""
    motion = result.scene.find(result.path).world_from_local @ np.linalg.inv(before.world_from_local[target])
    poses = standing_poses(before, rows)
    at = poses[:, :3] @ motion[:3, :3].T + motion[:3, 3]
    turned = _turn_of(motion)
    far = np.abs(at - poses[:, :3]).max(axis=1) > NEAR_METRES
    if abs(np.degrees(turned)) > NEAR_DEGREES:
        far[:] = True
    placements = [
        Placement(before.paths[row], _triple(at[k]), float(poses[k, 3] + turned))
        for k, row in enumerate(rows)
        if far[k]
    ]
    if not placements:
        return result
    paths = tuple(p.path for p in placements)
    try:
        arranged = apply_edit(result.source, Arrange(poses=tuple(placements)), evaluate, scene=result.scene)
    except EditError as error:
        raise EditError(f"{_names(paths)} on '{result.path}' cannot come along ({error}): {_ALONE}") from error
    assert isinstance(arranged, ArrangeResult)
    if arranged.failed:
        path, reason = next(iter(arranged.failed.items()))
        raise EditError(f"'{path}' on '{result.path}' cannot come along ({reason}): {_ALONE}")
    return replace(result, source=arranged.source, scene=arranged.scene, carried=paths)


def _turn_of(motion: FloatArray) -> float:
    """The turn about +y in a motion (4, 4), in radians, without its scale."""
    u, _, v = np.linalg.svd(motion[:3, :3])
    rotation = u @ v
    return float(np.arctan2(rotation[0, 2], rotation[2, 2]))


def _triple(values: Any) -> tuple[float, float, float]:
    x, y, z = (float(v) for v in values)
    return x, y, z


def _names(paths: tuple[str, ...]) -> str:
    named = ", ".join(f"'{p}'" for p in paths[:_SHOWN])
    return f"{named} and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else named
