"""The meshes of bodies as OBJ files: one for each look of a body, and one for each convex shape of a collider. In the frame of the body or
the collider, +z up.

MuJoCo shows a mesh in one material. A tiled floor, whose tiles are each a shade apart, is no file a tile: colours that are nearly the same
are one look, which has their mean.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.export.png import png_bytes
from scenewright.scene.export.wavefront import material_text
from scenewright.scene.model import FloatArray, Vec4
from scenewright.scene.physics import ColliderShape, PhysicsModel, RigidBody
from scenewright.scene.simulation.z_up import UP

__all__ = ["LinkMeshes", "ShownMesh", "link_meshes"]


_LIBRARY = "looks.mtl"

_SHADE = 0.02
"""Step of each channel (sRGB, 0 to 1) within which colours are one look."""

_SAME = 6
"""Decimals in metres up to which the corners of convex solids are the same."""

_LookKey = tuple[tuple[int, ...], int, int]


@dataclass(frozen=True, slots=True)
class ShownMesh:
    """What is seen of a body in one look. `file`: of the OBJ. `look`: its name; several meshes can share one. `color`: sRGB with opacity.
    `texture`: file of its picture, '' for none. `roughness`, `metallic`, `emission`: as in glTF."""

    file: str
    look: str
    color: Vec4
    texture: str
    roughness: float
    metallic: float
    emission: float


@dataclass(frozen=True)
class LinkMeshes:
    """`files`: name -> bytes. `shown`: for each body what is seen of it. `colliders`: for each body the OBJ of each of its colliders, ''
    for those that need none; colliders of one shape share theirs."""

    files: dict[str, bytes]
    shown: tuple[tuple[ShownMesh, ...], ...]
    colliders: tuple[tuple[str, ...], ...]


def link_meshes(model: PhysicsModel) -> LinkMeshes:
    """The meshes of all bodies."""
    files: dict[str, bytes] = {}
    geometry = model.geometry
    pictures = {k: f"texture_{k}.png" for k in np.unique(geometry.texture).tolist() if k >= 0}
    for k, name in pictures.items():
        files[name] = png_bytes(geometry.textures[k])
    keys, colors = _looks_of(model)
    shapes: dict[bytes, str] = {}
    looks: dict[_LookKey, str] = {}
    library: dict[str, str] = {}
    shown, colliders = [], []
    for body in model.bodies:
        groups: dict[_LookKey, list[int]] = {}
        for n in body.instances.tolist():
            groups.setdefault(keys[n], []).append(n)
        own = []
        for k, (key, instances) in enumerate(groups.items()):
            look = looks.setdefault(key, f"look_{len(looks)}")
            color, material = colors[key], geometry.materials[key[1]]
            red, green, blue = color.tolist()
            name = f"{body.name}_{k}.obj"
            picture = pictures.get(key[2], "")
            files[name] = _shown_obj(model, body, instances, look)
            library.setdefault(look, material_text(look, color, material, picture))
            own.append(
                ShownMesh(
                    name, look, (red, green, blue, material.opacity), picture, material.roughness, material.metallic,
                    material.emission,
                )
            )  # fmt: skip
        shown.append(tuple(own))
        named = []
        for k, collider in enumerate(body.colliders):
            if collider.shape is not ColliderShape.CONVEX:
                named.append("")
                continue
            shape = (np.round(collider.vertices, _SAME) + 0.0).tobytes()
            if shape not in shapes:
                shapes[shape] = f"{body.name}_collider_{k}.obj"
                files[shapes[shape]] = _obj(collider.vertices @ UP[:3, :3].T, collider.faces)
            named.append(shapes[shape])
        colliders.append(tuple(named))
    files[_LIBRARY] = "\n".join(["# Scenewright", *library.values(), ""]).encode()
    return LinkMeshes(files, tuple(shown), tuple(colliders))


def _looks_of(model: PhysicsModel) -> tuple[list[_LookKey], dict[_LookKey, FloatArray]]:
    """The look of each instance: its colour in steps, its material, its texture. And (3,) sRGB of each look."""
    geometry = model.geometry
    steps = np.round(geometry.color / _SHADE).astype(int).tolist()
    keys: list[_LookKey] = [
        (tuple(step), material, texture)
        for step, material, texture in zip(steps, geometry.material.tolist(), geometry.texture.tolist(), strict=True)
    ]
    members: dict[_LookKey, list[int]] = {}
    for n, key in enumerate(keys):
        members.setdefault(key, []).append(n)
    return keys, {key: geometry.color[own].mean(axis=0) for key, own in members.items()}


def _shown_obj(model: PhysicsModel, body: RigidBody, instances: list[int], look: str) -> bytes:
    geometry = model.geometry
    up_from_world = UP @ np.linalg.inv(body.world_from_body)
    vertices, faces, normals, uv = [], [], [], []
    first = 0
    for n in instances:
        mesh = geometry.meshes[int(geometry.mesh[n])]
        matrix = up_from_world @ geometry.world_from_mesh[n]
        vertices.append(mesh.vertices.astype(np.float64) @ matrix[:3, :3].T + matrix[:3, 3])
        turned = mesh.normals.astype(np.float64) @ np.linalg.inv(matrix[:3, :3])
        normals.append(turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-300))
        uv.append(np.zeros((len(mesh.vertices), 2)) if mesh.uv is None else mesh.uv.astype(np.float64))
        own = mesh.faces.astype(np.int64) + first
        faces.append(own[:, ::-1] if np.linalg.det(matrix[:3, :3]) < 0.0 else own)
        first += len(mesh.vertices)
    return _obj(
        np.concatenate(vertices), np.concatenate(faces), np.concatenate(normals), np.concatenate(uv), look
    )  # fmt: skip


def _obj(
    vertices: FloatArray,
    faces: npt.NDArray[np.int64],
    normals: FloatArray | None = None,
    uv: FloatArray | None = None,
    look: str = "",
) -> bytes:
    out = io.StringIO()
    out.write("# Scenewright\n")
    if look:
        out.write(f"mtllib {_LIBRARY}\nusemtl {look}\n")
    np.savetxt(out, vertices, "v %.9g %.9g %.9g")
    corner = "{0}"
    if normals is not None and uv is not None:
        np.savetxt(out, uv, "vt %.6g %.6g")
        np.savetxt(out, normals, "vn %.5g %.5g %.5g")
        corner = "{0}/{0}/{0}"
    line = f"f {' '.join([corner] * 3)}\n".replace("{0}", "%d")
    each = 3 if normals is not None else 1
    out.write("".join(line % tuple(np.repeat(face, each).tolist()) for face in faces + 1))
    return out.getvalue().encode()
