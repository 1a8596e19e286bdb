"""The literals of a ``place(...)`` call: whether they decide the pose of one instance alone, and how to rewrite them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.language.editing.place_numbers import PlaceNumbers
from scenewright.scene.language.editing.program_text import ProgramText, Splice, python_string
from scenewright.scene.language.vocabulary import KEYWORD_VARIANTS
from scenewright.scene.model import Entity, FloatArray, IntArray, Scene, SourceSpan

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["PlaceLiterals", "PlaceRuns", "is_upright"]

_POSITIONS = {"what": 0, "at": 1, "turn": 2, "name": 3}


def is_upright(world_from_frame: FloatArray) -> bool:
    """Whether a frame has +y up and is neither mirrored, sheared nor scaled unevenly."""
    m = world_from_frame[:3, :3]
    size = float(np.linalg.norm(m[:, 1]))
    return bool(
        np.linalg.det(m) > 0.0
        and np.allclose(m.T @ m, np.eye(3) * size**2, atol=1e-7 * size**2)
        and abs(m[1, 1] - size) < 1e-7 * size
    )


@dataclass(frozen=True)
class PlaceRuns:
    """How often each ``place(...)`` of the text ran (`of_span`), and how many instances each run made (`of_run`)."""

    scene: Scene
    of_span: Counter[SourceSpan]
    of_run: IntArray

    @classmethod
    def of(cls, scene: Scene) -> PlaceRuns:
        placed = scene.nodes.place[scene.nodes.place >= 0]
        instances = np.bincount(placed, minlength=len(scene.places)).astype(np.int32)
        return cls(scene, Counter(p.span for p in scene.places), instances)

    def shared(self, entity: Entity) -> str | None:
        """Why the ``place(...)`` of an instance does not place it alone; None where it does."""
        place = entity.place
        if place is None:
            return "no place(...) call places it"
        if place.span.line == 0:
            return "the code of a library places it, and an edit writes into the program only"
        if self.scene.frames > 1:
            return "the animation runs its place(...) in every frame"
        if self.of_span[place.span] != 1:
            return f"the place(...) of line {place.span.line} runs several times"
        if self.of_run[self.scene.nodes.place[entity.index]] != 1:
            return f"the shape that the place(...) of line {place.span.line} makes is used several times"
        return None


class PlaceLiterals:
    """The ``place`` call that places one instance and no other.

    `world_from_running` (4, 4): the pose of the frame of its ``at`` and ``turn``.
    """

    def __init__(self, text: ProgramText, call: cst.Call, world_from_running: FloatArray) -> None:
        self.text = text
        self.call = call
        self.world_from_running = world_from_running

    @classmethod
    def of(cls, text: ProgramText, entity: Entity, bare: Entity) -> PlaceLiterals | str:
        """The call, or why its literals do not place `entity` alone. `bare`: the entity before any adjust."""
        place = entity.place
        shared = PlaceRuns.of(entity.scene).shared(entity)
        if place is None or shared is not None:
            return shared or "no place(...) call places it"
        call = text.call_at(place.span)
        if call is None or text.has_star(call):
            return f"the place(...) of line {place.span.line} does not write out its arguments"
        import libcst as cst

        if not isinstance(call.func, cst.Name) or call.func.value != "place":
            return f"line {place.span.line} does not call place(...) itself"
        parent = entity.parent
        world_from_parent = np.eye(4) if parent is None else parent.world_from_local
        # the motion after the place call, without its own adjust, which acts about the pose that results
        since = bare.parent_from_local @ np.linalg.inv(place.placed)
        return cls(text, call, world_from_parent @ since)

    @property
    def upright(self) -> bool:
        return is_upright(self.world_from_running)

    def argument(self, name: str) -> cst.Arg | None:
        names = (name, *(v for v, plain in KEYWORD_VARIANTS.items() if plain == name))
        return self.text.argument(self.call, names, _POSITIONS.get(name))

    def moved(self, world_delta: FloatArray) -> list[Splice] | None:
        """Changes of ``at``; None where it is not a tuple of expressions."""
        written = self._numbers.moved(np.linalg.solve(self.world_from_running[:3, :3], world_delta))
        return None if written is None else written.splices

    def turned(self, degrees: float) -> list[Splice]:
        """Changes of ``turn``."""
        return self._numbers.turned(degrees).splices

    @cached_property
    def _numbers(self) -> PlaceNumbers:
        return PlaceNumbers(self.text.text(self.call).encode(), self.text.span(self.call)[0])

    def named(self, name: str) -> list[Splice] | None:
        """Changes of ``name``; None where it is computed."""
        import libcst as cst

        arg = self.argument("name")
        if arg is None:
            return [self.text.insert_argument(self.call, f"name={python_string(name)}")]
        if not isinstance(arg.value, (cst.SimpleString, cst.Name)) or (
            isinstance(arg.value, cst.Name) and arg.value.value != "None"
        ):
            return None
        return [Splice(*self.text.span(arg.value), python_string(name))]

    def with_z(self, expression: str) -> list[Splice]:
        arg = self.text.argument(self.call, ("z",), None)
        if arg is None:
            return [self.text.insert_argument(self.call, f"z={expression}")]
        return [Splice(*self.text.whole_span(arg.value), expression)]

    def replaced(self, what: str) -> list[Splice]:
        """Changes to another first argument; keywords of the old entity are removed."""
        keep = [f"{k}={self.text.whole_text(a.value)}" for k in ("at", "turn", "name") if (a := self.argument(k))]
        return [Splice(*self.text.span(self.call), f"place({', '.join([what, *keep])})")]

    # -- the list that the call stands in -----------------------------------------------------------------------------

    def container(self) -> tuple[cst.CSTNode, list[cst.CSTNode]] | None:
        """The element of the call and its siblings, where it stands in concat_shapes(...) or in a list or tuple."""
        import libcst as cst

        element = self.text.parent(self.call)
        holder = None if element is None else self.text.parent(element)
        if isinstance(element, cst.Arg) and isinstance(holder, cst.Call) and isinstance(holder.func, cst.Name):
            if holder.func.value == "concat_shapes" and element.keyword is None and not element.star:
                return element, list(holder.args)
        elif isinstance(element, cst.Element) and isinstance(holder, (cst.List, cst.Tuple)):
            return element, list(holder.elements)
        return None

    def removed(self) -> list[Splice] | None:
        """Changes that remove the call from the text; None where they would remove more."""
        import libcst as cst

        where = self.container()
        if where is not None:
            element, siblings = where
            return self.text.removed_from_list([element], siblings)
        arg = self.text.parent(self.call)
        append = self.text.parent(arg) if isinstance(arg, cst.Arg) else None
        if (
            isinstance(append, cst.Call)
            and isinstance(append.func, cst.Attribute)
            and append.func.attr.value == "append"
            and isinstance(self.text.parent(append), cst.Expr)
            and self.text.is_alone(append)
        ):
            return [Splice(*self.text.statement_span(append), "")]
        return None

    def followed_by(self, call_text: str) -> list[Splice] | None:
        """Changes that add a call behind the last of its siblings; None where it has none."""
        where = self.container()
        if where is None:
            if self.removed() is None:
                return None
            start, end = self.text.statement_span(self.call)
            copy = self.text.data[start:end].decode().replace(self.text.text(self.call), call_text, 1)
            return [Splice(end, end, copy if copy.endswith("\n") else f"{self.text.newline}{copy}")]
        element, siblings = where
        last = siblings[-1]
        value_end = self.text.element_span(last)[1]
        own_start = self.text.element_span(element)[0]
        indent = self.text.data[self.text.line_start(own_start) : own_start]
        alone = not indent.strip()
        lead = f",{self.text.newline}{indent.decode()}" if alone else ", "
        return [Splice(value_end, value_end, lead + call_text)]
