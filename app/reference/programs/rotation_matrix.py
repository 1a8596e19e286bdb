from scene.language import *


@register('an arrow that points to the right')
def arrow(color=(0.75, 0.76, 0.78)):
    return concat_shapes(
        primitive_call('cube', {'scale': (0.8, 0.16, 0.16)}, color=color),
        primitive_call('cone', {'radius': 0.2, 'p0': (0.4, 0, 0), 'p1': (0.8, 0, 0)}, color=color),
    )


@register('gray: before; red: turned by 60 degrees about +y')
def poses():
    pose = rotation_matrix(math.radians(60), (0, 1, 0), (-0.4, 0, 0))
    return concat_shapes(arrow(), transform_shape(arrow(color=(0.8, 0.25, 0.2)), pose))


camera((1.2, 1.9, 2.3), (0.15, 0, -0.25), fov=36)
