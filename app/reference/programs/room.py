from scene.language import *


@register('a room with a door and two windows')
def den():
    return concat_shapes(
        room(
            4.5, 3.6, 2.6,
            doors=[('right', 0.6, 0.9, 2.05)],
            windows=[('back', -1.0, 1.2, 1.2), {'wall': 'left', 'offset': 0.3, 'width': 1.4, 'height': 1.1, 'sill': 0.95}],
            floor_color=surface('oak')[0], wall_color=(0.86, 0.88, 0.84),
        ),
    )
