"""A view of a scene as Mitsuba's own scene: what it shows, what lights it, and what stands around it.

The frame of Mitsuba is that of Blender's pictures (:class:`scenewright.renderers.blender.RenderFrame`), with +y up: both compute in
float32.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import LightRig, Pinhole, RenderRequest, sees_ceiling
from scenewright.renderers.blender import RenderFrame, Surroundings, lamp_holders, light_part, surroundings
from scenewright.renderers.mitsuba.emitters import (
    Emitting,
    area_lamp,
    ceiling_parts,
    environment,
    point_lamp,
    shell,
    spot_lamp,
)
from scenewright.renderers.mitsuba.loading import Engine
from scenewright.renderers.mitsuba.looks import SurfaceLook, instance_looks, surface_bsdf
from scenewright.renderers.mitsuba.shapes import instance_soup, joined, solids
from scenewright.renderers.rays import RayScene, ground_fade
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera, FloatArray, Opening, Room, Scene

__all__ = ["ViewStage", "add_sensor", "view_scene", "window_panes"]

_CLEAR_OPACITY = 0.6
"""Panes of less opacity in the windows of a room are left out: light that is aimed at the sky would end at them."""
_WINDOW_SKY = 3.0
"""Factor on the light of the sky outside of a room, as in Blender, since windows look bright from inside."""
_GROUND_ROUGHNESS = 0.9
_GROUND_PIXELS = 256
_SHELL_GAP = 4e-4
"""Gap between a body that shines and its shell, for each unit of the largest coordinate: more than Mitsuba's offset of rays."""
_NEAR, _FAR = 1e-3, 1e5
_STEPS_OUT = 200


@dataclass(frozen=True, eq=False)
class ViewStage:
    """What all views of a request share. `geometry`: the triangles. `looks`: of each instance. `poses`: (I, 4, 4) to the frame of Mitsuba.
    `around`: lamps, sky, ground and ceiling of the Blender renderer. `light`: the same in the frame of Mitsuba."""

    engine: Engine
    request: RenderRequest
    scene: Scene
    geometry: SceneGeometry
    frame: RenderFrame
    rig: LightRig
    looks: list[SurfaceLook]
    poses: FloatArray
    around: Surroundings
    light: dict[str, Any]

    @staticmethod
    def of(engine: Engine, request: RenderRequest, scene: Scene, geometry: SceneGeometry, rig: LightRig) -> ViewStage:
        bounds = np.asarray(scene.bounds, dtype=np.float64)
        frame = RenderFrame.of(bounds)
        around = surroundings(scene, rig, bounds=bounds, stage=request.background == "stage", shaded=set())
        return ViewStage(
            engine,
            request,
            scene,
            geometry,
            frame,
            rig,
            instance_looks(geometry),
            frame.poses(geometry.world_from_mesh),
            around,
            light_part(around, {}, frame),
        )


def view_scene(
    stage: ViewStage,
    camera: Camera,
    visible: npt.NDArray[np.bool_],
    rays: RayScene,
    *,
    open_walls: tuple[str, ...],
    job: Job,
) -> Any:
    """Mitsuba's scene for a view.

    Args:
        visible: (I,) the instances that it shows.
        open_walls: names of the walls that it leaves out.

    Raises:
        JobCancelled: the job was cancelled.
    """
    mi = stage.engine.mi
    shown = visible & ~window_panes(stage)
    instanced = {} if stage.engine.compiled else {"instanced": None}
    entries: dict[str, Any] = {"type": "scene"}
    entries |= solids(mi, stage.geometry, stage.looks, stage.poses, np.flatnonzero(shown), job=job, **instanced)  # type: ignore[arg-type]
    emitting = [*_lamps(stage), *_shells(stage, shown)]
    sky = _sky(stage, open_walls)
    emitting.extend([sky] if sky is not None else [])
    if stage.light["ceiling"] is not None:
        ceiling = stage.light["ceiling"]
        panels = [lamp for lamp in stage.light["lamps"] if lamp.get("name") == "ambient"]
        bsdf = surface_bsdf({"type": "rgb", "value": ceiling["color"]}, roughness=_GROUND_ROUGHNESS, metallic=0.0)
        seen = sees_ceiling(stage.scene, camera)
        body, shining = ceiling_parts(mi, ceiling, panels[0] if panels else None, bsdf, seen=seen)
        entries |= body
        emitting.extend(shining)
    if stage.light["ground"] is not None and rays.ground_y is not None:
        entries["ground"] = _ground(stage, rays)
    return mi.load_dict(entries | Emitting.weighted(emitting))


def add_sensor(stage: ViewStage, pinhole: Pinhole, *, first: int, rows: int) -> Any:
    """The camera with the film of some rows of the picture, in the frame of Mitsuba."""
    mi = stage.engine.mi
    pose = stage.frame.rigid(pinhole.world_from_camera)
    eye, forward, up = pose[:3, 3], pose[:3, 2], -pose[:3, 1]
    film = {
        "type": "hdrfilm",
        "width": pinhole.width,
        "height": pinhole.height,
        "crop_offset_x": 0,
        "crop_offset_y": first,
        "crop_width": pinhole.width,
        "crop_height": rows,
        "rfilter": {"type": "box"},
        "pixel_format": "rgba",
        "component_format": "float32",
    }
    return mi.load_dict(
        {
            "type": "perspective",
            "to_world": mi.ScalarTransform4f().look_at(eye.tolist(), (eye + forward).tolist(), up.tolist()),
            "fov": math.degrees(2.0 * math.atan(pinhole.height / 2.0 / float(pinhole.K[1, 1]))),
            "fov_axis": "y",
            "near_clip": _NEAR,
            "far_clip": _FAR,
            "film": film,
            "sampler": {"type": "independent"},
        }
    )


def _lamps(stage: ViewStage) -> list[Emitting]:
    """The lamps but suns and the panel of the ceiling. A lamp in a solid is left to the solid's shell, a spot stands where it leaves it."""
    held = lamp_holders(stage.geometry, stage.rig.lights)
    out = []
    for number, lamp in enumerate(stage.light["lamps"]):
        if lamp.get("portal") or lamp.get("name") == "ambient":
            continue
        holders = held.get(lamp["light"], [])
        if lamp["type"] == "SPOT":
            out.append(spot_lamp(stage.engine.mi, number, _moved_out(stage, lamp, holders)))
        elif holders:
            continue
        elif lamp["type"] == "POINT":
            out.append(point_lamp(number, lamp))
        elif lamp["type"] == "AREA":
            out.append(area_lamp(stage.engine.mi, f"lamp_{number}", lamp))
    return out


def _moved_out(stage: ViewStage, lamp: dict[str, Any], holders: list[int]) -> dict[str, Any]:
    """A spot where its axis leaves the solids that hold it."""
    if not holders:
        return lamp
    at, way = np.asarray(lamp["position"], dtype=np.float64), np.asarray(lamp["direction"], dtype=np.float64)
    corners = np.concatenate([instance_soup(stage.geometry, stage.poses, i).vertices for i in holders])
    along = (corners - at) @ way
    # no part of the solids is farther along its axis
    return {**lamp, "position": (at + way * (max(float(along.max()), 0.0) * 1.01)).tolist()}


def _shells(stage: ViewStage, shown: npt.NDArray[np.bool_]) -> list[Emitting]:
    """Shells around what shines: by its material, and by a lamp in it. Bodies of one radiance share one."""
    geometry = stage.geometry
    emission = np.array([m.emission for m in geometry.materials], dtype=np.float64)[geometry.material]
    base = _mean_colors(geometry, stage.looks)
    radiance = emission[:, None] * base
    soups = {int(i): instance_soup(geometry, stage.poses, int(i)) for i in np.flatnonzero(shown & (emission > 0.0))}
    for number, holders in lamp_holders(geometry, stage.rig.lights).items():
        lamp = next((x for x in stage.light["lamps"] if x.get("light") == number), None)
        outer = [i for i in holders if shown[i]]
        if lamp is None or lamp["type"] == "SPOT" or not outer:
            continue
        for i in outer:
            soups.setdefault(i, instance_soup(geometry, stage.poses, i))
        largest = max(outer, key=lambda i: soups[i].area)
        watts = lamp["energy"] * np.asarray(lamp["color"], dtype=np.float64)
        radiance[largest] += watts / (math.pi * max(soups[largest].area, 1e-12))
    groups: dict[tuple[float, ...], list[int]] = {}
    for i in sorted(soups):
        if radiance[i].max() > 0.0:
            groups.setdefault(tuple(np.round(radiance[i], 4).tolist()), []).append(i)
    reach = 1.0 + float(np.abs(stage.poses[:, :3, 3]).max(initial=0.0))
    out = []
    for number, (light, rows) in enumerate(groups.items()):
        soup = joined([soups[i] for i in rows if soups[i].colors is None] or [soups[i] for i in rows])
        out.append(shell(stage.engine.mi, f"shell_{number}", soup, np.array(light), gap=_SHELL_GAP * reach))
    return out


def _mean_colors(geometry: SceneGeometry, looks: list[SurfaceLook]) -> FloatArray:
    """(I, 3) linear mean colour of each instance, with its texture or its colours of vertices."""
    from scenewright.scene.colorspace import linear_from_srgb

    means = [linear_from_srgb(p[::4, ::4, :3].reshape(-1, 3) / 255.0).mean(axis=0) for p in geometry.textures]
    out = linear_from_srgb(geometry.color).reshape(-1, 3)
    for i, look in enumerate(looks):
        if look.texture >= 0:
            out[i] = np.array(look.color) * means[look.texture]
        elif look.by_vertex:
            colors = geometry.meshes[geometry.mesh[i]].colors
            assert colors is not None
            out[i] *= colors.mean(axis=0)
    return out


def _sky(stage: ViewStage, open_walls: tuple[str, ...]) -> Emitting | None:
    """The light from far away; None for a room that it cannot enter."""
    room = stage.scene.room
    suns = [lamp for lamp in stage.light["lamps"] if lamp["type"] == "SUN"]
    if room is None:
        radius = stage.frame.scale * float(np.linalg.norm(np.ptp(stage.scene.bounds, axis=0))) / 2.0
        return environment(stage.engine.mi, stage.rig.sky, 1.0, suns, opening=math.pi * radius**2)
    opening = sum(o.width * o.height for o in room.openings) + sum(
        room.height * (room.depth if wall in ("left", "right") else room.width) for wall in open_walls
    )
    if opening <= 0.0:
        return None
    return environment(stage.engine.mi, stage.rig.sky, _WINDOW_SKY, suns, opening=opening * stage.frame.scale**2)


def _ground(stage: ViewStage, rays: RayScene) -> dict[str, Any]:
    """The ground, which fades into the backdrop as that of the passes does."""
    mi, scale = stage.engine.mi, stage.frame.scale
    reach = _ground_reach(stage.rig.outdoor)
    side = (np.arange(_GROUND_PIXELS) + 0.5) / _GROUND_PIXELS * 2.0 - 1.0
    x, z = np.meshgrid(side * reach, side * reach)
    at = np.stack([x.ravel(), 0.0 * x.ravel(), z.ravel()], axis=1).astype(np.float32)
    cover = (1.0 - ground_fade(at, outdoor=stage.rig.outdoor)).reshape(_GROUND_PIXELS, _GROUND_PIXELS, 1)
    assert rays.ground_y is not None
    centre = scale * (rays.centre + np.array([0.0, rays.ground_y * rays.radius, 0.0]) - stage.frame.centre)
    half = scale * reach * rays.radius
    pose = np.eye(4)
    pose[:3, 0], pose[:3, 1], pose[:3, 2] = [half, 0.0, 0.0], [0.0, 0.0, -half], [0.0, 1.0, 0.0]
    pose[:3, 3] = centre
    color = {"type": "rgb", "value": stage.light["ground"]["color"]}
    return {
        "type": "rectangle",
        "to_world": mi.ScalarTransform4f(pose),
        "bsdf": {
            "type": "mask",
            "opacity": {
                "type": "bitmap",
                "bitmap": mi.Bitmap(np.ascontiguousarray(cover, dtype=np.float32)),
                "raw": True,
                "wrap_mode": "clamp",
            },
            "surface": surface_bsdf(color, roughness=_GROUND_ROUGHNESS, metallic=0.0),
        },
    }


def _ground_reach(outdoor: bool) -> float:
    """Radius in the unit frame of rays at which all of the ground has faded."""
    distances = np.linspace(0.0, 64.0, 641)
    at = np.stack([distances, 0.0 * distances, 0.0 * distances], axis=1).astype(np.float32)
    return float(distances[ground_fade(at, outdoor=outdoor) < 1.0].max()) + 0.1


def window_panes(stage: ViewStage) -> npt.NDArray[np.bool_]:
    """(I,) which instances are clear panes in the windows of the room."""
    geometry, room = stage.geometry, stage.scene.room
    clear = np.array([m.opacity < _CLEAR_OPACITY for m in geometry.materials], dtype=bool)[geometry.material]
    out = np.zeros(len(geometry), dtype=bool)
    if room is None:
        return out
    for i in np.flatnonzero(clear).tolist():
        mesh = geometry.meshes[geometry.mesh[i]]
        pose = geometry.world_from_mesh[i]
        middle = pose[:3, :3] @ (mesh.vertices.max(axis=0) + mesh.vertices.min(axis=0)) / 2.0 + pose[:3, 3]
        out[i] = any(_in_opening(room, o, middle) for o in room.openings if o.kind == "window")
    return out


def _in_opening(room: Room, opening: Opening, point: FloatArray) -> bool:
    """Whether a point is in an opening, between the faces of its wall."""
    across = 0 if opening.wall in ("left", "right") else 2
    side = -1.0 if opening.wall in ("left", "back") else 1.0
    half = (room.width if across == 0 else room.depth) / 2.0
    along, up = point[2 - across] - opening.offset, point[1] - opening.sill
    return bool(
        side * point[across] >= half - 0.02 and abs(along) <= opening.width / 2.0 and 0.0 <= up <= opening.height
    )
