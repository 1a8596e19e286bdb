"""What a program says of where things are: its place calls, relations and adjusts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenewright.scene.model.source_span import SourceSpan
from scenewright.scene.model.values import FloatArray, Vec3

__all__ = ["Adjust", "PlaceCall", "Relation"]


@dataclass(frozen=True, slots=True)
class PlaceCall:
    """One executed ``place(...)``: where it stands, what it was given, and the pose that it made of it.

    `pose` maps the placed shape's own frame to the frame of the entity that was running; `placed` the placed instance's
    own frame to it (they differ where the shape was moved before it was placed). `given`: whether the call says where at all;
    `at` is the origin where it does not.
    """

    span: SourceSpan
    at: Vec3
    turn: float
    pose: FloatArray
    placed: FloatArray
    given: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """A wish or a demand of the layout. `arguments` holds names as written (paths, lists of paths, 'room', walls) by
    parameter name; `paths` the same with every name resolved to full paths (a tuple, empty when it was not found)."""

    kind: str
    arguments: Mapping[str, Any]
    paths: Mapping[str, tuple[str, ...]]
    weight: float = 1.0
    hard: bool = False
    scope: str | None = None
    span: SourceSpan | None = None


@dataclass(frozen=True, slots=True)
class Adjust:
    """An ``adjust(...)`` line: totals, in the parent's frame, paths mean the tree before any adjust."""

    path: str
    move: Vec3 = (0.0, 0.0, 0.0)
    turn: float = 0.0
    scale: float | Vec3 = 1.0
    pose: tuple[tuple[float, ...], ...] | None = None
    color: Vec3 | None = None
    remove: bool = False
    words: str | None = None
    z: int = -1
    resolved: str | None = None  # full path of the instance it acts on; None when it was not found
    span: SourceSpan | None = None
