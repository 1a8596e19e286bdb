"""Triangles as Mesh prims."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.colorspace import linear_from_srgb
from scenewright.scene.export.usd.looks import Look, LookWriter
from scenewright.scene.export.usd.prims import Attribute, Prim
from scenewright.scene.geometry import MeshData

__all__ = ["MeshWriter"]


class MeshWriter:
    """Adds meshes with their materials. The arrays of a mesh are made once, however many prims show it."""

    def __init__(self, looks: LookWriter) -> None:
        self.looks = looks
        self._shapes: dict[int, dict[str, Attribute]] = {}
        self._kept: list[MeshData] = []

    def add(self, above: Prim, mesh: MeshData, look: Look) -> Prim:
        """A Mesh prim ``mesh`` below `above`, with normals, texture coordinates where the mesh has some, and a bound material."""
        prim = above.child("mesh", "Mesh")
        prim.attributes.update(self._shape(mesh))
        color, material, picture = look
        if picture is not None and mesh.colors is not None:
            self.looks.warnings.setdefault(
                f"'{mesh.name}' has a picture and colours of vertices: USD shows the picture alone"
            )
        linear = linear_from_srgb(color).astype(np.float32)
        if mesh.colors is None:
            prim.set("primvars:displayColor", "color3f[]", linear[None], interpolation="constant")
        else:
            shaded = (mesh.colors * linear).astype(np.float32)
            prim.set("primvars:displayColor", "color3f[]", shaded, interpolation="vertex")
        if material.opacity < 1.0:
            opacity = np.array([material.opacity], dtype=np.float32)
            prim.set("primvars:displayOpacity", "float[]", opacity, interpolation="constant")
        prim.apply("MaterialBindingAPI")
        prim.targets["material:binding"] = (self.looks.path(look, vertex_colors=mesh.colors is not None),)
        return prim

    def _shape(self, mesh: MeshData) -> dict[str, Attribute]:
        if id(mesh) not in self._shapes:
            faces = len(mesh.faces)
            shape = {
                "points": Attribute("point3f[]", mesh.vertices),
                "faceVertexCounts": Attribute("int[]", np.full(faces, 3, dtype=np.int32)),
                "faceVertexIndices": Attribute("int[]", mesh.faces.reshape(-1).astype(np.int32)),
                "normals": Attribute("normal3f[]", _unit(mesh.normals), interpolation="vertex"),
                "subdivisionScheme": Attribute("token", "none", uniform=True),
                "extent": Attribute("float3[]", np.stack([mesh.vertices.min(axis=0), mesh.vertices.max(axis=0)])),
            }
            if mesh.uv is not None:
                shape["primvars:st"] = Attribute("texCoord2f[]", mesh.uv, interpolation="vertex")
            self._shapes[id(mesh)] = shape
            self._kept.append(mesh)
        return self._shapes[id(mesh)]


def _unit(normals: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Normals of unit length; a zero normal becomes +y."""
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    up = np.array([0.0, 1.0, 0.0], dtype=np.float32)
    return np.where(length > 0.0, normals / np.maximum(length, 1e-30), up).astype(np.float32)
