"""Scenes to learn from: a garden whose functions have helpers, constants, parts and loops."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.session import Session
from scenewright.scene.folder import Project

HEAD = """from scene.language import *
import math

WOOD = (0.5, 0.35, 0.2)
UNUSED = 4
SIZES = {'leg': 0.03}
SIZES['board'] = 0.14
names = ['north', 'south']


def bar(p0, p1, radius=SIZES['leg'], color=WOOD):
    # a round bar
    return primitive_call('cylinder', {'radius': radius, 'p0': p0, 'p1': p1}, color=color)


def box(w, h, d, x, y, z, color=WOOD):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}, color=color), translation_matrix((x, y, z)))

"""
BENCH = """
@register('a garden bench of three planks')
def garden_bench(length=1.5):
    planks = loop(3, lambda i: box(length, 0.03, SIZES['board'], 0, 0.44, 0.16 * (i - 1)))
    legs = [bar((x, 0, z), (x, 0.43, z)) for x in (-length / 2 + 0.1, length / 2 - 0.1) for z in (-0.15, 0.15)]
    return concat_shapes(planks, *legs)

"""
BIRDHOUSE = """
@register('a perch')
def perch():
    return bar((0, 1.5, 0.1), (0, 1.5, 0.25), 0.008)


@register('a bird house on a pole')
def bird_house():
    roof = [transform_shape(box(0.26, 0.02, 0.34, side * 0.09, 1.8, 0), rotation_matrix(-side * math.pi / 5, (0, 0, 1), (side * 0.09, 1.8, 0)))
            for side in (-1, 1)]
    return concat_shapes(bar((0, 0, 0), (0, 1.4, 0)), box(0.25, 0.4, 0.25, 0, 1.58, 0), library_call('perch'), *roof)

"""
OTHERS = """
@register('a milestone')
def milestone(height):
    return box(0.1, height, 0.1, 0, height / 2, 0)


@register('a stack of five boxes')
def box_stack(count, side=0.2):
    return concat_shapes(*[box(side, side, side, 0, side * (i + 0.5), 0) for i in range(count)])


@register('a lawn')
def lawn():
    return box(12, 0.04, 12, 0, -0.02, 0, color=(0.3, 0.5, 0.2))


@register('a swing that nobody put up')
def swing():
    return concat_shapes(*[bar((x, 0, z), (x, 2, 0)) for x in (-1, 1) for z in (-0.5, 0.5)], bar((-1, 2, 0), (1, 2, 0)))

"""
ROOT = """
@register('a garden')
def garden():
    benches = loop(3, lambda i: place('garden_bench', at=(-3 + 3 * i, 0, -2)))
    return concat_shapes(
        library_call('lawn'), benches, place('bird_house', at=(3, 0, 3)), place('milestone', at=(-4, 0, 4), height=1.2),
        place('box_stack', at=(-2, 0, 3), count=5))

light('sun', direction=(0.3, -1, -0.2))
camera((6, 4, 8), (0, 0.5, 0))
"""
GARDEN = HEAD + BENCH + BIRDHOUSE + OTHERS + ROOT


def open_scene(folder: Path, program: str = GARDEN, title: str | None = "a quiet garden") -> Session:
    """A new scene folder with this program, open to be looked at."""
    Project.create(folder, program, title=title)
    return Session.open(folder)
