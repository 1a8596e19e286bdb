from scene.language import *


@register('a fan of colors with modifiers')
def fan():
    colors, modifiers = ('red', 'mustard', 'green', 'teal', 'blue', 'mauve'), ('pale ', '', 'dark ')
    chip = lambda name: primitive_call('cube', {'scale': (0.5, 0.08, 0.5)}, color=named_color(name))
    return concat_shapes(*[
        place(chip(modifier + color), at=(0.55 * column, 0, 0.55 * row), name=modifier + color)
        for row, modifier in enumerate(modifiers) for column, color in enumerate(colors)
    ])


camera((1.4, 3.2, 2.6), (1.4, 0, 0.5), fov=40)
