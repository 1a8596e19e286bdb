"""Draws a scene with its things moved and its camera changed, without running its program again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from scenewright.app.picture_fitting.bodies import Body
from scenewright.app.picture_fitting.state import FitState
from scenewright.app.picture_fitting.units import Unit, static_body
from scenewright.renderers.base import Pinhole, hidden_rows, light_rig
from scenewright.renderers.preview import enclosed_area, ray_scene, stage_of
from scenewright.renderers.rays import RayPicture, Shader
from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.threads import thread_count

__all__ = ["FitDrawing"]

_SAMPLES, _EDGE_SAMPLES = 4, 4


class FitDrawing:
    """The scene of a fit, with the light of the preview."""

    def __init__(
        self, scene: Scene, geometry: SceneGeometry, units: Sequence[Unit], root: Path | None, job: Job
    ) -> None:
        self.scene = scene
        self.geometry = geometry
        self.units = units
        self.root = root
        self.job = job
        self._still: dict[bytes, Body | None] = {}
        self.moving = np.zeros(len(geometry), dtype=bool)
        for unit in units:
            self.moving[unit.instances] = True

    def still(self, state: FitState) -> Body | None:
        """What does not move, as far as the view of a state shows it."""
        visible = ~hidden_rows(self.scene, state.view())[self.geometry.entity] & ~self.moving
        key = np.packbits(visible).tobytes()
        if key not in self._still:
            self._still = {key: static_body(self.geometry, visible)}
        return self._still[key]

    def picture(self, state: FitState, width: int, height: int, *, without: Collection[int] = ()) -> FloatArray:
        """(H, W, 3) sRGB from 0 to 1. `without`: the numbers of things that are left out."""
        world, color = self.geometry.world_from_mesh.copy(), self.geometry.color.copy()
        for unit, change in zip(self.units, state.changes, strict=True):
            world[unit.instances] = change.motion(unit) @ world[unit.instances]
            linear = linear_from_srgb(color[unit.instances]) * np.array(change.gain)
            color[unit.instances] = srgb_from_linear(np.clip(linear, 0.0, 1.0))
        geometry = replace(self.geometry, world_from_mesh=world, color=color)
        camera = state.view()
        visible = ~hidden_rows(self.scene, camera)[geometry.entity]
        for number in without:
            visible[self.units[number].instances] = False
        rays = ray_scene(self.scene, geometry, visible, job=self.job)
        drawing = RayPicture(
            rays,
            Pinhole.of(camera, width, height),
            stage=stage_of(self.scene, camera, rays, opaque=True),
            seed=0,
            edge_samples=_EDGE_SAMPLES,
            opaque=True,
            threads=thread_count(None),
        )
        shader = Shader(
            rays,
            light_rig(self.scene, camera, root=self.root),
            samples=_SAMPLES,
            seed=0,
            enclosed_area=enclosed_area(self.scene),
        )
        light, _ = drawing.color(drawing.trace_pixels(deep=True), shader, self.job.quiet())
        return np.asarray(srgb_from_linear(np.clip(light.astype(np.float64), 0.0, 1.0)))
