from scene.language import *

WIDTH, DEPTH = 10, 9  # of the ground, metres


@register('the ground')
def ground():
    color, material = surface('sandstone')
    slab = primitive_call('cube', {'scale': (WIDTH, 0.1, DEPTH)}, color=color, material=material)
    return transform_shape(slab, translation_matrix((0, -0.05, 0)))


@register(
    'A roof terrace outdoors with a wooden deck. A round garden table with four chairs around it. On the '
    'table a teapot, two cups, a plate with a cake, a bowl of fruit and a candle. A grey outdoor sofa with '
    'a red cushion and a yellow cushion on it. In front of the sofa a low coffee table with a lantern, a '
    'book, a pair of sunglasses and a glass bottle on it. A barbecue in the corner. A side table next to '
    'the barbecue with a pan and a knife on it. A large blue parasol. Two deck chairs side by side with a '
    'small stool between them. A big potted palm, three potted plants in a row with orange, white and blue '
    'pots, a small cactus on the stool. A wooden bench along the wall with a striped blanket and a straw '
    'hat on it. A watering can beside the bench. A hammock. A bird cage. A fence. A green garden hose. A '
    'bucket of water. A ladder. A bicycle leaning against the wall. A dog lying under the bench. A toy '
    'ball. A fire pit in the middle with a rug. A cooler box. A wall lamp on the wall. A string of lights. '
    'A telescope. A guitar next to the sofa. A shelf with three flowerpots of different sizes, a trowel and'
    ' a basket.')
def roof_terrace():
    cup = asset_call('cup')
    chair = asset_call('chair')
    pot = asset_call('orange white blue pot')
    deck_chair = asset_call('deck chair')
    potted_plant = asset_call('potted plant')
    flowerpot = asset_call('flowerpot of sizes')
    return concat_shapes(
        library_call('ground'),
        # rugs
        place(asset_call('rug'), at=(1.784, 0, -2.7521), name='rug'),
        # furniture, and what stands on it
        place(asset_call('round garden table'), at=(-0.6834, 0, -0.1387), name='garden_table', z=embed('round garden table'), turn=-90),
        place(asset_call('teapot', size=(0.138, 0.088, 0.083)), at=(-0.5952, 0.7402, -0.0423), name='teapot', turn=-90),
        place(cup, at=(-0.8081, 0.7402, -0.1386), name='cup', turn=-90),
        place(cup, at=(-0.7179, 0.7402, 0.0332), name='cup', turn=-85.8),
        place(asset_call('plate', size=(0.148, 0.017, 0.148)), at=(-0.7743, 0.7402, -0.327), name='plate', turn=-90),
        place(asset_call('cake', size=(0.075, 0.075, 0.075)), at=(-0.7748, 0.7471, -0.3263), name='cake', turn=-90),
        place(asset_call('bowl of fruit', size=(0.163, 0.105, 0.164)), at=(-0.5954, 0.7402, -0.2237), name='bowl_of_fruit', turn=-90),
        place(asset_call('candle', size=(0.061, 0.099, 0.061)), at=(-0.8802, 0.7402, -0.0337), name='candle', turn=-90),
        place(chair, at=(-0.7276, 0, 0.625), turn=180, name='chair'),
        place(chair, at=(-0.3676, 0, -0.7766), turn=0, name='chair'),
        place(chair, at=(-0.843, 0, -0.8543), name='chair'),
        place(chair, at=(-1.2297, 0, 0.0498), turn=90, name='chair'),
        place(asset_call('grey outdoor sofa'), at=(1.784, 0, -3.98), name='sofa', z=embed('grey outdoor sofa')),
        place(asset_call('red cushion'), at=(1.784, 0.4206, -3.8391), name='cushion', z=embed('red cushion')),
        place(asset_call('yellow cushion'), at=(1.189, 0.4206, -3.839), name='cushion', z=embed('yellow cushion')),
        place(asset_call('low coffee table'), at=(1.784, 0, -2.87), name='coffee_table', z=embed('low coffee table')),
        place(asset_call('lantern'), at=(2.192, 0.3026, -3.005), name='lantern'),
        place(asset_call('book'), at=(1.99, 0.3026, -3.005), name='book'),
        place(asset_call('sunglasses'), at=(1.813, 0.3026, -3.005), name='sunglasses'),
        place(asset_call('glass bottle'), at=(1.677, 0.3026, -3.005), name='glass_bottle'),
        place(pot, at=(1.446, 0.3026, -3.005), name='pot', z=embed('orange white blue pot')),
        place(pot, at=(2.018, 0.3026, -2.735), name='pot', z=embed('orange white blue pot')),
        place(pot, at=(1.551, 0.3026, -2.735), name='pot', z=embed('orange white blue pot')),
        place(asset_call('barbecue'), at=(4.61, 0, -4.04), name='barbecue'),
        place(asset_call('side table', size=(0.63, 0.55, 0.63)), at=(3.915, 0, -4.125), name='side_table'),
        place(asset_call('pan', size=(0.411, 0.051, 0.24)), at=(3.915, 0.5502, -4.166), name='pan'),
        place(asset_call('knife'), at=(3.915, 0.5502, -3.988), name='knife'),
        place(asset_call('large blue parasol'), at=(-3.44, 0, -2.94), name='parasol', z=embed('large blue parasol')),
        place(deck_chair, at=(0.996, 0, 0.6291), name='deck_chair'),
        place(deck_chair, at=(1.8396, 0, -0.9698), name='deck_chair', turn=90),
        place(asset_call('small stool'), at=(0.6, 0, -0.823), name='stool', z=embed('small stool')),
        place(asset_call('small cactus'), at=(0.6, 0.3827, -0.823), name='cactus', z=embed('small cactus')),
        place(asset_call('big potted palm'), at=(-1.104, 0, -3.815), name='potted_palm', z=embed('big potted palm')),
        place(potted_plant, at=(2.214, 0, 4.13), turn=180, name='potted_plant'),
        place(potted_plant, at=(-2.416, 0, 4.13), turn=180, name='potted_plant'),
        place(potted_plant, at=(3.221, 0, 4.13), turn=180, name='potted_plant'),
        place(asset_call('wooden bench'), at=(4.75, 0, 1.817), turn=-90, name='bench', z=embed('wooden bench')),
        place(asset_call('striped blanket'), at=(4.75, 0.4502, 2.027), turn=-90, name='blanket', z=embed('striped blanket')),
        place(asset_call('straw hat'), at=(4.75, 0.4502, 1.507), turn=-90, name='hat', z=embed('straw hat')),
        place(asset_call('watering can'), at=(4.75, 0, 2.797), turn=-90, name='watering_can'),
        place(asset_call('hammock'), at=(0, 0, 2.99), turn=180, name='hammock'),
        place(asset_call('bird cage'), at=(4.69, 0, 3.791), turn=-90, name='bird_cage'),
        place(asset_call('fence'), at=(-4.89, 0, 2.124), turn=90, name='fence'),
        place(asset_call('green garden hose'), at=(-3.669, 0, 4.16), turn=180, name='garden_hose', z=embed('green garden hose')),
        place(asset_call('bucket of water'), at=(-4.586, 0, 1.096), turn=90, name='bucket_of_water'),
        place(asset_call('ladder'), at=(1.294, 0, 3.99), turn=180, name='ladder'),
        place(asset_call('bicycle'), at=(-4.65, 0, 0), turn=90, name='bicycle'),
        place(asset_call('dog'), at=(4.54, 0, 0.937), turn=-90, name='dog'),
        place(asset_call('ball'), at=(4.426, 0, 0.302), turn=-90, name='toy_ball'),
        place(asset_call('fire pit'), at=(0.0, 0, 0.0), name='fire_pit'),
        place(asset_call('cooler box'), at=(-4.745, 0, 3.718), turn=90, name='cooler_box'),
        place(asset_call('telescope'), at=(-1.397, 0, 3.965), turn=180, name='telescope'),
        place(asset_call('guitar'), at=(3.114, 0, -4.24), name='guitar'),
        place(asset_call('shelf'), at=(4.79, 0, -1.525), turn=-90, name='shelf'),
        place(flowerpot, at=(4.79, 0, -0.865), turn=-90, name='flowerpot', z=embed('flowerpot of sizes')),
        place(flowerpot, at=(4.79, 0, -2.185), turn=-90, name='flowerpot', z=embed('flowerpot of sizes')),
        place(flowerpot, at=(4.79, 0, -0.265), turn=-90, name='flowerpot', z=embed('flowerpot of sizes')),
        place(asset_call('trowel'), at=(4.76, 0, -2.755), turn=-90, name='trowel'),
        place(asset_call('basket'), at=(4.76, 0, 0.225), turn=-90, name='basket'),
        # on the walls
        place(asset_call('wall lamp'), at=(-4.61, 0, -4.1), name='wall_lamp'),
    )


relate(
    around(['chair', 'chair[1]', 'chair[2]', 'chair[3]'], 'garden_table'),
    on('teapot', 'garden_table'),
    on('cup', 'garden_table'),
    on('cup[1]', 'garden_table'),
    on('plate', 'garden_table'),
    on('cake', 'plate'),
    on('cushion', 'sofa'),
    on('cushion[1]', 'sofa'),
    in_front_of('coffee_table', 'sofa'),
    on('lantern', 'coffee_table'),
    on('book', 'coffee_table'),
    on('sunglasses', 'coffee_table'),
    on('glass_bottle', 'coffee_table'),
    next_to('side_table', 'barbecue'),
    on('pan', 'side_table'),
    on('knife', 'side_table'),
    next_to('deck_chair', 'stool'),
    next_to('deck_chair[1]', 'stool'),
    near('deck_chair', 'cup'),
    near('deck_chair', 'cup[1]'),
    near('deck_chair[1]', 'cup', 0.0, 2.0),
    near('deck_chair[1]', 'cup[1]', 0.0, 2.0),
    on('cactus', 'stool'),
    on('blanket', 'bench'),
    on('hat', 'bench'),
    next_to('watering_can', 'bench'),
    next_to('dog', 'bench'),
    centered('fire_pit', 'ground'),
    near('rug', 'fire_pit'),
    next_to('guitar', 'sofa'),
    near('flowerpot', 'shelf'),
    near('flowerpot[1]', 'shelf'),
    near('flowerpot[2]', 'shelf'),
    near('trowel', 'shelf'),
    near('basket', 'shelf'),
)


light('sun', direction=(-0.4, -0.8, -0.5), intensity=3.0)
environment('soft daylight')
camera(eye=(6.83, 8.69, 15.17), target=(0, 1.1, 0), fov=36)
