from scene.language import *

WIDTH, DEPTH, HEIGHT = 7.4, 6.6, 2.7  # metres


@register(
    'a café with five small round tables, ten chairs, a counter with a coffee machine, cups, a cake stand '
    'and pendant lamps')
def scene_caf():
    table = asset_call('small round table')
    cup = asset_call('cup')
    chair = asset_call('chair')
    pendant_lamp = asset_call('pendant lamp')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 3, 0.9, 2.05)], windows=[('left', -0.33, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(table, at=(-2.36, 0, -0.052), name='table', z=embed('small round table')),
        place(cup, at=(-2.117, 0.6377, -0.202), name='cup'),
        place(cup, at=(-2.36, 0.6377, -0.202), name='cup'),
        place(cup, at=(-2.603, 0.6377, -0.202), name='cup'),
        place(asset_call('cake stand'), at=(-2.36, 0.6377, 0.022), name='cake_stand'),
        place(table, at=(0.32, 0, -0.052), name='table', z=embed('small round table')),
        place(table, at=(3, 0, -0.052), name='table', z=embed('small round table')),
        place(table, at=(-2.36, 0, 2.068), name='table', z=embed('small round table')),
        place(table, at=(0.32, 0, 2.068), name='table', z=embed('small round table')),
        place(chair, at=(-2.36, 0, 0.608), turn=180, name='chair'),
        place(chair, at=(-2.36, 0, -0.712), name='chair'),
        place(chair, at=(0.32, 0, 0.608), turn=180, name='chair'),
        place(chair, at=(0.32, 0, -0.712), name='chair'),
        place(chair, at=(3, 0, 0.608), turn=180, name='chair'),
        place(chair, at=(3, 0, -0.712), name='chair'),
        place(chair, at=(-2.36, 0, 2.728), turn=180, name='chair'),
        place(chair, at=(-2.36, 0, 1.408), name='chair'),
        place(chair, at=(0.32, 0, 2.728), turn=180, name='chair'),
        place(chair, at=(0.32, 0, 1.408), name='chair'),
        place(asset_call('counter'), at=(-2.78, 0, -DEPTH/2 + 0.34), name='counter'),
        place(asset_call('coffee machine'), at=(-2.78, 0.9102, -2.96), name='coffee_machine'),
        # from the ceiling
        place(pendant_lamp, at=(-0.7, HEIGHT - 0.95, 0), name='pendant_lamp'),
        place(pendant_lamp, at=(0, HEIGHT - 0.95, 0), name='pendant_lamp'),
        place(pendant_lamp, at=(0.7, HEIGHT - 0.95, 0), name='pendant_lamp'),
    )


relate(
    on('coffee_machine', 'counter'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(5.59, 9.47, 10.75), target=(0, 1.08, 0), fov=36)
camera(eye=(3.4, 1.75, 3), target=(-0.89, 0.75, -1.32), fov=72)
