"""Which things of a scene stay where they stand, by two seconds in MuJoCo; the others are fixed there.

A program may show a bicycle without a stand, or a teddy bear that leans on air. Whoever loads the file wants the scene as it is shown, not
the heap that it becomes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from scenewright.scene.jobs import Job
from scenewright.scene.physics import BodyKind, PhysicsModel
from scenewright.scene.simulation.link_meshes import LinkMeshes
from scenewright.scene.simulation.mjcf import mjcf_text

__all__ = ["held_where_it_would_fall"]

_SECONDS, _PART = 2.0, 0.1
"""That a scene is left alone, and between two looks at whether the job goes on."""
_MOST_DRIFT = 0.005
"""Metres. What moves farther by itself is not at rest."""
_ROUNDS = 3
"""What leans on something that fell may stand when that is held."""
_FOLDER = "meshes"


def held_where_it_would_fall(model: PhysicsModel, meshes: LinkMeshes, *, job: Job | None = None) -> PhysicsModel:
    """The same model, in which bodies are fixed that gravity moves by more than half a centimetre; a warning names each.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    held: list[str] = []
    for number in range(_ROUNDS):
        drift = _drifts(model, meshes, job.part(number / _ROUNDS, (number + 1) / _ROUNDS))
        moving = {name: far for name, far in drift.items() if far > _MOST_DRIFT}
        if not moving:
            break
        bodies = tuple(replace(b, kind=BodyKind.FIXED) if b.name in moving else b for b in model.bodies)
        held += [
            f"{name} does not stay where it stands ({far * 100:.0f} cm in 2 s): it is fixed there"
            for name, far in moving.items()
        ]
        model = replace(model, bodies=bodies)
    return replace(model, warnings=(*model.warnings, *held))


def _drifts(model: PhysicsModel, meshes: LinkMeshes, job: Job) -> dict[str, float]:
    """Metres that the centre of mass of each free body moves."""
    import mujoco

    text = mjcf_text(model, meshes, _FOLDER, "scene")
    loaded = mujoco.MjModel.from_xml_string(text, {f"{_FOLDER}/{name}": data for name, data in meshes.files.items()})
    data = mujoco.MjData(loaded)
    mujoco.mj_forward(loaded, data)
    start = data.xipos.copy()
    steps = max(round(_PART / loaded.opt.timestep), 1)
    parts = round(_SECONDS / _PART)
    for part in range(parts):
        job.tick(part / parts, "at rest")
        mujoco.mj_step(loaded, data, nstep=steps)
    drift = np.linalg.norm(data.xipos - start, axis=1)
    free = {b.name for b in model.bodies if b.kind is BodyKind.FREE}
    return {name: float(drift[loaded.body(name).id]) for name in sorted(free)}
