"""Edits of a scene, as data. :func:`scenewright.scene.language.editing.editor.apply_edit` writes them into the program's text.

An edit is checked when it is made, from Python and from JSON alike: it cannot hold a wrong value.

:data:`AnyEdit` is the union of all, told apart by ``kind``: pydantic reads it from JSON and gives its JSON schema.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field, GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.edit_values import (
    Name,
    Number,
    OptionName,
    Path,
    Point,
    Words,
    relation_argument,
)
from scenewright.scene.named_arguments import named_fields
from scenewright.scene.printing import cut, printable
from scenewright.scene.strict_types import first_problem, plain_value, shown_value, strict_schema

__all__ = [
    "EDITS",
    "Add",
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
    "SetMaterial",
    "SetZ",
    "Turn",
    "checked_edits",
    "edit_from_json",
]


_MOST_ARGUMENTS = 1_000
"""Of one relation. It names instances of one scene."""
_MOST_EDITS = 1_000
"""Of one step: each is evaluated."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One operation on the instance `path`. `kind` names the operation in JSON."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", use_attribute_docstrings=True)
    kind: str = field(default="", kw_only=True, repr=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of pydantic with strict single values: a text is no number, and a boolean neither."""
        return strict_schema(handler(source))  # type: ignore[no-any-return]

    def to_json(self) -> dict[str, object]:
        """The edit as JSON values, which `edit` takes, too."""
        return {"kind": self.kind, **asdict(self)}


@dataclass(frozen=True, slots=True)
class Move(Edit):
    """Move by `by` metres in the world frame, or so that the bottom centre of its box comes to `to`."""

    kind: Literal["move"] = field(default="move", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    by: Point | None = None
    """How far, in metres along the axes of the world."""
    to: Point | None = None
    """Target of the bottom centre of its box, in metres of the world."""
    alone: bool = False
    """Leave where it is what stands on the instance; otherwise that comes along, unless an edit of the same step poses it, too."""


@dataclass(frozen=True, slots=True)
class Turn(Edit):
    """Turn by `degrees` about +y of the parent's frame, right-handed."""

    kind: Literal["turn"] = field(default="turn", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    degrees: Number
    """Right-handed about +y."""
    about: Literal["place", "middle"] | None = None
    """The line that it turns about: through the point of its ``place`` call, or through the middle of its box. None: the first, where that
    point lies under the box, else the second."""
    alone: bool = False
    """Leave where it is what stands on the instance; otherwise that comes along, unless an edit of the same step poses it, too."""


@dataclass(frozen=True, slots=True)
class Scale(Edit):
    """Scale by one factor, or by (3,) along the parent's axes, about the bottom centre of its box."""

    kind: Literal["scale"] = field(default="scale", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    factor: Number | Point
    """One factor, or one for each axis of the parent."""
    alone: bool = False
    """Leave where it is what stands on the instance; otherwise that stays on it, unless an edit of the same step poses it, too."""


@dataclass(frozen=True, slots=True)
class Recolour(Edit):
    """Give it one colour: all its parts; of a catalogue object the surfaces of its main colour, or those of one `part`."""

    kind: Literal["recolour"] = field(default="recolour", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    color: Point | Words
    """Red, green and blue, sRGB from 0 to 1, or the name of a color, or '#rrggbb'."""
    part: Words | None = None
    """A part of a catalogue object, such as frame or legs. Numbers for its color are kept to 8 bits each."""


@dataclass(frozen=True, slots=True)
class Rename(Edit):
    """Change its name; where its path cannot have one, its word."""

    kind: Literal["rename"] = field(default="rename", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    name: Name
    """The new name."""


@dataclass(frozen=True, slots=True)
class Add(Edit):
    """Add a thing: a registered entity by name, or a catalogue object by words. Where nothing says where it stands, the layout does."""

    kind: Literal["add"] = field(default="add", kw_only=True, repr=False)
    """Names the edit."""
    what: Words
    """The name of a registered entity, or words for a catalogue object."""
    at: Point | None = None
    """The bottom centre of its box, in metres of the world."""
    turn: Number | None = None
    """With `at`: its turn in degrees, right-handed about +y."""
    on: Path | None = None
    """Instead of `at`: what it stands on. The program gets this relation."""
    near: Path | None = None
    """Instead of `at`: what it is near. The program gets this relation."""
    name: Name | None = None
    """Its name; None: one from the words."""


@dataclass(frozen=True, slots=True)
class Duplicate(Edit):
    """Make a copy, `by` metres away in the world frame."""

    kind: Literal["duplicate"] = field(default="duplicate", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    by: Point = (0.5, 0.0, 0.0)
    """Offset of the copy, in metres along the axes of the world."""
    name: Name | None = None
    """Name of the copy; None: the name of the original, with a number."""


@dataclass(frozen=True, slots=True)
class Delete(Edit):
    """Remove it, and the references to it."""

    kind: Literal["delete"] = field(default="delete", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""


@dataclass(frozen=True, slots=True)
class Replace(Edit):
    """Put something else in its place: a registered entity by name, or a catalogue object by words."""

    kind: Literal["replace"] = field(default="replace", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    what: Words
    """The name of a registered entity, or words for a catalogue object."""
    size: Point | None = None
    """The width, height and depth in metres that a catalogue object is fitted to; None: its own."""


@dataclass(frozen=True, slots=True)
class SetZ(Edit):
    """Give it the identity ``embed(words)``."""

    kind: Literal["set-z"] = field(default="set-z", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    words: Words
    """A description of it."""


Share = Annotated[float, Field(ge=0.0, le=1.0)]
Shine = Annotated[float, Field(ge=0.0, le=1e6)]


@dataclass(frozen=True, slots=True)
class SetMaterial(Edit):
    """Make it of a material by name, or change the material of its primitives; what is None stays."""

    kind: Literal["set-material"] = field(default="set-material", kw_only=True, repr=False)
    """Names the edit."""
    path: Path
    """The instance."""
    roughness: Share | None = None
    """From 0, a mirror, to 1, matt."""
    metallic: Share | None = None
    """From 0 to 1, bare metal."""
    opacity: Share | None = None
    """From 0, clear as air, to 1, opaque."""
    emission: Shine | None = None
    """How much it shines by itself: a factor on its colour, 0 or more."""
    surface: Words | None = None
    """A material by name, such as walnut or polished brass, with its colour; in place of the numbers."""

    def values(self) -> dict[str, float]:
        """What is to be set, by name."""
        given = {"roughness": self.roughness, "metallic": self.metallic, "opacity": self.opacity}
        return {key: value for key, value in {**given, "emission": self.emission}.items() if value is not None}


@dataclass(frozen=True, slots=True)
class AddRelation(Edit):
    """Add ``relate(relation(*arguments, **options))`` to the program."""

    kind: Literal["add-relation"] = field(default="add-relation", kw_only=True, repr=False)
    """Names the edit."""
    relation: Name
    """Its kind, such as near."""
    arguments: Annotated[
        tuple[Annotated[object, AfterValidator(relation_argument)], ...], Field(max_length=_MOST_ARGUMENTS)
    ]
    """Its positional arguments: names of instances, numbers."""
    options: Annotated[
        tuple[tuple[OptionName, Annotated[object, AfterValidator(relation_argument)]], ...],
        Field(max_length=_MOST_ARGUMENTS),
    ] = ()
    """Its keywords, as pairs of a name and a value."""


@dataclass(frozen=True, slots=True)
class DropRelation(Edit):
    """Remove one relation."""

    kind: Literal["drop-relation"] = field(default="drop-relation", kw_only=True, repr=False)
    """Names the edit."""
    index: Annotated[int, Field(ge=0)] | None = None
    """Its index in ``scene.relations``, from 0."""
    relation: Words | None = None
    """Instead of the index: the relation in words, as a scene lists it, such as ``on(vase, table)``."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The target pose of an instance, in the terms of :func:`scenewright.scene.geometry.oriented_boxes.standing_poses`."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return strict_schema(handler(source))  # type: ignore[no-any-return]

    path: Path
    """The instance."""
    at: Point
    """Bottom centre of its upright oriented bounding box, in metres of the world."""
    yaw: Number
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
    | Add
    | Duplicate
    | Delete
    | Replace
    | SetMaterial
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
    "add": Add,
    "duplicate": Duplicate,
    "delete": Delete,
    "replace": Replace,
    "set-material": SetMaterial,
    "set-z": SetZ,
    "add-relation": AddRelation,
    "drop-relation": DropRelation,
    "arrange": Arrange,
}


_EXAMPLE = '{"kind": "move", "path": "chair", "by": [0, 0, 1]}'


@functools.cache
def _reader() -> TypeAdapter[Edit]:
    return TypeAdapter(AnyEdit)


@functools.cache
def _placement_reader() -> TypeAdapter[Placement]:
    return TypeAdapter(Placement)


def _check_when_made(cls: type[Edit] | type[Placement]) -> None:
    """Let the constructor of a class refuse wrong values, as reading from JSON does, and keep what is read: tuples of floats."""
    fill: Any = cls.__init__

    @functools.wraps(fill)
    def made(self: Edit | Placement, *args: Any, **kwargs: Any) -> None:
        """
        Raises:
            EditError: an argument is missing or unknown, or has the wrong type or is out of range; ``field`` names it.
        """
        fill(self, *args, **kwargs)
        checked = _checked_placement(self) if isinstance(self, Placement) else _checked(self)
        for f in fields(self):
            object.__setattr__(self, f.name, getattr(checked, f.name))

    cls.__init__ = made  # type: ignore[method-assign]
    named_fields(EditError, hidden=("kind",))(cls)


def edit_from_json(values: Mapping[str, object]) -> Edit:
    """The edit of ``{"kind": "move", "path": ..., "by": [...]}``.

    Raises:
        EditError: the kind is unknown, a field is missing or unknown, or a value has the wrong type or is out of range.
    """
    if not isinstance(values, Mapping):
        raise EditError(
            f"an edit is an object such as {_EXAMPLE}, or in Python Move('chair', by=(0, 0, 1)), not {shown_value(values)}"
        ).about("edits")
    kind = values.get("kind", "")
    cls = EDITS.get(kind) if isinstance(kind, str) else None
    if cls is None:
        shown = f"'{printable(kind[:40])}'" if isinstance(kind, str) else shown_value(kind)
        raise EditError(f"there is no edit {shown}: use {', '.join(EDITS)}")
    try:
        return _reader().validate_python(plain_value(dict(values)))
    except ValidationError as error:
        raise _problem(str(kind), [f.name for f in fields(cls) if f.name != "kind"], values, error) from None


def checked_edits(edits: Iterable[Edit]) -> list[Edit]:
    """Edits from Python, checked as those from JSON are: a dataclass takes any value.

    Raises:
        EditError: they are no edits, are more than one step takes, or a value has the wrong type or is out of range.
    """
    if isinstance(edits, (str, bytes, Mapping, Edit)) or not isinstance(edits, Iterable):
        shown = type(edits).__name__ if isinstance(edits, Edit) else shown_value(edits)
        raise EditError(f"edits are a list such as [Move('chair', by=(0, 0, 1))], not {shown}")
    listed = list(edits)
    if len(listed) > _MOST_EDITS:
        raise EditError(
            f"there are {len(listed):,} edits, and {_MOST_EDITS:,} are made in one step: make several steps"
        )
    return [_checked(edit) for edit in listed]


def _checked(edit: Any) -> Edit:
    if type(edit) not in EDITS.values():
        raise EditError(f"an edit is such as Move('chair', by=(0, 0, 1)), not {shown_value(edit)}")
    values = {f.name: getattr(edit, f.name) for f in fields(edit)}
    if isinstance(edit, Arrange) and isinstance(edit.poses, (list, tuple)):
        values["poses"] = [
            {f.name: getattr(p, f.name) for f in fields(p)} if isinstance(p, Placement) else p for p in edit.poses
        ]
    return edit_from_json(values)


def _problem(kind: str, known: list[str], values: Mapping[str, Any], error: ValidationError) -> EditError:
    """The error that says what is wrong with the fields of one edit, in one sentence."""
    where, problem, reason = first_problem(error)
    field_path = where[1:]
    field_name = field_path[0] if field_path else ""
    present = ", ".join(cut(str(name), 40) for name in list(values)[:12] if name != "kind") or "none"
    if len(field_path) == 1 and problem in ("unexpected_keyword_argument", "extra_forbidden"):
        message = f"{kind} has no field '{field_name}': it takes {', '.join(known)}"
    elif len(field_path) == 1 and problem in ("missing", "missing_argument"):
        message = f"{kind} needs {', '.join(known)}; given: {present}"
    elif field_name == "poses":
        about = f" ({'.'.join(field_path)}: {reason})" if len(field_path) > 1 else ""
        message = (
            f'the poses of arrange must be a list such as [{{"path": "chair", "at": [1, 0, 2], "yaw": 1.57}}]{about}'
        )
    else:
        message = f"{kind}: {'.'.join(p for p in field_path if p.isidentifier() or p.isdecimal())}: {reason}"
    return EditError(message).about(field_name)


def _checked_placement(placement: Placement) -> Placement:
    values = {f.name: getattr(placement, f.name) for f in fields(placement)}
    try:
        return _placement_reader().validate_python(plain_value(values))
    except ValidationError as error:
        where, _, reason = first_problem(error)
        raise EditError(f"placement: {'.'.join(where)}: {reason}").about(where[0] if where else "") from None


for _class in (*EDITS.values(), Placement):
    _check_when_made(_class)
