"""The message from which the worker in Blender writes a ``.blend`` file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import Pinhole, light_rig, view_cameras
from scenewright.renderers.blender.light import shades, surroundings
from scenewright.renderers.blender.request import RenderFrame, camera_part, geometry_part, light_part
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray, Scene

__all__ = ["BlendRequest", "blend_request"]

_WIDTH, _HEIGHT = 1920, 1080


@dataclass(frozen=True, eq=False)
class BlendRequest:
    """A request to the worker: JSON values in `message`, with named `arrays`; and warnings for the user."""

    message: dict[str, Any]
    arrays: dict[str, npt.NDArray[Any]]
    warnings: tuple[str, ...]


def blend_request(
    scene: Scene, file: Path, *, provider: AssetProvider | None, root: Path | None, job: Job | None = None
) -> BlendRequest:
    """The request that saves frame 0 of `scene` as `file`.

    Raises:
        JobCancelled: the job was cancelled.
    """
    geometry = scene_geometry(scene, provider=provider, root=root, job=job)
    cameras = view_cameras(scene, aspect=_WIDTH / _HEIGHT)
    bounds = np.asarray(scene.bounds, dtype=np.float64)
    radius = max(float(np.linalg.norm(bounds[1] - bounds[0])) / 2.0, 1e-12)
    message, arrays = geometry_part(geometry, bevel=False)
    rig = light_rig(scene, cameras[0], root=root)
    shaded_lamps = shades(geometry, rig.lights)[1]
    around = surroundings(scene, rig, bounds=bounds, stage=False, shaded=shaded_lamps)
    message |= light_part(around, arrays, RenderFrame(1.0, np.zeros(3)))
    nodes = _Nodes()
    nodes.add_scene(scene, geometry, arrays)
    arrays |= nodes.arrays()
    arrays["view_pose"] = np.stack([Pinhole.of(c, _WIDTH, _HEIGHT).world_from_camera for c in cameras])
    message |= {
        "request": "save",
        "file": str(file),
        "nodes": nodes.listed,
        "metres": scene.units is not None,
        "mark": 0.05 * radius,
        "views": [camera_part(c, i, near=1e-3 * radius, far=1e3 * radius) for i, c in enumerate(cameras)],
        "size": [_WIDTH, _HEIGHT],
    }
    return BlendRequest(message, arrays, (*geometry.warnings, *rig.warnings))


class _Nodes:
    """Nodes of the file's object tree: those of the scene, and below each catalogue object its parts."""

    def __init__(self) -> None:
        self.listed: list[dict[str, Any]] = []
        self.parent: list[int] = []
        self.pose: list[FloatArray] = []
        self.instance: list[int] = []

    def add_scene(self, scene: Scene, geometry: SceneGeometry, arrays: dict[str, npt.NDArray[Any]]) -> None:
        whole = np.flatnonzero(geometry.part < 0)
        instance_of_row = dict(zip(geometry.entity[whole].tolist(), whole.tolist(), strict=True))
        inside = np.flatnonzero(geometry.part >= 0)
        instances_of_asset: dict[int, list[int]] = {}
        for i in inside.tolist():
            instances_of_asset.setdefault(int(geometry.entity[i]), []).append(i)
        node_of_row: dict[int, int] = {}
        for entity in scene.entities(primitives=True):
            row = entity.index
            above = -1 if entity.parent is None else node_of_row[entity.parent.index]
            node_of_row[row] = len(self.listed)
            self.add(
                entity.path.rsplit("/", 1)[-1], entity.path, entity.word, entity.phrase, row, above,
                entity.parent_from_local, instance_of_row.get(row, -1),
            )  # fmt: skip
            use = geometry.assets.get(row)
            if use is None:
                continue
            waiting = iter(instances_of_asset.get(row, []))
            first = len(self.listed)
            for part in use.tree.parts:
                top = part.parent < 0
                self.add(
                    part.path.rsplit("/", 1)[-1], f"{entity.path}/{part.path}", part.word, part.phrase, row,
                    node_of_row[row] if top else first + part.parent,
                    use.node_from_asset @ part.parent_from_local if top else part.parent_from_local,
                    -1 if part.mesh is None else next(waiting),
                )  # fmt: skip
        chosen = np.array(self.instance)
        drawn = chosen >= 0
        self.mesh = np.where(drawn, arrays["instance_mesh"][chosen], -1).astype(np.int32) if len(geometry) else chosen
        self.material = np.where(drawn, arrays["instance_material"][chosen], -1) if len(geometry) else chosen
        self.color = arrays["instance_color"][chosen] if len(geometry) else np.ones((len(chosen), 3))

    def add(
        self,
        name: str,
        path: str,
        word: str,
        phrase: str | None,
        row: int,
        parent: int,
        pose: FloatArray,
        instance: int,
    ) -> None:
        self.listed.append({"name": name, "path": path, "word": word, "phrase": phrase, "entity": row})
        self.parent.append(parent)
        self.pose.append(pose)
        self.instance.append(instance)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        return {
            "node_parent": np.array(self.parent, dtype=np.int32),
            "node_pose": np.stack(self.pose).astype(np.float64),
            "node_mesh": self.mesh.astype(np.int32),
            "node_material": self.material.astype(np.int32),
            "node_color": self.color.astype(np.float64),
        }
