"""The program with other colours and finishes of its room, in the call that makes it."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.program_text import ProgramText, Splice
from scenewright.scene.language.editing.room_size import room_call
from scenewright.scene.model import SourceSpan

__all__ = ["with_room_looks"]

_OTHER_NAMES = {"wall_color": ("wall_colour", "walls"), "floor_color": ("floor_colour", "floor")}
"""What else people write for a keyword of ``room``."""


def with_room_looks(source: str, span: SourceSpan | None, looks: Mapping[str, str]) -> str:
    """The program in which keywords of ``room`` have other values.

    Args:
        span: of the call that made the room.
        looks: wall_color, floor_color, wall_finish or floor_finish -> the value as program text.

    Raises:
        EditError: the call cannot be found, or its keywords are computed.
    """
    text = ProgramText(source)
    call = room_call(ast.parse(text.data.decode()), span)
    if call is None or any(keyword.arg is None for keyword in call.keywords):
        raise EditError("the call that makes the room cannot be found in the text: change its colours by hand")
    splices = []
    new = []
    for name, value in looks.items():
        names = (name, *_OTHER_NAMES.get(name, ()))
        given = next((keyword.value for keyword in call.keywords if keyword.arg in names), None)
        if given is None:
            new.append(f"{name}={value}")
        else:
            start = text.offset(given.lineno, given.col_offset)
            end = text.offset(given.end_lineno or given.lineno, given.end_col_offset or 0)
            splices.append(Splice(start, end, value))
    if new:
        parts = [*call.args, *(keyword.value for keyword in call.keywords)]
        last = max(parts, key=lambda part: (part.end_lineno or 0, part.end_col_offset or 0), default=None)
        if last is None:
            raise EditError("the room has no size in the text: change its colours by hand")
        end = text.offset(last.end_lineno or last.lineno, last.end_col_offset or 0)
        splices.append(Splice(end, end, f", {', '.join(new)}"))
    return text.spliced(splices)
