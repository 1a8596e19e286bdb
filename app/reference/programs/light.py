from scene.language import *


@register('a corner lit by a lamp')
def corner():
    return concat_shapes(
        room(3.6, 3.2, 2.5),
        place(asset_call('armchair'), at=(0.2, 0, -0.6), turn=20, name='armchair'),
        place(asset_call('floor lamp'), at=(-0.9, 0, -0.9), name='lamp'),
    )


environment('night')
light('point', at=(-0.9, 1.6, -0.6), intensity=1.2, color=(1.0, 0.8, 0.55))
light('ambient', intensity=0.02)
