"""A program's statements about positions: its place calls, relations and adjusts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scenewright.scene.model.source_span import SourceSpan
from scenewright.scene.model.surfaces import Material
from scenewright.scene.model.values import FloatArray, Vec3
from scenewright.scene.short_repr import short_repr

__all__ = ["Adjust", "PlaceCall", "Relation"]


@dataclass(frozen=True, slots=True)
class PlaceCall:
    """One executed ``place(...)``: its source span, its arguments and the resulting pose.

    `pose` maps the placed shape's own frame to the frame of the entity whose function was running. `placed` maps the placed
    instance's own frame to that frame; it differs from `pose` if the shape was moved before. `given` is whether the call
    states a position; if not, `at` is the origin.
    """

    span: SourceSpan
    at: Vec3
    turn: float
    pose: FloatArray
    placed: FloatArray
    given: bool = True

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Relation:
    """A layout relation, soft or hard.

    `arguments` maps parameter names to values as written (paths, lists of paths, 'room', walls). `paths` maps them to
    resolved full paths: a tuple, empty if nothing was found.
    """

    kind: str
    arguments: Mapping[str, object]
    paths: Mapping[str, tuple[str, ...]]
    weight: float = 1.0
    hard: bool = False
    scope: str | None = None
    span: SourceSpan | None = None

    @property
    def text(self) -> str:
        """For people: ``on(vase, table)``, with the last names of paths; several for one parameter are joined by ``+``."""
        return self.spelled(lambda path: path.rsplit("/", 1)[-1])

    def spelled(self, name: Callable[[str], str]) -> str:
        """The text of the relation, with the names that `name` gives for full paths."""
        names = ("+".join(map(name, paths)) or "?" for paths in self.paths.values())
        return f"{self.kind}({', '.join(names)})"


@dataclass(frozen=True, slots=True)
class Adjust:
    """An ``adjust(...)`` line. Values are totals in the parent's frame; the path refers to the tree before all adjusts."""

    path: str
    move: Vec3 = (0.0, 0.0, 0.0)
    turn: float = 0.0
    scale: float | Vec3 = 1.0
    pose: tuple[tuple[float, ...], ...] | None = None
    color: Vec3 | None = None
    material: Material | None = None
    remove: bool = False
    words: str | None = None
    z: int = -1
    resolved: str | None = None  # full path of the instance it acts on; None when it was not found
    span: SourceSpan | None = None
