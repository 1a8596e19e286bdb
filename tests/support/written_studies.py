"""The program that scripted models answer with where any good one does."""

from __future__ import annotations

__all__ = ["STUDY"]

STUDY = """from scene.language import *

@register('a study with two chairs')
def study():
    return concat_shapes(
        room(4, 4, 2.5),
        place(asset_call('armchair'), at=(-1, 0, 0), name='chair'),
        place(asset_call('armchair'), at=(1, 0, 0), name='chair_2'),
    )

camera((3, 2, 3), (0, 0.5, 0))
"""
