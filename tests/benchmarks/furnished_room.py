"""A furnished room of objects of the catalogue, which benches of drawing share."""

from __future__ import annotations

__all__ = ["ROOM"]

ROOM = """
from scene.language import *
@register('a furnished living room')
def scene():
    return concat_shapes(room(5, 4, 2.7, doors=[('right', 1, 0.9, 2.05)], windows=[('back', 0, 1.8, 1.3)]),
        place(asset_call('sofa'), at=(-1.9, 0, 0), turn=90), place(asset_call('coffee table'), at=(-0.6, 0, 0)),
        place(asset_call('armchair'), at=(0.9, 0, -0.9), turn=-60), place(asset_call('rug'), at=(-0.5, 0, 0)),
        place(asset_call('bookshelf'), at=(1.6, 0, -1.8)), place(asset_call('floor lamp'), at=(-2.1, 0, -1.5)),
        place(asset_call('potted plant'), at=(2.1, 0, 1.5)), place(asset_call('tv stand'), at=(2.2, 0, 0), turn=-90),
        *[place(asset_call('chair'), at=(-1 + 0.8 * i, 0, 1.5), turn=180) for i in range(3)])
"""
