from scene.language import *


@register('a rod between two points, which white balls mark')
def shown():
    p0, p1 = (-0.5, 0, 0), (0.6, 0.8, 0)
    mark = primitive_call('sphere', {'radius': 0.07}, color=(1.0, 1.0, 1.0))
    rod = primitive_call('cylinder', {'radius': 0.2, 'p0': p0, 'p1': p1}, color=(0.3, 0.55, 0.4), material={'opacity': 0.55})
    return concat_shapes(rod, *[transform_shape(mark, translation_matrix(p)) for p in (p0, p1)])
