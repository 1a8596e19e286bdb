"""An OBJ file as a GLB that keeps its objects: one node for each ``o`` (without these, each ``g``), names with slashes as a tree.

trimesh's own reader joins objects that share a material, so the faces are read here; it reads the materials.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from trimesh.exchange.obj import parse_mtl

from .bundle import MeshBundle
from .glb import checked
from .pictures import GATE
from .plain_materials import write_glb
from .refusal import MeshRefused, clean

__all__ = ["wavefront_glb"]

_MOST_CORNERS = 15_000_000
_WHITE = (1.0, 1.0, 1.0)

Corner = tuple[int, int, int]
"""Rows of position, texture coordinate and normal, from 0; -1 for none."""


@dataclass
class _Read:
    """An OBJ's tables. `groups`: corners, three a triangle, by object and material."""

    points: list[tuple[float, ...]] = field(default_factory=list)
    uvs: list[tuple[float, ...]] = field(default_factory=list)
    normals: list[tuple[float, ...]] = field(default_factory=list)
    groups: dict[tuple[str, str | None], list[Corner]] = field(default_factory=dict)
    libraries: list[str] = field(default_factory=list)


def wavefront_glb(bundle: MeshBundle, target: Path, *, final: bool) -> bytes | list[str]:
    """The GLB of an OBJ in a bundle, or the names of files that it lacks.

    Raises:
        MeshRefused: it has no faces, or is past the limits.
    """
    read = _parsed(bundle.main.decode("utf-8", "replace"), unnamed=clean(bundle.stem) or "object")
    materials: dict[str, Any] = {}
    for name in read.libraries:
        try:
            materials |= parse_mtl(bundle.get(name), resolver=bundle)
        except FileNotFoundError:
            continue  # among the missing below
    if bundle.missing and not final:
        return list(bundle.missing)
    for name in bundle.missing:
        GATE.problems.setdefault(f"{clean(name)} is not in the folder: what it would show is left out")
    scene = _scene(read, materials)
    write_glb(checked(scene), target, copyright_line="")
    return target.read_bytes()


def _parsed(text: str, *, unnamed: str) -> _Read:
    read = _Read()
    by_object = "\no " in text or text.startswith("o ")
    name, look, count = unnamed, None, 0
    corners = read.groups.setdefault((name, look), [])
    for number, line in enumerate(text.replace("\\\n", " ").split("\n"), 1):
        key, _, rest = line.strip().partition(" ")
        try:
            if key == "v":
                read.points.append(tuple(float(n) for n in rest.split()[:6]))
            elif key == "vt":
                read.uvs.append(tuple(float(n) for n in rest.split()[:2]))
            elif key == "vn":
                read.normals.append(tuple(float(n) for n in rest.split()[:3]))
            elif key == "f":
                fan = [_corner(word, read) for word in rest.split()]
                count += 3 * max(len(fan) - 2, 0)
                if count > _MOST_CORNERS:
                    raise MeshRefused(f"it has more than {_MOST_CORNERS // 3:,} triangles")
                for at in range(1, len(fan) - 1):
                    corners += (fan[0], fan[at], fan[at + 1])
            elif key == "o" or (key == "g" and not by_object):
                name = clean(rest.strip()) or unnamed
                corners = read.groups.setdefault((name, look), [])
            elif key == "usemtl":
                look = clean(rest.strip())
                corners = read.groups.setdefault((name, look), [])
            elif key == "mtllib":
                read.libraries.append(rest.strip())
        except (ValueError, IndexError) as error:
            raise MeshRefused(f"its line {number} cannot be read: {clean(line)[:80]!r}") from error
    read.groups = {key: some for key, some in read.groups.items() if some}
    return read


def _corner(word: str, read: _Read) -> Corner:
    """A corner such as ``3``, ``3/1``, ``3//2`` or ``-1/-1/-1``.

    Raises:
        ValueError, IndexError: it is none, or names a row that is not there yet.
    """
    fields = (*word.split("/"), "", "")[:3]
    rows = [
        -1 if not text else int(text) - 1 if int(text) > 0 else len(table) + int(text)
        for text, table in zip(fields, (read.points, read.uvs, read.normals), strict=True)
    ]
    if not 0 <= rows[0] < len(read.points) or rows[1] >= len(read.uvs) or rows[2] >= len(read.normals):
        raise IndexError(word)
    return rows[0], rows[1], rows[2]


def _scene(read: _Read, materials: dict[str, Any]) -> Any:
    """The trimesh scene: a tree of nodes by the parts of the objects' names between slashes."""
    scene = trimesh.Scene()
    points = [(*p[:3], *(p[3:] if len(p) == 6 else _WHITE)) for p in read.points]
    coloured = any(len(p) == 6 for p in read.points)
    made: dict[str, Any] = {}
    looks: dict[str, int] = {}
    for name, _ in read.groups:
        looks[name] = looks.get(name, 0) + 1
    node_of: dict[tuple[str, ...], str] = {}

    def node(parts: tuple[str, ...]) -> str | None:
        if not parts:
            return None
        if parts not in node_of:
            above = node(parts[:-1]) or scene.graph.base_frame
            node_of[parts] = _free(scene, parts[-1])
            scene.graph.update(frame_to=node_of[parts], frame_from=above, matrix=np.eye(4))
        return node_of[parts]

    for (name, look), corners in read.groups.items():
        parts = tuple(part for part in name.split("/") if part) or ("object",)
        if looks[name] > 1:
            parent, leaf = node(parts), look or "surface"
        else:
            parent, leaf = node(parts[:-1]), parts[-1]
        mesh, used = _mesh(corners, points, coloured, read)
        if look is not None:
            if look not in made:
                made[look] = trimesh.visual.material.SimpleMaterial(**materials.get(look, {"name": look}))
            mesh.visual = trimesh.visual.TextureVisuals(uv=_uv(used, read), material=made[look])
        label = _free(scene, leaf)
        scene.add_geometry(mesh, node_name=label, geom_name=label, parent_node_name=parent)
        if looks[name] == 1:
            node_of.setdefault(parts, label)
    return scene


def _free(scene: Any, wanted: str) -> str:
    label, number = wanted, 2
    while label in scene.graph.nodes or label in scene.geometry:
        label, number = f"{wanted}.{number:03d}", number + 1
    return label


def _mesh(corners: list[Corner], points: list[tuple[float, ...]], coloured: bool, read: _Read) -> tuple[Any, Any]:
    """The triangles of a group, and (V, 3) the corner of each vertex: corners that are the same become one."""
    table = np.asarray(corners, dtype=np.int64)
    used, where = np.unique(table, axis=0, return_inverse=True)
    xyz = np.asarray([points[v] for v in used[:, 0].tolist()], dtype=np.float64)
    normals = None
    if (used[:, 2] >= 0).all():
        normals = np.asarray([read.normals[n] for n in used[:, 2].tolist()], dtype=np.float64)
    mesh = trimesh.Trimesh(
        vertices=xyz[:, :3],
        faces=where.reshape(-1, 3),
        vertex_normals=normals,
        vertex_colors=np.round(np.clip(xyz[:, 3:], 0.0, 1.0) * 255).astype(np.uint8) if coloured else None,
        process=False,
    )
    return mesh, used


def _uv(used: Any, read: _Read) -> Any:
    """(V, 2) texture coordinates of corners (V, 3); None where one has none."""
    if not (used[:, 1] >= 0).all():
        return None
    return np.asarray([read.uvs[t] for t in used[:, 1].tolist()], dtype=np.float64)
