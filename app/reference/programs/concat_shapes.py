from scene.language import *


@register('a snowman of three balls')
def snowman():
    ball = primitive_call('sphere', {'radius': 0.5}, color=(0.94, 0.95, 0.97))
    nose = primitive_call('cone', {'radius': 0.06, 'p0': (0, 2.0, 0.22), 'p1': (0, 2.0, 0.55)}, color=(0.9, 0.45, 0.1))
    return concat_shapes(
        transform_shape(ball, translation_matrix((0, 0.5, 0))),
        transform_shape(ball, translation_matrix((0, 1.35, 0)) @ scale_matrix(0.75, (0, 0, 0))),
        transform_shape(ball, translation_matrix((0, 2.0, 0)) @ scale_matrix(0.55, (0, 0, 0))),
        nose,
    )
