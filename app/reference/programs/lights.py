from scene.language import *


@register('booths with a point, a spot, an area and a ceiling light')
def booths():
    pale = (0.85, 0.85, 0.83)
    return concat_shapes(
        place(primitive_call('cube', {'scale': (8.6, 2.2, 0.1)}, color=pale), at=(0, 0, -1)),
        place(primitive_call('cube', {'scale': (8.6, 0.1, 2.0)}, color=pale), at=(0, -0.1, 0)),
        *[place(primitive_call('cube', {'scale': (0.08, 2.2, 2.0)}, color=pale), at=(x, 0, 0)) for x in (-4.3, -2.15, 0, 2.15, 4.3)],
        *[place(primitive_call('sphere', {'radius': 0.3}, color=(0.8, 0.45, 0.25)), at=(x, 0, -0.2)) for x in (-3.22, -1.08, 1.08, 3.22)],
    )


environment('night')
light('point', at=(-3.22, 1.6, 0), intensity=1.0)
light('spot', at=(-1.08, 2.1, 0.3), target=(-1.08, 0.3, -0.4), intensity=3.0)
light('area', at=(1.6, 1.3, 0.6), target=(1.08, 0.3, -0.4), intensity=1.0, size=(0.8, 0.8))
light('ceiling', at=(3.22, 2.15, 0), intensity=1.0, size=(1.2, 0.6))
light('ambient', intensity=0.02)
camera((0, 1.8, 10.5), (0, 0.9, 0), fov=38)
