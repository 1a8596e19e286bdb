from scene.language import *


@register('a wall of blocks with a gate')
def wall():
    return concat_shapes(
        primitive_call('set_cuboid', block_type='minecraft:stone', scale=(9, 6, 2)),
        transform_shape(primitive_call('delete_blocks', scale=(3, 4, 2)), translation_matrix((3, 0, 0))),
    )
