"""Shapes: opaque lists of parts that programs concatenate and transform.

A :class:`Shape` is a persistent rope: concatenating and transforming take constant time, and the list of parts is
built when it is first read. A part is one occurrence of a :class:`Node`; the occurrences of one shape share their nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, TypeVar, overload

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.argument_types import Matrix, ShapeLike
from scenewright.scene.language.vocabulary.evaluation import caller_span, current
from scenewright.scene.language.vocabulary.vectors import matrix4, number
from scenewright.scene.model import FloatArray, NodeKind, PrimitiveKind, SourceSpan, Vec3

__all__ = [
    "Node",
    "Part",
    "Shape",
    "as_shape",
    "concat_shapes",
    "leaves_of",
    "loop",
    "nothing",
    "transform_shape",
]

_IDENTITY = np.eye(4)


class Node:
    """The result of one call, without the places where it occurs."""

    __slots__ = (
        "_leaves",
        "asset",
        "color",
        "extras",
        "kind",
        "material",
        "parts",
        "phrase",
        "primitive",
        "span",
        "total",
        "word",
        "z",
    )

    def __init__(
        self,
        kind: NodeKind,
        word: str,
        *,
        phrase: str | None = None,
        primitive: PrimitiveKind = PrimitiveKind.NONE,
        parts: tuple[Part, ...] = (),
        color: Vec3 | None = None,
        material: int = -1,
        z: int = -1,
        asset: int = -1,
        span: SourceSpan | None = None,
        extras: list[Any] | None = None,
        total: int | None = None,
    ) -> None:
        self.kind = kind
        self.word = word
        self.phrase = phrase
        self.primitive = primitive
        self.parts = parts
        self.color = color
        self.material = material
        self.z = z
        self.asset = asset
        self.span = span
        self.extras = extras or []
        self.total: int = 1 + sum(p.node.total for p in parts) if total is None else total
        self._leaves: Leaves | None = None

    def leaves(self) -> Leaves:
        """Geometry below the node, in the node's frame. It is cached, since a node occurs many times."""
        if self._leaves is None:
            self._leaves = leaves_of(self.parts)
        return self._leaves


Leaves = tuple[npt.NDArray[np.uint8], FloatArray, list[int]]
"""Geometry of N leaves: kinds (N,), node_from_unit (N, 4, 4), asset indices (-1 for primitives)."""


class Part:
    """One occurrence of a node: its pose (4, 4), and the name, index and identity that ``place`` gave it."""

    __slots__ = ("matrix", "name", "node", "place", "z")

    def __init__(
        self, node: Node, matrix: FloatArray | None = None, name: str | None = None, place: int = -1, z: int = -1
    ) -> None:
        self.node = node
        self.matrix = matrix
        self.name = name
        self.place = place
        self.z = z

    def moved(self, matrix: FloatArray) -> Part:
        return Part(self.node, matrix if self.matrix is None else matrix @ self.matrix, self.name, self.place, self.z)


T = TypeVar("T")


class Shape:
    """A list of parts, opaque to programs. Concatenating, iterating, indexing, slicing, ``+``, ``len`` and appending work.
    So does ``Shape(shapes)``, since this name is a plain list in the published language."""

    __slots__ = ("_matrix", "_parts", "_sources", "total")

    def __init__(
        self,
        parts: tuple[Part, ...] | None = None,
        sources: tuple[Shape, ...] = (),
        matrix: FloatArray | None = None,
        total: int = 0,
    ) -> None:
        if parts and (type(parts) is not tuple or type(parts[0]) is not Part):
            whole = as_shape(parts, "what Shape(...) is made of")
            parts, total = whole.parts(), whole.total
        self._parts = parts
        self._sources = sources
        self._matrix = matrix
        self.total: int = total

    @classmethod
    def of(cls, *parts: Part) -> Shape:
        return cls(parts, total=sum(p.node.total for p in parts))

    def parts(self) -> tuple[Part, ...]:
        """The parts in order, each with its pose in this shape's frame."""
        if self._parts is None:
            out: list[Part] = []
            stack: list[tuple[Shape, FloatArray | None]] = [(self, None)]
            while stack:
                shape, outer = stack.pop()
                if shape._parts is not None:
                    out.extend(shape._parts if outer is None else [p.moved(outer) for p in shape._parts])
                    continue
                if shape._matrix is not None:
                    outer = shape._matrix if outer is None else outer @ shape._matrix
                stack.extend((s, outer) for s in reversed(shape._sources))
            self._parts = tuple(out)
            self._sources = ()
            self._matrix = None
        return self._parts

    def __len__(self) -> int:
        return len(self.parts())

    def __bool__(self) -> bool:
        return self.total > 0

    def __iter__(self) -> Iterator[Shape]:
        return iter([Shape.of(p) for p in self.parts()])

    @overload
    def __getitem__(self, index: int) -> Shape: ...
    @overload
    def __getitem__(self, index: slice) -> Shape: ...
    def __getitem__(self, index: Any) -> Shape:
        if isinstance(index, str):
            raise ProgramError(
                f"a shape has no {index!r}: measure it with compute_shape_center, _min, _max or _sizes",
                kind="argument",
            )
        found = self.parts()[index]
        return Shape.of(found) if isinstance(found, Part) else Shape.of(*found)

    def __add__(self, other: ShapeLike) -> Shape:
        return concat_shapes(self, other)

    @overload
    def __radd__(self, other: list[Shape]) -> list[Shape]: ...
    @overload
    def __radd__(self, other: tuple[Shape, ...] | Literal[0]) -> Shape: ...
    def __radd__(self, other: Any) -> Shape | list[Any]:
        if isinstance(other, list):  # a program's own list stays one, and can be appended to
            return [*other, *self]
        # sum(shapes) starts at 0
        return self if isinstance(other, int) and other == 0 else concat_shapes(other, self)

    def extend(self, others: ShapeLike) -> None:
        """Append the parts of a shape, or of several."""
        whole = concat_shapes(self, others)
        self._parts, self._sources, self._matrix, self.total = whole._parts, whole._sources, whole._matrix, whole.total

    append = extend

    def copy(self) -> Shape:
        """A copy that does not change when parts are appended to this shape."""
        return Shape(self._parts, self._sources, self._matrix, self.total)

    def __repr__(self) -> str:
        return f"Shape of {len(self)} parts"


def nothing() -> Shape:
    """A new empty shape. It is not shared, since programs may append to it."""
    return Shape((), total=0)


def as_shape(value: Any, what: str) -> Shape:
    """One shape out of a shape, or of lists and tuples of shapes, nested in any way. `what` names the value in messages.

    Raises:
        ProgramError: something in it is not a shape.
    """
    if isinstance(value, Shape):
        return value
    if isinstance(value, (list, tuple)) or (
        isinstance(value, Iterable) and not isinstance(value, (str, bytes, dict, np.ndarray))
    ):
        return concat_shapes(*value)
    if value is None:
        raise ProgramError(
            f"{what} is None where a shape is needed: does a function lack its return statement?", kind="argument"
        )
    raise ProgramError(f"{what} must be a shape, not {type(value).__name__}", kind="argument")


def concat_shapes(*shapes: ShapeLike) -> Shape:
    """One shape of all parts, in order. An argument may also be a list or a generator of shapes.

    Args:
        shapes: shapes, or lists of shapes.

    Returns:
        a shape with their parts; it adds no level to the tree.

    Raises:
        ProgramError: an argument is not a shape.
    """
    sources = tuple(s.copy() if isinstance(s, Shape) else as_shape(s, "an argument of concat_shapes") for s in shapes)
    if len(sources) == 1:
        return sources[0]
    total = sum(s.total for s in sources)
    current().check_rows(total)
    return Shape(None, sources, None, total) if total else nothing()


def transform_shape(shape: ShapeLike, pose: Matrix) -> Shape:
    """The shape transformed by a matrix (4, 4).

    Args:
        shape: what is transformed; it does not change itself.
        pose: matrix (4, 4) for column vectors, such as ``translation_matrix((0, 1, 0)) @ rotation_matrix(0.5, (0, 1, 0))``, which turns
            first.

    Returns:
        the transformed shape; it adds no level to the tree.

    Raises:
        ProgramError: the matrix is singular, not finite, or not 4x4.
    """
    given: object = pose
    if isinstance(given, Shape) and not isinstance(shape, Shape):
        raise ProgramError("transform_shape takes (shape, pose): here the pose comes first", kind="argument")
    inner = shape if isinstance(shape, Shape) else as_shape(shape, "shape of transform_shape")
    matrix = matrix4(pose, "pose of transform_shape")
    if not inner.total:
        return nothing()
    if inner._parts is not None and len(inner._parts) == 1:  # the common case needs no rope
        return Shape((inner._parts[0].moved(matrix),), total=inner.total)
    return Shape(None, (inner.copy(),), matrix, inner.total)


def loop(n: int, fn: Callable[[int], ShapeLike] | None = None, **variants: object) -> Shape:
    """``concat_shapes(fn(0), ..., fn(n - 1))``.

    Args:
        n: how often, a whole number.
        fn: function of the index from 0 to n - 1 that returns a shape.

    Returns:
        a shape of all parts; it adds no level to the tree.
    """
    others: dict[str, Any] = variants
    fn = fn or others.pop("loop_fn", None) or others.pop("func", None)
    if fn is None or not callable(fn) or variants:
        raise ProgramError(
            "loop takes (n, fn), where fn(i) returns a shape for each i from 0 to n - 1", kind="argument"
        )
    count = number(n, "n of loop")
    if not count.is_integer():
        current().warn(f"n of loop is {count}: it was cut to {int(count)}", caller_span())
    return concat_shapes(*[as_shape(fn(i), "what the function of loop returns") for i in range(int(count))])


def leaves_of(parts: Iterable[Part]) -> Leaves:
    """All geometry of the parts, in the frame of their poses."""
    kinds: list[npt.NDArray[np.uint8]] = []
    matrices: list[FloatArray] = []
    assets: list[int] = []
    for p in parts:
        node = p.node
        matrix = _IDENTITY if p.matrix is None else p.matrix
        if node.primitive != PrimitiveKind.NONE:
            kinds.append(np.array([node.primitive], dtype=np.uint8))
            matrices.append(matrix[None])
            assets.append(node.asset)
        elif node.parts:
            k, m, a = node.leaves()
            kinds.append(k)
            matrices.append(matrix @ m)
            assets.extend(a)
    if not kinds:
        return np.zeros(0, dtype=np.uint8), np.zeros((0, 4, 4)), []
    return np.concatenate(kinds), np.concatenate(matrices), assets
