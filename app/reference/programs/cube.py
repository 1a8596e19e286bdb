from scene.language import *


@register('a box about the origin; the small white ball is the origin')
def shown():
    origin = primitive_call('sphere', {'radius': 0.06}, color=(1.0, 1.0, 1.0))
    return concat_shapes(origin, primitive_call('cube', {'scale': (1.2, 0.6, 0.8)}, color=(0.75, 0.3, 0.25), material={'opacity': 0.55}))
