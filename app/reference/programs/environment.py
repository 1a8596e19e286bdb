from scene.language import *


@register('a garden bench at sunset')
def garden():
    return concat_shapes(
        place(asset_call('garden bench'), at=(0, 0, 0), name='bench'),
        place(asset_call('tree', size=2.8), at=(1.6, 0, -1.2), name='tree'),
    )


environment('sunset')
camera((-1.5, 1.5, 6.5), (0.7, 1.1, 0), fov=36)
