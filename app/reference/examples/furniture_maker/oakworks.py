"""The furniture of a maker who works in oak. Programs say `from oakworks import *`."""

from scene.language import *

BOARD = 0.03
OAK, LIGHT_OAK = surface('oak')[0], surface('light oak')[0]


def _legs(width, depth, height, thickness):
    def leg(i):
        x, z = (width - thickness) / 2 * (-1) ** i, (depth - thickness) / 2 * (-1) ** (i // 2)
        cube = primitive_call('cube', {'scale': (thickness, height, thickness)}, color=OAK)
        return transform_shape(cube, translation_matrix((x, height / 2, z)))

    return loop(4, leg)


def _board(size, at, color=LIGHT_OAK):
    return transform_shape(primitive_call('cube', {'scale': size}, color=color), translation_matrix(at))


@register('an oak dining table with straight legs')
def oak_table(width=1.6, depth=0.9, height=0.74):
    top = _board((width, BOARD, depth), (0, height - BOARD / 2, 0))
    return concat_shapes(_legs(width, depth, height - BOARD, 0.07), top)


@register('an oak chair with a high back')
def oak_chair(seat=0.45, back=0.5):
    legs = _legs(0.44, 0.44, seat - BOARD, 0.04)
    rest = _board((0.44, back, BOARD), (0, seat + back / 2, -0.205))
    return concat_shapes(legs, _board((0.44, BOARD, 0.44), (0, seat - BOARD / 2, 0)), rest)


@register('an oak bookcase')
def oak_bookcase(width=0.9, shelves=4, height=1.8, depth=0.3):
    sides = [_board((BOARD, height, depth), (s * (width - BOARD) / 2, height / 2, 0), OAK) for s in (-1, 1)]
    steps = [BOARD / 2 + i * (height - BOARD) / shelves for i in range(shelves + 1)]
    boards = [_board((width - 2 * BOARD, BOARD, depth), (0, y, 0)) for y in steps]
    return concat_shapes(*sides, *boards)
