"""The last look at where things stand: every pose sound on its own, their products may still run out of numbers."""

from __future__ import annotations

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary import LARGEST
from scenewright.scene.model import Scene

__all__ = ["require_sound_poses"]


def require_sound_poses(scene: Scene) -> None:
    """Hold every instance's world_from_local against what a scene can be drawn and measured with.

    Raises:
        ProgramError: one is not finite (or past `LARGEST`), or flattens what it holds; with the line of its call.
    """
    with np.errstate(all="ignore"):
        world = scene.world_from_local
        reach = np.abs(world).max(axis=(1, 2))
        far = ~(reach <= LARGEST)  # not a number counts as too far
        lengths = np.linalg.norm(world[:, :3, :3], axis=1)
        flat = (lengths < 1.0 / LARGEST).any(axis=1)
        flat |= np.abs(np.linalg.det(world[:, :3, :3] / np.where(lengths > 0.0, lengths, 1.0)[:, None, :])) < 1e-12
    wrong = np.flatnonzero(far | flat)
    if not wrong.size:
        return
    row = int(wrong[0])
    what = "stands at numbers past all reach" if far[row] else "is flattened"
    kind, line = ("non-finite" if far[row] else "singular"), int(scene.nodes.span[row, 0])
    raise ProgramError(
        f"'{scene.paths[row]}' {what}: its transforms, each sound, multiply to that. Use fewer or milder scales",
        line=line if line > 0 else None,
        kind=kind,
    )
