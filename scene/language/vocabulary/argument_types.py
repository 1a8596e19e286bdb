"""The types of arguments in scene programs, as editors and type checkers show them.

Programs are read more widely than these say: what models write from memory is accepted where its meaning is plain, with a warning that
shows the documented form. The types are that form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, Union

from scenewright.scene.model import Embedding, FloatArray

if TYPE_CHECKING:
    from scenewright.scene.language.vocabulary.relations import RelationCall
    from scenewright.scene.language.vocabulary.shapes import Shape

__all__ = [
    "Axis",
    "Color",
    "Corner",
    "LightKind",
    "Matrix",
    "OpeningFields",
    "OpeningLike",
    "PrimitiveFields",
    "RelationLike",
    "Row",
    "ShapeLike",
    "SurfaceFields",
    "Thing",
    "Things",
    "Vector",
    "Wall",
    "Words",
]

Vector: TypeAlias = Sequence[float] | FloatArray
"""Three numbers (x, y, z)."""
Matrix: TypeAlias = Sequence[Sequence[float]] | FloatArray
"""A pose (4, 4), column vectors."""
Color: TypeAlias = Sequence[float] | FloatArray | str
"""sRGB in [0, 1], or a name or '#rrggbb', which are read with a warning."""
Words: TypeAlias = Embedding | str
"""An identity: ``embed('worn red leather')``, or its words, which are read with a warning."""
ShapeLike: TypeAlias = Union["Shape", Iterable["ShapeLike"]]
"""A shape, or shapes nested in lists."""

Thing: TypeAlias = Union[str, "Shape", Vector]
"""What a relation is about: the path of an instance, its shape, or a point."""
Things: TypeAlias = Thing | Sequence[Thing]
"""One thing, or each of several."""
RelationLike: TypeAlias = Union["RelationCall", str, Mapping[str, object], Iterable["RelationLike | None"]]
"""A relation, or one as text or as JSON values, which is read with a warning."""

Wall: TypeAlias = Literal["left", "right", "back", "front"]
Corner: TypeAlias = Literal["back_left", "back_right", "front_left", "front_right"]
Axis: TypeAlias = Literal["x", "y", "z"]
Row: TypeAlias = Literal["x", "z", "wall"]
LightKind: TypeAlias = Literal["sun", "point", "spot", "area", "ceiling", "ambient"]


class PrimitiveFields(TypedDict, total=False):
    """``scale``: edge lengths of a cube. ``radius``: of the others. ``p0``, ``p1``: the ends of a cylinder; base and tip of a cone."""

    scale: float | Vector
    radius: float
    p0: Vector
    p1: Vector


class SurfaceFields(TypedDict, total=False):
    """``roughness``, ``metallic``, ``opacity``, ``emission``: from 0 to 1. ``texture``: a picture in the scene folder."""

    roughness: float
    metallic: float
    opacity: float
    emission: float
    texture: str


class OpeningFields(TypedDict, total=False):
    """A door or a window. ``offset``: along the wall from its middle, toward +x or +z. Lengths are metres."""

    wall: Wall
    offset: float
    width: float
    height: float
    sill: float


OpeningLike: TypeAlias = tuple[Wall, float, float, float] | OpeningFields
"""(wall, offset, width, height), or the same by name."""
