# An animation: a generator that yields one shape a frame. `scenewright render windmill.py --all-frames` draws every frame.
from scene.language import *

FRAMES = 8


@register('a sail of canvas on a wooden bar')
def sail():
    bar = primitive_call('cube', {'scale': (0.08, 2.0, 0.06)}, color=surface('dark oak')[0])
    canvas = primitive_call('cube', {'scale': (0.42, 1.5, 0.02)}, color=named_color('cream'), material={'roughness': 0.9})
    return concat_shapes(
        transform_shape(bar, translation_matrix((0, 1.0, 0))), transform_shape(canvas, translation_matrix((0.25, 1.2, 0)))
    )


@register('four sails about an axle')
def rotor(angle):
    axle = primitive_call('cylinder', {'radius': 0.1, 'p0': (0, 0, -0.4), 'p1': (0, 0, 0.1)}, color=surface('iron')[0])
    sails = loop(4, lambda i: transform_shape(library_call('sail'), rotation_matrix(angle + i * math.pi / 2, (0, 0, 1), (0, 0, 0))))
    return concat_shapes(axle, sails)


@register('a white tower with a red cap and a door')
def tower():
    wall = loop(38, lambda i: primitive_call(
        'cylinder', {'radius': 1.5 - 0.018 * i, 'p0': (0, 0.1 * i, 0), 'p1': (0, 0.1 * i + 0.1, 0)}, color=named_color('off white')
    ))
    return concat_shapes(
        wall,
        primitive_call('cylinder', {'radius': 0.85, 'p0': (0, 3.6, 0), 'p1': (0, 3.8, 0)}, color=surface('dark oak')[0]),
        primitive_call('cone', {'radius': 0.95, 'p0': (0, 3.8, 0), 'p1': (0, 5.0, 0)}, color=named_color('brick red')),
        transform_shape(primitive_call('cube', {'scale': (0.6, 1.2, 0.3)}, color=surface('dark oak')[0]), translation_matrix((0, 0.6, 1.33))),
    )


@register('a windmill on a meadow')
def windmill(angle=0.0):
    meadow = primitive_call('cylinder', {'radius': 4.0, 'p0': (0, -0.1, 0), 'p1': (0, 0, 0)}, color=(0.36, 0.5, 0.22))
    return concat_shapes(
        meadow, library_call('tower'), transform_shape(library_call('rotor', angle=angle), translation_matrix((0, 4.0, 1.1)))
    )


@register_animation('the sails turn by a quarter')
def turning():
    for frame in range(FRAMES):
        yield windmill(angle=math.pi / 2 * frame / FRAMES)


environment('clear blue sky')
camera((3.5, 2.6, 10.5), (0, 2.9, 0), fov=40)
