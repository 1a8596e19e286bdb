from scene.language import *


@register('a table seen from the height of a seated person')
def meal():
    return concat_shapes(
        place(asset_call('round table'), at=(0, 0, 0), name='table'),
        *[place(asset_call('chair'), at=(0.8 * math.sin(a), 0, 0.8 * math.cos(a)), turn=math.degrees(a) + 180) for a in (0.8, 2.4, 4.0, 5.5)],
    )


camera((1.9, 1.25, 2.3), (0, 0.6, 0), fov=40)
camera((0, 4.0, 0.01), (0, 0, 0), fov=40)
