"""Edits of a scene, as data. :func:`scenewright.scene.language.editing.editor.apply_edit` writes them into the program's text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

from scenewright.scene.errors import EditError
from scenewright.scene.model import Vec3

__all__ = [
    "EDITS",
    "AddRelation",
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
    """One operation; `path` names the instance that it is about."""

    kind: ClassVar[str] = ""

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, **asdict(self)}

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Edit:
        """The edit of these fields, lists as tuples.

        Raises:
            TypeError: one is missing or unknown.
        """
        return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in given.items()})


@dataclass(frozen=True, slots=True)
class Move(Edit):
    """Move by `by` metres in the world frame, or so that the centre of the bottom of its box comes to `to`."""

    kind: ClassVar[str] = "move"
    path: str
    by: Vec3 | None = None
    to: Vec3 | None = None


@dataclass(frozen=True, slots=True)
class Turn(Edit):
    """Turn by `degrees` about +y of the parent's frame, right-handed, through the point that it stands on."""

    kind: ClassVar[str] = "turn"
    path: str
    degrees: float


@dataclass(frozen=True, slots=True)
class Scale(Edit):
    """Scale by a factor, or (3,) along the parent's axes, about the centre of the bottom of its box."""

    kind: ClassVar[str] = "scale"
    path: str
    factor: float | Vec3


@dataclass(frozen=True, slots=True)
class Recolour(Edit):
    """Give everything in it one sRGB colour."""

    kind: ClassVar[str] = "recolour"
    path: str
    color: Vec3


@dataclass(frozen=True, slots=True)
class Rename(Edit):
    """Give it another name; where its path cannot carry one, another word."""

    kind: ClassVar[str] = "rename"
    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Duplicate(Edit):
    """A second one, `by` metres away in the world frame."""

    kind: ClassVar[str] = "duplicate"
    path: str
    by: Vec3 = (0.5, 0.0, 0.0)
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Delete(Edit):
    """Take it out, with what refers to it."""

    kind: ClassVar[str] = "delete"
    path: str


@dataclass(frozen=True, slots=True)
class Replace(Edit):
    """Something else in its place: the name of a registered entity, or words of the catalogue."""

    kind: ClassVar[str] = "replace"
    path: str
    what: str


@dataclass(frozen=True, slots=True)
class SetZ(Edit):
    """Give it the identity ``embed(words)``."""

    kind: ClassVar[str] = "set-z"
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class AddRelation(Edit):
    """A further ``relate(relation(*arguments))``; keywords of the relation in `options`."""

    kind: ClassVar[str] = "add-relation"
    relation: str
    arguments: tuple[Any, ...]
    options: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class DropRelation(Edit):
    """Take out the relation of this number in ``scene.relations``."""

    kind: ClassVar[str] = "drop-relation"
    index: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an instance is to stand: `at` is the centre of the bottom of its upright oriented box
    (:func:`scenewright.scene.geometry.oriented_boxes.standing_poses`), metres in the world frame; `yaw` where its front looks,
    radians about
    +y, right-handed, 0 toward +z."""

    path: str
    at: Vec3
    yaw: float


@dataclass(frozen=True, slots=True)
class Arrange(Edit):
    """Many instances come to stand where `poses` say, in one step; what is inside one moves along unless it is named too."""

    kind: ClassVar[str] = "arrange"
    poses: tuple[Placement, ...]

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Arrange:
        """
        Raises:
            KeyError: there are no poses.
            EditError: they are no list of objects with path, at and yaw, and nothing else.
        """
        try:
            return cls(tuple(_placement(**pose) for pose in given["poses"]))
        except (TypeError, ValueError):
            form = '[{"path": "chair", "at": [1, 0, 2], "yaw": 1.57}]'
            raise EditError(f"the poses of arrange are a list such as {form}") from None


def _placement(path: str, at: Iterable[float], yaw: float) -> Placement:
    x, y, z = at
    return Placement(str(path), (float(x), float(y), float(z)), float(yaw))


EDITS: dict[str, type[Edit]] = {
    e.kind: e
    for e in (Move, Turn, Scale, Recolour, Rename, Duplicate, Delete, Replace, SetZ, AddRelation, DropRelation, Arrange)
}


def edit_from_json(values: Mapping[str, Any]) -> Edit:
    """The edit of ``{"kind": "move", "path": ..., "by": [...]}``.

    Raises:
        EditError: an unknown kind, a missing or an unknown field; the message shows the fields.
    """
    given = dict(values)
    kind = str(given.pop("kind", ""))
    cls = EDITS.get(kind)
    if cls is None:
        raise EditError(f"there is no edit '{kind}': use {', '.join(EDITS)}")
    known = [f.name for f in fields(cls)]
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise EditError(f"{kind} has no field '{unknown[0]}': it takes {', '.join(known)}")
    try:
        return cls.from_json(given)
    except (TypeError, KeyError):
        raise EditError(f"{kind} needs {', '.join(known)}; given were {', '.join(given) or 'none'}") from None
