"""Materials as node graphs. Colour comes from the object (and mesh attributes), so one graph serves every colour."""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
from __future__ import annotations

from typing import Any

import bpy
import numpy as np

__all__ = [
    "BEVEL_SAMPLES",
    "CLEAR_OPACITY",
    "DIM_EMISSION",
    "data_material",
    "ground_material",
    "load_image",
    "new_graph",
    "surface_material",
]

BEVEL_SAMPLES = 4
DIM_EMISSION = 1.5
"""Cycles samples surfaces of greater emission as lamps."""
CLEAR_OPACITY = 0.6
"""Instances of less opacity cast no shadow."""
_GLASS_REFLECTANCE = 0.04


def new_graph(block: Any) -> Any:
    """The empty node tree of a material or world, on every Blender (5.0 removed the switch)."""
    if bpy.app.version < (5, 0, 0):
        block.use_nodes = True
    block.node_tree.nodes.clear()
    return block.node_tree


def load_image(name: str, pixels: np.ndarray) -> Any:
    """A Blender image from (H, W, 4) uint8 sRGB, top row first. It is packed, so that a saved file contains it."""
    height, width = pixels.shape[:2]
    image = bpy.data.images.new(name, width, height, alpha=True)
    image.colorspace_settings.name = "sRGB"
    image.pixels.foreach_set((pixels[::-1].astype(np.float32) / 255.0).ravel())
    image.pack()
    return image


def surface_material(
    name: str,
    *,
    roughness: float,
    metallic: float,
    opacity: float,
    emission: float,
    image: Any = None,
    factors: bool = False,
    color: tuple[float, float, float] | None = None,
    cutout: bool = False,
    bevel: bool = False,
) -> Any:
    """A metallic-roughness surface. `color`: linear; None: the object's colour plus the mesh attribute ``tint``.
    `image` and, with `factors`, the mesh attribute ``factor`` multiply it.

    With `cutout` the image's alpha cuts holes.
    `bevel` rounds edges in the shading, not in the geometry, by the object's alpha as radius in scene units.
    Below an `opacity` of 1 light passes without refraction, and the surface reflects more toward grazing angles, as a thin pane does:
    refraction in thin shells without wall thickness would darken what is behind.
    """
    material = bpy.data.materials.new(name)
    tree = new_graph(material)
    nodes, links = tree.nodes, tree.links
    out = nodes.new("ShaderNodeOutputMaterial")
    principled = nodes.new("ShaderNodeBsdfPrincipled")
    links.new(principled.outputs[0], out.inputs["Surface"])
    principled.inputs["Roughness"].default_value = roughness
    principled.inputs["Metallic"].default_value = metallic
    texture = None
    if image is not None:
        texture = nodes.new("ShaderNodeTexImage")
        texture.image = image
    base = _color_source(tree, color, texture, factors)
    _feed(tree, principled.inputs["Base Color"], base)
    if emission > 0.0:
        principled.inputs["Emission Strength"].default_value = emission
        _feed(tree, principled.inputs["Emission Color"], base)
    if bevel:
        node = nodes.new("ShaderNodeBevel")
        node.samples = BEVEL_SAMPLES
        links.new(nodes.new("ShaderNodeObjectInfo").outputs["Alpha"], node.inputs["Radius"])
        links.new(node.outputs["Normal"], principled.inputs["Normal"])
        if emission <= DIM_EMISSION:
            # random rays find a large dim shade often enough; sampling its triangles as lamps costs more
            material.cycles.emission_sampling = "NONE"
    # only cutouts need shadows that evaluate the shader; nearly clear instances cast no shadow, see CLEAR_OPACITY
    material.use_transparent_shadow = cutout
    if opacity < 1.0 or cutout:
        pane = nodes.new("ShaderNodeBsdfTransparent")
        if isinstance(base, tuple):
            _feed(tree, pane.inputs["Color"], tuple((1.0 + c) / 2.0 for c in base))
        else:
            pale = nodes.new("ShaderNodeVectorMath")
            pale.operation = "MULTIPLY_ADD"
            links.new(base, pale.inputs[0])
            pale.inputs[1].default_value = pale.inputs[2].default_value = (0.5, 0.5, 0.5)
            links.new(pale.outputs[0], pane.inputs["Color"])
        # Schlick's approximation; the Fresnel node would make the far side of a closed pane a mirror
        facing = nodes.new("ShaderNodeLayerWeight")
        facing.inputs["Blend"].default_value = 0.5
        grazing = _math(tree, "POWER", facing.outputs["Facing"], 5.0)
        shine = _math(tree, "MULTIPLY_ADD", grazing, 1.0 - roughness, _GLASS_REFLECTANCE)
        cover = _math(tree, "MAXIMUM", shine, opacity)
        if cutout and texture is not None:
            cover = _math(tree, "MULTIPLY", cover, texture.outputs["Alpha"])
        mix = nodes.new("ShaderNodeMixShader")
        links.new(cover, mix.inputs[0])
        links.new(pane.outputs[0], mix.inputs[1])
        links.new(principled.outputs[0], mix.inputs[2])
        links.new(mix.outputs[0], out.inputs["Surface"])
    return material


def ground_material(color: tuple[float, float, float], roughness: float, clear: float, gone: float) -> Any:
    """Ground of `color` (linear) that fades into the backdrop from radius `clear` to radius `gone`, in scene units."""
    material = surface_material("ground", roughness=roughness, metallic=0.0, opacity=1.0, emission=0.0, color=color)
    tree = material.node_tree
    nodes, links = tree.nodes, tree.links
    out = next(n for n in nodes if n.type == "OUTPUT_MATERIAL")
    surface = next(n for n in nodes if n.type == "BSDF_PRINCIPLED")
    place = nodes.new("ShaderNodeTexCoord")
    distance = nodes.new("ShaderNodeVectorMath")
    distance.operation = "LENGTH"
    links.new(place.outputs["Object"], distance.inputs[0])
    fade = nodes.new("ShaderNodeMapRange")
    fade.interpolation_type = "SMOOTHSTEP"
    fade.inputs["From Min"].default_value = clear
    fade.inputs["From Max"].default_value = gone
    links.new(distance.outputs["Value"], fade.inputs["Value"])
    mix = nodes.new("ShaderNodeMixShader")
    links.new(fade.outputs["Result"], mix.inputs[0])
    links.new(surface.outputs[0], mix.inputs[1])
    links.new(nodes.new("ShaderNodeBsdfTransparent").outputs[0], mix.inputs[2])
    links.new(mix.outputs[0], out.inputs["Surface"])
    return material


def data_material(what: str, *, holes: Any = None) -> Any:
    """A material that emits data instead of colour, read back as exact float32. `holes`: an image whose alpha below one half is a hole.

    ``'ids'``: (object's alpha + attribute ``entity``, depth along the camera's axis, 1). ``'normal'``: the shading
    normal in the world, n / 2 + 1 / 2. ``'albedo'``: the object's colour plus attribute ``tint``.
    """
    material = bpy.data.materials.new(f"data_{what}")
    tree = new_graph(material)
    nodes, links = tree.nodes, tree.links
    out = nodes.new("ShaderNodeOutputMaterial")
    shine = nodes.new("ShaderNodeEmission")
    links.new(shine.outputs[0], out.inputs["Surface"])
    if what == "ids":
        entity = _attribute(tree, "entity").outputs["Fac"]
        total = _math(tree, "ADD", nodes.new("ShaderNodeObjectInfo").outputs["Alpha"], entity)
        pack = nodes.new("ShaderNodeCombineXYZ")
        links.new(total, pack.inputs[0])
        links.new(nodes.new("ShaderNodeCameraData").outputs["View Z Depth"], pack.inputs[1])
        pack.inputs[2].default_value = 1.0
        links.new(pack.outputs[0], shine.inputs["Color"])
    elif what == "normal":
        half = nodes.new("ShaderNodeVectorMath")
        half.operation = "MULTIPLY_ADD"
        links.new(nodes.new("ShaderNodeNewGeometry").outputs["Normal"], half.inputs[0])
        half.inputs[1].default_value = (0.5, 0.5, 0.5)
        half.inputs[2].default_value = (0.5, 0.5, 0.5)
        links.new(half.outputs[0], shine.inputs["Color"])
    else:
        links.new(_color_source(tree, None, None, False), shine.inputs["Color"])
    if holes is not None:
        texture = nodes.new("ShaderNodeTexImage")
        texture.image = holes
        mix = nodes.new("ShaderNodeMixShader")
        links.new(_math(tree, "GREATER_THAN", texture.outputs["Alpha"], 0.5), mix.inputs[0])
        links.new(nodes.new("ShaderNodeBsdfTransparent").outputs[0], mix.inputs[1])
        links.new(shine.outputs[0], mix.inputs[2])
        links.new(mix.outputs[0], out.inputs["Surface"])
    # otherwise Cycles would sample every surface as a lamp
    material.cycles.emission_sampling = "NONE"
    return material


def _color_source(tree: Any, color: tuple[float, float, float] | None, texture: Any, factors: bool) -> Any:
    """The linear base colour: a socket, or `color` itself where it is constant.

    Without `color` it is the object's colour + attribute ``tint``; a missing one is black.
    """
    nodes, links = tree.nodes, tree.links
    if color is not None and texture is None and not factors:
        return color
    socket: Any = color
    if color is None:
        add = nodes.new("ShaderNodeVectorMath")
        add.operation = "ADD"
        links.new(nodes.new("ShaderNodeObjectInfo").outputs["Color"], add.inputs[0])
        links.new(_attribute(tree, "tint").outputs["Vector"], add.inputs[1])
        socket = add.outputs[0]
    if texture is not None:
        socket = _product(tree, socket, texture.outputs["Color"])
    if factors:
        socket = _product(tree, socket, _attribute(tree, "factor").outputs["Vector"])
    return socket


def _product(tree: Any, one: Any, other: Any) -> Any:
    times = tree.nodes.new("ShaderNodeVectorMath")
    times.operation = "MULTIPLY"
    _feed(tree, times.inputs[0], one)
    _feed(tree, times.inputs[1], other)
    return times.outputs[0]


def _attribute(tree: Any, name: str) -> Any:
    node = tree.nodes.new("ShaderNodeAttribute")
    node.attribute_name = name
    return node


def _feed(tree: Any, socket: Any, value: Any) -> None:
    """Link a socket to a source, or set it to a constant colour."""
    if isinstance(value, tuple):
        socket.default_value = (*value, 1.0) if len(socket.default_value) == 4 else value
    else:
        tree.links.new(value, socket)


def _math(tree: Any, operation: str, *values: Any) -> Any:
    node = tree.nodes.new("ShaderNodeMath")
    node.operation = operation
    for socket, given in zip(node.inputs, values, strict=False):
        if isinstance(given, float):
            socket.default_value = given
        else:
            tree.links.new(given, socket)
    return node.outputs[0]
