from scene.language import *


@register('blocks of named surfaces')
def samples():
    blocks = []
    for i, word in enumerate(('dark oak', 'polished white marble', 'brass', 'navy blue velvet', 'terracotta')):
        color, material = surface(word)
        blocks.append(place(primitive_call('cube', {'scale': (0.5, 0.5, 0.5)}, color=color, material=material), at=(0.65 * i, 0, 0), name=word))
    return concat_shapes(*blocks)
