"""Whether two entities say the same: by their text, read without names, colours and order, or by their shape.

Shapes are compared at one size, by points on their surfaces. Two samples of one shape lie as far apart as the sampling leaves them; another
shape lies further.
"""

from __future__ import annotations

import ast
import enum
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.model import FloatArray, Scene, Vec3
from scenewright.scene.model.values import Array
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

__all__ = ["ShapeLikeness", "ShapePrint", "alike_sizes", "same_shape", "shape_print", "text_print"]

_POINTS = 3_000
_PROPORTION = 0.05
"""Most that the sides of two boxes of one shape differ, as a share of the longest."""
_APART = 1.2
"""How much further apart samples of two shapes may lie than two samples of one, for these to be the same."""
_FAR = 0.03
"""Most that nearly all points (all but one in a hundred) may lie from the other shape, as a share of the longest side."""
_COLOURS_APART = 0.08
"""Least mean distance in sRGB of shapes with other colours."""
_MOST_TRIANGLES = 200_000


class ShapeLikeness(enum.StrEnum):
    """How something that was learned is like another thing."""

    TEXT = "text"
    """The same text, but for names, notes and the order of statements."""
    SHAPE = "shape"
    """The same shape in the same colours."""
    RECOLOURED = "recoloured"
    """The same shape in other colours."""
    WORD = "word"
    """Another thing of the same name."""


# -- texts --------------------------------------------------------------------------------------------------------------


def text_print(text: str, name: str) -> str:
    """A hash of what the function `name` of a library does. Names, notes, phrases, annotations and the order of statements that stand
    apart make no difference.

    Raises:
        SyntaxError: it is no Python.
    """
    return hashlib.sha256(_Plain(ast.parse(text)).read(name).encode()).hexdigest()


class _Plain:
    """Reads a module from one function on: what it names is read where it is first named, and names become numbers."""

    def __init__(self, tree: ast.Module) -> None:
        self._of_name: dict[str, list[ast.stmt]] = {}
        for statement in tree.body:
            for given in _given(statement):
                self._of_name.setdefault(given, []).append(statement)
        self._own = set(self._of_name) | {
            node.id if isinstance(node, ast.Name) else node.arg
            for node in ast.walk(tree)
            if isinstance(node, ast.arg) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
        }
        self._numbers: dict[str, int] = {}
        self._waiting: list[str] = []

    def read(self, name: str) -> str:
        self._number(name)
        parts: list[str] = []
        done: set[int] = set()
        while self._waiting:
            for statement in self._of_name.get(self._waiting.pop(0), ()):
                if id(statement) not in done:
                    done.add(id(statement))
                    parts.append(self._dump(statement))
        return "\n".join(parts)

    def _number(self, name: str) -> str:
        """Names of the text as numbers; those of the language and of Python as they are."""
        if name not in self._own:
            return name
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self._waiting.append(name)
        return f"n{self._numbers[name]}"

    def _dump(self, node: object) -> str:
        if isinstance(node, list):
            return f"[{','.join(map(self._dump, node))}]"
        if not isinstance(node, ast.AST):
            return repr(node)
        if isinstance(node, ast.Name):
            return self._number(node.id)
        if isinstance(node, ast.arg):
            return f"arg({self._number(node.arg)})"
        if isinstance(node, ast.Constant):
            value = node.value
            return self._number(value) if isinstance(value, str) and value in self._of_name else repr(value)
        if isinstance(node, ast.keyword):
            return f"{'**' if node.arg is None else self._number(node.arg)}={self._dump(node.value)}"
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            return f"def {self._number(node.name)}({self._dump(node.args)}){self._dump(body)}"
        fields = (
            f for f in node._fields if f not in ("annotation", "returns", "type_comment", "type_params", "ctx", "kind")
        )
        return f"{type(node).__name__}({','.join(self._dump(getattr(node, f, None)) for f in fields)})"


def _given(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement of a module gives."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        yield statement.name
    elif not isinstance(statement, ast.Import | ast.ImportFrom):
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id


# -- shapes -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class ShapePrint:
    """Points on the surface of a thing whose longest side is 1, with its base centre at the origin.

    `points`: (N, 3), `colors`: (N, 3) sRGB of the surface there. `apart`: mean distance of two samples of it.
    """

    points: FloatArray
    colors: FloatArray
    apart: float

    __repr__ = short_repr


def alike_sizes(a: Vec3, b: Vec3) -> bool:
    """Whether two boxes (width, height, depth) have the same proportions."""
    first, second = np.array(a) / max(*a, 1e-9), np.array(b) / max(*b, 1e-9)
    return bool(np.abs(first - second).max() <= _PROPORTION)


def shape_print(scene: Scene) -> ShapePrint | None:
    """The surface of a scene at one size; None if it has none."""
    from scipy.spatial import cKDTree

    from scenewright.scene.geometry import scene_geometry

    geometry = scene_geometry(scene, max_triangles=_MOST_TRIANGLES)
    corners: list[FloatArray] = []
    colors: list[FloatArray] = []
    for mesh, world_from_mesh, color in zip(geometry.mesh, geometry.world_from_mesh, geometry.color, strict=True):
        data = geometry.meshes[int(mesh)]
        points = data.vertices @ world_from_mesh[:3, :3].T + world_from_mesh[:3, 3]
        corners.append(points[data.faces])
        colors.append(np.broadcast_to(color, (len(data.faces), 3)))
    if not corners:
        return None
    triangles, of_triangle = np.concatenate(corners), np.concatenate(colors)
    area = np.linalg.norm(np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]), axis=1)
    low, high = triangles.min(axis=(0, 1)), triangles.max(axis=(0, 1))
    longest = float((high - low).max())
    if longest <= 0 or not area.sum() > 0:
        return None
    foot = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    first, chosen = _sample((triangles - foot) / longest, area, 0)
    second, _ = _sample((triangles - foot) / longest, area, 1)
    return ShapePrint(first, of_triangle[chosen], float(cKDTree(first).query(second)[0].mean()))


def _sample(triangles: FloatArray, area: FloatArray, seed: int) -> tuple[FloatArray, Array[np.intp]]:
    """Points on triangles, everywhere equally dense, and the triangle of each."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(triangles), _POINTS, p=area / area.sum())
    u, v = np.sqrt(rng.random(_POINTS)), rng.random(_POINTS)
    a, b, c = (triangles[chosen, k] for k in range(3))
    return (1 - u)[:, None] * a + (u * (1 - v))[:, None] * b + (u * v)[:, None] * c, chosen


def same_shape(a: ShapePrint, b: ShapePrint) -> ShapeLikeness | None:
    """SHAPE or RECOLOURED where two things have one shape at one size, else None."""
    from scipy.spatial import cKDTree

    there, nearest = _distances(cKDTree(a.points), b.points)
    back, _ = _distances(cKDTree(b.points), a.points)
    apart = max(float(there.mean()), float(back.mean()))
    far = max(float(np.quantile(there, 0.99)), float(np.quantile(back, 0.99)))
    noise = max(a.apart, b.apart)
    if apart > _APART * noise or far > max(_FAR, 4 * noise):
        return None
    differ = float(np.linalg.norm(a.colors[nearest] - b.colors, axis=1).mean())
    return ShapeLikeness.RECOLOURED if differ > _COLOURS_APART else ShapeLikeness.SHAPE


def _distances(tree: cKDTree, points: FloatArray) -> tuple[FloatArray, Array[np.intp]]:
    distance, index = tree.query(points)
    return distance, index
