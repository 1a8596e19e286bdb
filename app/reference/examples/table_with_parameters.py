# One function, three tables. A parameter with a default may be left out; place hands further keywords on to the entity.
from scene.language import *


@register('a four-legged table')
def table(width=1.6, depth=0.9, height=0.75, thickness=0.04, wood='oak'):
    color, material = surface(wood)
    top = primitive_call('cube', {'scale': (width, thickness, depth)}, color=color, material=material)
    leg = primitive_call('cube', {'scale': (0.06, height - thickness, 0.06)}, color=color, material=material)
    legs = [
        transform_shape(leg, translation_matrix((x * (width / 2 - 0.06), (height - thickness) / 2, z * (depth / 2 - 0.06))))
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(transform_shape(top, translation_matrix((0, height - thickness / 2, 0))), *legs)


@register('a dining table, a coffee table and a side table')
def tables():
    return concat_shapes(
        place('table', at=(0, 0, -0.6), name='dining table'),
        place('table', at=(-0.45, 0, 0.7), width=1.1, depth=0.55, height=0.42, wood='walnut', name='coffee table'),
        place('table', at=(0.75, 0, 0.7), width=0.45, depth=0.45, height=0.55, thickness=0.02, wood='white wood', name='side table'),
    )


camera((2.0, 1.9, 3.3), (0, 0.4, 0), fov=38)
