"""A room for relations of all kinds."""

from __future__ import annotations

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene

NAMES = [
    "desk",
    "desk_1",
    "desk_2",
    "desk_3",
    "chair",
    "chair_1",
    "chair_2",
    "chair_3",
    "table",
    "lamp",
    "cup",
    "bed",
    "sofa",
    "tv",
    "picture",
    "plant",
    "stand",
    "box",
    "book",
    "wardrobe",
    "pendant",
    "shelf",
    "bin",
]


def room_of_things(relations: str) -> Scene:
    """A room with everything that the examples of the reference name, with a free middle. 'stool' names two things."""
    places = [
        f"place(box(), at=({1.1 * (k % 8) - 3.85:.2f}, 0, {1.3 * (k // 8) - 2.2:.2f}), name={name!r})"
        for k, name in enumerate(NAMES)
    ]
    nooks = "place(nook(), at=(-3, 0, 3), name='nook_1'), place(nook(), at=(3, 0, 3), name='nook_2')"
    return evaluate_here(
        f"""
from scene.language import *
def box(): return primitive_call('cube', {{'scale': (0.3, 0.5, 0.3)}})
def nook(): return concat_shapes(place(box(), name='stool'), place(box(), at=(0.6, 0, 0), name='cushion'))
@register('a room')
def flat():
    return concat_shapes(room(12, 9, 2.6), {", ".join(places)}, {nooks})
relate({relations})
"""
    )
