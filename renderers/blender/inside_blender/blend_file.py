"""Saves a scene as a ``.blend`` or ``.fbx`` file: the instance tree as parented, named objects with plain, editable materials."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import addon_utils
import bpy
import numpy as np

from .frames import blender_matrix, camera_matrix, has_shear, srgb_to_linear
from .materials import load_image, surface_material
from .objects import new_mesh, place_object, read_meshes
from .surroundings import add_lamps, set_world

__all__ = ["save_blend"]


def save_blend(request: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    """Write ``request["file"]``, whole or not at all.

    ``nodes``: name, path, word, phrase and entity of each of N nodes. Arrays: ``node_parent`` (N,), ``node_pose`` (N, 4, 4)
    parent_from_local, ``node_mesh`` and ``node_material`` (N,), -1 for none, ``node_color`` (N, 3) sRGB. A node without a mesh becomes an
    empty. The root and each of its children also become collections. Views, lamps and sky are as for a render.
    """
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.unit_settings.system = "METRIC" if request["metres"] else "NONE"
    meshes = read_meshes(request["meshes"], arrays)
    images = [load_image(f"texture_{i}", arrays[name]) for i, name in enumerate(request["images"])]
    painter = _Painter(request["materials"], images)
    nodes, parent = request["nodes"], arrays["node_parent"]
    poses = blender_matrix(arrays["node_pose"])
    sheared = has_shear(poses)
    shared: dict[tuple[int, str], Any] = {}
    made: list[Any] = []
    homes: list[Any] = []
    root = bpy.data.collections.new(nodes[0]["name"])
    scene.collection.children.link(root)
    anchor = None
    for i, node in enumerate(nodes):
        p = int(parent[i])
        home = root if p < 0 else homes[p]
        if p == 0 and arrays["node_mesh"][i] < 0:
            home = bpy.data.collections.new(node["name"])
            root.children.link(home)
        data = None
        if arrays["node_mesh"][i] >= 0:
            material = painter.material(int(arrays["node_material"][i]), arrays["node_color"][i])
            key = (int(arrays["node_mesh"][i]), material.name)
            if key not in shared:
                shared[key] = new_mesh(meshes[key[0]].name, meshes[key[0]], material)
            data = shared[key]
        thing = bpy.data.objects.new(node["name"], data)
        if data is None:
            thing.empty_display_size = request["mark"]
        else:
            thing.color = (*srgb_to_linear(arrays["node_color"][i]).tolist(), 1.0)
        home.objects.link(thing)
        if p >= 0:
            thing.parent = made[p]
        elif sheared[i]:
            if anchor is None:
                anchor = bpy.data.objects.new("anchor", None)
                root.objects.link(anchor)
            thing.parent = anchor
        place_object(thing, poses[i], bool(sheared[i]))
        for name in ("path", "word", "phrase", "entity"):
            if node[name] is not None:
                thing[f"scenewright_{name}"] = node[name]
        made.append(thing)
        homes.append(home)
    set_world(scene, request["world"], arrays)
    add_lamps(scene.collection, request["lamps"])
    for view, pose in zip(request["views"], arrays["view_pose"], strict=True):
        lens = bpy.data.cameras.new(view["name"])
        lens.sensor_fit = "VERTICAL"
        lens.angle = view["fov"]
        lens.clip_start, lens.clip_end = view["near"], view["far"]
        camera = bpy.data.objects.new(view["name"], lens)
        camera.matrix_basis = camera_matrix(pose)
        scene.collection.objects.link(camera)
        scene.camera = scene.camera or camera
    scene.render.resolution_x, scene.render.resolution_y = request["size"]
    scene.view_settings.view_transform = "AgX"
    _write(Path(request["file"]))


def _write(file: Path) -> None:
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        if file.suffix.lower() == ".fbx":
            _write_fbx(part)
        else:
            bpy.ops.wm.save_as_mainfile(filepath=str(part), check_existing=False, compress=True, copy=True)
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)


def _write_fbx(file: Path) -> None:
    """The FBX format embeds pictures that are files, so those of the scene become files for that long."""
    addon_utils.enable("io_scene_fbx")
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".fbx.") as folder:
        for image in bpy.data.images:
            if image.packed_file is not None:
                image.filepath_raw, image.file_format = str(Path(folder) / f"{image.name}.png"), "PNG"
                image.save()
        bpy.ops.export_scene.fbx(
            filepath=str(file), check_existing=False, use_custom_props=True, path_mode="COPY", embed_textures=True
        )


class _Painter:
    """Makes one plain material for each colour and surface, as people and Blender's exporters expect."""

    def __init__(self, surfaces: list[dict[str, Any]], images: list[Any]) -> None:
        self.surfaces = surfaces
        self.images = images
        self.made: dict[tuple[int, tuple[float, ...]], Any] = {}

    def material(self, surface: int, color: np.ndarray) -> Any:
        """The material of a surface (index) in an sRGB colour (3,)."""
        key = (surface, tuple(np.round(color, 4).tolist()))
        if key not in self.made:
            m = self.surfaces[surface]
            r, g, b = (round(float(c) * 255) for c in color)
            self.made[key] = surface_material(
                f"{m['name']} #{r:02x}{g:02x}{b:02x}",
                roughness=m["roughness"],
                metallic=m["metallic"],
                opacity=m["opacity"],
                emission=m["emission"],
                image=None if m["image"] is None else self.images[m["image"]],
                cutout=m["cutout"],
                factors=m["factors"],
                color=tuple(srgb_to_linear(color).tolist()),
            )
        return self.made[key]
