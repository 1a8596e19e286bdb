from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.9, 4.4, 2.7  # metres


@register(
    'a studio flat with a single bed, a bookshelf, a round dining table with two chairs, a kitchen counter '
    'with a microwave, a bowl and three mugs, a floor lamp, two paintings, a laundry basket and a striped '
    'rug')
def studio_flat():
    mug = asset_call('mug')
    chair = asset_call('chair')
    painting = asset_call('painting')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 1.75, 0.9, 2.05)], windows=[('left', -0.22, 1.5, 1.25)]),
        # rugs
        place(asset_call('striped rug'), at=(0, 0, -0.06), name='rug', z=embed('striped rug')),
        # furniture, and what stands on it
        place(asset_call('single bed'), at=(0, 0, -DEPTH/2 + 1.08), name='bed', z=embed('single bed')),
        place(asset_call('bookshelf'), at=(1.32, 0, -DEPTH/2 + 0.17), name='bookshelf'),
        place(asset_call('round dining table'), at=(-1.193, 0, 0.98), name='dining_table', z=embed('round dining table')),
        place(asset_call('bowl'), at=(-0.938, 0.7502, 0.983), name='bowl'),
        place(mug, at=(-1.127, 0.7502, 0.983), name='mug'),
        place(mug, at=(-1.297, 0.7502, 0.983), name='mug'),
        place(mug, at=(-1.468, 0.7502, 0.983), name='mug'),
        place(chair, at=(-1.193, 0, 1.88), turn=180, name='chair'),
        place(chair, at=(-1.193, 0, 0.08), name='chair'),
        place(asset_call('kitchen counter'), at=(-1.53, 0, -DEPTH/2 + 0.34), name='kitchen_counter'),
        place(asset_call('microwave'), at=(-1.53, 0.9102, -1.86), name='microwave'),
        place(asset_call('floor lamp'), at=(2.14, 0, -0.098), turn=-90, name='floor_lamp'),
        place(asset_call('laundry basket'), at=(-2.17, 0, -0.303), turn=90, name='laundry_basket'),
        # on the walls
        place(painting, at=(0, 1.175, -DEPTH/2 + 0.019), name='painting'),
        place(painting, at=(-0.97, 1.175, -DEPTH/2 + 0.019), name='painting'),
    )


relate(
    near('chair', 'dining_table'),
    near('chair[1]', 'dining_table'),
    on('microwave', 'kitchen_counter'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(4.01, 7.1, 7.71), target=(0, 1.08, 0), fov=36)
camera(eye=(2.15, 1.75, 1.9), target=(-0.59, 0.75, -0.88), fov=72)
