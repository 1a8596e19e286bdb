from scene.language import *


@register('a captured chair beside a made one')
def room_of_two():
    return concat_shapes(
        place(splat_call('capture.ply'), at=(-0.7, 0, 0), name='captured'),
        place(asset_call('wooden stool'), at=(0.7, 0, 0), name='made'),
    )
