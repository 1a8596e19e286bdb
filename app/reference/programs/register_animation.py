from scene.language import *


@register('a post with an arm')
def barrier(raised):
    post = primitive_call('cube', {'scale': (0.2, 1.0, 0.2)}, color=(0.35, 0.37, 0.4))
    arm = transform_shape(
        primitive_call('cube', {'scale': (1.8, 0.1, 0.06)}, color=(0.8, 0.2, 0.15)), translation_matrix((0.9, 0.4, 0.14))
    )
    return concat_shapes(post, transform_shape(arm, rotation_matrix(math.radians(raised), (0, 0, 1), (0, 0.4, 0))))


@register_animation('the barrier opens')
def opening():
    for raised in range(0, 81, 20):
        yield barrier(raised)
