from scene.language import *


@register('a lollipop with a round head')
def lollipop():
    stick = primitive_call('cylinder', {'radius': 0.03, 'p0': (0, 0, 0), 'p1': (0, 0.8, 0)}, color=(0.9, 0.87, 0.8))
    head = primitive_call('sphere', {'radius': 0.25}, color=(0.8, 0.2, 0.35))
    return concat_shapes(stick, transform_shape(head, translation_matrix((0, 1.0, 0))))


@register('three lollipops')
def shop():
    return concat_shapes(*[place('lollipop', at=(0.6 * i, 0, 0)) for i in range(3)])
