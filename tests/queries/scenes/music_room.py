from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.6, 4.1, 2.7  # metres


@register(
    'a music room with a grand piano, a guitar on a stand, a music stand, a violin, two armchairs and a '
    'plant')
def music_room():
    armchair = asset_call('armchair')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 1.6, 0.9, 2.05)], windows=[('left', -0.2, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call('grand piano'), at=(-1.224, 0, -DEPTH/2 + 0.895), name='piano', z=embed('grand piano')),
        place(asset_call('stand', size=(0.63, 0.55, 0.63)), at=(0.252, 0, -DEPTH/2 + 0.335), name='stand'),
        place(asset_call('guitar'), at=(0.252, 0.5502, -1.715), name='guitar'),
        place(asset_call('music stand'), at=(1.218, 0, -DEPTH/2 + 0.27), name='music_stand'),
        place(asset_call('violin'), at=(2.019, 0, -DEPTH/2 + 0.33), name='violin'),
        place(armchair, at=(1.815, 0, -0.196), turn=-90, name='armchair'),
        place(armchair, at=(-1.815, 0, 0.978), turn=90, name='armchair'),
        place(asset_call('plant'), at=(1.93, 0, 0.838), turn=-90, name='plant'),
    )


relate(
    on('guitar', 'stand'),
    on('violin', 'room/floor'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(3.8, 6.79, 7.32), target=(0, 1.08, 0), fov=36)
camera(eye=(2, 1.75, 1.75), target=(-0.55, 0.75, -0.82), fov=72)
