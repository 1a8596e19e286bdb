from scene.language import *


@register('a spiral stair of twelve steps')
def stair():
    step = transform_shape(primitive_call('cube', {'scale': (0.9, 0.08, 0.3)}, color=(0.65, 0.45, 0.28)), translation_matrix((0.5, 0, 0)))
    steps = loop(12, lambda i: transform_shape(
        step, translation_matrix((0, 0.17 * i, 0)) @ rotation_matrix(math.radians(25 * i), (0, 1, 0), (0, 0, 0))
    ))
    return concat_shapes(steps, primitive_call('cylinder', {'radius': 0.06, 'p0': (0, 0, 0), 'p1': (0, 2.3, 0)}, color=(0.25, 0.26, 0.28)))
