from scene.language import *


@register('the four primitives')
def primitives():
    return concat_shapes(
        place(primitive_call('cube', {'scale': (0.8, 0.5, 0.6)}, color=(0.75, 0.3, 0.25)), at=(-1.5, 0, 0)),
        place(primitive_call('sphere', {'radius': 0.4}, color=(0.95, 0.75, 0.3), material={'roughness': 0.15}), at=(-0.5, 0, 0)),
        place(primitive_call('cylinder', {'radius': 0.3, 'p0': (0, 0, 0), 'p1': (0, 0.9, 0)}, color=(0.3, 0.55, 0.4)), at=(0.5, 0, 0)),
        place(primitive_call('cone', {'radius': 0.35, 'p0': (0, 0, 0), 'p1': (0, 0.9, 0)}, color=(0.25, 0.4, 0.65)), at=(1.5, 0, 0)),
    )
