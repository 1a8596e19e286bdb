from scene.language import *


@register('a summer house on a clear day')
def plot():
    return concat_shapes(
        place(primitive_call('cube', {'scale': (3, 2.2, 2.4)}, color=(0.85, 0.8, 0.7)), at=(0, 0, 0)),
        place(primitive_call('cone', {'radius': 2.4, 'p0': (0, 0, 0), 'p1': (0, 1.3, 0)}, color=(0.6, 0.3, 0.22)), at=(0, 2.2, 0)),
        place(primitive_call('cube', {'scale': (0.9, 1.8, 0.1)}, color=(0.3, 0.42, 0.38)), at=(0, 0, 1.22)),
        place(asset_call('tree', size=3.2), at=(3.0, 0, -0.5)),
    )


environment('a clear blue sky')
camera((-4.5, 1.8, 8), (0.8, 1.6, 0), fov=42)
