# Four views of one scene. `scenewright render cameras.py` draws all; `--camera 2` draws the third alone. The first is the main one:
# relations such as left_of(..., frame='view') mean its picture.
from scene.language import *


@register('a still life on a table')
def still_life():
    return concat_shapes(
        place(asset_call('wooden table', size=(1.3, 0.75, 0.8)), at=(0, 0, 0), name='table'),
        place(asset_call('vase of flowers', size=0.45), at=(-0.15, 0.75, -0.1), name='vase'),
        place(asset_call('fruit bowl', size=0.32), at=(0.3, 0.75, 0.05), name='bowl'),
        place(asset_call('teapot', size=0.24), at=(-0.42, 0.75, 0.12), turn=30, name='teapot'),
        place(asset_call('teacup'), at=(-0.2, 0.75, 0.26), name='cup'),
    )


camera((0.9, 1.35, 1.5), (0, 0.82, 0), fov=38)  # over the corner of the table
camera((0, 0.95, 1.4), (0, 0.9, 0), fov=35)  # from the front, at the height of the things
camera((0, 2.6, 0.02), (0, 0.75, 0), fov=32)  # from above
camera((0.75, 1.0, 0.75), (0.25, 0.8, 0), fov=28)  # the bowl, close up
