from scene.language import *


@register('a ball and an ellipsoid, each about its own origin, marked by a white ball')
def shown():
    mark = primitive_call('sphere', {'radius': 0.06}, color=(1.0, 1.0, 1.0))
    glass = {'opacity': 0.55}
    ball = primitive_call('sphere', {'radius': 0.4}, color=(0.95, 0.7, 0.2), material=glass)
    egg = primitive_call('sphere', {'radius': (0.6, 0.3, 0.3)}, color=(0.3, 0.55, 0.75), material=glass)
    return concat_shapes(mark, ball, transform_shape(concat_shapes(mark, egg), translation_matrix((1.3, 0, 0))))
