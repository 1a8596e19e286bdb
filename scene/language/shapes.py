"""Shapes as programs see them: opaque lists of parts that concat, transform and measure.

A :class:`Shape` is a persistent rope: concatenating and transforming cost a constant, and the parts are laid out when
someone looks. A part is one occurrence of a :class:`Node`; nodes are shared between the occurrences of one shape.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from scene.bounds import EMPTY_BOUNDS, leaf_extents
from scene.errors import ProgramError
from scene.language.session import caller_span, closest, current
from scene.language.vectors import color3, matrix4, number, vec3
from scene.model import FloatArray, Material, NodeKind, PrimitiveKind, SourceSpan, Vec3

__all__ = [
    "Node",
    "Part",
    "Shape",
    "as_shape",
    "compute_shape_center",
    "compute_shape_max",
    "compute_shape_min",
    "compute_shape_sizes",
    "concat_shapes",
    "loop",
    "measure",
    "primitive_call",
    "transform_shape",
]

_IDENTITY = np.eye(4)


class Node:
    """What one call made, before it is known where it occurs."""

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
        self._leaves: _Leaves | None = None

    def leaves(self) -> _Leaves:
        """Geometry below the node, in its own frame; kept, since nodes occur many times."""
        if self._leaves is None:
            self._leaves = _leaves_of(self.parts)
        return self._leaves


_Leaves = tuple[npt.NDArray[np.uint8], FloatArray, list[int]]  # kinds (N,), node_from_unit (N, 4, 4), asset indices


class Part:
    """One occurrence: where a node stands, and what ``place`` said of it."""

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


class Shape:
    """A list of parts, opaque to programs: concat, iteration, indexing, slicing, ``+`` and ``len`` work."""

    __slots__ = ("_matrix", "_parts", "_sources", "total")

    def __init__(
        self,
        parts: tuple[Part, ...] | None = None,
        sources: tuple[Shape, ...] = (),
        matrix: FloatArray | None = None,
        total: int = 0,
    ) -> None:
        self._parts = parts
        self._sources = sources
        self._matrix = matrix
        self.total = total

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
    def __getitem__(self, index: int | slice) -> Shape:
        found = self.parts()[index]
        return Shape.of(found) if isinstance(found, Part) else Shape.of(*found)

    def __add__(self, other: Any) -> Shape:
        return concat_shapes(self, other)

    def __radd__(self, other: Any) -> Shape:
        # sum(shapes) starts at 0
        return self if isinstance(other, int) and other == 0 else concat_shapes(other, self)

    def __repr__(self) -> str:
        return f"Shape of {len(self)} parts"


EMPTY = Shape((), total=0)


def as_shape(value: Any, what: str) -> Shape:
    """A shape out of a shape or any nesting of lists and tuples of shapes.

    Raises:
        ProgramError: something in it is no shape.
    """
    if isinstance(value, Shape):
        return value
    if isinstance(value, (list, tuple)) or (
        isinstance(value, Iterable) and not isinstance(value, (str, bytes, dict, np.ndarray))
    ):
        return concat_shapes(*value)
    if value is None:
        raise ProgramError(
            f"{what} is None where a shape is needed: does a function forget its return?", kind="argument"
        )
    raise ProgramError(f"{what} must be a shape, not {type(value).__name__}", kind="argument")


def concat_shapes(*shapes: Any) -> Shape:
    """All the parts, in order. Lists and generators of shapes are taken as their members."""
    sources = tuple(s if isinstance(s, Shape) else as_shape(s, "an argument of concat_shapes") for s in shapes)
    if len(sources) == 1:
        return sources[0]
    total = sum(s.total for s in sources)
    current().check_rows(total)
    return Shape(None, sources, None, total) if total else EMPTY


def transform_shape(shape: Any, pose: Any) -> Shape:
    """The shape moved by a 4x4 matrix.

    Raises:
        ProgramError: the matrix is singular, not finite, or no 4x4.
    """
    if isinstance(pose, Shape) and not isinstance(shape, Shape):
        raise ProgramError("transform_shape takes (shape, pose), here they are swapped", kind="argument")
    inner = shape if isinstance(shape, Shape) else as_shape(shape, "shape of transform_shape")
    matrix = matrix4(pose, "pose of transform_shape")
    if not inner.total:
        return EMPTY
    if inner._parts is not None and len(inner._parts) == 1:  # the common case costs no rope
        return Shape((inner._parts[0].moved(matrix),), total=inner.total)
    return Shape(None, (inner,), matrix, inner.total)


def loop(n: Any, fn: Callable[[int], Any] | None = None, **variants: Any) -> Shape:
    """``concat_shapes(fn(0), ..., fn(n - 1))``."""
    fn = fn or variants.pop("loop_fn", None) or variants.pop("func", None)
    if fn is None or not callable(fn) or variants:
        raise ProgramError("loop takes (n, fn), where fn(i) gives a shape", kind="argument")
    count = number(n, "n of loop")
    if not count.is_integer():
        current().warn(f"n of loop is {count}: it was taken as {int(count)}", caller_span())
    return concat_shapes(*[as_shape(fn(i), "what the function of loop returns") for i in range(int(count))])


# -- primitives -------------------------------------------------------------------------------------------------------

_KINDS = {
    "cube": PrimitiveKind.CUBE,
    "sphere": PrimitiveKind.SPHERE,
    "cylinder": PrimitiveKind.CYLINDER,
    "cone": PrimitiveKind.CONE,
}
_WORDS = {kind: name for name, kind in _KINDS.items()}
_KIND_VARIANTS = {
    "box": "cube",
    "cuboid": "cube",
    "ball": "sphere",
    "ellipsoid": "sphere",
    "rod": "cylinder",
    "tube": "cylinder",
    "prism": "cube",
}
_KWARGS = {
    PrimitiveKind.CUBE: ("scale",),
    PrimitiveKind.SPHERE: ("radius",),
    PrimitiveKind.CYLINDER: ("radius", "p0", "p1"),
    PrimitiveKind.CONE: ("radius", "p0", "p1"),
}
_KWARG_VARIANTS = {
    "size": "scale",
    "sizes": "scale",
    "dimensions": "scale",
    "extents": "scale",
    "r": "radius",
    "start": "p0",
    "end": "p1",
    "base": "p0",
    "tip": "p1",
}
_FORMS = {
    PrimitiveKind.CUBE: "primitive_call('cube', {'scale': (width, height, depth)})",
    PrimitiveKind.SPHERE: "primitive_call('sphere', {'radius': 0.5})",
    PrimitiveKind.CYLINDER: "primitive_call('cylinder', {'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 1, 0)})",
    PrimitiveKind.CONE: "primitive_call('cone', {'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 1, 0)})",
}
MIN_EXTENT = 1e-6
"""What a zero extent is clamped to."""


def primitive_call(
    name: str,
    shape_kwargs: dict[str, Any] | None = None,
    color: Any = (1.0, 1.0, 1.0),
    material: dict[str, Any] | None = None,
    **others: Any,
) -> Shape:
    """One primitive: 'cube', 'sphere', 'cylinder' or 'cone' (and the blocks dialect, see :mod:`scene.language.blocks`).

    Raises:
        ProgramError: unknown kind, missing or unknown keyword, a value that is no number.
    """
    session = current()
    if name in ("set_cuboid", "delete_blocks"):
        from scene.language.blocks import block_call

        return block_call(name, {**(shape_kwargs or {}), **others})
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        variant = _KIND_VARIANTS.get(str(name).lower(), str(name).lower())
        if variant not in _KINDS:
            raise ProgramError(
                f"there is no primitive {name!r}: use 'cube', 'sphere', 'cylinder' or 'cone'{closest(str(name), list(_KINDS))}",
                kind="argument",
            )
        session.warn(f"primitive {name!r} was read as '{variant}'", caller_span())
        kind = _KINDS[variant]
    session.count_primitive()
    given = shape_kwargs if shape_kwargs is not None else {}
    if not isinstance(given, dict):
        raise ProgramError(f"shape_kwargs must be a dict: {_FORMS[kind]}", kind="argument")
    z = others.pop("z", None) if others else None
    if others:
        session.warn(f"keywords {sorted(others)} belong into shape_kwargs: {_FORMS[kind]}", caller_span())
        given = {**given, **others}
    matrix = _unit_matrix(kind, given)
    node = Node(
        NodeKind.PRIMITIVE,
        _WORDS[kind],
        primitive=kind,
        color=color3(color),
        material=session.material(read_material(material)),
        z=-1 if z is None else session.embedding(_embedding(z)),
        span=caller_span(),
        total=1,
    )
    return Shape((Part(node, matrix),), total=1)


def _embedding(z: Any) -> Any:
    from scene.language.annotations import as_embedding

    return as_embedding(z)


def _unit_matrix(kind: PrimitiveKind, given: dict[str, Any]) -> FloatArray:
    """node_from_unit (4, 4) of a primitive."""
    offset: Vec3 | None = None
    values: dict[str, Any] = {}
    for key, value in given.items():
        plain = key if key in _KWARGS[kind] else _KWARG_VARIANTS.get(key, key)
        if plain not in _KWARGS[kind]:
            if key in ("center", "position") and kind in (PrimitiveKind.CUBE, PrimitiveKind.SPHERE):
                offset = vec3(value, key)
            elif key == "height" and "p1" not in given and kind in (PrimitiveKind.CYLINDER, PrimitiveKind.CONE):
                h = number(value, key)
                values.setdefault("p0", (0.0, 0.0, 0.0))
                values["p1"] = (0.0, h, 0.0)
            else:
                raise ProgramError(
                    f"a {kind.name.lower()} takes no {key!r}; the right form is {_FORMS[kind]}", kind="argument"
                )
            current().warn(
                f"{key!r} of a {kind.name.lower()} was understood; the form is {_FORMS[kind]}", caller_span()
            )
            continue
        values[plain] = value
    missing = [k for k in _KWARGS[kind] if k not in values]
    if missing:
        raise ProgramError(
            f"a {kind.name.lower()} needs {', '.join(repr(k) for k in missing)}: {_FORMS[kind]}", kind="argument"
        )
    m = np.zeros((4, 4))
    m[3, 3] = 1.0
    if kind is PrimitiveKind.CUBE:
        scale = values["scale"]
        is_vector = isinstance(scale, (tuple, list, dict)) or np.ndim(scale) > 0
        size = vec3(scale, "scale of a cube") if is_vector else (number(scale, "scale"),) * 3
        m[0, 0], m[1, 1], m[2, 2] = (_extent(s, "scale of a cube") for s in size)
    elif kind is PrimitiveKind.SPHERE:
        m[0, 0] = m[1, 1] = m[2, 2] = _extent(number(values["radius"], "radius"), "radius of a sphere")
    else:
        what = kind.name.lower()
        radius = _extent(number(values["radius"], "radius"), f"radius of a {what}")
        _axis_frame(m, radius, vec3(values["p0"], f"p0 of a {what}"), vec3(values["p1"], f"p1 of a {what}"), what)
    if offset is not None:
        m[:3, 3] += offset
    return m


def _extent(value: float, what: str) -> float:
    if value < 0.0:
        current().warn(f"{what} is negative: {abs(value):g} was taken", caller_span())
        value = -value
    if value < MIN_EXTENT:
        current().warn(f"{what} is 0: it was clamped to {MIN_EXTENT:g}", caller_span())
        return MIN_EXTENT
    return value


def _axis_frame(m: FloatArray, radius: float, p0: Vec3, p1: Vec3, what: str) -> None:
    """Fill `m` so that unit y runs from p0 to p1; the rotation from +y is the shortest one."""
    x, y, z = p1[0] - p0[0], p1[1] - p0[1], p1[2] - p0[2]
    length = math.sqrt(x * x + y * y + z * z)
    if length < MIN_EXTENT:
        current().warn(
            f"p0 and p1 of a {what} are the same point: its height was clamped to {MIN_EXTENT:g}", caller_span()
        )
        x, y, z, length = 0.0, 1.0, 0.0, 1.0
        height = MIN_EXTENT
    else:
        height = length
    x, y, z = x / length, y / length, z / length
    if y < -1.0 + 1e-12:  # straight down: half a turn about x
        columns = ((1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, -1.0))
    else:
        k = 1.0 / (1.0 + y)
        columns = ((1.0 - x * x * k, -x, -x * z * k), (x, y, z), (-x * z * k, -z, 1.0 - z * z * k))
    for j, (column, s) in enumerate(zip(columns, (radius, height, radius), strict=True)):
        m[0, j], m[1, j], m[2, j] = column[0] * s, column[1] * s, column[2] * s
    m[0, 3], m[1, 3], m[2, 3] = p0


_MATERIAL_VARIANTS = {
    "rough": "roughness", "metalness": "metallic", "metal": "metallic", "alpha": "opacity", "emissive": "emission",
    "emission_strength": "emission", "transparency": "transparency", "image": "texture",
}  # fmt: skip
_MATERIAL_KEYS = ("roughness", "metallic", "opacity", "emission", "texture")


def read_material(given: Any) -> Material | None:
    """A Material out of the dict that a program gives; values are clipped to their range with a warning.

    Raises:
        ProgramError: it is no dict, or a value is no number.
    """
    if given is None or (isinstance(given, dict) and not given):
        return None
    session = current()
    if isinstance(given, Material):
        return given
    if isinstance(given, str):
        from scene.language.surfaces import surface

        session.warn(f"material was given as {given!r}: write a dict such as {{'roughness': 0.4}}", caller_span())
        given = surface(given)[1]
    if not isinstance(given, dict):
        raise ProgramError(
            "material must be a dict with roughness, metallic, opacity, emission or texture", kind="argument"
        )
    values: dict[str, Any] = {}
    for key, value in given.items():
        plain = key if key in _MATERIAL_KEYS else _MATERIAL_VARIANTS.get(str(key))
        if plain is None:
            session.warn(f"material has no {key!r}: it takes {', '.join(_MATERIAL_KEYS)}", caller_span())
            continue
        if plain == "texture":
            values["texture"] = None if value is None else str(value)
            continue
        if plain == "emission" and np.ndim(value) == 1:
            session.warn("emission is one number, a factor on the colour: the largest was taken", caller_span())
            x = max(vec3(value, "emission"))
        else:
            x = number(value, f"{key} of material")
        if plain == "transparency":
            plain, x = "opacity", 1.0 - x
        top = math.inf if plain == "emission" else 1.0
        if not 0.0 <= x <= top:
            session.warn(f"{plain} of material is {x:g}: it was clipped", caller_span())
            x = min(max(x, 0.0), top)
        values[plain] = x
    return Material(**values)


# -- measuring --------------------------------------------------------------------------------------------------------


def _leaves_of(parts: Iterable[Part]) -> _Leaves:
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


def measure(shape: Shape) -> FloatArray:
    """(2, 3) tight axis-aligned box of a shape in the caller's frame; the unit cube for the empty shape."""
    kinds, matrices, assets = _leaves_of(shape.parts())
    if not len(kinds):
        return EMPTY_BOUNDS.copy()
    refs = current().assets
    lo, hi = leaf_extents(kinds, matrices, [None if a < 0 else refs[a].hull for a in assets])
    return np.stack([lo.min(axis=0), hi.max(axis=0)])


def compute_shape_min(shape: Any) -> FloatArray:
    """(3,) least corner of the box."""
    return np.array(measure(as_shape(shape, "shape of compute_shape_min"))[0])


def compute_shape_max(shape: Any) -> FloatArray:
    """(3,) greatest corner of the box."""
    return np.array(measure(as_shape(shape, "shape of compute_shape_max"))[1])


def compute_shape_center(shape: Any) -> FloatArray:
    """(3,) centre of the box."""
    return np.array(measure(as_shape(shape, "shape of compute_shape_center")).mean(axis=0))


def compute_shape_sizes(shape: Any) -> FloatArray:
    """(3,) edge lengths of the box."""
    lo, hi = measure(as_shape(shape, "shape of compute_shape_sizes"))
    return np.array(hi - lo)
