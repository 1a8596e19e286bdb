"""Checks the world poses of a finished scene: valid poses may still have an invalid product."""

from __future__ import annotations

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary import LARGEST
from scenewright.scene.model import Scene

__all__ = ["require_sound_poses"]


def require_sound_poses(scene: Scene) -> None:
    """Check that every world_from_local (4, 4) of a scene can be drawn and measured.

    Raises:
        ProgramError: one is not finite, past `LARGEST`, or singular; with the line of its call.
    """
    with np.errstate(all="ignore"):
        world = scene.world_from_local
        reach = np.abs(world).max(axis=(1, 2))
        far = ~(reach <= LARGEST)  # NaN counts as too far
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
        f"'{scene.paths[row]}' {what}: each of its transforms is valid, but they multiply to this. Use fewer or smaller scales",
        line=line if line > 0 else None,
        kind=kind,
    )
