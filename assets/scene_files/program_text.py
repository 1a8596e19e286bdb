"""The program of a scene file: one entity function for each kind of node, called as often as the file repeats it.

Nodes are of one kind if they have the same word, phrase and mesh, and the same kinds below them at the same places. An entity has the frame
of its node. Kinds that differ in nothing but their mesh, such as boxes of many colours, are one function with the mesh as its argument. A
node that is only moved and turned about +y is put with ``place``, which people and the layout edit; any other pose is a
matrix of ``transform_shape``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from scenewright.assets.scene_files.naming import FunctionNames, plain_name
from scenewright.assets.scene_files.node_tree import FileNode, FileTree
from scenewright.scene.model import FloatArray

__all__ = ["program_of_tree"]

_MOST_POINTS = 20_000
"""Corners of a kind that are kept as they are; of more, those of their convex hull."""
_TURN = 2e-7
"""Greatest difference of a matrix from a turn about +y: files hold single precision."""
_WHOLE_TURN = 1e-5
"""Degrees by which a turn may differ from a whole number that is written for it."""
_SHORT = 5e-8
"""Units by which a length may differ from one with seven digits that is written for it."""
_UNNAMED = "part"


@dataclass(eq=False)
class _Kind:
    """Nodes that are alike. `points`: (K, 3) corners whose box is the entity's, in its frame. `hull`: (K, 3) that of its mesh alone, empty
    without. `children`: kind, parent_from_child (4, 4) and name of each."""

    word: str
    phrase: str
    mesh: int
    children: list[tuple[_Kind, FloatArray, str]]
    points: FloatArray
    hull: FloatArray
    function: str = ""
    chosen: bool = False
    """Whether its function takes the mesh as an argument."""


@dataclass
class _Writer:
    tree: FileTree
    hull_of: Callable[[int], FloatArray]
    kinds: dict[tuple[object, ...], _Kind] = field(default_factory=dict)
    ordered: list[_Kind] = field(default_factory=list)

    def kind(self, node: FileNode, children: list[tuple[_Kind, FloatArray, str]]) -> _Kind | None:
        """The kind of a node; None without any mesh at or below it."""
        if node.mesh < 0 and not children:
            return None
        word = (
            plain_name(node.word)
            or plain_name(node.name)
            or (self.tree.meshes[node.mesh] if node.mesh >= 0 else _UNNAMED)
        )
        placed = tuple((id(kind), _key(matrix), name) for kind, matrix, name in children)
        key = (word, node.phrase, node.mesh, placed)
        known = self.kinds.get(key)
        if known is None:
            hull = self.hull_of(node.mesh) if node.mesh >= 0 else np.empty((0, 3))
            points = np.concatenate([hull, *(_moved(kind.points, matrix) for kind, matrix, _ in children)])
            known = self.kinds[key] = _Kind(word, node.phrase, node.mesh, children, _corners(points), hull)
            self.ordered.append(known)
        return known


def program_of_tree(tree: FileTree, asset_id: str, title: str, hull_of: Callable[[int], FloatArray]) -> str:
    """The program text. It evaluates to the file's nodes at their poses; nodes without a mesh at or below them are left out.

    Args:
        asset_id: hash of the stored GLB, whose root nodes are the tree's meshes.
        title: words for the whole scene.
        hull_of: (K, 3) the hull of a mesh by its number, in the mesh's frame, as the evaluation measures it.
    """
    writer = _Writer(tree, hull_of)
    below: list[list[tuple[_Kind, FloatArray, str]]] = [[] for _ in tree.nodes]
    tops: list[tuple[_Kind, FloatArray, str]] = []
    for row in range(len(tree.nodes) - 1, -1, -1):  # children come after their parents
        node = tree.nodes[row]
        below[row].reverse()
        kind = writer.kind(node, below[row])
        if kind is not None:
            own = plain_name(node.name) or kind.word
            (tops if node.parent < 0 else below[node.parent]).append((kind, node.parent_from_node, own))
    tops.reverse()
    root = _root(tops, title)
    names = FunctionNames()
    root.function = names.take(root.word)
    families = _families(kind for kind in writer.ordered if kind is not root)
    for family in families:
        function = names.take(family[0].word)
        for kind in family:
            kind.function, kind.chosen = function, len(family) > 1
    blocks = [
        f"from scene.language import *\n\nFILE = 'asset:{asset_id}'  # the meshes, kept with the scene",
        *(_function(family[0], tree) for family in families),
        _function(root, tree),
        _cameras(tree, root),
    ]
    return "\n\n\n".join(block for block in blocks if block).rstrip() + "\n"


def _root(tops: list[tuple[_Kind, FloatArray, str]], title: str) -> _Kind:
    """The kind of the whole: the file's only top node if it just holds others, else a new one that holds them."""
    if len(tops) == 1:
        kind, matrix, _ = tops[0]
        if kind.mesh < 0 and np.array_equal(matrix, np.eye(4)):
            return kind
    points = _corners(np.concatenate([_moved(kind.points, matrix) for kind, matrix, _ in tops]))
    return _Kind(plain_name(title) or "scene", title, -1, tops, points, np.empty((0, 3)))


def _families(kinds: Iterable[_Kind]) -> list[list[_Kind]]:
    """Kinds that one function can make, in the order of the first of each: plain meshes of the same word with the same foot."""
    families: dict[tuple[object, ...], list[_Kind]] = {}
    for kind in kinds:
        key = (id(kind),) if kind.children else (kind.word, kind.phrase, _point(_foot(kind.hull)))
        families.setdefault(key, []).append(kind)
    return list(families.values())


def _function(kind: _Kind, tree: FileTree) -> str:
    lines = [_mesh_call(kind, tree)] if kind.mesh >= 0 else []
    lines += [_child(child, matrix, name, tree) for child, matrix, name in kind.children]
    phrase = kind.phrase or kind.word.replace("_", " ")
    body = f"    return {lines[0]}"
    if len(lines) > 1:
        body = "\n".join(["    return concat_shapes(", *(f"        {line}," for line in lines), "    )"])
    return f"@register({phrase!r})\ndef {kind.function}({'mesh' if kind.chosen else ''}):\n{body}"


def _mesh_call(kind: _Kind, tree: FileTree) -> str:
    """The mesh in its own frame: the call alone would put the middle of its bottom at the origin. It is called other than its entity, so
    that the entity's name is clear."""
    mesh = "'#' + mesh" if kind.chosen else f"'#{tree.meshes[kind.mesh]}'"
    return f"place(asset_call(FILE + {mesh}), at={_point(_foot(kind.hull))}, name='mesh')"


def _child(kind: _Kind, matrix: FloatArray, name: str, tree: FileTree) -> str:
    named = "" if name == kind.function else f", name={name!r}"
    chosen = f", mesh={tree.meshes[kind.mesh]!r}" if kind.chosen else ""
    degrees = _turn(matrix)
    if degrees is not None:
        at = matrix[:3, :3] @ _foot(kind.points) + matrix[:3, 3]
        turn = f", turn={_number(degrees)}" if degrees else ""
        return f"place({kind.function!r}, at={_point(at)}{turn}{named}{chosen})"
    shape = f"library_call({kind.function!r}{chosen})"
    if named:
        # place alone would bring the middle of its bottom to the origin
        shape = f"place({kind.function!r}{named}{chosen})"
        matrix = matrix.copy()
        matrix[:3, 3] += matrix[:3, :3] @ _foot(kind.points)
    scale = np.diag(matrix)[:3]
    if not np.any(matrix[:3, :3] - np.diag(scale)):
        grown = f"scale_matrix({_point(scale)}, (0, 0, 0))"
        moved = f"translation_matrix({_point(matrix[:3, 3])}) @ " if np.any(matrix[:3, 3]) else ""
        return f"transform_shape({shape}, {moved}{grown})"
    rows = ", ".join(f"[{', '.join(_number(v) for v in row)}]" for row in matrix.tolist())
    return f"transform_shape({shape}, [{rows}])"


def _turn(matrix: FloatArray) -> float | None:
    """Degrees about +y of a matrix (4, 4) that only moves and turns about +y; None for any other."""
    c, s = float(matrix[0, 0]), float(matrix[0, 2])
    turned = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
    if np.abs(matrix[:3, :3] - turned).max() > _TURN or abs(c * c + s * s - 1.0) > _TURN:
        return None
    degrees = math.degrees(math.atan2(s, c))
    whole = float(round(degrees))
    if abs(degrees - whole) < _WHOLE_TURN:
        return 180.0 if whole == -180.0 else whole + 0.0
    return degrees


def _cameras(tree: FileTree, root: _Kind) -> str:
    """The cameras look at the point of their axis that is nearest to the middle of the scene."""
    middle = (root.points.min(axis=0) + root.points.max(axis=0)) / 2.0
    lines = []
    for camera in tree.cameras:
        eye, direction = np.array(camera.eye), np.array(camera.direction)
        ahead = max(float((middle - eye) @ direction), 1.0)
        lines.append(f"camera(eye={_point(eye)}, target={_point(eye + ahead * direction)}, fov={_number(camera.fov)})")
    return "\n".join(lines)


def _corners(points: FloatArray) -> FloatArray:
    """Points (K, 3) with the same box in every frame, fewer where there are very many."""
    if len(points) <= _MOST_POINTS:
        return points
    from scipy.spatial import ConvexHull, QhullError

    try:
        return np.asarray(points[ConvexHull(points).vertices], dtype=np.float64)
    except QhullError:  # flat
        return points


def _foot(points: FloatArray) -> FloatArray:
    """(3,) the middle of the bottom of the box of points (K, 3)."""
    low, high = points.min(axis=0), points.max(axis=0)
    return np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])


def _moved(points: FloatArray, matrix: FloatArray) -> FloatArray:
    return np.asarray(points @ matrix[:3, :3].T + matrix[:3, 3], dtype=np.float64)


def _key(matrix: FloatArray) -> tuple[str, ...]:
    return tuple(_number(v) for v in matrix.reshape(-1).tolist())


def _number(value: float) -> str:
    """Nine significant digits, as float32 needs, or seven where these say nearly the same; below a nanometre 0."""
    if abs(value) < 1e-9:
        return "0"
    short = f"{value:.7g}"
    return short if abs(float(short) - value) < _SHORT else f"{value:.9g}"


def _point(values: Sequence[float] | FloatArray) -> str:
    return f"({', '.join(_number(float(v)) for v in values)})"
