# The furniture comes from a library: oakworks.py, in the same folder. Other programs may import it, too.
from scene.language import *
from oakworks import oak_bookcase, oak_chair as chair, oak_table


@register('a dining room with the furniture of one maker')
def dining_room():
    return concat_shapes(
        room(4.0, 3.6, 2.5, doors=[('left', 0.8, 0.9, 2.0)], windows=[('right', 0.0, 1.4, 1.2)]),
        place(oak_table(width=1.4), at=(0, 0, 0), name='table'),
        place(chair, at=(-0.35, 0, -0.7), name='chair'),
        place(chair, at=(0.35, 0, -0.7), name='chair'),
        place(chair, at=(-0.35, 0, 0.7), turn=180, name='chair'),
        place(chair(back=0.7), at=(0.35, 0, 0.7), turn=180, name='chair'),
        place(oak_bookcase, at=(0.9, 0, -1.65), width=1.1, shelves=5, name='bookcase'),
    )


relate(against_wall('bookcase', 'back'), around(['chair'], 'table'))
light('ceiling', at=(0, 2.4, 0))
camera((1.75, 1.7, 1.65), (-0.2, 0.5, -0.5), fov=62)
