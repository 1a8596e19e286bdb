from scene.language import *


@register('a cone from the middle of its base to its tip, which white balls mark')
def shown():
    p0, p1 = (-0.6, 0, 0), (0.7, 0.5, 0)
    mark = primitive_call('sphere', {'radius': 0.07}, color=(1.0, 1.0, 1.0))
    horn = primitive_call('cone', {'radius': 0.35, 'p0': p0, 'p1': p1}, color=(0.25, 0.4, 0.65), material={'opacity': 0.55})
    return concat_shapes(horn, *[transform_shape(mark, translation_matrix(p)) for p in (p0, p1)])
