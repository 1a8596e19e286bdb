from scene.language import *

WIDTH, DEPTH = 5.0, 4.2


@register('round oak side table on three legs')
def side_table(height=0.5):
    oak, finish = surface('oak')
    top = primitive_call('cylinder', {'radius': 0.24, 'p0': (0, height - 0.03, 0), 'p1': (0, height, 0)}, color=oak, material=finish)
    legs = loop(3, lambda i: primitive_call(
        'cylinder', {'radius': 0.018, 'p0': (0.2 * math.cos(i * 2.094), 0, 0.2 * math.sin(i * 2.094)),
                     'p1': (0.12 * math.cos(i * 2.094), height - 0.03, 0.12 * math.sin(i * 2.094))},
        color=oak, material=finish))
    return concat_shapes(top, legs)


@register('a reading room with a wall of books')
def reading_room():
    chairs = [(-0.95, 0.55, 90), (0.95, 0.55, -90), (-0.95, -0.45, 90), (0.95, -0.45, -90)]  # two face two
    return concat_shapes(
        room(WIDTH, DEPTH, 2.7, doors=[('front', 1.6, 0.9, 2.1)], windows=[('left', 0.0, 1.6, 1.3)],
             floor_finish='boards', wall_color=(0.86, 0.88, 0.83)),
        place(asset_call('grey wool rug', size=(3.0, 0.01, 2.2)), at=(0, 0, 0.05), name='rug'),
        *[place(asset_call('tall oak bookshelf'), at=(-1.8 + 0.9 * i, 0, -DEPTH / 2 + 0.16), name=f'bookshelf_{i + 1}')
          for i in range(5)],
        *[place(asset_call('green velvet armchair'), at=(x, 0.01, z), turn=turn, name=f'armchair_{i + 1}')
          for i, (x, z, turn) in enumerate(chairs)],
        place('side_table', at=(0, 0.01, 0.05), name='side_table'),
        place(asset_call('white teapot'), at=(0, 0.51, 0.05), name='teapot'),
        place(asset_call('brass floor lamp'), at=(2.1, 0, -1.2), name='floor_lamp'),
        place(asset_call('potted plant'), at=(-2.1, 0, 1.6), name='plant'),
    )


relate(
    *[against_wall(f'bookshelf_{i + 1}', 'back') for i in range(5)],
    facing('armchair_1', 'armchair_2'), facing('armchair_3', 'armchair_4'),
    on('teapot', 'side_table'), in_corner('plant', 'front_left'),
)
light('ceiling', at=(0, 2.6, 0), intensity=1.0)
camera((1.9, 1.9, 1.9), (-0.4, 0.7, -0.6), fov=66)
camera((-1.9, 2.0, 1.9), (0.4, 0.6, -0.6), fov=66)
