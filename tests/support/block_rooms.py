"""Programs of rooms whose things are blocks, so that arithmetic can say what is where."""

from __future__ import annotations

__all__ = ["room_of_blocks"]


def room_of_blocks(room: str, *things: str) -> str:
    """The text of a program.

    Args:
        room: the arguments of ``room``, such as '6, 5, 2.7'.
        things: the size of each with its place, such as '(1, 2, 0.5), at=(0, 0, 0)'.
    """
    placed = "".join(f"        place(block{thing}),\n" for thing in things)
    return f"""from scene.language import *

def block(w, h, d):
    return transform_shape(primitive_call('cube', {{'scale': (w, h, d)}}), translation_matrix((0, h/2, 0)))

@register('a room')
def a_room():
    return concat_shapes(
        room({room}),
{placed}    )
"""
