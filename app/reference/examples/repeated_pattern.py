# A pattern from two loops, in turn and in color, and one stone that an adjust takes out of the pattern afterwards.
from scene.language import *

TILE = 0.5


@register('a square tile with a quarter disc')
def tile(light, dark):
    base = primitive_call('cube', {'scale': (TILE - 0.01, 0.06, TILE - 0.01)}, color=light, material={'roughness': 0.35})
    disc = primitive_call(
        'cylinder', {'radius': 0.42 * TILE, 'p0': (0, 0, 0), 'p1': (0, 0.075, 0)}, color=dark, material={'roughness': 0.3}
    )
    bar = primitive_call('cube', {'scale': (TILE - 0.01, 0.08, 0.08)}, color=light, material={'roughness': 0.35})
    return concat_shapes(transform_shape(base, translation_matrix((0, 0.03, 0))), disc, transform_shape(bar, translation_matrix((0, 0.04, 0))))


@register('a border of rounded stones')
def border(radius, count):
    stone = primitive_call('sphere', {'radius': (0.2, 0.12, 0.14)}, color=surface('sandstone')[0], material={'roughness': 0.9})
    return loop(count, lambda i: transform_shape(
        stone, rotation_matrix(2 * math.pi * i / count, (0, 1, 0), (0, 0, 0)) @ translation_matrix((0, 0.06, radius))
    ))


@register('a tiled courtyard with a ring of stones')
def courtyard():
    cream, blue, rust = named_color('cream'), named_color('navy blue'), named_color('terracotta')
    tiles = [
        place('tile', at=(TILE * (i - 3), 0, TILE * (k - 3)), turn=90 * ((i + k) % 2), light=cream, dark=blue if (i * k) % 3 else rust)
        for i in range(7)
        for k in range(7)
    ]
    return concat_shapes(*tiles, library_call('border', radius=2.7, count=40))


adjust('courtyard/tile[24]', move=(0, 0.15, 0), turn=45)
camera((1.8, 5.2, 4.6), (0, 0, 0.1), fov=44)
