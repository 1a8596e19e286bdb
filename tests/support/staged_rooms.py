"""A room as the stages of a run leave it, for scripted models."""

from __future__ import annotations

__all__ = ["STAGED_TEXT", "stage_programs", "staged_room"]

STAGED_TEXT = "a room with a table, a clock on the wall and an apple on the table"
_THINGS = {
    "table": "place(asset_call('oak dining table'), at=(0, 0, 0), name='table')",
    "clock": "place(asset_call('wall clock'), at=(0, 1.5, -1.97), name='clock')",
    "lamp": "place(asset_call('pendant lamp'), at=(0, 1.65, 0), name='lamp')",
    "apple": "place(asset_call('apple'), at=(0.1, 0.75, 0), name='apple')",
}


def staged_room(*things: str) -> str:
    """The program of the room with these things: their names, or what places them."""
    placed = "".join(f"        {_THINGS.get(name, name)},\n" for name in things)
    return (
        "from scene.language import *\n@register('a room')\ndef a_room():\n    return concat_shapes(\n"
        f"        room(5, 4, 2.6),\n{placed}    )\ncamera((2.2, 1.9, 1.8), (0, 0.5, -0.5), fov=70)\n"
    )


def stage_programs() -> list[str]:
    """The room after each of its five stages."""
    names = [(), ("table",), ("table", "clock"), ("table", "clock", "lamp"), ("table", "clock", "lamp", "apple")]
    return [staged_room(*each) for each in names]
