from scene.language import *


@register('a plank as it is made, and the same plank turned and lifted')
def planks():
    plank = primitive_call('cube', {'scale': (1.4, 0.1, 0.4)}, color=(0.72, 0.52, 0.32))
    pose = translation_matrix((0, 0.7, 0)) @ rotation_matrix(math.radians(30), (0, 0, 1), (0, 0, 0))
    return concat_shapes(plank, transform_shape(plank, pose))
