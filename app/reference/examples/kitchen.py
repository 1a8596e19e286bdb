# Objects of the catalogue, found by words. A size of three numbers is filled exactly; one number is the largest dimension.
from scene.language import *

COUNTER = 0.9


@register('a small kitchen')
def kitchen():
    return concat_shapes(
        room(4.2, 3.4, 2.6, windows=[('back', 0.4, 1.3, 1.0)], floor_color=surface('terracotta')[0], wall_color=(0.93, 0.91, 0.85)),
        place(asset_call('fridge', size=(0.65, 1.85, 0.65)), at=(-1.7, 0, -1.36), name='fridge'),
        place(asset_call('stove', size=(0.6, COUNTER, 0.62)), at=(-0.95, 0, -1.38), name='stove'),
        place(asset_call('kitchen counter', size=(1.6, COUNTER, 0.62)), at=(0.2, 0, -1.38), name='counter'),
        place(asset_call('dishwasher', size=(0.6, 0.88, 0.6)), at=(1.35, 0, -1.38), name='dishwasher'),
        place(asset_call('microwave'), at=(-0.25, COUNTER, -1.42), name='microwave'),
        place(asset_call('fruit bowl'), at=(0.65, COUNTER, -1.35), name='bowl'),
        place(asset_call('round table', size=(1.0, 0.74, 1.0)), at=(0.6, 0, 0.35), name='table'),
        *[
            place(asset_call('wooden chair'), at=(0.6 + 0.78 * side, 0, 0.35), turn=-90 * side, name=f'chair {side}')
            for side in (-1, 1)
        ],
        place(asset_call('vase of flowers', size=0.35), at=(0.6, 0.74, 0.35), name='flowers'),
    )


camera((1.75, 1.75, 1.6), (-0.35, 0.7, -1.0), fov=68)
