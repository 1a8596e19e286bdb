from scene.language import *


@register('a chair at a desk')
def workplace():
    return concat_shapes(
        place(asset_call('desk'), at=(0, 0, 0), name='desk'),
        place(asset_call('desk chair'), at=(0.1, 0, 0.8), turn=200, name='chair'),
        place(asset_call('desk lamp'), at=(-0.45, 0.74, -0.1), turn=30, name='lamp'),
    )
