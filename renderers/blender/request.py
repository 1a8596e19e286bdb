"""A RenderRequest as the message for the worker in Blender: flat arrays and JSON values, in a frame of a suitable size.

Blender computes in float32, and its ray offsets suit scenes of some metres. So the geometry is moved to the origin and, if its size is
unsuitable, scaled (:class:`RenderFrame`). Depths are converted back to scene units.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import (
    Pinhole,
    RenderRequest,
    hidden_rows,
    light_rig,
    sees_ceiling,
    stage_rows,
    view_cameras,
)
from scenewright.renderers.base.errors import RenderError
from scenewright.renderers.blender.light import Surroundings, shades, surroundings
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, PrimitiveKind, Scene, Vec3

__all__ = ["BlenderRequest", "RenderFrame", "camera_part", "geometry_part", "light_part", "render_request"]

_SANE_RADIUS = (0.5, 60.0)
_RADIUS = 4.0
"""Half the diagonal to which scenes of an unsuitable size are scaled."""
_NEAR, _FAR = 0.002, 1e5
_BEVEL = 0.0035
"""Radius of rounded edges in metres, typical for furniture."""
_BEVEL_SHARE = 0.08
"""Most radius of rounded edges as a share of the shortest edge."""

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class BlenderRequest:
    """A request to the worker: JSON values in `message`, with named `arrays`. `scale`: render units per scene unit. `entity`: (I + 3,) node
    rows of the instances, the ceiling, the ground and of nothing. `cameras`: one for each view. `ground`: point (3,) in the middle of the
    ground, and the radius at which half of it has faded, scene units; None without a ground."""

    message: dict[str, Any]
    arrays: dict[str, Array]
    scale: float
    entity: npt.NDArray[np.int32]
    cameras: tuple[Camera, ...]
    warnings: tuple[str, ...]
    ground: tuple[FloatArray, float] | None


@dataclass(frozen=True)
class RenderFrame:
    """The frame that Blender computes in: render = scale * (world - centre)."""

    scale: float
    centre: FloatArray

    @staticmethod
    def of(bounds: FloatArray) -> RenderFrame:
        radius = float(np.linalg.norm(bounds[1] - bounds[0])) / 2.0
        scale = 1.0 if _SANE_RADIUS[0] <= radius <= _SANE_RADIUS[1] else _RADIUS / max(radius, 1e-300)
        return RenderFrame(scale, bounds.mean(axis=0))

    def poses(self, world_from_local: FloatArray) -> FloatArray:
        out = world_from_local.copy()
        out[..., :3, :] *= self.scale
        out[..., :3, 3] -= self.scale * self.centre
        return out

    def rigid(self, world_from_camera: FloatArray) -> FloatArray:
        out = world_from_camera.copy()
        out[:3, 3] = self.scale * (out[:3, 3] - self.centre)
        return out

    def point(self, p: list[float]) -> list[float]:
        return [float(v) for v in self.scale * (np.asarray(p) - self.centre)]


def render_request(
    request: RenderRequest,
    *,
    samples: int,
    threads: int,
    device: str,
    exposure: Vec3 | None,
    bevel: bool,
    denoise: bool,
    noise: float,
    time_limit: float,
    job: Job | None = None,
) -> BlenderRequest:
    """The message for `request`; the options are those of :class:`scenewright.renderers.blender.options.BlenderOptions`.

    Raises:
        RenderError: a camera cannot be used.
        JobCancelled: the job was cancelled.
    """
    scene = request.scene.frame(request.frame)
    cameras = request.cameras or view_cameras(scene, aspect=request.width / request.height)
    geometry = scene_geometry(scene, provider=request.provider, root=request.root, job=job)
    bounds = np.asarray(scene.bounds, dtype=np.float64)
    frame = RenderFrame.of(bounds)
    message, arrays = geometry_part(geometry, bevel=bevel)
    poses = frame.poses(geometry.world_from_mesh)
    rig = light_rig(scene, request.light_camera or cameras[0], root=request.root)
    lamp_shades, shaded_lamps = shades(geometry, rig.lights)
    around = surroundings(scene, rig, bounds=bounds, stage=request.background == "stage", shaded=shaded_lamps)
    message |= light_part(around, arrays, frame)
    views, view_poses = [], []
    for number, camera in enumerate(cameras):
        view, pose = _view(request, scene, geometry, camera, number, arrays, frame)
        view["backdrop"] = None if around.backdrop is None else list(around.backdrop)
        if sees_ceiling(scene, camera):
            view["backdrop"] = None if around.outside is None else "outside"
        # half of the exposure in stops, so that a night looks dark but remains visible
        view["exposure_factor"] = math.sqrt(rig.exposure)
        views.append(view)
        view_poses.append(pose)
    arrays |= {
        "instance_pose": poses,
        "instance_bevel": _bevels(geometry, poses),
        "shades": np.array(sorted(lamp_shades), dtype=np.int32),
        "view_pose": np.stack(view_poses),
    }
    message |= {
        "request": "render",
        "views": views,
        "passes": _worker_passes(request.passes),
        "settings": {
            "width": request.width,
            "height": request.height,
            "samples": samples,
            "seed": request.seed & 0x7FFFFFFF,
            "threads": threads,
            "device": device,
            "exposure": None if exposure is None else list(exposure),
            "noise_threshold": noise,
            "time_limit": time_limit,
            "denoise": denoise,
            "transparent": request.background == "transparent",
            "view_transform": "AgX",
            "look": "AgX - Medium High Contrast",
        },
    }
    rows = stage_rows(scene)
    entity = np.append(geometry.entity, [rows.ceiling, rows.ground, -1]).astype(np.int32)
    ground = around.ground
    return BlenderRequest(
        message,
        arrays,
        frame.scale,
        entity,
        cameras,
        (*geometry.warnings, *rig.warnings),
        None if ground is None else (np.asarray(ground["centre"]), (ground["clear"] + ground["gone"]) / 2.0),
    )


def _worker_passes(channels: tuple[str, ...]) -> list[str]:
    """The passes that the worker draws for some channels. Indices and depths, which come together, say where the ground has faded and
    are the source of positions."""
    data = set(channels) - {"color"}
    wanted = {"color": "color" in channels, "depth": bool(data), "entity": bool(data), "normal": "normal" in channels}
    return [name for name, needed in wanted.items() if needed]


def geometry_part(geometry: SceneGeometry, *, bevel: bool) -> tuple[dict[str, Any], dict[str, Array]]:
    """The part of the message with meshes, textures, materials and, per instance, mesh, material and colour; and its arrays."""
    arrays: dict[str, Array] = {}
    meshes = []
    for i, mesh in enumerate(geometry.meshes):
        entry: dict[str, Any] = {"name": mesh.name, "uv": None, "factors": None}
        parts = {"vertices": mesh.vertices, "faces": mesh.faces, "normals": mesh.normals, "uv": mesh.uv}
        for key, array in (*parts.items(), ("factors", mesh.colors)):
            if array is not None:
                entry[key] = f"mesh_{i}_{key}"
                arrays[entry[key]] = array
        meshes.append(entry)
    for i, picture in enumerate(geometry.textures):
        arrays[f"image_{i}"] = picture
    coloured = np.array([m.colors is not None for m in geometry.meshes], dtype=bool)
    flat = np.array([m.kind in (PrimitiveKind.CUBE, PrimitiveKind.BLOCK) for m in geometry.meshes], dtype=bool)
    mesh_of = geometry.mesh
    keys = np.stack([geometry.material, geometry.texture, coloured[mesh_of], (flat[mesh_of] & bevel)], axis=1).astype(
        np.int64
    )
    unique, inverse = np.unique(keys.reshape(-1, 4), axis=0, return_inverse=True)
    surfaces = []
    for material, texture, factors, rounded in unique.tolist():
        m = geometry.materials[material]
        holes = texture >= 0 and bool((geometry.textures[texture][..., 3] < 255).any())
        surfaces.append(
            {
                "name": "surface" if m.metallic < 0.5 else "metal",
                "roughness": m.roughness,
                "metallic": m.metallic,
                "opacity": m.opacity,
                "emission": m.emission,
                "image": None if texture < 0 else texture,
                "cutout": holes,
                "factors": bool(factors),
                "bevel": bool(rounded) and m.opacity >= 1.0,
            }
        )
    arrays |= {
        "instance_mesh": geometry.mesh.astype(np.int32),
        "instance_material": inverse.reshape(-1).astype(np.int32),
        "instance_color": geometry.color.astype(np.float64),
    }
    images = [f"image_{i}" for i in range(len(geometry.textures))]
    return {"meshes": meshes, "images": images, "materials": surfaces}, arrays


def light_part(around: Surroundings, arrays: dict[str, Array], frame: RenderFrame) -> dict[str, Any]:
    """The part of the message with lamps, sky, ground and ceiling, in the render frame. Adds the panorama to `arrays`."""
    s = frame.scale
    lamps = []
    for lamp in around.lamps:
        moved = {**lamp, "position": frame.point(lamp["position"])}
        if lamp["type"] != "SUN":
            moved["energy"] = lamp["energy"] * s * s
        if "radius" in lamp:
            moved["radius"] = lamp["radius"] * s
        if "size" in lamp:
            moved["size"] = [v * s for v in lamp["size"]]
        lamps.append(moved)
    world = {**around.world, "picture": None, "outside": None}
    if around.outside is not None:
        world["outside"] = "outside"
        arrays["outside"] = around.outside
    if around.picture is not None:
        world["picture"] = "panorama"
        arrays["panorama"] = around.picture
    ground, ceiling = around.ground, around.ceiling
    if ground is not None:
        ground = {
            **ground,
            "centre": frame.point(ground["centre"]),
            "clear": ground["clear"] * s,
            "gone": ground["gone"] * s,
        }
    if ceiling is not None:
        ceiling = {
            **ceiling,
            "centre": frame.point(ceiling["centre"]),
            "size": [v * s for v in ceiling["size"]],
            "thickness": ceiling["thickness"] * s,
        }
    return {"lamps": lamps, "world": world, "ground": ground, "ceiling": ceiling}


def camera_part(camera: Camera, number: int, *, near: float, far: float) -> dict[str, Any]:
    """The part of a view's message with its lens."""
    fov = math.radians(camera.fov)
    return {"number": number, "name": f"camera_{number}", "fov": fov, "near": near, "far": far}


def _view(
    request: RenderRequest,
    scene: Scene,
    geometry: SceneGeometry,
    camera: Camera,
    number: int,
    arrays: dict[str, Array],
    frame: RenderFrame,
) -> tuple[dict[str, Any], FloatArray]:
    try:
        pinhole = Pinhole.of(camera, request.width, request.height)
    except ValueError as error:
        raise RenderError(
            f"camera {number + 1} of {max(len(request.cameras), len(scene.cameras), 1)}: {error}"
        ) from error
    hidden = f"hidden_{number}"
    gone = hidden_rows(scene, camera, request.walls_of(number))
    arrays[hidden] = np.flatnonzero(gone[geometry.entity]).astype(np.int32)
    view = camera_part(camera, number, near=_NEAR, far=_FAR) | {
        "hidden": hidden,
        "ceiling": sees_ceiling(scene, camera),
    }
    return view, frame.rigid(pinhole.world_from_camera)


def _bevels(geometry: SceneGeometry, poses: FloatArray) -> npt.NDArray[np.float32]:
    """(I,) radii of rounded edges in the render frame; small parts have sharper edges."""
    shortest = np.linalg.norm(poses[:, :3, :3], axis=1).min(axis=1, initial=np.inf)
    return np.asarray(np.minimum(_BEVEL, _BEVEL_SHARE * shortest), dtype=np.float32)
