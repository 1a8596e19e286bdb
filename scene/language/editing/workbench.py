"""The state of one edit (text, scene, reasons), and the ways of writing that all kinds of edits share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.adjust_lines import (
    AdjustLine,
    append_statement,
    find_line,
    foot_in_parent,
    new_line,
    pose_terms,
    short_path,
    terms_motion,
    without_adjusts,
)
from scenewright.scene.language.editing.comparison import Allowed, Pairs
from scenewright.scene.language.editing.place_literals import PlaceLiterals
from scenewright.scene.language.editing.program_text import ProgramText, Splice
from scenewright.scene.model import Entity, FloatArray, Scene
from scenewright.scene.short_repr import short_repr

__all__ = [
    "AdjustChange",
    "ArrangeResult",
    "Candidate",
    "EditResult",
    "Evaluate",
    "RowPairs",
    "Workbench",
    "check_finite",
    "check_name",
]

Evaluate = Callable[[str], Scene]
RowPairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Changes to the text, and the effect that they must have on the scene."""

    how: str
    splices: list[Splice]
    goal: Callable[[Scene, Pairs], str | None]
    """Says what is wrong with the new scene; None where nothing is."""
    allowed: Allowed = field(default_factory=Allowed)
    restructure: Callable[[Scene], RowPairs | None] | None = None
    """For an edit that changes the tree: (row before, row after) of the instances that remain, both without adjusts."""
    bare_splices: list[Splice] | None = None
    """The part of `splices` that changes the tree before adjusts; None: all of them."""
    successor: Callable[[Scene], str] | None = None
    """Path, without adjusts, of the instance that replaces the target and takes over its references."""
    dropped_relation: int | None = None
    added_relation: bool = False
    new_path: Callable[[Scene, Mapping[str, str | None]], str] | None = None
    appearing: Callable[[], Sequence[str]] | None = None
    """Paths of the instances that appear; None: that of `new_path` alone."""
    further: Callable[[Scene], list[Splice]] | None = None
    """Further changes that need the new tree, without adjusts."""


@dataclass(frozen=True, slots=True)
class EditResult:
    """The result of an edit.

    `how`: 'literal' (the text's own numbers and names), 'adjust' (an adjust line) or 'statement'. `path` is where the
    target, or the new instance, is now; '' where it is gone. `path_map` holds the paths that changed: old -> new, None
    where the instance is gone. `carried`: paths of what came along, since it stands on the target.
    `remarks`: what the edit left as it was, in words. `consequences`: of the last edit of a step, what the step makes
    collide, float or break, in words.
    """

    source: str
    scene: Scene
    how: str
    path: str
    path_map: Mapping[str, str | None]
    carried: tuple[str, ...] = field(default=(), kw_only=True)
    remarks: tuple[str, ...] = field(default=(), kw_only=True)
    consequences: tuple[str, ...] = field(default=(), kw_only=True)

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class ArrangeResult(EditResult):
    """The result of an ``arrange``.

    `ways`: how the pose of each moved instance is written, by path: 'literal' or 'adjust'. `failed`: instances that could not
    be moved and stand as before, with the reason. `reread`: indices of relations that mean other instances now, since a name
    of several instances means the nearest.
    """

    ways: Mapping[str, str]
    failed: Mapping[str, str]
    reread: tuple[int, ...]

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class AdjustChange:
    """How an adjust line gives an instance a pose: the keywords of `line` (None: a new line), and the parent_from_local (4, 4)
    that they give, which is the requested one apart from rounding."""

    line: AdjustLine | None
    terms: dict[str, str | None]
    parent_from_local: FloatArray


class Workbench:
    """One version of a program, and the reasons against the candidates that were tried so far."""

    def __init__(self, source: str, evaluate: Evaluate, scene: Scene) -> None:
        self.text = ProgramText(source)
        self.evaluate = evaluate
        self.scene = scene
        self.reasons: list[str] = []

    @cached_property
    def bare(self) -> Scene:
        """The scene before any adjust. Paths of adjusts refer to this tree."""
        removal = without_adjusts(self.text) if self.scene.adjusts else []
        return self.evaluate(self.text.spliced(removal)) if removal else self.scene

    def literals(self, entity: Entity, *, upright: bool = False) -> PlaceLiterals | None:
        """The ``place`` call that places one instance alone; None (with a reason in `reasons`) where there is none.

        `upright`: whether its frame must be upright.
        """
        found = PlaceLiterals.of(self.text, entity, self.bare.find(entity.path))
        if isinstance(found, str):
            self.reasons.append(found)
            return None
        if upright and not found.upright:
            self.reasons.append("it is placed in a frame that is tilted, mirrored or sheared")
            return None
        return found

    def adjusted(self, entity: Entity, wanted: FloatArray) -> list[Splice]:
        """The adjust line that gives an instance a pose (parent_from_local), added or updated."""
        change = self.adjust_to(entity, wanted)
        return self.new_adjust(entity, change.terms) if change.line is None else [change.line.rewritten(change.terms)]

    def adjust_to(self, entity: Entity, wanted: FloatArray) -> AdjustChange:
        """The keywords that the adjust line of an instance needs to give it a pose (parent_from_local)."""
        line = find_line(self.text, self.scene, entity.path) if self.scene.adjusts else None
        base = self._before_adjust(entity.path, line).find(entity.path)
        foot = foot_in_parent(base.scene, base.index)
        terms = pose_terms(foot, wanted @ np.linalg.inv(base.parent_from_local))
        return AdjustChange(line, terms, terms_motion(foot, terms) @ base.parent_from_local)

    def _before_adjust(self, path: str, line: AdjustLine | None) -> Scene:
        """The tree that an adjust line of an instance acts on. Other lines of the same instance act before it, lines of its
        parts act later, and lines of its ancestors do not change its pose in its parent."""
        others = [a.span for a in self.scene.adjusts if a.resolved == path]
        calls = [c for s in others if (c := self.text.call_at(s)) is not None and (line is None or c is not line.call)]
        if not calls:
            return self.bare
        kept = [self.text.statement_span(c) for c in calls]
        removal = without_adjusts(self.text)
        apart = [s for s in removal if (s.start, s.end) not in kept]
        return self.bare if len(apart) == len(removal) else self.evaluate(self.text.spliced(apart))

    def new_adjust(self, entity: Entity, terms: dict[str, str | None]) -> list[Splice]:
        statement = new_line(short_path(self.bare, entity.path), terms)
        after = ("adjust",) if self.scene.adjusts else ("relate",)
        return [] if statement is None else [append_statement(self.text, statement, after)]

    def adjust_terms(self, entity: Entity, terms: Mapping[str, str | None]) -> list[Splice]:
        """Keywords of the adjust line of an instance, added or set."""
        line = find_line(self.text, self.scene, entity.path)
        return [line.rewritten({**terms})] if line is not None else self.new_adjust(entity, {**terms})


def check_finite(values: FloatArray) -> None:
    """
    Raises:
        EditError: a number is not finite.
    """
    if not np.isfinite(values).all():
        raise EditError("an edit takes finite numbers only")


def check_name(name: str) -> str:
    """
    Raises:
        EditError: the name cannot be a segment of a path.
    """
    if not name.strip() or any(c in name for c in "/[]"):
        raise EditError(f"name {name!r} must not be empty or contain '/', '[' or ']'")
    return name.strip()
