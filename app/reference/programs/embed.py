from scene.language import *


@register('a vase')
def vase(color):
    return concat_shapes(
        primitive_call('cylinder', {'radius': 0.16, 'p0': (0, 0, 0), 'p1': (0, 0.3, 0)}, color=color),
        primitive_call('cone', {'radius': 0.16, 'p0': (0, 0.3, 0), 'p1': (0, 0.62, 0)}, color=color),
        primitive_call('cylinder', {'radius': 0.05, 'p0': (0, 0.45, 0), 'p1': (0, 0.65, 0)}, color=color),
    )


@register('two vases that a query can tell apart')
def shelf():
    return concat_shapes(
        place('vase', at=(0, 0, 0), color=(0.25, 0.4, 0.65), name='left vase', z=embed('blue glazed stoneware from Delft')),
        place('vase', at=(0.6, 0, 0), color=(0.72, 0.38, 0.25), name='right vase', z=embed('rough terracotta from the garden')),
    )
