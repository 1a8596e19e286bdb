"""Small scenes with known relations, for tests of the scene graph and of questions."""

from __future__ import annotations

import random

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene

HEAD = """from scene.language import *

def box(w, h, d, color=(0.7, 0.5, 0.3)):
    return transform_shape(primitive_call('cube', {'scale': (w, h, d)}, color=color), translation_matrix((0, h / 2, 0)))

@register('oak table')
def table():
    top = transform_shape(primitive_call('cube', {'scale': (1.6, 0.05, 0.9)}), translation_matrix((0, 0.725, 0)))
    legs = [transform_shape(box(0.06, 0.7, 0.06), translation_matrix((x, 0, z))) for x in (-0.7, 0.7) for z in (-0.35, 0.35)]
    return concat_shapes(top, *legs)

@register('dining chair')
def chair():
    return concat_shapes(box(0.45, 0.45, 0.45), transform_shape(box(0.45, 0.5, 0.05), translation_matrix((0, 0.45, -0.2))))

@register('blue vase')
def vase():
    return box(0.15, 0.3, 0.15, (0.15, 0.3, 0.7))

@register('red book')
def book():
    return box(0.2, 0.04, 0.15, (0.75, 0.1, 0.1))

@register('a shelf with a back')
def bookcase():
    sides = [transform_shape(box(0.03, 1.8, 0.3), translation_matrix((x, 0, 0))) for x in (-0.4, 0.4)]
    boards = [transform_shape(box(0.8, 0.03, 0.3), translation_matrix((0, y, 0))) for y in (0.0, 0.6, 1.2, 1.77)]
    back = transform_shape(box(0.8, 1.8, 0.02), translation_matrix((0, 0, -0.14)))
    return concat_shapes(*sides, *boards, back)

@register('painting of a ship')
def painting():
    return box(0.9, 0.6, 0.03)

@register('pendant lamp')
def lamp():
    return box(0.3, 0.6, 0.3, (0.95, 0.8, 0.2))
"""

LINES = (
    "place('table', at=(0, 0, 0))",
    "place('chair', at=(0, 0, 0.8), turn=180)",
    "place('chair', at=(0, 0, -0.8))",
    "place('vase', at=(0.3, 0.75, 0), name='vase')",
    "place('book', at=(-0.4, 0.75, 0.1), name='book')",
    "place('bookcase', at=(-2.3, 0, -1.84), name='bookcase')",
    "place('book', at=(-2.3, 0.63, -1.84), name='novel')",
    "place('painting', at=(1.0, 1.4, -1.985), name='painting')",
    "place('lamp', at=(0, 2.1, 0), name='lamp')",
)


def study(order: int | None = None) -> Scene:
    """A room of 6 x 4 metres. It has a table with two chairs, with a vase and a book on it and a lamp above it; a bookcase with a book in
    the left back corner; and a painting on the back wall. `order`: seed for shuffling the calls."""
    lines = list(LINES)
    if order is not None:
        random.Random(order).shuffle(lines)
    body = "room(6.0, 4.0, 2.7, doors=[('front', 1.5, 0.9, 2.0)], windows=[('left', 0.5, 1.2, 1.2, 0.9)])"
    return evaluate_here(
        f"{HEAD}\n@register('a study')\ndef study():\n    return concat_shapes({', '.join([body, *lines])})\n"
    )


def crowd(number: int) -> Scene:
    """A field of `number` boxes, some stacked."""
    text = f"""from scene.language import *

@register('crate')
def crate():
    return transform_shape(primitive_call('cube', {{'scale': 0.5}}), translation_matrix((0, 0.25, 0)))

@register('field')
def field():
    return loop({number}, lambda i: place('crate', at=((i // 2) % 40 * 0.8, 0.5 * (i % 2), (i // 80) * 0.8)))
"""
    return evaluate_here(text)
