from scene.language import *

WIDTH, DEPTH, HEIGHT = 6, 5, 2.7  # metres


@register(
    'a toy shop with a counter and a cash register, two shelves, a rocking horse, a teddy bear, three toy '
    'cars, a doll house, a globe, balloons, a big red ball and a small blue ball')
def toy_shop():
    shelf = asset_call('shelf')
    toy_car = asset_call('toy car')
    balloon = asset_call('bunch of balloons')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 2.3, 0.9, 2.05)], windows=[('left', -0.25, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call('counter'), at=(-2.08, 0, -DEPTH/2 + 0.34), name='counter'),
        place(asset_call('cash register'), at=(-1.76, 0.9102, -2.16), name='cash_register'),
        place(asset_call('globe'), at=(-2.465, 0.9102, -2.16), name='globe'),
        place(shelf, at=(2.83, 0, -DEPTH/2 + 0.42), turn=-90, name='shelf'),
        place(shelf, at=(-WIDTH/2 + 0.17, 0, 2.08), turn=90, name='shelf'),
        place(asset_call('rocking horse'), at=(-2.77, 0, 0), turn=90, name='rocking_horse'),
        place(asset_call('teddy bear'), at=(-1.011, 0, -DEPTH/2 + 0.155), name='teddy_bear'),
        place(toy_car, at=(-2.885, 0, -0.912), turn=90, name='toy_car'),
        place(toy_car, at=(-2.885, 0, 0.912), turn=90, name='toy_car'),
        place(toy_car, at=(2.885, 0, -0.304), turn=-90, name='toy_car'),
        place(asset_call('doll house'), at=(WIDTH/2 - 0.2, 0, 0.355), turn=-90, name='doll_house'),
        place(balloon, at=(-0.301, 0, -DEPTH/2 + 0.395), name='balloon'),
        place(balloon, at=(0.754, 0, -DEPTH/2 + 0.435), name='balloon'),
        place(balloon, at=(1.803, 0, -DEPTH/2 + 0.395), name='balloon'),
        place(asset_call('big red ball'), at=(2.8, 0, -0.901), turn=-90, name='ball', z=embed('big red ball')),
        place(asset_call('small blue ball'), at=(2.851, 0, 1.176), turn=-90, name='ball', z=embed('small blue ball')),
    )


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(4.54, 7.89, 8.73), target=(0, 1.08, 0), fov=36)
camera(eye=(2.7, 1.75, 2.2), target=(-0.72, 0.75, -1), fov=72)
