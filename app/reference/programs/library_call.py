from scene.language import *


@register('a candle')
def candle(height=0.3):
    wax = primitive_call('cylinder', {'radius': 0.05, 'p0': (0, 0, 0), 'p1': (0, height, 0)}, color=(0.93, 0.88, 0.75))
    flame = primitive_call(
        'cone', {'radius': 0.025, 'p0': (0, height, 0), 'p1': (0, height + 0.1, 0)}, color=(1.0, 0.7, 0.2), material={'emission': 3.0}
    )
    return concat_shapes(wax, flame)


@register('candles of three heights')
def candles():
    return concat_shapes(*[
        transform_shape(library_call('candle', height=0.2 + 0.15 * i), translation_matrix((0.2 * i, 0, 0))) for i in range(3)
    ])
