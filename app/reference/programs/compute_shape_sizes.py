from scene.language import *


@register('a bench, and a red plate below it of the same width and depth')
def measured():
    bench = concat_shapes(
        primitive_call('cube', {'scale': (1.6, 0.12, 0.5)}, color=(0.72, 0.52, 0.32)),
        *[transform_shape(primitive_call('cube', {'scale': (0.1, 0.5, 0.5)}, color=(0.6, 0.42, 0.26)), translation_matrix((x, -0.31, 0)))
          for x in (-0.7, 0.7)],
    )
    width, _, depth = compute_shape_sizes(bench)
    plate = primitive_call('cube', {'scale': (width, 0.05, depth)}, color=(0.85, 0.15, 0.15))
    return concat_shapes(bench, transform_shape(plate, translation_matrix((0, -0.7, 0))))
