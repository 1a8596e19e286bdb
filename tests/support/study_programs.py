"""Programs of a study room."""

from __future__ import annotations

ENTITIES = """from scene.language import *
@register('a table')
def desk(): return concat_shapes(
    transform_shape(primitive_call('cube', {'scale': (1.4, 0.04, 0.7)}, color=(0.6, 0.4, 0.2)), translation_matrix((0, 0.73, 0))),
    *[transform_shape(primitive_call('cube', {'scale': (0.06, 0.71, 0.06)}), translation_matrix((x, 0.355, z)))
      for x in (-0.65, 0.65) for z in (-0.3, 0.3)])
@register('a cabinet')
def cabinet(): return transform_shape(primitive_call('cube', {'scale': (CABINET, 1.0, 0.5)}, color=(0.8, 0.8, 0.7)), translation_matrix((0, 0.5, 0)))
@register('a stool')
def stool(): return primitive_call('cylinder', {'radius': 0.2, 'p0': (0, 0, 0), 'p1': (0, 0.45, 0)}, color=(0.5, 0.3, 0.2))
@register('a cup')
def cup(): return primitive_call('cylinder', {'radius': 0.04, 'p0': (0, 0, 0), 'p1': (0, 0.1, 0)}, color=(0.9, 0.9, 0.9))
"""


def study_head(cabinet: float) -> str:
    """The beginning of a program: a desk, a stool, a cup, and a cabinet `cabinet` metres wide."""
    return ENTITIES.replace("CABINET", str(cabinet))
