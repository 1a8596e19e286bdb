# Relations say what matters about places; numbers say the rest. `scenewright layout` moves as little as makes all relations hold.
from scene.language import *


@register('a cosy reading corner')
def reading_corner():
    return concat_shapes(
        room(4.0, 3.4, 2.5, windows=[('left', 0.0, 1.3, 1.2)], floor_color=surface('oak')[0], wall_color=(0.80, 0.83, 0.78)),
        place(asset_call('round rug', size=(2.0, 0.02, 2.0)), at=(-0.3, 0, 0.2), name='rug'),
        place(asset_call('oak bookshelf', size=(1.2, 1.9, 0.32)), at=(0.6, 0, -1.53), name='bookshelf'),
        place(asset_call('green armchair'), at=(-0.9, 0, -0.65), turn=35, name='armchair', z=embed('worn green velvet')),
        place(asset_call('round side table', size=(0.45, 0.5, 0.45)), at=(0.1, 0, -0.75), name='side_table'),
        place(asset_call('floor lamp'), at=(-1.6, 0, -1.3), name='floor_lamp'),
        place(asset_call('teacup'), at=(0.1, 0.5, -0.75), name='teacup'),
        place(asset_call('potted plant', size=0.9), at=(1.6, 0, -1.3), name='plant'),
        place(asset_call('framed picture', size=(0.7, 0.5, 0.03)), at=(-0.75, 1.3, -1.685), name='picture'),
    )


relate(
    against_wall('bookshelf', 'back'),
    in_corner('plant', 'back_right'),
    in_corner('floor_lamp', 'back_left'),
    near('floor_lamp', 'armchair', 0.0, 0.6),
    next_to('side_table', 'armchair'),
    on('teacup', 'side_table'),
    on_wall('picture', 1.3, 'back'),
)
camera((1.6, 1.65, 1.65), (-0.35, 0.65, -1.0), fov=62)
