"""What the way of a camera goes through."""

from __future__ import annotations

import numpy as np

from scenewright.app.films.camera_paths import CameraPath
from scenewright.renderers.rays import RayScene
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import NodeKind, Scene

__all__ = ["met_on_way"]

_STEPS = 400
"""Straight parts of the way that are looked at."""


def met_on_way(geometry: SceneGeometry, scene: Scene, path: CameraPath, *, job: Job) -> str | None:
    """The name of the first thing that the way of an eye goes into or through; None where it is free. In a room also a wall.

    Raises:
        JobCancelled: the job was cancelled.
    """
    if not len(geometry):
        return None
    eyes = np.array([camera.eye for camera in path.at(np.linspace(0.0, 1.0, _STEPS + 1))])
    rays = RayScene(
        geometry, visible=np.ones(len(geometry), dtype=np.bool_), bounds=scene.bounds, ground_height=None, room=None, job=job
    )  # fmt: skip
    unit = ((eyes - rays.centre) / rays.radius).astype(np.float32)
    ways = np.diff(unit, axis=0)
    found = []
    for hits in (
        rays.cast_solid(unit[:-1], ways, see_ground=False, see_ceiling=False),
        rays.cast_special(unit[:-1], ways),
    ):
        met = np.flatnonzero((hits.instance >= 0) & (hits.t <= 1.0))
        found += [(int(step), int(hits.instance[step])) for step in met[:1]]
    if not found:
        return None
    row = int(geometry.entity[min(found)[1]])
    while scene.nodes.kind[row] == NodeKind.PRIMITIVE and scene.nodes.parent[row] >= 0:
        row = int(scene.nodes.parent[row])
    return f"'{scene.paths[row]}'"
