"""Renders of a built scene: the picture, its exposure, and exact depth, normals and instance indices."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

from pathlib import Path
from typing import Any

import bpy
import numpy as np

from .engine import set_color_engine, set_data_engine, set_tiles
from .frames import camera_matrix
from .materials import data_material
from .objects import DrawnObject

__all__ = ["Studio"]

METER_HEIGHT = 72
"""Height in pixels of the small picture for metering the exposure."""
METER_SAMPLES = 24
_WHITE_PAPER = 1.05
"""Linear value of a matt surface of albedo 1: AgX shows it as bright white without clipping."""
_BALANCE = 0.5
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
"""Luminance weights of linear Rec. 709."""
_HIGHLIGHT = 4.0
"""Linear value, after exposure, that at most one pixel in fifty may exceed."""


class Studio:
    """Renders the built scene, one picture at a time: it changes cameras, materials and settings of the scene."""

    def __init__(
        self,
        scene: Any,
        drawn: DrawnObject,
        settings: dict[str, Any],
        *,
        lamps: list[Any],
        stage: dict[int, Any],
        bevel: np.ndarray,
        means: dict[int, np.ndarray],
        cutouts: dict[str, Any],
        scratch: Path,
    ) -> None:
        """`bevel`: (I,) radius of the rounded edges of each instance, scene units. `means`: linear mean (3,) of texture and mesh colours
        of each instance that has them. `stage`: ceiling and ground by their indices in the data, which follow those of the instances.
        `cutouts`: the images whose alpha cuts holes, by the name of their material. `scratch`: a folder for Blender's files."""
        self.scene = scene
        self.drawn = drawn
        self.settings = settings
        self.stage = stage
        self.lamps = [(lamp, tuple(lamp.data.color)) for lamp in lamps]
        self.bevel = bevel
        self.means = means
        self.plain = {i: np.array(thing.color[:3]) for thing, i in drawn.single if i in means}
        self.cutouts = cutouts
        self.scratch = scratch
        self.data_materials: dict[tuple[str, str | None], Any] = {}
        things = [thing for thing, _ in (*drawn.single, *drawn.merged)] + list(stage.values())
        self.worn = [(mesh, mesh.materials[0]) for mesh in {thing.data.name: thing.data for thing in things}.values()]
        camera = bpy.data.cameras.new("camera")
        self.camera = bpy.data.objects.new("camera", camera)
        scene.collection.objects.link(self.camera)
        scene.camera = self.camera
        self.shadows = [thing.visible_shadow for thing, _ in drawn.single]
        self._set_alpha(bevel)

    def aim(self, view: dict[str, Any], world_from_camera: np.ndarray) -> None:
        """Set the camera. `world_from_camera`: (4, 4), OpenCV axes, y-up world. `fov`: vertical, radians. `near`, `far`: scene units."""
        lens = self.camera.data
        lens.sensor_fit = "VERTICAL"
        lens.angle = view["fov"]
        lens.clip_start, lens.clip_end = view["near"], view["far"]
        self.camera.matrix_basis = camera_matrix(world_from_camera)

    def hide(self, instances: np.ndarray) -> None:
        """Hide instances (indices) from the camera. Light also passes through them, as into a doll's house, but mirrors and glass still
        show them. If they blocked diffuse light, the walls next to them would be black."""
        hidden = set(instances.tolist())
        for (thing, i), shadow in zip(self.drawn.single, self.shadows, strict=True):
            seen = i not in hidden
            if thing.visible_camera != seen:
                thing.visible_camera = seen
                thing.visible_diffuse = seen
                thing.visible_shadow = shadow and seen
        # a portal tells Cycles that the sky enters only there, which is wrong while walls are hidden
        for lamp, _ in self.lamps:
            lamp.hide_render = bool(hidden) and lamp.data.type == "AREA" and lamp.data.cycles.is_portal

    # -- the picture ----------------------------------------------------------------------------------------------

    def meter(self, width: int, height: int) -> np.ndarray:
        """(3,) factor on the light that makes white paper in this view nearly white. It removes half of the light's tint, as eyes adapt.

        It measures incident light (radiance over albedo), as a light meter in the scene does, so that a dark sofa stays dark and a white
        room white. The level lies between the upper quartile and the geometric mean (Reinhard et al. 2002, eq. 1), and is lowered where
        more than one pixel in fifty would exceed the highlights.
        """
        small = max(2, round(METER_HEIGHT * width / height)), METER_HEIGHT
        if small[0] > 4 * METER_HEIGHT:
            small = 4 * METER_HEIGHT, max(2, round(4 * METER_HEIGHT * height / width))
        settings = {**self.settings, "transparent": True, "time_limit": 0.0}
        set_color_engine(self.scene, settings, samples=METER_SAMPLES, denoise=False)
        self.scene.cycles.film_exposure = 1.0
        self._tint_light(np.ones(3))
        radiance = self._linear(small)
        everything, things = self._albedo(small, settings, stage=True), self._albedo(small, settings, stage=False)
        solid = things[..., 3] > 0.5
        if not solid.any():
            return np.ones(3)
        light, base = radiance[..., :3] @ _LUMINANCE, everything[..., :3] @ _LUMINANCE
        # measure the tint on surfaces of little colour, ground and ceiling included
        plain = (everything[..., 3] > 0.5) & (radiance[..., 3] > 0.99)
        plain &= everything[..., :3].min(axis=-1) > 0.5 * everything[..., :3].max(axis=-1)
        balance = np.ones(3)
        if plain.any():
            tint = np.maximum(np.median(radiance[plain][:, :3] / everything[plain][:, :3], axis=0), 1e-6)
            balance = np.clip(tint / (tint @ _LUMINANCE), 0.3, 3.0) ** -_BALANCE
        incident = np.maximum(light[solid] / np.maximum(base[solid], 0.01), 1e-6)
        level = 0.65 * float(np.quantile(incident, 0.75)) + 0.35 * float(np.exp(np.log(incident).mean()))
        bright = float(np.quantile(light[solid], 0.98))
        return balance * min(_WHITE_PAPER / max(level, 1e-6), _HIGHLIGHT / max(bright, 1e-9))

    def _albedo(self, size: tuple[int, int], settings: dict[str, Any], *, stage: bool) -> np.ndarray:
        """(H, W, 4) linear base colours with coverage. `stage`: with ground and ceiling."""
        self._wear("albedo")
        self._average_textures(True)
        hidden = [thing for thing in self.stage.values() if not stage]
        for thing in hidden:
            thing.hide_render = True
        set_data_engine(self.scene, settings, spread=1.0)
        values = self._without_sky(size)
        for thing in hidden:
            thing.hide_render = False
        self._average_textures(False)
        self._wear(None)
        return values

    def _average_textures(self, on: bool) -> None:
        """Colour each textured object by the mean of its texture, since one override material cannot hold all textures."""
        for thing, i in self.drawn.single:
            if i in self.means:
                color = self.plain[i] * self.means[i] if on else self.plain[i]
                thing.color = (*color.tolist(), thing.color[3])

    def _tint_light(self, factor: np.ndarray) -> None:
        """Multiply the colours of all lamps and the sky by `factor` (3,). Light is additive, so the picture is multiplied too."""
        for lamp, color in self.lamps:
            lamp.data.color = tuple(float(c * f) for c, f in zip(color, factor, strict=True))
        self.scene.world.node_tree.nodes["tint"].inputs[1].default_value = factor.tolist()

    def develop(
        self,
        width: int,
        height: int,
        factor: np.ndarray,
        *,
        backdrop: list[float] | str | None,
        samples: int,
        denoise: bool,
    ) -> bytes:
        """The PNG of the view: 8 bits, sRGB, with alpha where the background is transparent. `factor`: (3,) on the light.
        `backdrop`: linear colour, 'outside': what the windows of a room show, None: the sky."""
        exposure = float(factor @ _LUMINANCE)
        self._tint_light(factor / exposure)
        scene = self.scene
        set_color_engine(scene, self.settings, samples=samples, denoise=denoise)
        set_tiles(scene, self.settings, width, height)
        scene.cycles.film_exposure = exposure
        self._set_backdrop(backdrop, exposure)
        scene.view_settings.view_transform = self.settings["view_transform"]
        scene.view_settings.look = self.settings["look"]
        scene.view_settings.exposure = 0.0
        scene.view_settings.gamma = 1.0
        path = self.scratch / "picture.png"
        kind = scene.render.image_settings
        kind.file_format = "PNG"
        kind.color_mode = "RGBA" if self.settings["transparent"] else "RGB"
        kind.color_depth = "8"
        kind.compression = 15
        self._render(path, width, height)
        data = path.read_bytes()
        path.unlink()
        return data

    # -- data -----------------------------------------------------------------------------------------------------

    def indices_and_depth(self, width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
        """(H, W) int32 index of the nearest instance or stage surface at the pixel's centre, -1 where there is none; (H, W) float32
        distance along the camera's axis in scene units, inf where there is none. First row at the top."""
        self._set_alpha(np.arange(1.0, len(self.bevel) + 1.0))
        for index, thing in self.stage.items():
            thing.color = (*thing.color[:3], index + 1.0)
        rgba = self._data("ids", width, height)
        self._set_alpha(self.bevel)
        index = np.rint(rgba[..., 0]).astype(np.int32) - 1
        depth = np.where(index >= 0, rgba[..., 1], np.inf).astype(np.float32)
        return index, depth

    def normals(self, width: int, height: int) -> np.ndarray:
        """(H, W, 3) float32 unit normals in the y-up world, facing the viewer; 0 where there is nothing."""
        rgba = self._data("normal", width, height)
        n = rgba[..., :3] * 2.0 - 1.0
        n = np.stack([n[..., 0], n[..., 2], -n[..., 1]], axis=-1)
        n /= np.maximum(np.linalg.norm(n, axis=-1, keepdims=True), 1e-12)
        n[rgba[..., 3] < 0.5] = 0.0
        return n.astype(np.float32)

    def _data(self, what: str, width: int, height: int) -> np.ndarray:
        set_data_engine(self.scene, self.settings)
        self._wear(what)
        try:
            return self._without_sky((width, height))
        finally:
            self._wear(None)

    # -- one render -----------------------------------------------------------------------------------------------

    def _wear(self, what: str | None) -> None:
        """Give everything a material of data, or its own again. One override serves all, unless some have holes."""
        if not self.cutouts:
            self.scene.view_layers[0].material_override = None if what is None else self._data_material(what, None)
            return
        for mesh, own in self.worn:
            holes = own.name if own.name in self.cutouts else None
            mesh.materials[0] = own if what is None else self._data_material(what, holes)

    def _data_material(self, what: str, holes: str | None) -> Any:
        if (what, holes) not in self.data_materials:
            image = None if holes is None else self.cutouts[holes]
            self.data_materials[what, holes] = data_material(what, holes=image)
        return self.data_materials[what, holes]

    def _set_backdrop(self, backdrop: list[float] | str | None, exposure: float) -> None:
        """Set the backdrop, divided by the exposure, so that the picture shows it unchanged in any light."""
        nodes = self.scene.world.node_tree.nodes
        nodes["seen"].inputs[1].default_value = 0.0 if backdrop is None else 1.0
        nodes["backdrop"].inputs["Strength"].default_value = 1.0 / exposure
        if "outside" in nodes:
            nodes["outside"].inputs["Fac"].default_value = 1.0 if backdrop == "outside" else 0.0
        if isinstance(backdrop, list):
            nodes["color"].outputs["Color"].default_value = (*backdrop, 1.0)

    def _set_alpha(self, values: np.ndarray) -> None:
        """Set the objects' alpha by instance: the radius of rounded edges, or the value that a data render reads."""
        for thing, i in self.drawn.single:
            thing.color = (*thing.color[:3], float(values[i]))

    def _without_sky(self, size: tuple[int, int]) -> np.ndarray:
        """Like `_linear`, for data: the light of the sky plays no part, and takes time to prepare."""
        world, self.scene.world = self.scene.world, None
        try:
            return self._linear(size)
        finally:
            self.scene.world = world

    def _linear(self, size: tuple[int, int]) -> np.ndarray:
        """(H, W, 4) float32 linear values of one render, first row at the top."""
        path = self.scratch / "data.exr"
        kind = self.scene.render.image_settings
        kind.file_format = "OPEN_EXR"
        kind.color_mode = "RGBA"
        kind.color_depth = "32"
        kind.exr_codec = "NONE"
        self._render(path, *size)
        image = bpy.data.images.load(str(path))
        image.colorspace_settings.name = "Non-Color"
        # the EXR's colours are premultiplied; keep Blender from dividing them by alpha
        image.alpha_mode = "CHANNEL_PACKED"
        values = np.empty(size[0] * size[1] * 4, dtype=np.float32)
        image.pixels.foreach_get(values)
        bpy.data.images.remove(image)
        path.unlink()
        return values.reshape(size[1], size[0], 4)[::-1]

    def _render(self, path: Path, width: int, height: int) -> None:
        render = self.scene.render
        render.resolution_x, render.resolution_y = width, height
        render.use_file_extension = False
        render.filepath = str(path)
        bpy.ops.render.render(write_still=True)
