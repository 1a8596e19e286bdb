from scene.language import *

WIDTH, DEPTH, HEIGHT = 8, 7.2, 3.2  # metres


@register(
    'A hotel bedroom suite with a king size bed against the back wall with two white pillows and a red '
    'cushion and a gray blanket on it, two wooden nightstands on both sides of the bed, a brass table lamp '
    'on each nightstand, an alarm clock and a book on the left nightstand, a telephone and a glass of water'
    ' on the right nightstand, a bench at the foot of the bed with an open suitcase on it, a big abstract '
    'painting on the wall above the bed, a sitting corner with a green sofa, two yellow armchairs and a '
    'round glass coffee table, a fruit bowl, a wine bottle and two wine glasses on the coffee table, a rug '
    'under the coffee table, a floor lamp beside the sofa, a television on a low cabinet against the left '
    'wall, a mini fridge beside the cabinet, a writing desk with a chair, a laptop, a kettle and two cups '
    'on the desk, a trash can under the desk, a wardrobe, an ironing board, a mirror on the wall, a white '
    'bathtub in the corner with a bath mat in front of it, a sink with a faucet, a stack of towels and a '
    'soap dispenser on a small shelf, a toilet, a bathrobe on a hook, slippers under the bench, a vase with'
    ' flowers, a window with curtains, a ceiling lamp')
def hotel_bedroom_suite():
    nightstand = asset_call('wooden nightstand')
    pillow = asset_call('white pillow', size=(0.248, 0.088, 0.231))
    cushion = asset_call('red cushion', size=(0.248, 0.088, 0.231))
    slipper = asset_call('slipper')
    armchair = asset_call('yellow armchair')
    wine_glass = asset_call('wine glass')
    flower = asset_call('flower', size=(0.18, 0.252, 0.18))
    cup = asset_call('cup')
    towel = asset_call('towel', size=(0.198, 0.138, 0.143))
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 3.3, 0.9, 2.05)], windows=[('left', -0.36, 1.5, 1.25)]),
        # rugs
        place(asset_call('rug'), at=(-0.101, 0, 0.102), name='rug'),
        # furniture, and what stands on it
        place(asset_call('king size bed'), at=(0.18, 0, -DEPTH/2 + 1.08), name='bed', z=embed('king size bed')),
        place(asset_call('gray blanket'), at=(0.18, 0.5896, -1.867), name='blanket', z=embed('gray blanket')),
        place(nightstand, at=(1.48, 0, -DEPTH/2 + 0.22), name='nightstand', z=embed('wooden nightstand')),
        place(pillow, at=(1.48, 0.5502, -3.446), name='pillow', z=embed('white pillow')),
        place(cushion, at=(1.48, 0.1602, -3.376), name='cushion', z=embed('red cushion')),
        place(asset_call('alarm clock', size=(0.063, 0.088, 0.033)), at=(1.587, 0.5502, -3.272), name='alarm_clock'),
        place(asset_call('telephone', size=(0.132, 0.094, 0.116)), at=(1.408, 0.5502, -3.272), name='telephone'),
        place(nightstand, at=(-1.12, 0, -DEPTH/2 + 0.22), name='nightstand', z=embed('wooden nightstand')),
        place(pillow, at=(-1.12, 0.5502, -3.42), name='pillow', z=embed('white pillow')),
        place(cushion, at=(-1.067, 0.1602, -3.376), name='cushion', z=embed('red cushion')),
        place(asset_call('book', size=(0.088, 0.021, 0.127)), at=(-1.253, 0.1602, -3.376), name='book'),
        place(asset_call('glass of water', size=(0.041, 0.094, 0.041)), at=(-1.12, 0.5502, -3.26), name='glass_of_water'),
        place(asset_call('bench'), at=(0.1783, 0, -1.21), name='bench'),
        place(asset_call('open suitcase'), at=(0.1783, 0.4502, -1.21), name='suitcase', z=embed('open suitcase')),
        place(slipper, at=(0.4829, 0, -1.21), name='slipper'),
        place(slipper, at=(0.18, 0, -1.21), name='slipper'),
        place(slipper, at=(-0.1263, 0, -1.21), name='slipper'),
        place(asset_call('green sofa'), at=(2.31, 0, -DEPTH/2 + 1.08), name='sofa', z=embed('green sofa')),
        place(armchair, at=(-0.1, 0, 3.115), turn=180, name='armchair', z=embed('yellow armchair')),
        place(armchair, at=(1.105, 0, 3.115), turn=180, name='armchair', z=embed('yellow armchair')),
        place(asset_call('round glass coffee table', size=(1.19, 0.42, 1.19)), at=(-0.101, 0, 0.102), name='glass_coffee_table', z=embed('round glass coffee table')),
        place(asset_call('fruit bowl'), at=(0.088, 0.4203, -0.115), name='fruit_bowl'),
        place(asset_call('wine bottle'), at=(-0.142, 0.4203, -0.115), name='wine_bottle'),
        place(wine_glass, at=(-0.268, 0.4203, -0.115), name='wine_glass'),
        place(wine_glass, at=(-0.396, 0.4203, -0.115), name='wine_glass'),
        place(asset_call('vase'), at=(-0.101, 0.4203, 0.351), name='vase'),
        place(flower, at=(0.134, 0.4203, 0.143), name='flower'),
        place(flower, at=(-0.101, 0.4203, 0.143), name='flower'),
        place(flower, at=(-0.337, 0.4203, 0.143), name='flower'),
        place(asset_call('floor lamp'), at=(3.705, 0, -2.73), name='floor_lamp'),
        place(asset_call('low cabinet', size=(1.12, 0.85, 0.588)), at=(-WIDTH/2 + 0.314, 0, -0.03), turn=90, name='cabinet', z=embed('low cabinet')),
        place(asset_call('television', size=(1.075, 0.664, 0.21)), at=(-3.695, 0.8502, -0.03), turn=90, name='television'),
        place(asset_call('mini fridge'), at=(-WIDTH/2 + 0.28, 0, -0.89), turn=90, name='fridge', z=embed('mini fridge')),
        place(asset_call('brass table lamp'), at=(-3.761, 0.8502, -0.89), turn=90, name='table_lamp', z=embed('brass table lamp')),
        place(asset_call('writing desk'), at=(WIDTH/2 - 0.295, 0, -1.111), turn=-90, name='writing_desk'),
        place(asset_call('laptop'), at=(3.597, 0.7502, -0.779), turn=-90, name='laptop'),
        place(asset_call('kettle'), at=(3.597, 0.7502, -1.112), turn=-90, name='kettle'),
        place(cup, at=(3.597, 0.7502, -1.354), turn=-90, name='cup'),
        place(cup, at=(3.597, 0.7502, -1.534), turn=-90, name='cup'),
        place(asset_call('trash can'), at=(3.635, 0, -1.111), turn=-90, name='trash_can'),
        place(asset_call('chair'), at=(3.13, 0, -1.111), turn=90, name='chair'),
        place(asset_call('wardrobe'), at=(WIDTH/2 - 0.32, 0, 0.354), turn=-90, name='wardrobe'),
        place(asset_call('brass table lamp', size=(0.097, 0.152, 0.097)), at=(3.8969, 1.7002, 0.01), turn=-90, name='table_lamp', z=embed('brass table lamp')),
        place(asset_call('ironing board'), at=(WIDTH/2 - 0.22, 0, 2.003), turn=-90, name='ironing_board'),
        place(asset_call('white bathtub'), at=(-3.12, 0, -DEPTH/2 + 0.42), name='bathtub', z=embed('white bathtub')),
        place(asset_call('bath mat'), at=(-3.12, 0, -1.88), name='bath_mat'),
        place(asset_call('sink with faucet'), at=(-1.87, 0, -DEPTH/2 + 0.25), name='sink', z=embed('sink with faucet')),
        place(asset_call('small shelf'), at=(-WIDTH/2 + 0.17, 0, 1.363), turn=90, name='shelf', z=embed('small shelf')),
        place(towel, at=(-3.859, 1.1002, 1.123), turn=90, name='towel'),
        place(towel, at=(-3.859, 1.1002, 1.363), turn=90, name='towel'),
        place(towel, at=(-3.859, 1.1002, 1.602), turn=90, name='towel'),
        place(towel, at=(-3.821, 0.7642, 1.253), turn=90, name='towel'),
        place(asset_call('soap dispenser', size=(0.041, 0.105, 0.05)), at=(-3.744, 1.1002, 1.363), turn=90, name='soap_dispenser'),
        place(asset_call('toilet'), at=(-WIDTH/2 + 0.37, 0, 2.364), turn=90, name='toilet'),
        # on the walls
        place(asset_call('big abstract painting'), at=(0.724, 1.17, -DEPTH/2 + 0.0229), name='abstract_painting', z=embed('big abstract painting')),
        place(asset_call('mirror'), at=(-1.001, 1.075, -DEPTH/2 + 0.021), name='mirror'),
        place(asset_call('navy bathrobe'), at=(1.68, 1.025, -DEPTH/2 + 0.082), name='bathrobe'),
        place(asset_call('hook'), at=(2.051, 1.12, -DEPTH/2 + 0.046), name='hook'),
        place(asset_call('curtains'), at=(-1.44, 0.7, DEPTH/2 - 0.071), turn=180, name='curtains'),
        # from the ceiling
        place(asset_call('ceiling lamp'), at=(0, HEIGHT - 0.2, 0), name='ceiling_lamp'),
    )


relate(
    against_wall('bed', 'back'),
    on('blanket', 'bed'),
    left_of('nightstand', 'bed'),
    next_to('nightstand', 'bed'),
    right_of('nightstand[1]', 'bed'),
    next_to('nightstand[1]', 'bed'),
    on('pillow', 'nightstand'),
    on('pillow[1]', 'nightstand[1]'),
    on('cushion', 'nightstand'),
    on('cushion[1]', 'nightstand[1]'),
    on('alarm_clock', 'nightstand'),
    on('book', 'nightstand[1]'),
    on('telephone', 'nightstand'),
    on('glass_of_water', 'nightstand[1]'),
    in_front_of('bench', 'bed'),
    on('suitcase', 'bench'),
    on_wall('abstract_painting'),
    above('abstract_painting', 'bed'),
    near('sofa', 'abstract_painting'),
    on('fruit_bowl', 'glass_coffee_table'),
    on('wine_bottle', 'glass_coffee_table'),
    on('wine_glass', 'glass_coffee_table'),
    on('wine_glass[1]', 'glass_coffee_table'),
    under('rug', 'glass_coffee_table'),
    next_to('floor_lamp', 'sofa'),
    on('television', 'cabinet'),
    against_wall('cabinet', 'left'),
    next_to('fridge', 'cabinet'),
    near('chair', 'writing_desk'),
    on('laptop', 'writing_desk'),
    on('kettle', 'writing_desk'),
    on('cup', 'writing_desk'),
    on('cup[1]', 'writing_desk'),
    under('trash_can', 'writing_desk'),
    on_wall('mirror'),
    in_corner('bathtub'),
    in_front_of('bath_mat', 'bathtub'),
    on('towel', 'shelf'),
    on('towel[1]', 'shelf'),
    on('towel[2]', 'shelf'),
    on('towel[3]', 'shelf'),
    on('soap_dispenser', 'shelf'),
    on('bathrobe', 'hook'),
    under('slipper', 'bench'),
    under('slipper[1]', 'bench'),
    under('slipper[2]', 'bench'),
    near('curtains', 'vase'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(6.17, 10.53, 11.86), target=(0, 1.28, 0), fov=36)
camera(eye=(3.7, 1.75, 3.3), target=(-0.96, 0.75, -1.44), fov=72)
