"""Which things of a scene stay where they stand, by two seconds in MuJoCo; the others are fixed there.

A program may show a bicycle without a stand, or a teddy bear that leans on air. Whoever loads the file wants the scene as it is shown, not
the heap that it becomes.
"""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from scenewright.scene.jobs import Job
from scenewright.scene.mujoco_warnings import mujoco_warnings
from scenewright.scene.physics import BodyKind, PhysicsModel
from scenewright.scene.simulation.link_meshes import LinkMeshes
from scenewright.scene.simulation.mjcf import mjcf_text

__all__ = ["held_where_it_would_fall"]

_SECONDS, _PART = 2.0, 0.1
"""That a scene is left alone, and between two looks at whether the job goes on."""
_MOST_DRIFT = 0.005
"""Metres. What moves farther by itself is not at rest."""
_LIMIT = 60.0
"""Seconds of the clock after which no more is tried."""
_FOLDER = "meshes"


class _UntriedError(Exception):
    """The scene could not be left alone for its time. The message says why."""


def held_where_it_would_fall(
    model: PhysicsModel, meshes: LinkMeshes, *, limit_s: float = _LIMIT, job: Job | None = None
) -> PhysicsModel:
    """The same model, in which bodies are fixed that gravity moves by more than half a centimetre; a warning names each.

    It is tried again until nothing moves: what leans on something that fell may stand when that is held. Where it cannot be tried, since
    MuJoCo does not take the scene or needs too long, the bodies are as they were, and a warning says so.

    Args:
        limit_s: seconds of the clock for all of it.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    until = time.perf_counter() + limit_s
    said: list[str] = []
    job.tick(0.0, "what stays where it stands")
    while any(body.kind is BodyKind.FREE for body in model.bodies):
        try:
            drift, warnings = _drifts(model, meshes, until, job)
        except _UntriedError as error:
            said.append(f"whether all things stay where they stand could not be tried: {error}")
            break
        said += [f"MuJoCo, asked whether things stay where they stand, warns: {text}" for text in warnings]
        moving = {name: far for name, far in drift.items() if not far <= _MOST_DRIFT}
        if not moving:
            break
        bodies = tuple(replace(b, kind=BodyKind.FIXED) if b.name in moving else b for b in model.bodies)
        model = replace(model, bodies=bodies)
        said += [
            f"{name} does not stay where it stands ({far * 100:.0f} cm in {_SECONDS:g} s): it is fixed there"
            for name, far in moving.items()
        ]
    return replace(model, warnings=(*model.warnings, *dict.fromkeys(said)))


def _drifts(
    model: PhysicsModel, meshes: LinkMeshes, until: float, job: Job
) -> tuple[dict[str, float], tuple[str, ...]]:
    """Metres that the centre of mass of each free body moves, and what MuJoCo warns of.

    Raises:
        _UntriedError: MuJoCo cannot simulate the scene, or not until a time of the clock.
    """
    import mujoco

    text = mjcf_text(model, meshes, _FOLDER, "scene")
    files = {f"{_FOLDER}/{name}": data for name, data in meshes.files.items()}
    try:
        with mujoco_warnings() as warnings:
            loaded = mujoco.MjModel.from_xml_string(text, files)
            data = mujoco.MjData(loaded)
            mujoco.mj_forward(loaded, data)
            start = data.xipos.copy()
            steps = max(round(_PART / loaded.opt.timestep), 1)
            for part in range(round(_SECONDS / _PART)):
                job.check()
                if time.perf_counter() > until:
                    raise _UntriedError(
                        f"MuJoCo has come to {part * _PART:.1f} of {_SECONDS:g} s in the time that it has"
                    )
                mujoco.mj_step(loaded, data, nstep=steps)
    except (ValueError, mujoco.FatalError) as error:
        raise _UntriedError(f"MuJoCo says: {str(error).partition(chr(10))[0]}") from error
    drift = np.linalg.norm(data.xipos - start, axis=1)
    free = sorted(body.name for body in model.bodies if body.kind is BodyKind.FREE)
    return {name: float(drift[loaded.body(name).id]) for name in free}, tuple(dict.fromkeys(warnings))
