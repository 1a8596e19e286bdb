from scene.language import *


@register('an arrow that points to the right')
def arrow(color=(0.75, 0.76, 0.78)):
    return concat_shapes(
        primitive_call('cube', {'scale': (0.8, 0.16, 0.16)}, color=color),
        primitive_call('cone', {'radius': 0.2, 'p0': (0.4, 0, 0), 'p1': (0.8, 0, 0)}, color=color),
    )


@register('gray: before; red: moved by half a unit up and one to the back')
def poses():
    pose = translation_matrix((0, 0.5, -1))
    return concat_shapes(arrow(), transform_shape(arrow(color=(0.8, 0.25, 0.2)), pose))
