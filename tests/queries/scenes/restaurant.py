from scene.language import *

WIDTH, DEPTH, HEIGHT = 10.3, 8.9, 3.2  # metres


@register(
    'A restaurant. Four laid tables: a round table with four wooden chairs, a square table with two red '
    'chairs, a long table with six black chairs, a small round table with two armchairs. On each table a '
    'plate, a wine glass, a fork, a napkin and a candle. A wine bottle on the long table, a vase of red '
    'flowers on the round table, a teapot on the small round table, a bread basket on the square table. A '
    'bar counter along the back wall with five bar stools in front of it, a coffee machine on the bar '
    'counter, a cash register on the bar counter, three bottles on the bar counter, a shelf on the back '
    'wall with bottles and glasses, a mirror on the wall above the bar. Pendant lamps above the tables. A '
    'tall potted palm in the corner, a small potted plant on the bar counter, a big plant beside the door. '
    'A piano in the corner, a coat rack beside the door, an umbrella stand near the door, a chalkboard with'
    ' the menu on the wall, two paintings on the left wall, a wall clock, a window in the right wall with '
    'curtains, a highchair beside the round table, a serving cart near the bar counter with a cake on it, a'
    ' fireplace in the left wall, a rug, a wine rack beside the bar, a fridge behind the bar, an aquarium')
def restaurant():
    laid_table = asset_call('table')
    plate = asset_call('plate')
    wine_glass = asset_call('wine glass')
    fork = asset_call('fork')
    napkin = asset_call('napkin')
    candle = asset_call('candle')
    chair = asset_call('wooden chair')
    chair_2 = asset_call('black chair')
    armchair = asset_call('armchair')
    bottle = asset_call('bottle')
    bar_stool = asset_call('bar stool')
    glass = asset_call('glass')
    painting = asset_call('painting')
    pendant_lamp = asset_call('pendant lamp')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 4.45, 0.9, 2.05)], windows=[('left', -0.45, 1.5, 1.25)]),
        # rugs
        place(asset_call('rug'), at=(-0.91, 0, -1.88), name='rug'),
        # furniture, and what stands on it
        place(laid_table, at=(-0.739, 0, 0.118), name='laid_table'),
        place(asset_call('menu'), at=(-0.739, 0.7502, 0.118), name='menu'),
        place(laid_table, at=(2.261, 0, 0.118), name='laid_table'),
        place(laid_table, at=(-0.739, 0, 2.418), name='laid_table'),
        place(laid_table, at=(2.261, 0, 2.418), name='laid_table'),
        place(asset_call('round table'), at=(0.8129, 0, -2.1947), name='table', z=embed('round table'), turn=-90),
        place(plate, at=(0.9319, 0.7502, -1.9817), name='plate', turn=-90),
        place(wine_glass, at=(0.9319, 0.7502, -2.1957), name='wine_glass', turn=-90),
        place(fork, at=(0.9319, 0.7502, -2.2897), name='fork', turn=-90),
        place(napkin, at=(0.9319, 0.7502, -2.4417), name='napkin', turn=-90),
        place(candle, at=(0.6109, 0.7502, -2.1947), name='candle', turn=-90),
        place(chair, at=(0.84, 0, -0.98), turn=180, name='chair', z=embed('wooden chair')),
        place(chair, at=(1.74, 0, -1.88), turn=-90, name='chair', z=embed('wooden chair')),
        place(chair, at=(0.84, 0, -2.78), name='chair', z=embed('wooden chair')),
        place(chair, at=(1.476, 0, -1.244), turn=-135, name='chair', z=embed('wooden chair')),
        place(asset_call('square table'), at=(2.59, 0, -1.88), name='table', z=embed('square table')),
        place(plate, at=(2.891, 0.7502, -1.88), name='plate'),
        place(wine_glass, at=(2.67, 0.7502, -1.88), name='wine_glass'),
        place(fork, at=(2.568, 0.7502, -1.88), name='fork'),
        place(napkin, at=(2.41, 0.7502, -1.88), name='napkin'),
        place(candle, at=(2.21, 0.7502, -1.88), name='candle'),
        place(asset_call('long table'), at=(-0.91, 0, -1.88), name='table', z=embed('long table')),
        place(plate, at=(-0.052, 0.7502, -1.88), name='plate'),
        place(wine_glass, at=(-0.317, 0.7502, -1.88), name='wine_glass'),
        place(fork, at=(-0.461, 0.7502, -1.88), name='fork'),
        place(napkin, at=(-0.663, 0.7502, -1.88), name='napkin'),
        place(candle, at=(-0.906, 0.7502, -1.88), name='candle'),
        place(asset_call('wine bottle'), at=(-1.087, 0.7502, -1.88), name='wine_bottle'),
        place(asset_call('vase of red flowers'), at=(-1.314, 0.7502, -1.88), name='vase_of_red_flowers'),
        place(asset_call('bread basket'), at=(-1.702, 0.7502, -1.88), name='bread_basket'),
        place(chair_2, at=(-1.614, 0, -1.13), turn=180, name='chair', z=embed('black chair')),
        place(chair_2, at=(-0.91, 0, -1.13), turn=180, name='chair', z=embed('black chair')),
        place(chair_2, at=(-0.206, 0, -1.13), turn=180, name='chair', z=embed('black chair')),
        place(chair_2, at=(-1.614, 0, -2.63), name='chair', z=embed('black chair')),
        place(chair_2, at=(-0.91, 0, -2.63), name='chair', z=embed('black chair')),
        place(chair_2, at=(1.601, 0, -2.5793), name='chair', z=embed('black chair'), turn=-90),
        place(asset_call('small round table'), at=(-2.7, 0, -1.88), name='table', z=embed('small round table')),
        place(plate, at=(-2.445, 0.6377, -1.96), name='plate'),
        place(wine_glass, at=(-2.643, 0.6377, -1.96), name='wine_glass'),
        place(fork, at=(-2.722, 0.6377, -1.96), name='fork'),
        place(napkin, at=(-2.858, 0.6377, -1.96), name='napkin'),
        place(candle, at=(-3.035, 0.6377, -1.96), name='candle'),
        place(asset_call('teapot'), at=(-2.7, 0.6377, -1.742), name='teapot'),
        place(armchair, at=(-2.7, 0, -1.055), turn=180, name='armchair'),
        place(armchair, at=(-2.7, 0, -2.705), name='armchair'),
        place(asset_call('bar counter', size=(2.016, 1.05, 0.728)), at=(-1.093, 0, -DEPTH/2 + 0.384), name='bar_counter'),
        place(asset_call('coffee machine'), at=(-0.345, 1.0503, -4.106), name='coffee_machine'),
        place(asset_call('cash register'), at=(-0.794, 1.0503, -4.106), name='cash_register'),
        place(bottle, at=(-1.113, 1.0503, -4.106), name='bottle'),
        place(bottle, at=(-1.26, 1.0503, -4.106), name='bottle'),
        place(bottle, at=(-1.408, 1.0503, -4.106), name='bottle'),
        place(asset_call('small potted plant'), at=(-1.764, 1.0503, -4.106), name='potted_plant', z=embed('small potted plant')),
        place(bar_stool, at=(-1.1091, 0, -3.3393), turn=180, name='bar_stool'),
        place(bar_stool, at=(-1.8924, 0, -0.5779), turn=180, name='bar_stool'),
        place(bar_stool, at=(-2.2093, 0, 1.1212), turn=180, name='bar_stool'),
        place(bar_stool, at=(-1.9685, 0, 0.2189), turn=180, name='bar_stool'),
        place(bar_stool, at=(-1.091, 0, -0.5737), turn=180, name='bar_stool'),
        place(asset_call('tall potted palm'), at=(-4.63, 0, -DEPTH/2 + 0.5362), name='potted_palm', z=embed('tall potted palm')),
        place(asset_call('big plant'), at=(3.1062, 0, 4.0525), name='plant', z=embed('big plant'), turn=-180),
        place(asset_call('piano'), at=(4.38, 0, -DEPTH/2 + 0.33), name='piano'),
        place(asset_call('coat rack'), at=(WIDTH/2 - 1.4063, 0, 4.1742), turn=-90, name='coat_rack'),
        place(asset_call('umbrella stand'), at=(3.968, 0, 3.4181), name='umbrella_stand'),
        place(asset_call('highchair'), at=(-0.5767, 0, -3.2282), turn=180, name='highchair'),
        place(asset_call('serving cart', size=(1.12, 0.88, 0.588)), at=(0.4621, 0, -3.7108), name='serving_cart'),
        place(asset_call('cake', size=(0.255, 0.255, 0.255)), at=(0.6591, 0.6228, -3.6498), name='cake'),
        place(asset_call('aquarium', size=(0.51, 0.34, 0.255)), at=(0.2441, 0.6228, -3.6498), name='aquarium'),
        place(asset_call('wine rack'), at=(0.097, 0, -DEPTH/2 + 1.346), name='wine_rack', turn=-180),
        place(asset_call('fridge'), at=(-1.8054, 0, -DEPTH/2 + 1.1614), name='fridge', turn=-180),
        # on the walls
        place(asset_call('shelf'), at=(0.6292, 0.55, -DEPTH/2 + 0.151), name='shelf'),
        place(bottle, at=(0.9052, 1.3654, -4.343), name='bottle'),
        place(bottle, at=(0.7942, 1.3654, -4.343), name='bottle'),
        place(bottle, at=(0.6822, 1.3654, -4.343), name='bottle'),
        place(glass, at=(0.8842, 1.819, -4.299), name='glass'),
        place(glass, at=(0.5712, 1.3654, -4.343), name='glass'),
        place(glass, at=(0.7392, 1.3654, -4.237), name='glass'),
        place(asset_call('mirror'), at=(-1.088, 1.17, -DEPTH/2 + 0.021), name='mirror'),
        place(asset_call('chalkboard'), at=(-5.104, 0.9, -DEPTH/2 + 1.86), name='chalkboard', turn=90),
        place(painting, at=(-WIDTH/2 + 0.019, 1.175, -3.94), turn=90, name='painting'),
        place(painting, at=(-4.48, 1.175, -DEPTH/2 + 0.019), name='painting'),
        place(asset_call('wall clock'), at=(-1.623, 1.34, -DEPTH/2 + 0.0235), name='wall_clock'),
        place(asset_call('curtains'), at=(-WIDTH/2 + 2.0596, 0.7, -4.379), turn=0, name='curtains'),
        place(asset_call('fireplace'), at=(-WIDTH/2 + 4.126, 2, -4.249), turn=0, name='fireplace'),
        # from the ceiling
        place(pendant_lamp, at=(0.3, HEIGHT - 0.95, -1.88), name='pendant_lamp'),
        place(pendant_lamp, at=(2.59, HEIGHT - 0.95, -1.88), name='pendant_lamp'),
        place(pendant_lamp, at=(-0.36, HEIGHT - 0.95, -1.88), name='pendant_lamp'),
    )


relate(
    near('chair', 'table'),
    near('chair[1]', 'table'),
    near('chair[2]', 'table'),
    near('chair[3]', 'table'),
    near('table[1]', 'table'),
    near('table[2]', 'table'),
    near('chair[4]', 'table[2]'),
    near('chair[5]', 'table[2]'),
    near('chair[6]', 'table[2]'),
    near('chair[7]', 'table[2]'),
    near('chair[8]', 'table[2]'),
    near('chair[9]', 'table[2]'),
    near('table[3]', 'table[2]'),
    near('armchair', 'table[3]'),
    near('armchair[1]', 'table[3]'),
    on('plate', 'table'),
    on('plate[1]', 'table[1]'),
    on('plate[2]', 'table[2]'),
    on('plate[3]', 'table[3]'),
    on('wine_glass', 'table'),
    on('wine_glass[1]', 'table[1]'),
    on('wine_glass[2]', 'table[2]'),
    on('wine_glass[3]', 'table[3]'),
    on('fork', 'table'),
    on('fork[1]', 'table[1]'),
    on('fork[2]', 'table[2]'),
    on('fork[3]', 'table[3]'),
    on('napkin', 'table'),
    on('napkin[1]', 'table[1]'),
    on('napkin[2]', 'table[2]'),
    on('napkin[3]', 'table[3]'),
    on('candle', 'table'),
    on('candle[1]', 'table[1]'),
    on('candle[2]', 'table[2]'),
    on('candle[3]', 'table[3]'),
    on('wine_bottle', 'table[2]'),
    on('vase_of_red_flowers', 'table[2]'),
    on('teapot', 'table[3]'),
    on('bread_basket', 'table[2]'),
    against_wall('bar_counter', 'back'),
    in_front_of('bar_stool', 'bar_counter'),
    facing('bar_stool', 'bar_counter'),
    in_front_of('bar_stool[1]', 'bar_counter'),
    facing('bar_stool[1]', 'bar_counter'),
    in_front_of('bar_stool[2]', 'bar_counter'),
    facing('bar_stool[2]', 'bar_counter'),
    in_front_of('bar_stool[3]', 'bar_counter'),
    facing('bar_stool[3]', 'bar_counter'),
    in_front_of('bar_stool[4]', 'bar_counter'),
    facing('bar_stool[4]', 'bar_counter'),
    on('coffee_machine', 'bar_counter'),
    on('cash_register', 'bar_counter'),
    on('bottle', 'bar_counter'),
    on('bottle[1]', 'bar_counter'),
    on('bottle[2]', 'bar_counter'),
    near('shelf', 'bar_counter'),
    on_wall('shelf'),
    on('bottle[3]', 'shelf'),
    on('bottle[4]', 'shelf'),
    on('bottle[5]', 'shelf'),
    on('glass', 'shelf'),
    on('glass[1]', 'shelf'),
    on('glass[2]', 'shelf'),
    on_wall('mirror'),
    above('mirror', 'bar_counter'),
    above('pendant_lamp', 'table'),
    above('pendant_lamp[1]', 'table[1]'),
    above('pendant_lamp[2]', 'table[2]'),
    in_corner('potted_palm'),
    on('potted_plant', 'bar_counter'),
    next_to('plant', 'room/door'),
    in_corner('piano'),
    next_to('coat_rack', 'room/door'),
    near('umbrella_stand', 'room/door'),
    near('painting', 'chalkboard'),
    near('painting[1]', 'chalkboard'),
    on_wall('painting'),
    on_wall('painting[1]'),
    near('wall_clock', 'chalkboard'),
    on_wall('wall_clock'),
    near('curtains', 'wall_clock'),
    near('highchair', 'wall_clock'),
    next_to('highchair', 'table'),
    near('serving_cart', 'wall_clock'),
    near('serving_cart', 'bar_counter'),
    on('cake', 'serving_cart'),
    near('fireplace', 'serving_cart'),
    on_wall('fireplace'),
    near('rug', 'serving_cart'),
    near('wine_rack', 'serving_cart'),
    next_to('wine_rack', 'bar_counter'),
    near('fridge', 'serving_cart'),
    behind('fridge', 'bar_counter'),
    on('aquarium', 'serving_cart'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(7.47, 12.49, 14.37), target=(0, 1.28, 0), fov=36)
camera(eye=(-4.85, 1.75, 4.15), target=(1.24, 0.75, -1.78), fov=72)
