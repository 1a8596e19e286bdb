from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.2, 3.8, 2.7  # metres


@register(
    'a bedroom with a double bed, two nightstands with lamps, a wardrobe, a dresser with a mirror above it,'
    ' a red rug and a blanket')
def bedroom():
    nightstand = asset_call('nightstand')
    lamp = asset_call('table lamp')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 1.4, 0.9, 2.05)], windows=[('left', -0.19, 1.5, 1.25)]),
        # rugs
        place(asset_call('red rug'), at=(-0.05, 0, 0.24), name='rug', z=embed('red rug')),
        # furniture, and what stands on it
        place(asset_call('double bed'), at=(-0.05, 0, -DEPTH/2 + 1.08), name='bed', z=embed('double bed')),
        place(asset_call('blanket'), at=(-0.05, 0.5902, -0.167), name='blanket'),
        place(nightstand, at=(-1.84, 0, -DEPTH/2 + 0.22), name='nightstand'),
        place(lamp, at=(-1.84, 0.5502, -1.688), name='lamp'),
        place(nightstand, at=(-1.329, 0, -DEPTH/2 + 0.22), name='nightstand'),
        place(lamp, at=(-1.329, 0.5502, -1.688), name='lamp'),
        place(asset_call('wardrobe'), at=(1.48, 0, -DEPTH/2 + 0.32), name='wardrobe'),
        place(asset_call('dresser'), at=(WIDTH/2 - 0.26, 0, 0.154), turn=-90, name='dresser'),
        # on the walls
        place(asset_call('mirror'), at=(WIDTH/2 - 0.022, 1.075, 0.163), turn=-90, name='mirror'),
    )


relate(
    on('lamp', 'nightstand'),
    on('lamp[1]', 'nightstand[1]'),
    above('mirror', 'dresser'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(3.57, 6.44, 6.87), target=(0, 1.08, 0), fov=36)
camera(eye=(1.8, 1.75, 1.6), target=(-0.5, 0.75, -0.76), fov=72)
