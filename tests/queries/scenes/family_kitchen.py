from scene.language import *

WIDTH, DEPTH, HEIGHT = 7.1, 6.4, 2.7  # metres


@register(
    'A big family kitchen-diner with a laundry corner. There is a fridge, a stove, a kitchen sink, a '
    'dishwasher, kitchen cabinets on the wall and a kitchen island with three bar stools. A long wooden '
    'dining table with six chairs stands in the middle. On the dining table there are two plates, a red '
    'mug, a blue mug, a fruit bowl, a vase with flowers and a teapot. A pendant lamp hangs above the dining'
    ' table. On the kitchen counter there is a kettle, a toaster, a microwave and a knife block. On the '
    'wall there is a clock, a painting and a mirror. In the laundry corner stand a washing machine, a '
    'dryer, a laundry basket and an ironing board. A bookshelf with books and a green potted plant stands '
    'against the wall. A small plant stands on the windowsill. There is a red rug under the dining table, a'
    ' trash can, a broom, a high chair, a dog bed, and a small blue armchair beside a floor lamp. Two '
    'windows and a door.')
def laundry_corner():
    flower = asset_call('flower', size=(0.18, 0.252, 0.18))
    bar_stool = asset_call('bar stool')
    plate = asset_call('plate')
    chair = asset_call('chair')
    book = asset_call('book')
    kitchen_cabinet = asset_call('kitchen cabinet')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT,
             doors=[('front', 2.85, 0.9, 2.05)],
             windows=[('left', -0.32, 1.5, 1.25), ('right', -0.32, 1.5, 1.25)]),
        # rugs
        place(asset_call('red rug'), at=(0, 0, 0), name='rug', z=embed('red rug')),
        # furniture, and what stands on it
        place(asset_call('fridge'), at=(-1.51, 0, -DEPTH/2 + 0.38), name='fridge'),
        place(asset_call('stove'), at=(WIDTH/2 - 0.35, 0, 0.9), turn=-90, name='stove'),
        place(asset_call('kitchen sink'), at=(1.01, 0, -DEPTH/2 + 0.33), name='kitchen_sink'),
        place(asset_call('dishwasher'), at=(WIDTH/2 - 0.32, 0, -1.465), turn=-90, name='dishwasher'),
        place(asset_call('kitchen island'), at=(-1.223, 0, 1.91), name='kitchen_island'),
        place(asset_call('red mug'), at=(-0.532, 0.9202, 1.682), name='mug', z=embed('red mug')),
        place(asset_call('blue mug'), at=(-0.681, 0.9202, 1.682), name='mug', z=embed('blue mug')),
        place(asset_call('fruit bowl'), at=(-0.918, 0.9202, 1.682), name='fruit_bowl'),
        place(asset_call('vase'), at=(-0.68, 0.9202, 2.098), name='vase'),
        place(flower, at=(-1.185, 0.9202, 1.682), name='flower'),
        place(flower, at=(-1.395, 0.9202, 1.682), name='flower'),
        place(flower, at=(-1.604, 0.9202, 1.682), name='flower'),
        place(asset_call('teapot'), at=(-1.848, 0.9202, 1.682), name='teapot'),
        place(asset_call('toaster'), at=(-1.073, 0.9202, 2.098), name='toaster'),
        place(asset_call('microwave'), at=(-1.615, 0.9202, 2.098), name='microwave'),
        place(bar_stool, at=(-1.607, 0, 2.655), turn=180, name='bar_stool'),
        place(bar_stool, at=(-0.839, 0, 2.655), turn=180, name='bar_stool'),
        place(bar_stool, at=(-1.607, 0, 1.165), name='bar_stool'),
        place(asset_call('long wooden dining table'), at=(0, 0, 0), name='dining_table', z=embed('long wooden dining table')),
        place(plate, at=(-0.704, 0.7502, 0.296), name='plate'),
        place(plate, at=(0, 0.7502, 0.296), name='plate'),
        place(chair, at=(-0.704, 0, 0.75), turn=180, name='chair'),
        place(chair, at=(0, 0, 0.75), turn=180, name='chair'),
        place(chair, at=(0.704, 0, 0.75), turn=180, name='chair'),
        place(chair, at=(-0.704, 0, -0.75), name='chair'),
        place(chair, at=(0, 0, -0.75), name='chair'),
        place(chair, at=(0.704, 0, -0.75), name='chair'),
        place(asset_call('knife block'), at=(-0.746, 0, -DEPTH/2 + 0.18), name='knife_block'),
        place(asset_call('washing machine'), at=(-3.2498, 0, -DEPTH/2 + 0.3002), name='washing_machine'),
        place(asset_call('dryer'), at=(-WIDTH/2 + 0.32, 0, 2.88), turn=90, name='dryer'),
        place(asset_call('laundry basket'), at=(2.9617, 0, -2.9697), name='laundry_basket'),
        place(asset_call('ironing board'), at=(3.1104, 0, -DEPTH/2 + 1.0037), name='ironing_board', turn=90),
        place(asset_call('bookshelf'), at=(WIDTH/2 - 0.16, 0, 1.9), turn=-90, name='bookshelf'),
        place(book, at=(3.375, 0.8154, 2.117), turn=-90, name='book'),
        place(book, at=(3.375, 0.8154, 1.904), turn=-90, name='book'),
        place(book, at=(3.384, 1.9002, 1.9), turn=-90, name='book'),
        place(asset_call('green potted plant'), at=(-3.22, 0, -0.151), turn=90, name='potted_plant', z=embed('green potted plant')),
        place(asset_call('small plant'), at=(WIDTH/2 - 0.0702, 0, -0.5973), turn=-90, name='plant', z=embed('small plant')),
        place(asset_call('trash can'), at=(3.335, 0, 0), turn=-90, name='trash_can'),
        place(asset_call('broom'), at=(1.962, 0, -DEPTH/2 + 0.065), name='broom'),
        place(asset_call('high chair'), at=(-3.19, 0, -1.482), turn=90, name='high_chair'),
        place(asset_call('dog bed'), at=(0.05, 0, -DEPTH/2 + 0.345), name='dog_bed'),
        place(asset_call('small blue armchair'), at=(-3.15, 0, 0.875), turn=90, name='armchair', z=embed('small blue armchair')),
        place(asset_call('floor lamp'), at=(-3.15, 0, 1.64), turn=90, name='floor_lamp'),
        # on the walls
        place(kitchen_cabinet, at=(-WIDTH/2 + 0.321, 1.095, -2.08), turn=90, name='kitchen_cabinet'),
        place(asset_call('kettle'), at=(-3.229, 2.0052, -2.08), turn=90, name='kettle'),
        place(kitchen_cabinet, at=(WIDTH/2 - 0.321, 1.095, -2.08), turn=-90, name='kitchen_cabinet'),
        place(kitchen_cabinet, at=(0, 1.095, DEPTH/2 - 0.321), turn=180, name='kitchen_cabinet'),
        place(asset_call('clock'), at=(0.682, 1.74, -DEPTH/2 + 0.0234), name='clock'),
        place(asset_call('painting'), at=(-0.041, 1.175, -DEPTH/2 + 0.0185), name='painting'),
        place(asset_call('mirror'), at=(-2.306, 1.075, -DEPTH/2 + 0.021), name='mirror'),
        # from the ceiling
        place(asset_call('pendant lamp'), at=(0, HEIGHT - 0.95, 0), name='pendant_lamp'),
    )


relate(
    on_wall('kitchen_cabinet'),
    on_wall('kitchen_cabinet[1]'),
    on_wall('kitchen_cabinet[2]'),
    near('bar_stool', 'kitchen_island'),
    near('bar_stool[1]', 'kitchen_island'),
    near('bar_stool[2]', 'kitchen_island'),
    near('chair', 'dining_table'),
    near('chair[1]', 'dining_table'),
    near('chair[2]', 'dining_table'),
    near('chair[3]', 'dining_table'),
    near('chair[4]', 'dining_table'),
    near('chair[5]', 'dining_table'),
    centered('dining_table', 'room'),
    on('plate', 'dining_table'),
    on('plate[1]', 'dining_table'),
    above('pendant_lamp', 'dining_table'),
    on('kettle', 'kitchen_cabinet'),
    on_wall('clock'),
    in_corner('washing_machine'),
    in_corner('dryer'),
    in_corner('laundry_basket'),
    in_corner('ironing_board'),
    on('book', 'bookshelf'),
    on('book[1]', 'bookshelf'),
    on('book[2]', 'bookshelf'),
    against_wall('potted_plant'),
    next_to('plant', 'room/window[1]'),
    under('rug', 'dining_table'),
    next_to('armchair', 'floor_lamp'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(5.43, 9.23, 10.44), target=(0, 1.08, 0), fov=36)
camera(eye=(-3.25, 1.75, 2.9), target=(0.85, 0.75, -1.28), fov=72)
