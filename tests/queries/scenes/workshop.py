from scene.language import *

WIDTH, DEPTH, HEIGHT = 6.6, 6, 2.7  # metres


@register(
    'A workshop room for woodworking and bicycle repair. A large wooden workbench against the back wall. On'
    ' the workbench a red vise, a hammer, a saw, a yellow power drill, a blue mug, a green toolbox, a roll '
    'of tape, a desk lamp and a radio. Above the workbench a pegboard on the wall with a wrench, pliers and'
    ' a screwdriver hanging from it. A wall clock on the left wall. A red bicycle in the middle of the '
    'room. A small blue bicycle against the right wall. Two car tires stacked beside the blue bicycle. A '
    'tall metal shelf in the corner with three paint cans (red, white and blue), a cardboard box, a glass '
    'jar and a large red toolbox on it. A wooden stool in front of the workbench and a black stool next to '
    'the shelf. A ladder leaning against the left wall. A broom and a bucket in the corner. A trash bin '
    'under the workbench. A fire extinguisher on the wall by the door. A white cabinet. A pile of logs. A '
    'window on the right wall. A rug in the middle. A sleeping cat on the rug. A pendant lamp hanging from '
    'the ceiling. A barrel. A vacuum cleaner. A door.')
def workshop_room():
    car_tire = asset_call('car tire')
    paint_can = asset_call('paint can')
    log = asset_call('log')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 2.6, 0.9, 2.05)], windows=[('left', -0.3, 1.5, 1.25)]),
        # rugs
        place(asset_call('rug'), at=(0.0, 0, 0.0), turn=-90, name='rug'),
        # furniture, and what stands on it
        place(asset_call('large wooden workbench'), at=(0.509, 0, -DEPTH/2 + 0.551), name='workbench', z=embed('large wooden workbench')),
        place(asset_call('red vise'), at=(1.256, 1.0352, -2.779), name='vise', z=embed('red vise')),
        place(asset_call('hammer'), at=(0.925, 1.0352, -2.779), name='hammer'),
        place(asset_call('saw'), at=(0.444, 1.0352, -2.779), name='saw'),
        place(asset_call('yellow power drill'), at=(-0.012, 1.0352, -2.779), name='power_drill', z=embed('yellow power drill')),
        place(asset_call('blue mug'), at=(-0.277, 1.0352, -2.779), name='mug', z=embed('blue mug')),
        place(asset_call('green toolbox'), at=(1.153, 1.0352, -2.398), name='toolbox', z=embed('green toolbox')),
        place(asset_call('roll of tape'), at=(0.825, 1.0352, -2.398), name='roll_of_tape'),
        place(asset_call('desk lamp'), at=(0.496, 1.0352, -2.398), name='desk_lamp'),
        place(asset_call('radio'), at=(0.042, 1.0352, -2.398), name='radio'),
        place(asset_call('wrench'), at=(-0.211, 1.0352, -2.398), name='wrench'),
        place(asset_call('pliers'), at=(-0.325, 1.0352, -2.398), name='pliers'),
        place(asset_call('trash bin', size=(0.16, 0.155, 0.191)), at=(0.509, 0, -2.063), name='trash_bin'),
        place(asset_call('red bicycle'), at=(0, 0, 0), name='bicycle', z=embed('red bicycle')),
        place(asset_call('small blue bicycle'), at=(3.048, 0, 0), turn=-90, name='bicycle', z=embed('small blue bicycle')),
        place(car_tire, at=(WIDTH/2 - 0.34, 0, 1.05), turn=-90, name='car_tire'),
        place(car_tire, at=(WIDTH/2 - 0.34, 0, -1.05), turn=-90, name='car_tire'),
        place(asset_call('blue white red tall metal shelf', size=(1.12, 2.1, 0.42)), at=(-2.4403, 0, -DEPTH/2 + 0.437), name='shelf', z=embed('blue white red tall metal shelf')),
        place(paint_can, at=(-2.2633, 1.0962, -2.645), name='paint_can'),
        place(paint_can, at=(-2.2633, 1.0962, -2.464), name='paint_can'),
        place(paint_can, at=(-2.0563, 0.7615, -2.555), name='paint_can'),
        place(asset_call('glass jar'), at=(-2.0253, 1.1882, -2.563), name='glass_jar'),
        place(asset_call('large red toolbox', size=(0.418, 0.268, 0.364)), at=(-2.3913, 0.7615, -2.555), name='toolbox', z=embed('large red toolbox')),
        place(asset_call('cardboard box'), at=(-1.27, 0, -2.72), name='box', z=embed('cardboard box')),
        place(asset_call('wooden stool'), at=(0.509, 0, -1.688), turn=180, name='stool', z=embed('wooden stool')),
        place(asset_call('black stool'), at=(-2.335, 0, -2.1207), name='stool', z=embed('black stool')),
        place(asset_call('ladder'), at=(-2.83, 0, 0.806), turn=90, name='ladder'),
        place(asset_call('broom'), at=(-0.705, 0, -DEPTH/2 + 0.065), name='broom'),
        place(asset_call('bucket'), at=(3.125, 0, -2.825), name='bucket'),
        place(asset_call('white cabinet'), at=(2.173, 0, -DEPTH/2 + 0.23), name='cabinet', z=embed('white cabinet')),
        place(log, at=(-WIDTH/2 + 0.23, 0, -1.67), turn=90, name='log'),
        place(log, at=(-WIDTH/2 + 0.23, 0, 1.974), turn=90, name='log'),
        place(log, at=(-WIDTH/2 + 0.27, 0, -0.305), turn=90, name='log'),
        place(log, at=(WIDTH/2 - 0.23, 0, -1.974), turn=-90, name='log'),
        place(asset_call('sleeping cat'), at=(0.7485, 0, 0.8507), turn=-90, name='sleeping_cat'),
        place(asset_call('barrel'), at=(-0.101, 0, 2.6), turn=180, name='barrel'),
        place(asset_call('vacuum cleaner'), at=(-1.971, 0, DEPTH/2 - 0.19), turn=180, name='vacuum_cleaner'),
        # on the walls
        place(asset_call('pegboard', size=(1.68, 0.8, 0.098)), at=(0.48, 1.155, -DEPTH/2 + 0.051), name='pegboard'),
        place(asset_call('wall clock'), at=(-WIDTH/2 + 0.024, 1.74, 0.685), turn=90, name='wall_clock'),
        place(asset_call('fire extinguisher'), at=(1.774, 1.24, DEPTH/2 - 0.101), turn=180, name='fire_extinguisher'),
        # from the ceiling
        place(asset_call('screwdriver'), at=(0.48, HEIGHT - 0.032, -2.949), name='screwdriver'),
        place(asset_call('pendant lamp'), at=(0, HEIGHT - 0.95, 0), name='pendant_lamp'),
    )


relate(
    against_wall('workbench', 'back'),
    on('vise', 'workbench'),
    on('hammer', 'workbench'),
    on('saw', 'workbench'),
    on('power_drill', 'workbench'),
    on('mug', 'workbench'),
    on('toolbox', 'workbench'),
    on('roll_of_tape', 'workbench'),
    on('desk_lamp', 'workbench'),
    on('radio', 'workbench'),
    above('pegboard', 'workbench'),
    on_wall('pegboard'),
    hanging('screwdriver'),
    above('screwdriver', 'pegboard'),
    on_wall('wall_clock'),
    centered('bicycle', 'room'),
    against_wall('bicycle[1]', 'right'),
    next_to('car_tire', 'bicycle[1]'),
    next_to('car_tire[1]', 'bicycle[1]'),
    in_corner('shelf'),
    on('paint_can', 'shelf'),
    on('paint_can[1]', 'shelf'),
    on('paint_can[2]', 'shelf'),
    near('box', 'shelf'),
    on('glass_jar', 'shelf'),
    on('toolbox[1]', 'shelf'),
    in_front_of('stool', 'workbench'),
    facing('stool', 'workbench'),
    next_to('stool[1]', 'shelf'),
    against_wall('ladder', 'left'),
    in_corner('bucket'),
    under('trash_bin', 'workbench'),
    on_wall('fire_extinguisher'),
    next_to('fire_extinguisher', 'room/door'),
    centered('rug', 'room'),
    on('sleeping_cat', 'rug'),
    hanging('pendant_lamp'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(5.13, 8.78, 9.87), target=(0, 1.08, 0), fov=36)
camera(eye=(3, 1.75, 2.7), target=(-0.79, 0.75, -1.2), fov=72)
