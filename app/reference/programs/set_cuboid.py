from scene.language import *


@register('a hut of blocks')
def hut():
    return concat_shapes(
        primitive_call('set_cuboid', block_type='minecraft:grass_block', scale=(9, 1, 8)),
        transform_shape(primitive_call('set_cuboid', block_type='minecraft:oak_planks', scale=(5, 4, 4), fill=False), translation_matrix((2, 1, 2))),
        transform_shape(primitive_call('set_cuboid', block_type='minecraft:bricks', scale=(7, 1, 6)), translation_matrix((1, 5, 1))),
        transform_shape(primitive_call('set_cuboid', block_type='minecraft:bricks', scale=(5, 1, 4)), translation_matrix((2, 6, 2))),
    )
