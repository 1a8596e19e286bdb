# A chair out of primitives. An entity is a function with @register; its name is the word for what it makes.
# Lengths are metres. +x is right, +y is up, and the chair faces +z, toward the viewer.
from scene.language import *

BEECH, BEECH_LOOK = surface('beech')
CLOTH, CLOTH_LOOK = surface('mustard linen')


@register('a round wooden leg')
def leg(bottom, top):
    return primitive_call('cylinder', {'radius': 0.018, 'p0': bottom, 'p1': top}, color=BEECH, material=BEECH_LOOK)


@register('a seat with a cushion')
def seat():
    board = primitive_call('cube', {'scale': (0.44, 0.03, 0.42)}, color=BEECH, material=BEECH_LOOK)
    cushion = primitive_call('cube', {'scale': (0.42, 0.05, 0.40)}, color=CLOTH, material=CLOTH_LOOK)
    return concat_shapes(board, transform_shape(cushion, translation_matrix((0, 0.04, 0))))


@register('a back of three slats')
def back():
    slat = primitive_call('cube', {'scale': (0.40, 0.07, 0.02)}, color=BEECH, material=BEECH_LOOK)
    slats = loop(3, lambda i: transform_shape(slat, translation_matrix((0, 0.12 * i, -0.02 * i))))
    return transform_shape(slats, translation_matrix((0, 0.62, -0.20)))


@register('a dining chair with a mustard cushion')
def chair():
    front = [library_call('leg', bottom=(0.22 * side, 0, 0.20), top=(0.18 * side, 0.44, 0.17)) for side in (-1, 1)]
    rear = [library_call('leg', bottom=(0.20 * side, 0, -0.20), top=(0.20 * side, 0.92, -0.255)) for side in (-1, 1)]
    return concat_shapes(
        *front,
        *rear,
        transform_shape(library_call('seat'), translation_matrix((0, 0.45, 0))),
        library_call('back'),
    )


camera((1.1, 1.15, 1.7), (0, 0.45, 0), fov=38)
