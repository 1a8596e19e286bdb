"""Lamps, sky, ground and ceiling."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

from .frames import blender_points, look_along
from .materials import ground_material, new_graph, surface_material

__all__ = ["add_ceiling", "add_ground", "add_lamps", "set_world"]

GRADIENT_MAP = 256
"""Columns of the map by which Cycles sends rays to a gradient. Of itself it makes one of 1024 columns, anew for each picture, which takes
longer than a small picture."""
GROUND_SEGMENTS = 128


def add_lamps(collection: Any, lamps: list[dict[str, Any]]) -> list[Any]:
    """Add lamps that the camera does not show, and return their objects.

    Each: `type` 'SUN', 'POINT', 'SPOT' or 'AREA'; `position`, `direction` in the y-up world; `energy` in watts (a sun:
    watts per square metre); `color` linear; `radius` of a point or spot, `size` (width, depth) of an area, `angle` of a
    sun's disc or of a spot's cone in radians, `blend` of a spot; `portal`: it only guides sampling of the sky and emits
    no light; `shaded`: it is inside an object that casts no shadow.
    """
    made = []
    for i, lamp in enumerate(lamps):
        data = bpy.data.lights.new(lamp.get("name", f"light_{i}"), lamp["type"])
        data.energy = lamp["energy"]
        data.color = lamp["color"]
        # the shade stops rays that would hit the lamp by chance, so all light must come from rays aimed at it
        data.cycles.use_multiple_importance_sampling = not lamp.get("shaded", False)
        if lamp["type"] == "SUN":
            data.angle = lamp["angle"]
        elif lamp["type"] == "AREA":
            data.shape = "RECTANGLE"
            data.size, data.size_y = lamp["size"]
            data.cycles.is_portal = bool(lamp.get("portal", False))
        else:
            data.shadow_soft_size = lamp["radius"]
            if lamp["type"] == "SPOT":
                data.spot_size = lamp["angle"]
                data.spot_blend = lamp["blend"]
        thing = bpy.data.objects.new(data.name, data)
        thing.matrix_basis = look_along(np.asarray(lamp["position"]), np.asarray(lamp["direction"]))
        thing.visible_camera = False
        collection.objects.link(thing)
        made.append(thing)
    return made


def set_world(scene: Any, world: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    """Set the sky, which lights the scene and is its background.

    `stops`: [height -1 to 1, red, green, blue] of a vertical gradient, linear, or `picture`: the name of an (H, W, 3)
    float32 linear panorama, its middle toward -z. `strength` multiplies either; `seen` also multiplies what the camera sees. The camera
    sees the node ``backdrop`` instead while the node ``seen`` is 1: the colour of the node ``color``, or, where `outside` names an
    (H, W, 3) float32 panorama of what the windows of a room show, that picture while the factor of the node ``outside`` is 1. The node
    ``tint`` multiplies the light's colour.
    """
    block = bpy.data.worlds.new("surroundings")
    scene.world = block
    tree = new_graph(block)
    nodes, links = tree.nodes, tree.links
    out = nodes.new("ShaderNodeOutputWorld")
    light = nodes.new("ShaderNodeBackground")
    ray = nodes.new("ShaderNodeLightPath").outputs["Is Camera Ray"]
    strength = nodes.new("ShaderNodeMath")
    strength.operation = "MULTIPLY_ADD"
    links.new(ray, strength.inputs[0])
    strength.inputs[1].default_value = world["strength"] * (world["seen"] - 1.0)
    strength.inputs[2].default_value = world["strength"]
    links.new(strength.outputs[0], light.inputs["Strength"])
    tint = nodes.new("ShaderNodeVectorMath")
    tint.name = "tint"
    tint.operation = "MULTIPLY"
    tint.inputs[1].default_value = (1.0, 1.0, 1.0)
    sky = _picture(tree, arrays[world["picture"]]) if world["picture"] else _gradient(tree, world["stops"])
    links.new(sky, tint.inputs[0])
    links.new(tint.outputs[0], light.inputs["Color"])
    backdrop = nodes.new("ShaderNodeBackground")
    backdrop.name = "backdrop"
    color = nodes.new("ShaderNodeRGB")
    color.name = "color"
    links.new(color.outputs["Color"], backdrop.inputs["Color"])
    if world.get("outside"):
        either = nodes.new("ShaderNodeMixRGB")
        either.name = "outside"
        either.inputs["Fac"].default_value = 0.0
        links.new(color.outputs["Color"], either.inputs["Color1"])
        links.new(_picture(tree, arrays[world["outside"]]), either.inputs["Color2"])
        links.new(either.outputs["Color"], backdrop.inputs["Color"])
    seen = nodes.new("ShaderNodeMath")
    seen.name = "seen"
    seen.operation = "MULTIPLY"
    links.new(ray, seen.inputs[0])
    seen.inputs[1].default_value = 0.0
    mix = nodes.new("ShaderNodeMixShader")
    links.new(seen.outputs[0], mix.inputs[0])
    links.new(light.outputs[0], mix.inputs[1])
    links.new(backdrop.outputs[0], mix.inputs[2])
    links.new(mix.outputs[0], out.inputs["Surface"])
    block.cycles.sampling_method = "AUTOMATIC" if world["picture"] else "MANUAL"
    block.cycles.sample_map_resolution = GRADIENT_MAP


def _gradient(tree: Any, stops: list[list[float]]) -> Any:
    nodes, links = tree.nodes, tree.links
    split = nodes.new("ShaderNodeSeparateXYZ")
    links.new(nodes.new("ShaderNodeTexCoord").outputs["Generated"], split.inputs[0])
    height = nodes.new("ShaderNodeMapRange")
    height.inputs["From Min"].default_value = -1.0
    height.inputs["From Max"].default_value = 1.0
    links.new(split.outputs["Z"], height.inputs["Value"])
    node = nodes.new("ShaderNodeValToRGB")
    links.new(height.outputs["Result"], node.inputs["Fac"])
    ramp = node.color_ramp
    # a new ramp has an element at each end
    for k, (y, *color) in enumerate(stops):
        place = (y + 1.0) / 2.0
        element = ramp.elements[0] if k == 0 else ramp.elements.new(place)
        element.position = place
        element.color = (*color, 1.0)
    last = ramp.elements[len(ramp.elements) - 1]
    last.color = (*stops[-1][1:], 1.0)
    return node.outputs["Color"]


def _picture(tree: Any, pixels: np.ndarray) -> Any:
    image = bpy.data.images.new("environment", pixels.shape[1], pixels.shape[0], float_buffer=True)
    image.colorspace_settings.name = "Linear Rec.709"
    rgba = np.ones((*pixels.shape[:2], 4), dtype=np.float32)
    # the middle of a Blender panorama is +x; the world's -z is Blender's +y, a quarter to the left of it
    rgba[..., :3] = np.roll(pixels, -round(pixels.shape[1] / 4), axis=1)
    image.pixels.foreach_set(rgba[::-1].ravel())
    image.pack()
    node = tree.nodes.new("ShaderNodeTexEnvironment")
    node.image = image
    return node.outputs["Color"]


def add_ground(collection: Any, ground: dict[str, Any]) -> Any:
    """A disc under the scene: `centre` in the y-up world, `color` linear, `roughness`, `clear` and `gone` as in `ground_material`."""
    angle = np.arange(GROUND_SEGMENTS) * (2.0 * math.pi / GROUND_SEGMENTS)
    rim = np.stack([np.cos(angle), np.sin(angle), 0.0 * angle], axis=1) * ground["gone"]
    mesh = bpy.data.meshes.new("ground")
    mesh.from_pydata(rim.tolist(), [], [list(range(GROUND_SEGMENTS))])
    mesh.materials.append(ground_material(tuple(ground["color"]), ground["roughness"], ground["clear"], ground["gone"]))
    return _stand(collection, "ground", mesh, ground)


def add_ceiling(collection: Any, ceiling: dict[str, Any]) -> Any:
    """A slab over a room: `centre` of its lower side in the y-up world, `size` (width, depth), `thickness`, `color` linear."""
    w, d = (v / 2.0 for v in ceiling["size"])
    t = ceiling["thickness"]
    corners = [(-w, -d, 0.0), (w, -d, 0.0), (w, d, 0.0), (-w, d, 0.0)]
    points = corners + [(x, y, t) for x, y, _ in corners]
    faces = [[3, 2, 1, 0], [4, 5, 6, 7], [0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]]
    mesh = bpy.data.meshes.new("ceiling")
    mesh.from_pydata(points, [], faces)
    mesh.materials.append(
        surface_material(
            "ceiling", roughness=0.9, metallic=0.0, opacity=1.0, emission=0.0, color=tuple(ceiling["color"])
        )
    )
    return _stand(collection, "ceiling", mesh, ceiling)


def _stand(collection: Any, name: str, mesh: Any, given: dict[str, Any]) -> Any:
    thing = bpy.data.objects.new(name, mesh)
    thing.location = blender_points(np.asarray([given["centre"]]))[0].tolist()
    thing.color = (*given["color"], 1.0)
    collection.objects.link(thing)
    return thing
