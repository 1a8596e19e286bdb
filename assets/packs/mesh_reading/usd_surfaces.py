"""Surfaces of a USD stage as primitives and materials of glTF: meshes, the plain solids, UsdPreviewSurface."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import trimesh
from pxr import Ar, Sdf, UsdGeom, UsdShade

from .glb_document import GrowingDocument
from .refusal import clean

__all__ = ["UsdSurfaces"]

_MOST_PICTURE = 64 << 20
_AXES = {"X": (1.0, 0.0, 0.0), "Y": (0.0, 1.0, 0.0), "Z": (0.0, 0.0, 1.0)}
_ROUND = 32
"""Sides of a plain solid that is round."""


class UsdSurfaces:
    """Writes what is drawn at a prim into a document. `left_out`: what is not read, with its number."""

    def __init__(self, out: GrowingDocument, time: Any, left_out: dict[str, int]) -> None:
        self.out, self.time, self.left_out = out, time, left_out
        self._meshes: dict[str, int | None] = {}
        self._same: dict[tuple[bytes, ...], int] = {}
        self._primitives: dict[bytes, dict[str, Any]] = {}
        self._materials: dict[tuple[str, bool, tuple[float, ...]], int] = {}

    def mesh(self, prim: Any) -> int | None:
        """The number of the mesh of a prim, the same for all that draw the same; None where it draws no triangles."""
        key = str((prim.GetPrimInPrototype() if prim.IsInstanceProxy() else prim).GetPath())
        if key not in self._meshes:
            parts = tuple(self._parts(prim))
            if parts and parts not in self._same:
                self._same[parts] = self.out.add("meshes", {"primitives": [self._primitives[part] for part in parts]})
            self._meshes[key] = self._same.get(parts)
        return self._meshes[key]

    def _parts(self, prim: Any) -> list[bytes]:
        """The digests of its primitives, one a material."""
        if prim.IsA(UsdGeom.Mesh):
            return self._of_mesh(prim)
        solid = self._solid(prim)
        if solid is None:
            return []
        corners = solid.triangles.reshape(-1, 3)
        normals = solid.vertex_normals[solid.faces].reshape(-1, 3)
        return [self._primitive(corners, normals, None, self._material(prim, prim))]

    def _solid(self, prim: Any) -> Any:
        """The triangles of a plain solid in its own frame; None for any other prim."""
        kind = prim.GetTypeName()

        def number(name: str) -> float:
            return float(prim.GetAttribute(name).Get(self.time))

        if kind == "Cube":
            size = number("size")
            box = trimesh.creation.box((size, size, size))
            return trimesh.Trimesh(box.triangles.reshape(-1, 3), np.arange(36).reshape(-1, 3), process=False)
        if kind == "Sphere":
            return trimesh.creation.icosphere(3, radius=number("radius"))
        if kind not in ("Cylinder", "Cone", "Capsule"):
            return None
        height, radius = number("height"), number("radius")
        if kind == "Cylinder":
            solid = trimesh.creation.cylinder(radius, height, sections=_ROUND)
        elif kind == "Cone":
            solid = trimesh.creation.cone(radius, height, sections=_ROUND)
            solid.apply_translation((0.0, 0.0, -height / 2.0))
        else:
            solid = trimesh.creation.capsule(height=height, radius=radius, count=(_ROUND, _ROUND))
            solid.apply_translation(-solid.bounds.mean(axis=0))
        axis = _AXES[str(prim.GetAttribute("axis").Get(self.time))]
        solid.apply_transform(trimesh.geometry.align_vectors((0.0, 0.0, 1.0), axis))
        return solid

    def _of_mesh(self, prim: Any) -> list[bytes]:
        mesh = UsdGeom.Mesh(prim)
        points = np.asarray(mesh.GetPointsAttr().Get(self.time) or [], dtype=np.float64).reshape(-1, 3)
        counts = np.asarray(mesh.GetFaceVertexCountsAttr().Get(self.time) or [], dtype=np.int64)
        indices = np.asarray(mesh.GetFaceVertexIndicesAttr().Get(self.time) or [], dtype=np.int64)
        if not len(points) or counts.sum() != len(indices) or (counts < 0).any() or not np.isfinite(points).all():
            return []
        if len(indices) and not 0 <= indices.min() <= indices.max() < len(points):
            return []
        holes = set(np.asarray(mesh.GetHoleIndicesAttr().Get(self.time) or [], dtype=np.int64).tolist())
        corners, faces = _fans(counts, holes)
        if not len(corners):
            return []
        if mesh.GetOrientationAttr().Get(self.time) == "leftHanded":
            corners = corners[:, ::-1]
        normals = self._normals(mesh, indices, faces, corners)
        uv = self._uv(prim, indices, corners)
        out = []
        for rows, look in self._subsets(prim, faces):
            chosen = corners[rows].reshape(-1)
            material = self._material(prim, look)
            at = points[indices[chosen]]
            out.append(
                self._primitive(
                    at,
                    None if normals is None else normals[rows].reshape(-1, 3),
                    None if uv is None else uv[rows].reshape(-1, 2),
                    material,
                )
            )
        return out

    def _subsets(self, prim: Any, faces: Any) -> list[tuple[Any, Any]]:
        """Rows of triangles with the prim that says their material: the subsets of a mesh, then what is in none."""
        rest = np.ones(len(faces), dtype=bool)
        out = []
        for subset in UsdShade.MaterialBindingAPI(prim).GetMaterialBindSubsets():
            inside = np.isin(faces, np.asarray(subset.GetIndicesAttr().Get(self.time) or [], dtype=np.int64)) & rest
            if inside.any():
                out.append((np.flatnonzero(inside), subset.GetPrim()))
                rest &= ~inside
        if rest.any():
            out.append((np.flatnonzero(rest), prim))
        return out

    def _normals(self, mesh: Any, indices: Any, faces: Any, corners: Any) -> Any:
        """(F, 3, 3) normals of the corners of triangles; None without any that fit."""
        primvar = UsdGeom.PrimvarsAPI(mesh.GetPrim()).GetPrimvar("normals")
        if primvar.HasValue():
            values, interpolation = primvar.ComputeFlattened(self.time), primvar.GetInterpolation()
        else:
            values, interpolation = mesh.GetNormalsAttr().Get(self.time), mesh.GetNormalsInterpolation()
        return _at_corners(values, 3, interpolation, indices, corners, faces)

    def _uv(self, prim: Any, indices: Any, corners: Any) -> Any:
        """(F, 3, 2) texture coordinates, v down as in glTF; None without any."""
        for primvar in UsdGeom.PrimvarsAPI(prim).GetPrimvarsWithValues():
            if primvar.GetTypeName() in (Sdf.ValueTypeNames.TexCoord2fArray, Sdf.ValueTypeNames.Float2Array):
                uv = _at_corners(
                    primvar.ComputeFlattened(self.time), 2, primvar.GetInterpolation(), indices, corners, None
                )
                if uv is not None:
                    return np.stack([uv[..., 0], 1.0 - uv[..., 1]], axis=-1)
        return None

    def _primitive(self, points: Any, normals: Any, uv: Any, material: int) -> bytes:
        """The digest of a primitive, which is written once."""
        columns = [points.astype(np.float32)]
        columns += [] if normals is None else [_unit(normals).astype(np.float32)]
        columns += [] if uv is None else [uv.astype(np.float32)]
        rows, indices = np.unique(np.concatenate(columns, axis=1), axis=0, return_inverse=True)
        form = f"{material} {rows.shape} {normals is None}".encode()
        digest = hashlib.sha256(form + rows.tobytes() + indices.astype(np.uint32).tobytes()).digest()
        if digest in self._primitives:
            return digest
        attributes = {"POSITION": self.out.add_array(rows[:, :3], bounds=True)}
        if normals is not None:
            attributes["NORMAL"] = self.out.add_array(rows[:, 3:6])
        if uv is not None:
            attributes["TEXCOORD_0"] = self.out.add_array(rows[:, -2:])
        self._primitives[digest] = {
            "attributes": attributes, "indices": self.out.add_array(indices.reshape(-1)), "material": material,
        }  # fmt: skip
        return digest

    def _material(self, prim: Any, look: Any) -> int:
        """The number of the material that is bound to `look`, else of the colour that `prim` shows."""
        bound = UsdShade.MaterialBindingAPI(look).ComputeBoundMaterial()[0]
        both_sides = bool(UsdGeom.Gprim(prim).GetDoubleSidedAttr().Get(self.time))
        color: tuple[float, ...] = ()
        if not bound:
            shown = UsdGeom.PrimvarsAPI(prim).FindPrimvarWithInheritance("displayColor")
            values = shown.Get(self.time) if shown.HasValue() else None
            color = tuple(float(v) for v in values[0]) if values else (0.18, 0.18, 0.18)
        name = str(bound.GetPath()) if bound else ""
        if bound and bound.GetPrim().IsInstanceProxy():
            name = str(bound.GetPrim().GetPrimInPrototype().GetPath())
        key = (name, both_sides, color)
        if key not in self._materials:
            row = (
                self._preview(bound)
                if bound
                else {
                    "pbrMetallicRoughness": {
                        "baseColorFactor": [*color, 1.0],
                        "metallicFactor": 0.0,
                        "roughnessFactor": 0.5,
                    }
                }
            )
            if both_sides:
                row["doubleSided"] = True
            self._materials[key] = self.out.add("materials", row)
        return self._materials[key]

    def _preview(self, material: Any) -> dict[str, Any]:
        """A UsdPreviewSurface as glTF has it (https://openusd.org/release/spec_usdpreviewsurface.html); other shaders are left out."""
        row: dict[str, Any] = {"name": clean(material.GetPrim().GetName())}
        shader = material.ComputeSurfaceSource()[0]
        if not shader or shader.GetIdAttr().Get() != "UsdPreviewSurface":
            self.left_out["shaders that are no UsdPreviewSurface"] = (
                self.left_out.get("shaders that are no UsdPreviewSurface", 0) + 1
            )
            return row | {"pbrMetallicRoughness": {"baseColorFactor": [0.5, 0.5, 0.5, 1.0], "metallicFactor": 0.0}}
        color, picture = self._input(shader, "diffuseColor", (0.18, 0.18, 0.18))
        opacity, cut_out = self._input(shader, "opacity", 1.0)
        threshold, _ = self._input(shader, "opacityThreshold", 0.0)
        metallic, _ = self._input(shader, "metallic", 0.0)
        roughness, _ = self._input(shader, "roughness", 0.5)
        shines, glow = self._input(shader, "emissiveColor", (0.0, 0.0, 0.0))
        look: dict[str, Any] = {"metallicFactor": _share(metallic), "roughnessFactor": _share(roughness)}
        texture = None if picture is None else self.out.add_texture(picture)
        if texture is not None:
            look["baseColorTexture"] = {"index": texture}
            color = (1.0, 1.0, 1.0)
        look["baseColorFactor"] = [*(_share(v) for v in color), 1.0 if cut_out is not None else _share(opacity)]
        row["pbrMetallicRoughness"] = look
        if threshold > 0.0:
            row |= {"alphaMode": "MASK", "alphaCutoff": _share(threshold)}
        elif opacity < 1.0 or cut_out is not None:
            row["alphaMode"] = "BLEND"
        bright = None if glow is None else self.out.add_texture(glow)
        if bright is not None:
            row |= {"emissiveTexture": {"index": bright}, "emissiveFactor": [1.0, 1.0, 1.0]}
        elif max(shines) > 0.0:
            strength = max(1.0, *(float(v) for v in shines))
            row["emissiveFactor"] = [_share(v / strength) for v in shines]
            if strength > 1.0:
                row["extensions"] = {"KHR_materials_emissive_strength": {"emissiveStrength": strength}}
        return row

    def _input(self, shader: Any, name: str, usual: Any) -> tuple[Any, bytes | None]:
        """The value of an input and the picture that it is connected to, if any."""
        given = shader.GetInput(name)
        if not given:
            return usual, None
        sources, _ = given.GetConnectedSources()
        for source in sources:
            texture = UsdShade.Shader(source.source.GetPrim())
            if texture.GetIdAttr().Get() == "UsdUVTexture":
                file = texture.GetInput("file")
                path = file.Get(self.time) if file else None
                picture = self._picture(path) if isinstance(path, Sdf.AssetPath) else None
                fallback = texture.GetInput("fallback")
                value = fallback.Get(self.time) if fallback and picture is None else None
                if value is not None and not np.isscalar(usual):
                    return tuple(float(v) for v in list(value)[:3]), None
                return usual, picture
        value = given.Get(self.time)
        if value is None:
            return usual, None
        return (float(value) if np.isscalar(usual) else tuple(float(v) for v in value)), None

    def _picture(self, path: Any) -> bytes | None:
        """The bytes of a picture beside the layer or in its package; None where it is not there or too large."""
        asset = Ar.GetResolver().OpenAsset(Ar.ResolvedPath(path.resolvedPath)) if path.resolvedPath else None
        if asset is None or asset.GetSize() > _MOST_PICTURE:
            return None
        return bytes(asset.GetBuffer())


def _fans(counts: Any, holes: set[int]) -> tuple[Any, Any]:
    """(F, 3) places in the list of face corners, of triangles that fan out from the first corner of each polygon; (F,) its polygon."""
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]) if len(counts) else np.empty(0, dtype=np.int64)
    corners, faces = [np.empty((0, 3), dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    usable = counts >= 3
    if holes:
        usable &= ~np.isin(np.arange(len(counts)), list(holes))
    for size in np.unique(counts[usable]).tolist():
        rows = np.flatnonzero(usable & (counts == size))
        for k in range(1, size - 1):
            corners.append(starts[rows, None] + np.array([0, k, k + 1]))
            faces.append(rows)
    return np.concatenate(corners), np.concatenate(faces)


def _at_corners(values: Any, width: int, interpolation: str, indices: Any, corners: Any, faces: Any) -> Any:
    """(F, 3, width) the values of a primvar at the corners of triangles; None where there are none or too few."""
    if values is None or not len(values):
        return None
    table = np.asarray(values, dtype=np.float64).reshape(-1, width)
    places = {
        "faceVarying": corners,
        "vertex": indices[corners],
        "varying": indices[corners],
        "constant": np.zeros_like(corners),
    }
    if interpolation == "uniform" and faces is not None:
        rows = np.repeat(faces[:, None], 3, axis=1)
    elif interpolation in places:
        rows = places[interpolation]
    else:
        return None
    if rows.max() >= len(table) or not np.isfinite(table).all():
        return None
    return table[rows]


def _unit(normals: Any) -> Any:
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.where(lengths > 0.0, normals / np.maximum(lengths, 1e-12), (0.0, 0.0, 1.0))


def _share(value: float) -> float:
    return min(max(float(value), 0.0), 1.0)
