from scene.language import *


@register('a red ball at the right, upper, front corner of a bench')
def measured():
    bench = concat_shapes(
        primitive_call('cube', {'scale': (1.6, 0.12, 0.5)}, color=(0.72, 0.52, 0.32)),
        *[transform_shape(primitive_call('cube', {'scale': (0.1, 0.5, 0.5)}, color=(0.6, 0.42, 0.26)), translation_matrix((x, -0.31, 0)))
          for x in (-0.7, 0.7)],
    )
    mark = transform_shape(primitive_call('sphere', {'radius': 0.09}, color=(0.85, 0.15, 0.15)), translation_matrix(compute_shape_max(bench)))
    return concat_shapes(bench, mark)
