# Openings and light. An opening is (wall, offset from the middle of the wall, width, height), or a dict that also has a sill.
from scene.language import *


@register('a sunny bedroom')
def bedroom():
    return concat_shapes(
        room(
            4.4, 3.8, 2.6,
            doors=[('front', 1.4, 0.9, 2.05)],
            windows=[
                {'wall': 'left', 'offset': -0.9, 'width': 1.1, 'height': 1.5, 'sill': 0.7},
                {'wall': 'left', 'offset': 0.6, 'width': 1.1, 'height': 1.5, 'sill': 0.7},
            ],
            floor_color=surface('light oak')[0],
            wall_color=named_color('pale dusty rose'),
        ),
        place(asset_call('double bed', size=(1.6, 1.0, 2.05)), at=(0.5, 0, -0.85), name='bed'),
        place(asset_call('nightstand', size=(0.45, 0.5, 0.4)), at=(1.6, 0, -1.65), name='nightstand'),
        place(asset_call('table lamp', size=0.4), at=(1.6, 0.5, -1.65), name='lamp'),
        place(asset_call('rug', size=(1.4, 0.02, 2.0)), at=(-1.2, 0, 0.1), name='rug'),
    )


environment('soft morning light')
light('point', at=(1.6, 0.85, -1.65), intensity=0.15, color=(1.0, 0.82, 0.6))
camera((1.75, 1.7, 1.75), (-0.5, 0.75, -0.7), fov=70)
