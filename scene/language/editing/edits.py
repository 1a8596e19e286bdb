"""Edits of a scene, as data. :func:`scenewright.scene.language.editing.editor.apply_edit` writes them into the program's text.

:data:`AnyEdit` is the union of all, told apart by ``kind``: pydantic reads it from JSON and gives its JSON schema.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from scenewright.scene.errors import EditError
from scenewright.scene.model import Vec3

__all__ = [
    "EDITS",
    "AddRelation",
    "AnyEdit",
    "Arrange",
    "Delete",
    "DropRelation",
    "Duplicate",
    "Edit",
    "Move",
    "Placement",
    "Recolour",
    "Rename",
    "Replace",
    "Scale",
    "SetZ",
    "Turn",
    "edit_from_json",
]


@dataclass(frozen=True, slots=True)
class Edit:
    """One operation on the instance `path`. `kind` names the operation in JSON."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", use_attribute_docstrings=True)
    kind: str = field(default="", kw_only=True, repr=False)

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self)}


@dataclass(frozen=True, slots=True)
class Move(Edit):
    """Move by `by` metres in the world frame, or so that the bottom centre of its box comes to `to`."""

    kind: Literal["move"] = field(default="move", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    by: Vec3 | None = None
    """How far, in metres along the axes of the world."""
    to: Vec3 | None = None
    """Target of the bottom centre of its box, in metres of the world."""


@dataclass(frozen=True, slots=True)
class Turn(Edit):
    """Turn by `degrees` about +y of the parent's frame, right-handed, through the point of its ``place`` call, else its bottom centre."""

    kind: Literal["turn"] = field(default="turn", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    degrees: float
    """Right-handed about +y."""


@dataclass(frozen=True, slots=True)
class Scale(Edit):
    """Scale by one factor, or by (3,) along the parent's axes, about the bottom centre of its box."""

    kind: Literal["scale"] = field(default="scale", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    factor: float | Vec3
    """One factor, or one for each axis of the parent."""


@dataclass(frozen=True, slots=True)
class Recolour(Edit):
    """Give all its parts one sRGB colour."""

    kind: Literal["recolour"] = field(default="recolour", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    color: Vec3
    """Red, green and blue, sRGB from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Rename(Edit):
    """Change its name; where its path cannot have one, its word."""

    kind: Literal["rename"] = field(default="rename", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    name: str
    """The new name."""


@dataclass(frozen=True, slots=True)
class Duplicate(Edit):
    """Make a copy, `by` metres away in the world frame."""

    kind: Literal["duplicate"] = field(default="duplicate", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    by: Vec3 = (0.5, 0.0, 0.0)
    """Offset of the copy, in metres along the axes of the world."""
    name: str | None = None
    """Name of the copy; None: the name of the original, with a number."""


@dataclass(frozen=True, slots=True)
class Delete(Edit):
    """Remove it, and the references to it."""

    kind: Literal["delete"] = field(default="delete", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""


@dataclass(frozen=True, slots=True)
class Replace(Edit):
    """Put something else in its place: a registered entity by name, or a catalogue object by words."""

    kind: Literal["replace"] = field(default="replace", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    what: str
    """The name of a registered entity, or words for a catalogue object."""


@dataclass(frozen=True, slots=True)
class SetZ(Edit):
    """Give it the identity ``embed(words)``."""

    kind: Literal["set-z"] = field(default="set-z", kw_only=True, repr=False)
    """Names the edit."""
    path: str
    """The instance."""
    words: str
    """A description of it."""


@dataclass(frozen=True, slots=True)
class AddRelation(Edit):
    """Add ``relate(relation(*arguments, **options))`` to the program."""

    kind: Literal["add-relation"] = field(default="add-relation", kw_only=True, repr=False)
    """Names the edit."""
    relation: str
    """Its kind, such as near."""
    arguments: tuple[Any, ...]
    """Its positional arguments: names of instances, numbers."""
    options: tuple[tuple[str, Any], ...] = ()
    """Its keywords, as pairs of a name and a value."""


@dataclass(frozen=True, slots=True)
class DropRelation(Edit):
    """Remove the relation with this index in ``scene.relations``."""

    kind: Literal["drop-relation"] = field(default="drop-relation", kw_only=True, repr=False)
    """Names the edit."""
    index: int
    """Its index in ``scene.relations``, from 0."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The target pose of an instance, in the terms of :func:`scenewright.scene.geometry.oriented_boxes.standing_poses`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    path: str
    """The instance."""
    at: Vec3
    """Bottom centre of its upright oriented bounding box, in metres of the world."""
    yaw: float
    """Direction of its front: radians about +y, right-handed, 0 toward +z."""


@dataclass(frozen=True, slots=True)
class Arrange(Edit):
    """Move many instances to `poses` in one step. Parts of an instance move with it unless they are named, too."""

    kind: Literal["arrange"] = field(default="arrange", kw_only=True, repr=False)
    """Names the edit."""
    poses: tuple[Placement, ...]
    """One for each instance that moves."""


AnyEdit = Annotated[
    Move
    | Turn
    | Scale
    | Recolour
    | Rename
    | Duplicate
    | Delete
    | Replace
    | SetZ
    | AddRelation
    | DropRelation
    | Arrange,
    Field(discriminator="kind"),
]

EDITS: dict[str, type[Edit]] = {
    "move": Move,
    "turn": Turn,
    "scale": Scale,
    "recolour": Recolour,
    "rename": Rename,
    "duplicate": Duplicate,
    "delete": Delete,
    "replace": Replace,
    "set-z": SetZ,
    "add-relation": AddRelation,
    "drop-relation": DropRelation,
    "arrange": Arrange,
}


@functools.cache
def _reader() -> TypeAdapter[Edit]:
    return TypeAdapter(AnyEdit)


def edit_from_json(values: Mapping[str, Any]) -> Edit:
    """The edit of ``{"kind": "move", "path": ..., "by": [...]}``.

    Raises:
        EditError: the kind is unknown, a field is missing or unknown, or a value has the wrong type.
    """
    kind = str(values.get("kind", ""))
    cls = EDITS.get(kind)
    if cls is None:
        raise EditError(f"there is no edit '{kind}': use {', '.join(EDITS)}")
    try:
        return _reader().validate_python(dict(values))
    except ValidationError as error:
        raise EditError(_problem(kind, [f.name for f in fields(cls) if f.name != "kind"], values, error)) from None


def _problem(kind: str, known: list[str], values: Mapping[str, Any], error: ValidationError) -> str:
    """What is wrong with the fields of one edit, in one sentence."""
    problem = error.errors(include_url=False)[0]
    field_path = [str(part) for part in problem["loc"][1:]]
    present = ", ".join(name for name in values if name != "kind") or "none"
    if len(field_path) == 1 and problem["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"{kind} has no field '{field_path[0]}': it takes {', '.join(known)}"
    if len(field_path) == 1 and problem["type"] in ("missing", "missing_argument"):
        return f"{kind} needs {', '.join(known)}; given: {present}"
    if field_path[:1] == ["poses"]:
        return 'the poses of arrange must be a list such as [{"path": "chair", "at": [1, 0, 2], "yaw": 1.57}]'
    reason = problem["msg"]
    return f"{kind}: {field_path[0]}: {reason[:1].lower()}{reason[1:]}"
