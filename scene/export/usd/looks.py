"""Materials as UsdPreviewSurface, and their pictures as PNG files.

Specification: https://openusd.org/release/spec_usdpreviewsurface.html.
"""

from __future__ import annotations

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.export.png import png_bytes
from scenewright.scene.export.usd.prims import Prim
from scenewright.scene.model import FloatArray, Material, Vec3
from scenewright.scene.pictures import Picture

__all__ = ["Look", "LookWriter", "color_name"]

Look = tuple[Vec3, Material, Picture | None]
"""Colour (sRGB), material and picture of a surface."""

_CUTOUT = 0.5
"""Least alpha of a picture that is drawn where the picture has holes."""


class LookWriter:
    """The materials of a stage, one for each look, below a Scope.

    Attributes:
        pictures: contents of PNG files by the path that shaders say.
        warnings: what USD's materials cannot say, one line each.
    """

    def __init__(self, scope: Prim, picture_path: str) -> None:
        """`picture_path`: of the pictures, relative to the layer, with ``{}`` for a number."""
        self.scope = scope
        self.pictures: dict[str, bytes] = {}
        self.warnings: dict[str, None] = {}
        self._picture_path = picture_path
        self._material_of: dict[tuple[Vec3, Material, int, bool], str] = {}
        self._file_of: dict[int, tuple[str, bool]] = {}
        self._kept: list[Picture] = []

    def path(self, look: Look, *, vertex_colors: bool = False) -> str:
        """The path of the material of a look. `vertex_colors`: its colour is the primvar ``displayColor``, where it has no picture."""
        color, material, picture = look
        key = (color, material, -1 if picture is None else id(picture), vertex_colors and picture is None)
        if key not in self._material_of:
            self._material_of[key] = self._add(look, vertex_colors).path
        return self._material_of[key]

    def _add(self, look: Look, vertex_colors: bool) -> Prim:
        color, material, picture = look
        linear = linear_from_srgb(color)
        prim = self.scope.child(f"look_{color_name(color)}", "Material")
        surface = prim.child("surface", "Shader")
        surface.set("info:id", "token", "UsdPreviewSurface", uniform=True)
        surface.set("inputs:useSpecularWorkflow", "int", 0)
        surface.set("inputs:metallic", "float", material.metallic)
        surface.set("inputs:roughness", "float", material.roughness)
        surface.set("inputs:opacity", "float", material.opacity)
        surface.set("inputs:diffuseColor", "color3f", linear.tolist())
        glow = linear * material.emission
        if glow.max() > 0.0:
            surface.set("inputs:emissiveColor", "color3f", glow.tolist())
        if picture is not None:
            self._paint(prim, surface, picture, linear, material)
        elif vertex_colors:
            reader = _reader(prim, "vertex_color", "UsdPrimvarReader_float3", "displayColor")
            reader.set("outputs:result", "float3")
            surface.set("inputs:diffuseColor", "color3f", connect=f"{reader.path}.outputs:result")
        surface.set("outputs:surface", "token")
        prim.set("outputs:surface", "token", connect=f"{surface.path}.outputs:surface")
        return prim

    def _paint(self, prim: Prim, surface: Prim, picture: Picture, linear: FloatArray, material: Material) -> None:
        file, holes = self._file(picture)
        reader = _reader(prim, "texture_coordinates", "UsdPrimvarReader_float2", "st")
        reader.set("outputs:result", "float2")
        texture = _texture(prim, "picture", file, reader, [*linear.tolist(), 1.0])
        surface.set("inputs:diffuseColor", "color3f", connect=f"{texture.path}.outputs:rgb")
        if holes:
            texture.set("outputs:a", "float")
            surface.set("inputs:opacity", "float", connect=f"{texture.path}.outputs:a")
            surface.set("inputs:opacityThreshold", "float", _CUTOUT)
        if material.emission > 0.0:
            glow = _texture(prim, "glow", file, reader, [*(linear * material.emission).tolist(), 1.0])
            surface.set("inputs:emissiveColor", "color3f", connect=f"{glow.path}.outputs:rgb")

    def _file(self, picture: Picture) -> tuple[str, bool]:
        """The path of a picture's file, and whether the picture has holes."""
        if id(picture) not in self._file_of:
            holes = bool((picture[..., 3] < 255).any())
            name = self._picture_path.format(len(self._file_of))
            self.pictures[name] = png_bytes(picture, alpha=holes)
            self._file_of[id(picture)] = (name, holes)
            self._kept.append(picture)
        return self._file_of[id(picture)]


def color_name(color: Vec3) -> str:
    """The colour as six hexadecimal digits."""
    return "".join(f"{round(min(max(c, 0.0), 1.0) * 255.0):02x}" for c in color)


def _reader(prim: Prim, name: str, identifier: str, primvar: str) -> Prim:
    reader = prim.child(name, "Shader")
    reader.set("info:id", "token", identifier, uniform=True)
    reader.set("inputs:varname", "string", primvar)
    return reader


def _texture(prim: Prim, name: str, file: str, reader: Prim, scale: list[float]) -> Prim:
    texture = prim.child(name, "Shader")
    texture.set("info:id", "token", "UsdUVTexture", uniform=True)
    texture.set("inputs:file", "asset", file)
    texture.set("inputs:st", "float2", connect=f"{reader.path}.outputs:result")
    texture.set("inputs:wrapS", "token", "repeat")
    texture.set("inputs:wrapT", "token", "repeat")
    texture.set("inputs:sourceColorSpace", "token", "sRGB")
    texture.set("inputs:scale", "float4", scale)
    texture.set("outputs:rgb", "float3")
    return texture
