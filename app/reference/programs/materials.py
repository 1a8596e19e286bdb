from scene.language import *


@register('balls of increasing roughness, bare metals, glass and a lamp')
def samples():
    rows = [
        [{'roughness': r} for r in (0.02, 0.25, 0.5, 1.0)],
        [{'roughness': r, 'metallic': 1.0} for r in (0.02, 0.25, 0.5, 1.0)],
        [{'roughness': 0.1, 'opacity': 0.2}, {'roughness': 0.1, 'opacity': 0.6}, {'emission': 1.0}, {'emission': 4.0}],
    ]
    ball = lambda material: primitive_call('sphere', {'radius': 0.3}, color=(0.8, 0.45, 0.25), material=material)
    return concat_shapes(*[
        place(ball(material), at=(0.75 * x, 0, 0.75 * z)) for z, row in enumerate(rows) for x, material in enumerate(row)
    ])


camera((1.1, 3.2, 4.2), (1.1, 0.2, 0.7), fov=38)
