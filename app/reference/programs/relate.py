from scene.language import *


@register('a bedside')
def bedside():
    return concat_shapes(
        place(asset_call('bed', size=(1.4, 0.9, 2.0)), at=(0, 0, 0), name='bed'),
        place(asset_call('nightstand', size=(0.45, 0.5, 0.4)), at=(1.05, 0, -0.7), name='stand'),
        place(asset_call('table lamp', size=(0.2, 0.4, 0.2)), at=(1.05, 0.5, -0.7), name='lamp'),
    )


relate(next_to('stand', 'bed'), on('lamp', 'stand'), left_of('stand', 'bed', weight=0.5))
