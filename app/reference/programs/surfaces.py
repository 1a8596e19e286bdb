from scene.language import *


@register('a board of samples: wood, metal, stone, glass, fabric and leather')
def board():
    words = (
        ('oak', 'walnut', 'mahogany', 'whitewashed pine'), ('chrome', 'brushed steel', 'brass', 'copper'),
        ('white marble', 'slate', 'terrazzo', 'brick'), ('clear glass', 'red velvet', 'grey linen', 'brown leather'),
    )
    samples = []
    for row, line in enumerate(words):
        for column, word in enumerate(line):
            color, material = surface(word)
            sample = primitive_call('cube', {'scale': (0.5, 0.3, 0.5)}, color=color, material=material)
            samples.append(place(sample, at=(0.6 * column, 0, 0.6 * row), name=word))
    return concat_shapes(*samples)


camera((0.9, 3.4, 3.6), (0.9, 0, 0.85), fov=36)
