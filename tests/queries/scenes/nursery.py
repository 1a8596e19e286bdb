from scene.language import *

WIDTH, DEPTH, HEIGHT = 7.3, 6.6, 2.7  # metres


@register(
    'A nursery playroom for two small children. A crib with a blue blanket against the back wall and a bunk'
    ' bed in the left corner. A tall wardrobe, a low bookshelf with books and a teddy bear on it, a red toy'
    ' car and a yellow toy car on the round rug, a toy train under the table, a small table with two small '
    'chairs, one green and one orange, a cup and a plate on the small table, a rocking horse near the '
    'window, a doll on the bunk bed, a dollhouse on the dresser, a ball beside the toy chest, a large beach'
    ' ball in the corner, a toy chest, building blocks on the rug, a floor lamp next to the crib, a table '
    'lamp on the dresser, a pendant lamp above the table, a window in the back wall, curtains, a wall '
    'clock, three pictures on the wall, a mirror above the dresser, a potted plant on the windowsill, a '
    'rocking chair with a pillow, a stool, a globe on the bookshelf, a vase of flowers on the table, a '
    'basket under the crib, a trash can beside the door, a door, a shelf on the wall with a teddy bear and '
    'a robot, a backpack beside the wardrobe, a pair of shoes in front of the wardrobe')
def nursery_playroom():
    book = asset_call('book')
    building_block = asset_call('building block')
    toy_chest = asset_call('toy chest')
    shoe = asset_call('shoe')
    picture = asset_call('picture')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 2.95, 0.9, 2.05)], windows=[('left', -0.33, 1.5, 1.25)]),
        # rugs
        place(asset_call('round rug'), at=(-2.6, 0, -2.13), name='rug', z=embed('round rug')),
        place(book, at=(-2.1046, 0.0012, -2.5324), name='book'),
        place(book, at=(-2.275, 0.0012, -2.63), name='book'),
        place(book, at=(-2.542, 0.0012, -2.63), name='book'),
        place(asset_call('red toy car'), at=(-2.839, 0.0012, -2.63), name='toy_car', z=embed('red toy car')),
        place(asset_call('yellow toy car'), at=(-3.0965, 0.0012, -2.5625), name='toy_car', z=embed('yellow toy car')),
        place(asset_call('large beach ball'), at=(-2.2311, 0.0012, -2.0776), name='beach_ball', z=embed('large beach ball')),
        place(building_block, at=(-2.68, 0.0012, -2.1), name='building_block'),
        place(building_block, at=(-3.115, 0.0012, -2.1), name='building_block'),
        place(building_block, at=(-2.6, 0.0012, -1.6), name='building_block'),
        # furniture, and what stands on it
        place(asset_call('crib'), at=(-WIDTH/2 + 2.8194, 0, -1.7903), turn=0, name='crib'),
        place(asset_call('blue blanket'), at=(-0.5926, 0.4796, -1.7903), turn=0, name='blanket', z=embed('blue blanket')),
        place(asset_call('basket', size=(0.4, 0.272, 0.36)), at=(-1.0095, 0, -1.9052), turn=90, name='basket'),
        place(asset_call('bunk bed'), at=(-2.4807, 0, -DEPTH/2 + 0.5877), name='bunk_bed'),
        place(asset_call('doll'), at=(-2.1977, 1.4251, -2.7993), name='doll'),
        place(asset_call('tall wardrobe'), at=(WIDTH/2 - 0.7379, 0, -0.55), turn=-90, name='wardrobe', z=embed('tall wardrobe')),
        place(asset_call('low bookshelf', size=(1.12, 0.9, 0.42)), at=(WIDTH/2 - 0.22, 0, -1.9271), turn=-90, name='bookshelf', z=embed('low bookshelf')),
        place(asset_call('teddy bear', size=(0.255, 0.323, 0.23)), at=(3.43, 0.8994, -1.5631), turn=-90, name='teddy_bear'),
        place(asset_call('pillow', size=(0.383, 0.136, 0.357)), at=(3.43, 0.8996, -1.9311), turn=-90, name='pillow'),
        place(asset_call('globe', size=(0.246, 0.323, 0.217)), at=(3.43, 0.9002, -2.2951), turn=-90, name='globe'),
        place(asset_call('table'), at=(0, 0, 0), name='table'),
        place(asset_call('toy train'), at=(0, 0, 0.355), name='toy_train'),
        place(asset_call('small table'), at=(1.625, 0, -2.5259), name='table', z=embed('small table')),
        place(asset_call('cup'), at=(2.056, 0.7502, -2.5259), name='cup'),
        place(asset_call('plate'), at=(1.823, 0.7502, -2.5259), name='plate'),
        place(asset_call('ball'), at=(1.555, 0.7502, -2.5259), name='ball'),
        place(asset_call('vase of flowers'), at=(1.27, 0.7502, -2.5259), name='vase_of_flowers'),
        place(asset_call('orange small chair'), at=(1.63, 0, -2.282), turn=180, name='chair', z=embed('orange small chair')),
        place(asset_call('green small chair'), at=(2.428, 0, -2.905), turn=-90, name='chair', z=embed('green small chair')),
        place(asset_call('rocking horse'), at=(-1.6737, 0, -1.2044), name='rocking_horse'),
        place(asset_call('dresser'), at=(WIDTH/2 - 0.26, 0, 1.568), turn=-90, name='dresser'),
        place(asset_call('dollhouse'), at=(3.39, 0.8002, 1.768), turn=-90, name='dollhouse'),
        place(asset_call('table lamp'), at=(3.39, 0.8002, 1.128), turn=-90, name='table_lamp'),
        place(toy_chest, at=(-1.0504, 0, -DEPTH/2 + 0.285), name='toy_chest'),
        place(toy_chest, at=(3.23, 0, -DEPTH/2 + 0.245), name='toy_chest'),
        place(asset_call('floor lamp'), at=(0.0764, 0, -2.905), name='floor_lamp'),
        place(asset_call('potted plant'), at=(-2.8947, 0, -1.3126), name='potted_plant', turn=90),
        place(asset_call('rocking chair with door'), at=(1.8303, 0, 0.6128), name='rocking_chair', z=embed('rocking chair with door')),
        place(asset_call('stool'), at=(0.791, 0, -1.3758), name='stool'),
        place(asset_call('trash can'), at=(2.122, 0, 2.7116), name='trash_can', turn=-180),
        place(asset_call('backpack'), at=(3.51, 0, 0.27), turn=-90, name='backpack'),
        place(shoe, at=(2.235, 0, -0.68), turn=90, name='shoe'),
        place(shoe, at=(2.235, 0, -0.42), turn=90, name='shoe'),
        # on the walls
        place(asset_call('pendant lamp'), at=(1.605, 1.275, -DEPTH/2 + 0.221), name='pendant_lamp'),
        place(asset_call('curtains'), at=(0.361, 0.2, -DEPTH/2 + 0.071), name='curtains'),
        place(asset_call('wall clock'), at=(3.026, 1.74, -DEPTH/2 + 0.0234), name='wall_clock'),
        place(picture, at=(2.335, 1.175, -DEPTH/2 + 0.0185), name='picture'),
        place(picture, at=(WIDTH/2 - 0.019, 1.175, -2.79), turn=-90, name='picture'),
        place(picture, at=(WIDTH/2 - 0.0185, 1.175, -1.82), turn=-90, name='picture'),
        place(asset_call('mirror'), at=(WIDTH/2 - 0.021, 1.075, 1.574), turn=-90, name='mirror'),
        place(asset_call('shelf'), at=(WIDTH/2 - 0.151, 0.55, -0.9671), turn=-90, name='shelf'),
        place(asset_call('teddy bear', size=(0.238, 0.301, 0.214)), at=(3.476, 1.3654, -0.7521), turn=-90, name='teddy_bear'),
        place(asset_call('robot', size=(0.195, 0.301, 0.124)), at=(3.476, 1.3654, -0.9841), turn=-90, name='robot'),
    )


relate(
    on('blanket', 'crib'),
    against_wall('crib', 'back'),
    near('bunk_bed', 'crib'),
    in_corner('bunk_bed'),
    on('teddy_bear', 'bookshelf'),
    on('book', 'rug'),
    on('book[1]', 'rug'),
    on('book[2]', 'rug'),
    on('toy_car', 'rug'),
    on('toy_car[1]', 'rug'),
    under('toy_train', 'table'),
    near('table[1]', 'bookshelf'),
    near('chair', 'table[1]'),
    near('chair[1]', 'table[1]'),
    on('cup', 'table[1]'),
    on('plate', 'table[1]'),
    near('rocking_horse', 'table[1]'),
    near('rocking_horse', 'room/window'),
    on('doll', 'bunk_bed'),
    on('dollhouse', 'dresser'),
    on('ball', 'table[1]'),
    next_to('table[1]', 'toy_chest'),
    in_corner('table[1]'),
    near('toy_chest[1]', 'table[1]'),
    on('beach_ball', 'rug'),
    on('building_block', 'rug'),
    on('building_block[1]', 'rug'),
    on('building_block[2]', 'rug'),
    near('floor_lamp', 'table[1]'),
    next_to('floor_lamp', 'crib'),
    on('table_lamp', 'dresser'),
    above('pendant_lamp', 'table[1]'),
    on_wall('pendant_lamp'),
    near('curtains', 'table[1]'),
    near('wall_clock', 'table[1]'),
    near('picture', 'table[1]'),
    near('picture[1]', 'table[1]'),
    near('picture[2]', 'table[1]'),
    on_wall('picture'),
    on_wall('picture[1]'),
    on_wall('picture[2]'),
    above('mirror', 'dresser'),
    near('potted_plant', 'table[1]'),
    next_to('potted_plant', 'room/window'),
    near('rocking_chair', 'table[1]'),
    near('stool', 'rocking_chair'),
    on('pillow', 'bookshelf'),
    on('globe', 'bookshelf'),
    on('vase_of_flowers', 'table[1]'),
    under('basket', 'crib'),
    near('trash_can', 'rocking_chair'),
    next_to('trash_can', 'room/door'),
    near('shelf', 'rocking_chair'),
    on_wall('shelf'),
    on('teddy_bear[1]', 'shelf'),
    on('robot', 'shelf'),
    near('backpack', 'shelf'),
    next_to('backpack', 'wardrobe'),
    near('shoe', 'shelf'),
    near('shoe[1]', 'shelf'),
    in_front_of('shoe', 'wardrobe'),
    in_front_of('shoe[1]', 'wardrobe'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(5.57, 9.43, 10.71), target=(0, 1.08, 0), fov=36)
camera(eye=(-3.35, 1.75, 3), target=(0.88, 0.75, -1.32), fov=72)
