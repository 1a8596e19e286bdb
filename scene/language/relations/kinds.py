"""The types of a row of :mod:`scenewright.scene.language.relations.table`: one kind of relation and its parameters.

The distances of the language (how near is near) stand here. The tolerance of each kind belongs to the layout
(:mod:`scenewright.scene.layout.relations.definitions`).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = [
    "ACROSS",
    "AROUND",
    "CLEAR",
    "FACING",
    "FAR",
    "NEAR",
    "NEXT_TO",
    "OPTIONS",
    "REQUIRED",
    "WALLS",
    "Block",
    "Parameter",
    "RelationForm",
    "RelationKind",
    "RelationName",
    "RelationPicture",
    "RelationView",
    "Takes",
]

NEXT_TO = (0.0, 0.5)
NEAR = (0.0, 1.5)
ACROSS = (1.5, 4.0)
FAR = 4.0
AROUND = 0.5
CLEAR = 0.6
"""Metres between nearest points, after SceneEval's ranges (next to, near, across, far)."""

FACING = 15.0
"""Greatest angle in degrees between the front of a thing and the direction to what it faces. SceneEval's score falls from 1 to
0 over 30 degrees and is above one half below 15."""

OPTIONS = {
    "weight": ("1.0", "How much it counts against other relations, 0 or more."),
    "hard": ("False", "Whether the layout must keep it; otherwise it is weighed against others."),
}
"""The keywords that every relation takes beside its own: default and meaning."""

WALLS = ("left", "right", "back", "front")

REQUIRED: Any = object()
"""Default of a parameter that must be given."""


class RelationName(enum.StrEnum):
    """The name of each relation in a program. A member equals its text, so it compares with the names that programs write."""

    ON = "on"
    INSIDE = "inside"
    UNDER = "under"
    ABOVE = "above"
    HANGING = "hanging"
    ON_WALL = "on_wall"
    AGAINST_WALL = "against_wall"
    IN_CORNER = "in_corner"
    NEXT_TO = "next_to"
    NEAR = "near"
    ACROSS = "across"
    FAR = "far"
    LEFT_OF = "left_of"
    RIGHT_OF = "right_of"
    IN_FRONT_OF = "in_front_of"
    BEHIND = "behind"
    FACING = "facing"
    ALIGNED = "aligned"
    PARALLEL = "parallel"
    CENTERED = "centered"
    AROUND = "around"
    SPACED = "spaced"
    IN_ROW = "in_row"
    SYMMETRIC = "symmetric"
    CLEAR = "clear"
    JOINED = "joined"
    EMBEDDED_IN = "embedded_in"
    FIXED = "fixed"


class Takes(enum.Enum):
    """What a parameter takes, in words for messages."""

    NAME = "a name"
    NAMES = "a list of names"
    NUMBER = "metres"
    AXIS = "'x', 'y' or 'z'"
    ALONG = "'x', 'z' or 'wall'"
    WALL = "a wall: 'left', 'right', 'back' or 'front'"
    CORNER = "a corner: 'back_left', 'back_right', 'front_left' or 'front_right'"
    FRAME = "'view' where the main camera's picture is meant"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a relation."""

    name: str
    takes: Takes
    default: Any = REQUIRED

    @property
    def written(self) -> str:
        """The parameter in a call, with its default: ``lo=0.0``."""
        return self.name if self.default is REQUIRED else f"{self.name}={self.default!r}"


@dataclass(frozen=True, slots=True)
class RelationForm:
    """Another form of a relation, and the documented form that means the same."""

    written: str
    means: str


class RelationView(enum.Enum):
    """Side from which a picture is seen; the value names the room's axes to the right and up (down, for the top view)."""

    TOP = "xz"
    FRONT = "xy"
    SIDE = "zy"


@dataclass(frozen=True, slots=True)
class Block:
    """A box in a picture, in metres. `size`: width, height, depth. `at`: the centre of its bottom. `turn`: degrees about +y. `words`:
    the catalogue's object that it stands for; '' for a plain box."""

    size: tuple[float, float, float]
    at: tuple[float, float, float] = (0.0, 0.0, 0.0)
    turn: float = 0.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class RelationPicture:
    """An example of a relation as text: `relation` holds for `things`, and fails where some are placed as in `wrong`. `room`:
    width, depth and height in metres of the room that is drawn; None where walls do not matter."""

    relation: str
    things: Mapping[str, Block]
    wrong: Mapping[str, Block] = field(default_factory=dict)
    view: RelationView = RelationView.TOP
    room: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class RelationKind:
    """One kind of relation.

    `group`: its heading in the reference. `meaning`: one sentence about the arguments a and b. `or_items`: whether a list of
    things may replace a and b. `room`: whether b may be the room, or the ground where there is no room. `solved`: whether
    the layout moves things until the relation holds; the others describe how things are assembled, and have no residual.
    `words`: other names of it in relations that are given as text, a tuple or a dict.
    """

    kind: RelationName
    group: str
    parameters: tuple[Parameter, ...]
    meaning: str
    picture: RelationPicture
    forms: tuple[RelationForm, ...] = ()
    words: tuple[str, ...] = ()
    or_items: bool = False
    room: bool = False
    solved: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters that take names of instances."""
        named = tuple(p.name for p in self.parameters if p.takes in (Takes.NAME, Takes.NAMES))
        return (*named, "items") if self.or_items else named

    @property
    def many(self) -> tuple[str, ...]:
        """The parameters that take lists of names."""
        listed = tuple(p.name for p in self.parameters if p.takes is Takes.NAMES)
        return (*listed, "items") if self.or_items else listed

    @property
    def calls(self) -> tuple[str, ...]:
        """The documented calls, one or two."""
        order = [p.written for p in self.parameters]
        if self.kind in (RelationName.JOINED, RelationName.FIXED):
            return (f"{self.kind}(a, b, ...)" if self.kind is RelationName.JOINED else f"{self.kind}(a, ...)",)
        plain = f"{self.kind}({', '.join(order)})"
        if not self.or_items:
            return (plain,)
        rest = [p.written for p in self.parameters if p.name not in ("a", "b")]
        return plain, f"{self.kind}({', '.join(['items', *rest])})"
