"""Small rooms for the tasks on rooms, as programs and as scene folders."""

from __future__ import annotations

from pathlib import Path

from scenewright.scene.folder import Project

__all__ = ["HALF_BEDROOM", "MESSY_OFFICE", "PLAIN_LOUNGE", "standing_room"]

HALF_BEDROOM = """from scene.language import *


@register('a bedroom')
def bedroom():
    return concat_shapes(
        room(3.8, 4.2, 2.6, doors=[('front', -1.2, 0.9, 2.05)], windows=[('left', 0.4, 1.4, 1.25)]),
        place(asset_call('walnut bed'), at=(0.2, 0, -1.0), name='bed'),  # the bed stays
        place(asset_call('walnut nightstand'), at=(1.3, 0, -1.88), name='nightstand'),
    )
"""
"""A bed with one nightstand, and nothing else."""

MESSY_OFFICE = """from scene.language import *


@register('a home office')
def home_office():
    return concat_shapes(
        room(3.6, 4.0, 2.6, doors=[('front', 1.1, 0.9, 2.05)], windows=[('left', 0.0, 1.4, 1.25)]),
        place(asset_call('oak desk'), at=(0.3, 0, 0.4), turn=37, name='desk'),
        place(asset_call('office chair'), at=(-1.2, 0, 1.4), turn=200, name='office_chair'),
        place(asset_call('oak bookshelf'), at=(0.5, 0, 0.9), turn=120, name='bookshelf'),
        place(asset_call('desk lamp'), at=(-1.0, 0, -1.5), name='desk_lamp'),
        place(asset_call('book'), at=(1.4, 0, -1.2), turn=20, name='book'),
        place(asset_call('pizza box'), at=(-0.9, 0, -0.4), name='pizza_box'),
        place(primitive_call('cube', {'scale': (0.3, 0.4, 0.3)}, color=(0.8, 0.2, 0.2)), at=(1.4, 0, 1.6), name='crate'),
    )
"""
"""Furniture thrown about, with a book and a pizza box on the floor."""

PLAIN_LOUNGE = """from scene.language import *


@register('a living room')
def living_room():
    cushion = asset_call('red pillow')
    return concat_shapes(
        room(4.2, 4.6, 2.6, wall_color=(0.9, 0.9, 0.9), doors=[('front', -1.4, 0.9, 2.05)]),
        place(asset_call('red sofa'), at=(0, 0, -1.7), name='sofa'),
        place(cushion, at=(0.5, 0.42, -1.6), name='pillow'),
        place(cushion, at=(-0.5, 0.42, -1.6), name='pillow'),
        place(asset_call('oak coffee table', size=(1.0, 0.4, 0.6)), at=(0, 0, -0.5), name='coffee_table'),
        place(asset_call('blue armchair'), at=(1.3, 0, 0.6), turn=-150, name='armchair', z=embed('my blue armchair')),
        place(asset_call('portrait painting'), at=(0, 1.5, -2.28), name='painting'),
    )
"""
"""A lounge in red, blue and oak."""


def standing_room(folder: Path, source: str, *, prompt: str | None = None) -> Path:
    """A new scene folder with a program. `prompt`: the text that it was made of."""
    Project.create(folder, source, units="m", author="person", operation={"kind": "create"}, prompt=prompt)
    return folder
