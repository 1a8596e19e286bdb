"""Write solved poses back into the program: the edit that brings every body to its pose, and the resulting text."""

from __future__ import annotations

import numpy as np

from scenewright.scene.geometry import pose_matrices, standing_poses
from scenewright.scene.language.editing import (
    NEAR_DEGREES,
    NEAR_METRES,
    Arrange,
    ArrangeResult,
    Evaluate,
    Placement,
    apply_edit,
)
from scenewright.scene.layout.model import Bodies, wrapped
from scenewright.scene.model import FloatArray, Scene

__all__ = ["arrangement", "poses_in", "write_poses"]

_DECIMALS = 6


def arrangement(scene: Scene, bodies: Bodies, poses: FloatArray) -> Arrange:
    """The edit that brings bodies to poses (N, 4).

    Bodies that keep their world pose are left out, unless a moved instance contains them. A row of NaN means no pose: such a body
    stays where it is in the instance that contains it, as do fixed bodies and everything that is no body.
    """
    posed = np.isfinite(poses).all(axis=1) & ~bodies.fixed
    goal = np.where(posed[:, None], poses, bodies.initial)
    away = goal - bodies.initial
    turned = np.abs(wrapped(away[:, 3]))
    moves = (np.linalg.norm(away[:, :3], axis=1) >= NEAR_METRES) | (turned >= np.radians(NEAR_DEGREES))
    carried = np.zeros(len(scene), dtype=bool)
    for row in bodies.row[moves].tolist():
        carried[row + 1 : scene.subtree_end(row)] = True
    named = np.flatnonzero(posed & (moves | carried[bodies.row]))
    # the edit's box of an instance also contains nested bodies, but the motion is the same
    motion = pose_matrices(goal[named]) @ np.linalg.inv(pose_matrices(bodies.initial[named]))
    standing = standing_poses(scene, bodies.row[named])
    points = np.concatenate([standing[:, :3], np.ones((len(named), 1))], axis=1)
    at = np.einsum("kij,kj->ki", motion, points)[:, :3].round(_DECIMALS)
    yaw = (standing[:, 3] + away[named, 3]).round(_DECIMALS)
    return Arrange(
        tuple(
            Placement(bodies.path[body], (x, y, z), angle)
            for body, (x, y, z), angle in zip(named.tolist(), at.tolist(), yaw.tolist(), strict=True)
        )
    )


def poses_in(scene: Scene, bodies: Bodies) -> FloatArray:
    """(N, 4) poses of the same bodies in another scene with the same tree, shapes and ground."""
    frame = scene.world_from_local[bodies.row] @ np.linalg.inv(bodies.body_from_row)
    yaw = np.arctan2(frame[:, 0, 2], frame[:, 0, 0])
    poses: FloatArray = np.concatenate([frame[:, :3, 3] - [0.0, bodies.ground, 0.0], yaw[:, None]], axis=1)
    return poses


def write_poses(source: str, scene: Scene, bodies: Bodies, poses: FloatArray, evaluate: Evaluate) -> ArrangeResult:
    """Write poses (N, 4) of bodies into the text of `scene`, as one step: into the literals of a ``place`` call where that makes only one
    body, otherwise as ``adjust`` lines.

    Returns:
        The text, its scene, and the bodies whose pose could not be written (`failed`).

    Raises:
        EditError: nothing could be written without changing something else; the message says why.
        ProgramError: `source` itself does not evaluate.
    """
    result = apply_edit(source, arrangement(scene, bodies, poses), evaluate, scene=scene)
    assert isinstance(result, ArrangeResult)
    return result
