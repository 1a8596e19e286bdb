"""``primitive_call``: its arguments, and the transform from the unit primitive that it makes of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.annotations import as_embedding
from scenewright.scene.language.vocabulary.argument_types import Color, PrimitiveFields, SurfaceFields
from scenewright.scene.language.vocabulary.blocks import block_call
from scenewright.scene.language.vocabulary.evaluation import caller_span, closest, current
from scenewright.scene.language.vocabulary.materials import MATERIAL_KEYS, read_material
from scenewright.scene.language.vocabulary.shapes import Node, Part, Shape
from scenewright.scene.language.vocabulary.vectors import color3, number, shown, vec3
from scenewright.scene.model import FloatArray, NodeKind, PrimitiveKind, Vec3

__all__ = ["PRIMITIVE_FORMS", "primitive_call"]

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
PRIMITIVE_FORMS = {
    "cube": (
        _FORMS[PrimitiveKind.CUBE],
        "A box, centred on the origin. `scale` holds its whole edge lengths along x, y and z; one number makes a cube.",
    ),
    "sphere": (
        _FORMS[PrimitiveKind.SPHERE],
        "A ball, centred on the origin. Three numbers as `radius` make an ellipsoid: half its extents along x, y and z.",
    ),
    "cylinder": (
        _FORMS[PrimitiveKind.CYLINDER],
        "A closed round rod from the point `p0` to the point `p1`: these are the middles of its ends. It is not centred on the origin.",
    ),
    "cone": (
        _FORMS[PrimitiveKind.CONE],
        "A closed cone with its base about the point `p0`, where its radius is `radius`, and its tip at the point `p1`.",
    ),
    "set_cuboid": (
        "primitive_call('set_cuboid', block_type='minecraft:stone', scale=(3, 1, 2), fill=True)",
        "Unit blocks that fill whole cells from the origin toward +x, +y and +z; `scale` counts them. Later blocks replace earlier "
        "ones. `fill=False` leaves the inside empty. The type gives the colour.",
    ),
    "delete_blocks": (
        "primitive_call('delete_blocks', scale=(3, 1, 2))",
        "Empties the cells that `set_cuboid` with the same `scale` would fill, of all blocks before it in the final tree.",
    ),
}
"""The documented call of each primitive, and what it makes: its dimensions in scene units and where it lies."""
_EDGES = {"width", "height", "depth"}
MIN_EXTENT = 1e-6
"""Length that an extent of zero is clamped to."""


def primitive_call(
    name: str,
    shape_kwargs: PrimitiveFields | Mapping[str, object] | None = None,
    color: Color = (1.0, 1.0, 1.0),
    material: SurfaceFields | Mapping[str, object] | None = None,
    **others: object,
) -> Shape:
    """One primitive: 'cube', 'sphere', 'cylinder' or 'cone' (or a call of the blocks dialect, see
    the entries ``set_cuboid`` and ``delete_blocks``).

    Args:
        name: the kind of primitive; each kind has an entry of its own.
        shape_kwargs: its dimensions by name, in scene units: ``scale`` of a cube, ``radius`` of a sphere, ``radius``, ``p0`` and
            ``p1`` of a cylinder or a cone.
        color: sRGB, three numbers from 0 to 1.
        material: a dict with any of 'roughness', 'metallic', 'opacity', 'emission' and 'texture'; see the entry ``materials``. None: a matt
            surface.

    Returns:
        a shape with the primitive as its one part.

    Raises:
        ProgramError: the kind is unknown, a keyword is missing or unknown, or a value is not a number.
    """
    session = current()
    if name in ("set_cuboid", "delete_blocks"):
        return block_call(name, shape_kwargs, others)
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        variant = _KIND_VARIANTS.get(str(name).lower(), str(name).lower())
        if variant not in _KINDS:
            raise ProgramError(
                f"there is no primitive {shown(name)}: use 'cube', 'sphere', 'cylinder' or 'cone'{closest(str(name), list(_KINDS))}",
                kind="argument",
            )
        session.warn(f"primitive {name!r} was read as '{variant}'", caller_span())
        kind = _KINDS[variant]
    session.count_primitive()
    given = shape_kwargs if shape_kwargs is not None else {}
    if not isinstance(given, dict):
        raise ProgramError(f"shape_kwargs must be a dict: {_FORMS[kind]}", kind="argument")
    z = others.pop("z", None) if others else None
    surface = {key: others.pop(key) for key in MATERIAL_KEYS if key in others} if others else None
    if surface:
        session.warn(f"keywords {sorted(surface)} of primitive_call belong in material={{...}}", caller_span())
        material = {**surface, **(material or {})}
    if others:
        session.warn(
            f"keywords {sorted(others)} of primitive_call belong in shape_kwargs: {_FORMS[kind]}", caller_span()
        )
        given = {**given, **others}
    if "color" in given or "material" in given:
        session.warn("color and material are arguments of primitive_call, not keys of shape_kwargs", caller_span())
        moved: dict[str, Any] = {"color": color, "material": material, **given}
        color, material = moved["color"], moved["material"]
        given = {key: value for key, value in given.items() if key not in ("color", "material")}
    matrix = _unit_matrix(kind, given)
    node = Node(
        NodeKind.PRIMITIVE,
        _WORDS[kind],
        primitive=kind,
        color=(1.0, 1.0, 1.0) if color is None else color3(color),
        material=session.material(read_material(material)),
        z=-1 if z is None else session.embedding(as_embedding(z)),
        span=caller_span(),
        total=1,
    )
    return Shape((Part(node, matrix),), total=1)


def _unit_matrix(kind: PrimitiveKind, given: dict[str, Any]) -> FloatArray:
    """node_from_unit (4, 4) of a primitive."""
    what = kind.name.lower()
    values, offset = _plain_values(kind, given)
    missing = [k for k in _KWARGS[kind] if k not in values]
    if missing:
        raise ProgramError(f"a {what} needs {', '.join(repr(k) for k in missing)}: {_FORMS[kind]}", kind="argument")
    m = np.zeros((4, 4))
    m[3, 3] = 1.0
    if kind in (PrimitiveKind.CUBE, PrimitiveKind.SPHERE):
        key = _KWARGS[kind][0]
        m[0, 0], m[1, 1], m[2, 2] = (
            _extent(s, f"{key} of a {what}") for s in _three(values[key], f"{key} of a {what}")
        )
    else:
        radius = _extent(number(values["radius"], "radius"), f"radius of a {what}")
        _axis_frame(m, radius, vec3(values["p0"], f"p0 of a {what}"), vec3(values["p1"], f"p1 of a {what}"), what)
    if offset is not None:
        m[:3, 3] += offset
    return m


def _plain_values(kind: PrimitiveKind, given: dict[str, Any]) -> tuple[dict[str, Any], Vec3 | None]:
    """The values under their documented keywords, and the centre where one was given."""
    keys = _KWARGS[kind]
    values = {key: value for key, value in given.items() if key in keys}
    if len(values) == len(given):
        return values, None
    offset: Vec3 | None = None
    for key, value in given.items():
        plain = _KWARG_VARIANTS.get(key, key)
        if key in keys:
            continue
        if plain in keys:
            values[plain] = value
            continue
        if key in ("center", "position") and "p0" not in keys:
            offset = vec3(value, key)
        elif key == "height" and "p1" in keys and "p1" not in given:
            x, y, z = vec3(given.get("p0", (0.0, 0.0, 0.0)), "p0")
            values["p0"], values["p1"] = (x, y, z), (x, y + number(value, key), z)
        elif key == "diameter" and "radius" in keys:
            values["radius"] = number(value, key) / 2.0
        elif plain == "scale" and kind is PrimitiveKind.SPHERE:
            values["radius"] = tuple(edge / 2.0 for edge in _three(value, f"{key} of a sphere"))
        elif kind is PrimitiveKind.CUBE and key in _EDGES and given.keys() >= _EDGES:
            values["scale"] = (given["width"], given["height"], given["depth"])
        else:
            raise ProgramError(
                f"a {kind.name.lower()} takes no {shown(key)}; the right form is {_FORMS[kind]}", kind="argument"
            )
        current().warn(
            f"{key!r} of a {kind.name.lower()} was understood; the documented form is {_FORMS[kind]}", caller_span()
        )
    return values, offset


def _three(value: Any, what: str) -> Vec3:
    """Three numbers out of three, or out of one for all axes."""
    is_vector = isinstance(value, (tuple, list, dict)) or np.ndim(value) > 0
    return vec3(value, what) if is_vector else (number(value, what),) * 3


def _extent(value: float, what: str) -> float:
    if value < 0.0:
        current().warn(f"{what} is negative: {abs(value):g} was used", caller_span())
        value = -value
    if value < MIN_EXTENT:
        current().warn(f"{what} is 0: it was clamped to {MIN_EXTENT:g}", caller_span())
        return MIN_EXTENT
    return value


def _axis_frame(m: FloatArray, radius: float, p0: Vec3, p1: Vec3, what: str) -> None:
    """Fill `m` (4, 4) so that the unit y axis runs from p0 to p1, by the shortest rotation from +y."""
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
