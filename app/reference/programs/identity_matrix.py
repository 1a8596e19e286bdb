from scene.language import *


@register('an arrow that points to the right')
def arrow(color=(0.75, 0.76, 0.78)):
    return concat_shapes(
        primitive_call('cube', {'scale': (0.8, 0.16, 0.16)}, color=color),
        primitive_call('cone', {'radius': 0.2, 'p0': (0.4, 0, 0), 'p1': (0.8, 0, 0)}, color=color),
    )


@register('red: an arrow left as it is; gray: one that each step turns further')
def poses():
    pose, shapes = identity_matrix(), []
    for i in range(4):
        shapes.append(transform_shape(arrow(color=(0.8, 0.25, 0.2) if i == 0 else (0.75, 0.76, 0.78)), pose))
        pose = pose @ translation_matrix((0, 0, 0.5))
    return concat_shapes(*shapes)


camera((2.2, 2.4, 3.6), (0.1, 0, 0.7), fov=35)
