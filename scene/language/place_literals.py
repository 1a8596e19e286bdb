"""The literals of a ``place(...)`` call: when they stand for one instance alone, and how they are rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from scene.language.placing import KEYWORD_VARIANTS
from scene.language.program_text import (
    ProgramText,
    Splice,
    format_degrees,
    format_length,
    python_string,
    shifted_expression,
)
from scene.model import Entity, FloatArray

if TYPE_CHECKING:
    import libcst as cst

__all__ = ["PlaceLiterals"]

_POSITIONS = {"what": 0, "at": 1, "turn": 2, "name": 3}


class PlaceLiterals:
    """The ``place`` call that put one instance where it is, and no other.

    `world_from_running` (4, 4): the frame that its ``at`` and ``turn`` are written in.
    """

    def __init__(self, text: ProgramText, call: cst.Call, world_from_running: FloatArray) -> None:
        self.text = text
        self.call = call
        self.world_from_running = world_from_running

    @classmethod
    def of(cls, text: ProgramText, entity: Entity, bare: Entity) -> PlaceLiterals | str:
        """The call, or why its literals do not stand for `entity` alone. `bare`: the same before any adjust."""
        scene, place = entity.scene, entity.place
        if place is None:
            return "no place(...) put it where it is"
        if scene.frames > 1:
            return "the animation runs its place(...) once a frame"
        if sum(p.span == place.span for p in scene.places) != 1:
            return f"the place(...) of line {place.span.line} runs several times"
        if int((scene.nodes.place == scene.nodes.place[entity.index]).sum()) != 1:
            return f"what the place(...) of line {place.span.line} made occurs several times"
        call = text.call_at(place.span)
        if call is None or text.has_star(call):
            return f"the place(...) of line {place.span.line} has no arguments of its own"
        import libcst as cst

        if not isinstance(call.func, cst.Name) or call.func.value != "place":
            return f"line {place.span.line} does not call place(...) itself"
        parent = entity.parent
        world_from_parent = np.eye(4) if parent is None else parent.world_from_local
        # what moved it after it was placed; its own adjust is no part of that: it acts about wherever it then stands
        since = bare.parent_from_local @ np.linalg.inv(place.placed)
        return cls(text, call, world_from_parent @ since)

    @property
    def upright(self) -> bool:
        """Whether +y of its frame is up and nothing is mirrored, sheared or scaled unevenly."""
        m = self.world_from_running[:3, :3]
        size = float(np.linalg.norm(m[:, 1]))
        return bool(
            np.linalg.det(m) > 0.0
            and np.allclose(m.T @ m, np.eye(3) * size**2, atol=1e-7 * size**2)
            and abs(m[1, 1] - size) < 1e-7 * size
        )

    def argument(self, name: str) -> cst.Arg | None:
        names = (name, *(v for v, plain in KEYWORD_VARIANTS.items() if plain == name))
        return self.text.argument(self.call, names, _POSITIONS.get(name))

    def moved(self, world_delta: FloatArray) -> list[Splice] | None:
        """Changes of ``at``; None where it is no tuple of expressions."""
        import libcst as cst

        delta = np.linalg.solve(self.world_from_running[:3, :3], world_delta)
        arg = self.argument("at")
        if arg is None:
            written = ", ".join(format_length(float(d)) for d in delta)
            return [self.text.insert_argument(self.call, f"at=({written})")]
        if not isinstance(arg.value, (cst.Tuple, cst.List)):
            return None
        elements = arg.value.elements
        if len(elements) not in (2, 3) or any(not isinstance(e, cst.Element) for e in elements):
            return None
        axes = (0, 2) if len(elements) == 2 else (0, 1, 2)
        if len(elements) == 2 and abs(delta[1]) >= 5e-5:
            return None
        found = (
            shifted_expression(self.text, e.value, float(delta[a]), 4) for e, a in zip(elements, axes, strict=True)
        )
        return [s for s in found if s is not None]

    def turned(self, degrees: float) -> list[Splice] | None:
        """Changes of ``turn``; None where it cannot be changed in the plain."""
        arg = self.argument("turn")
        if arg is None:
            return [self.text.insert_argument(self.call, f"turn={format_degrees(degrees)}")]
        change = shifted_expression(self.text, arg.value, degrees, 2)
        return [] if change is None else [change]

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
        """The call with another first argument; keywords that went to the old entity are left out."""
        keep = [f"{k}={self.text.whole_text(a.value)}" for k in ("at", "turn", "name") if (a := self.argument(k))]
        return [Splice(*self.text.span(self.call), f"place({', '.join([what, *keep])})")]

    # -- the list that the call stands in -----------------------------------------------------------------------------

    def container(self) -> tuple[cst.CSTNode, list[cst.CSTNode]] | None:
        """The call's own element and its siblings, where it stands in concat_shapes(...) or in a list or tuple."""
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
        """Changes that take the call out of the text; None where more than the call would go."""
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
        """Changes that put a further call behind the last of its siblings; None where it has none."""
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
