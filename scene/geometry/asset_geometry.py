"""The geometry of one catalogue object: a small tree of parts that all instances of the object share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.geometry.primitive_meshes import MeshData
from scenewright.scene.geometry.visible_surface import MOST_DRAWN, visible_shares
from scenewright.scene.model import AssetRef, FloatArray, Material, PrimitiveKind, Vec3
from scenewright.scene.pictures import Picture
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    import trimesh

__all__ = ["AssetPart", "PartTree", "hull_tree", "recoloured", "recoloured_parts", "tree_of_mesh"]

_SHAPES = frozenset(kind.name.lower() for kind in PrimitiveKind)
_PLAINLY_SEEN = 0.4
"""Share of what is seen of the most visible colour from which the colour of the largest area still is the main one."""
_HULL_COLOR: Vec3 = (0.62, 0.66, 0.7)


@dataclass(frozen=True, eq=False)
class AssetPart:
    """One node of an object. `mesh` is None for a node that only groups others.

    `path`: inside the object, unique there. `parent`: row of the parent part, -1 at a root of the object.
    """

    path: str
    word: str
    phrase: str | None
    parent: int
    parent_from_local: FloatArray
    mesh: MeshData | None = None
    color: Vec3 = (1.0, 1.0, 1.0)
    material: Material = field(default_factory=Material)
    texture: Picture | None = None

    __repr__ = short_repr


@dataclass(frozen=True, eq=False)
class PartTree:
    """The parts of an object in the stored file's own frame, every parent before its children."""

    parts: tuple[AssetPart, ...]
    warnings: tuple[str, ...] = ()

    __repr__ = short_repr

    def asset_from_local(self) -> FloatArray:
        """(P, 4, 4) asset_from_local of each of P parts."""
        out = np.empty((len(self.parts), 4, 4))
        for i, part in enumerate(self.parts):
            out[i] = part.parent_from_local if part.parent < 0 else out[part.parent] @ part.parent_from_local
        return out


def tree_of_mesh(content: trimesh.Scene) -> PartTree:
    """The parts of a mesh asset. They keep the names of its scene graph's nodes."""
    import trimesh

    graph = content.graph
    meshes: dict[str, tuple[MeshData, Vec3, Material, Picture | None]] = {}
    pictures: dict[int, Picture] = {}
    warnings: list[str] = [str(warning) for warning in content.metadata.get("warnings", ())]
    parts: list[AssetPart] = []
    row_of: dict[Any, int] = {graph.base_frame: -1}
    path_of: dict[Any, str] = {graph.base_frame: ""}
    # depth first from the base, so that parents come before their children
    stack = [(child, graph.base_frame) for child in reversed(graph.transforms.children.get(graph.base_frame, []))]
    if graph.transforms.node_data[graph.base_frame].get("geometry") is not None:
        stack.append((graph.base_frame, None))
    while stack:
        node, parent = stack.pop()
        data = graph.transforms.node_data[node]
        matrix = np.eye(4)
        metadata: dict[str, Any] = {}
        if parent is not None:
            edge = graph.transforms.edge_data[(parent, node)]
            matrix = np.array(edge.get("matrix", matrix), dtype=np.float64)
            metadata = edge.get("metadata") or {}
        path = f"{path_of[parent]}/{node}".lstrip("/") if parent is not None else str(node)
        name = data.get("geometry")
        mesh, color, material, picture = None, (1.0, 1.0, 1.0), Material(), None
        if name is not None:
            geometry = content.geometry[name]
            if not isinstance(geometry, trimesh.Trimesh) or len(geometry.faces) == 0:
                warnings.append(f"'{name}' holds no triangles and is not drawn")
            else:
                if name not in meshes:
                    meshes[name] = _mesh_of(str(name), geometry, pictures)
                mesh, color, material, picture = meshes[name]
        if parent is not None:
            row_of[node], path_of[node] = len(parts), path
        above = -1 if parent is None else row_of[parent]
        word, phrase = str(metadata.get("word", node)), metadata.get("phrase")
        parts.append(AssetPart(path, word, phrase, above, matrix, mesh, color, material, picture))
        stack.extend((child, node) for child in reversed(graph.transforms.children.get(node, [])) if parent is not None)
    return PartTree(tuple(parts), tuple(warnings))


def hull_tree(ref: AssetRef) -> PartTree:
    """The stand-in for an object without drawable geometry: its convex hull, in the fitted frame."""
    mesh = hull_mesh(ref.hull)
    word = ref.words or "asset"
    return PartTree((AssetPart("hull", word, None, -1, np.eye(4), mesh, _HULL_COLOR, Material(roughness=0.8)),))


def hull_mesh(points: FloatArray) -> MeshData:
    """Convex hull of points (K, 3); their box where they are flat."""
    import trimesh
    from scipy.spatial import QhullError

    if len(points) == 0:
        points = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)])
    low, high = points.min(axis=0), points.max(axis=0)
    size = high - low
    hull = None
    if size.min() > 1e-6 * size.max():
        try:
            hull = trimesh.convex.convex_hull(np.asarray(points, dtype=np.float64))
        except QhullError:
            hull = None  # flat, but not parallel to an axis plane
    if hull is None:
        hull = trimesh.creation.box(extents=np.maximum(size, 1e-4))
        hull.apply_translation((low + high) / 2.0)
    return _flat(hull, "hull")


def _flat(mesh: trimesh.Trimesh, name: str) -> MeshData:
    corners = np.asarray(mesh.triangles, dtype=np.float32).reshape(-1, 3)
    faces = np.arange(len(corners), dtype=np.uint32).reshape(-1, 3)
    normals = np.repeat(np.asarray(mesh.face_normals, dtype=np.float32), 3, axis=0)
    return MeshData(name, corners, faces, normals)


_CREASE_COSINE = np.cos(np.radians(50.0))
"""A vertex normal further than this from a face's normal belongs to a hard edge that the file did not split."""


def _mesh_of(
    name: str, mesh: trimesh.Trimesh, pictures: dict[int, Picture]
) -> tuple[MeshData, Vec3, Material, Picture | None]:
    color, material, picture = _look_of(mesh.visual, pictures)
    faces = np.asarray(mesh.faces, dtype=np.int64)
    vertices = np.asarray(mesh.vertices, dtype=np.float64)
    normals = np.asarray(mesh.vertex_normals, dtype=np.float64)
    face_normals = np.asarray(mesh.face_normals, dtype=np.float64)
    uv = _uv_of(mesh, len(vertices))
    colors, by_face = _vertex_colors_of(mesh)
    corner_normals = normals[faces]
    hard = np.einsum("fcd,fd->fc", corner_normals, face_normals) < _CREASE_COSINE
    if hard.any() or by_face:
        corner_normals = np.where(hard[..., None], face_normals[:, None], corner_normals)
        flat = faces.reshape(-1)
        vertices, normals = vertices[flat], corner_normals.reshape(-1, 3)
        uv = None if uv is None else uv[flat]
        if colors is not None:
            colors = np.repeat(colors, 3, axis=0) if by_face else colors[flat]
        faces = np.arange(len(flat)).reshape(-1, 3)
    data = MeshData(
        name,
        vertices.astype(np.float32),
        faces.astype(np.uint32),
        normals.astype(np.float32),
        uv if picture is not None else None,
        colors,
    )
    return data, color, material, picture


def _uv_of(mesh: trimesh.Trimesh, count: int) -> npt.NDArray[np.float32] | None:
    uv = getattr(mesh.visual, "uv", None)
    return None if uv is None or len(uv) != count else np.asarray(uv, dtype=np.float32)[:, :2]


def _vertex_colors_of(mesh: trimesh.Trimesh) -> tuple[npt.NDArray[np.float32] | None, bool]:
    """Linear colour factors: per vertex (V, 3) and False, or per face (F, 3) and True."""
    visual: Any = mesh.visual
    kind = getattr(visual, "kind", None)
    if kind not in ("vertex", "face"):
        return None, False
    stored = visual.face_colors if kind == "face" else visual.vertex_colors
    rgb = np.asarray(stored, dtype=np.float64)[:, :3] / 255.0
    return linear_from_srgb(rgb).astype(np.float32), kind == "face"


def _pixels_of(image: Any, pictures: dict[int, Picture]) -> Picture | None:
    """(H, W, 4) of a picture of a mesh; the same array for the same picture."""
    if image is None:
        return None
    if id(image) not in pictures:
        pictures[id(image)] = np.asarray(image if image.mode == "RGBA" else image.convert("RGBA"))
    return pictures[id(image)]


def _look_of(visual: Any, pictures: dict[int, Picture]) -> tuple[Vec3, Material, Picture | None]:
    """Colour, material and base colour picture of a trimesh visual. `pictures`: the arrays of those that were met, by id."""
    import trimesh

    source = getattr(visual, "material", None)
    if source is None:
        return (1.0, 1.0, 1.0) if visual.defined else (0.7, 0.7, 0.7), Material(), None
    picture = None
    if isinstance(source, trimesh.visual.material.PBRMaterial):
        factor = np.ones(4) if source.baseColorFactor is None else np.asarray(source.baseColorFactor) / 255.0
        rgb = srgb_from_linear(factor[:3])
        roughness = 1.0 if source.roughnessFactor is None else float(source.roughnessFactor)
        metallic = 1.0 if source.metallicFactor is None else float(source.metallicFactor)
        emissive = 0.0 if source.emissiveFactor is None else float(np.max(source.emissiveFactor))
        opacity = float(factor[3]) if source.alphaMode == "BLEND" else 1.0
        picture = source.baseColorTexture
        if source.metallicRoughnessTexture is not None:
            # one value stands for the texture: its mean (green: roughness, blue: metallic) scales the factors
            rows = _pixels_of(source.metallicRoughnessTexture, pictures)
            assert rows is not None
            green, blue = (float(rows[..., channel].mean(dtype=np.float64)) for channel in (1, 2))
            roughness, metallic = roughness * green / 255.0, metallic * blue / 255.0
        material = Material(roughness=roughness, metallic=metallic, opacity=opacity, emission=emissive)
    else:
        diffuse = np.asarray(getattr(source, "diffuse", (178, 178, 178, 255)), dtype=np.float64) / 255.0
        rgb = diffuse[:3]
        opacity = float(diffuse[3]) if len(diffuse) > 3 else 1.0
        picture = getattr(source, "image", None)
        gloss = getattr(source, "glossiness", None)
        # Phong exponent to roughness (Walter et al. 2007): alpha = sqrt(2 / (exponent + 2)), roughness = sqrt(alpha)
        roughness = 0.6 if not gloss else float(np.clip((2.0 / (float(gloss) + 2.0)) ** 0.25, 0.05, 1.0))
        material = Material(roughness=roughness, opacity=opacity)
    return (float(rgb[0]), float(rgb[1]), float(rgb[2])), material, _pixels_of(picture, pictures)


def recoloured(tree: PartTree, color: Vec3 | None, material: Material | None = None) -> PartTree:
    """The object with another look where it has its main colour: the one that people see most of.

    Args:
        color: of these surfaces. None: they keep their own.
        material: of these surfaces, in place of their own and its pictures. None: they keep both.
    """
    if color is None and material is None:
        return tree
    main = _main_color(tree)
    if main is None:
        return tree
    return PartTree(tuple(_with_look(p, color, material) if p.color == main else p for p in tree.parts), tree.warnings)


def _with_look(part: AssetPart, color: Vec3 | None, material: Material | None) -> AssetPart:
    if part.mesh is None:
        return part
    shown = part if color is None else replace(part, color=color)
    if material is None:
        return shown
    return replace(shown, material=material, texture=None, mesh=replace(part.mesh, colors=None))


def recoloured_parts(tree: PartTree) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What takes a colour that the object is given, and what keeps its own: the words of the parts that its root has. A part with both
    is in both. '' stands for what belongs to no such part."""
    main = _main_color(tree)
    takes: dict[str, None] = {}
    keeps: dict[str, None] = {}
    for row, part in enumerate(tree.parts):
        if part.mesh is not None:
            (takes if part.color == main else keeps)[_part_word(tree, row)] = None
    return tuple(takes), tuple(keeps)


def part_colors(tree: PartTree) -> dict[str, Vec3]:
    """The colour of each part that the object's root has, by the part's word: that of most of its triangles. '' stands for what belongs to
    no such part."""
    faces: dict[str, dict[Vec3, int]] = {}
    for row, part in enumerate(tree.parts):
        if part.mesh is not None:
            counts = faces.setdefault(_part_word(tree, row), {})
            counts[part.color] = counts.get(part.color, 0) + len(part.mesh.faces)
    return {word: max(counts, key=lambda color: counts[color]) for word, counts in faces.items()}


def _part_word(tree: PartTree, row: int) -> str:
    """The word of the part of the object's root that a row is in; '' where it is a surface of the root itself."""
    parts = tree.parts
    while parts[row].parent >= 0 and parts[parts[row].parent].parent >= 0:
        row = parts[row].parent
    return "" if parts[row].mesh is not None and parts[row].word in _SHAPES else parts[row].word


def _main_color(tree: PartTree) -> Vec3 | None:
    """The colour of the largest area, unless people see far less of it than of another: the cover of a book, and not its pages; None
    where nothing is drawn. Of an object of more than :data:`MOST_DRAWN` triangles all surface counts alike."""
    drawn = [
        (part.color, _corners(part.mesh, frame))
        for part, frame in zip(tree.parts, tree.asset_from_local(), strict=True)
        if part.mesh is not None
    ]
    colors = list(dict.fromkeys(color for color, _ in drawn))
    if not colors:
        return None
    if len(colors) == 1:
        return colors[0]
    corners = np.concatenate([each for _, each in drawn])
    piece = np.repeat([colors.index(color) for color, _ in drawn], [len(each) for _, each in drawn])
    largest = int(np.argmax(np.bincount(piece, weights=_areas(corners), minlength=len(colors))))
    if len(corners) > MOST_DRAWN:
        return colors[largest]
    seen = visible_shares(corners, piece, len(colors), 0.0)
    most = int(np.argmax(seen))
    return colors[largest if seen[largest] >= _PLAINLY_SEEN * seen[most] else most]


def _corners(mesh: MeshData, frame: FloatArray) -> FloatArray:
    """(F, 3, 3) the triangles of a part in the frame of its object."""
    at: FloatArray = mesh.vertices.astype(np.float64) @ frame[:3, :3].T + frame[:3, 3]
    return at[mesh.faces]


def _areas(corners: FloatArray) -> FloatArray:
    """(F,) areas of triangles."""
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    areas: FloatArray = 0.5 * np.linalg.norm(across, axis=1)
    return areas
