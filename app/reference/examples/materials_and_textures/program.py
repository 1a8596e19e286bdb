# Looks. A material is a dict of numbers; surface() knows many by name; a texture is a picture in this scene folder.
from scene.language import *


@register('a pedestal of stone')
def pedestal():
    color, material = surface('polished black marble')
    return primitive_call('cube', {'scale': (0.5, 0.7, 0.5)}, color=color, material=material)


@register('a ball')
def ball(color, material):
    return primitive_call('sphere', {'radius': 0.22}, color=color, material=material)


def named(word):
    color, material = surface(word)
    return {'color': color, 'material': material}


@register('five balls on pedestals before a woven screen')
def gallery():
    looks = [
        ('painted', {'color': (0.75, 0.2, 0.18), 'material': {'roughness': 0.15}}),
        ('brass', named('brass')),
        ('glass', {'color': (0.75, 0.92, 0.88), 'material': {'roughness': 0.02, 'opacity': 0.3}}),
        ('velvet', named('navy blue velvet')),
        ('glowing', {'color': (1.0, 0.75, 0.4), 'material': {'emission': 2.5}}),
    ]
    balls = [
        concat_shapes(
            place('pedestal', at=(0.8 * i - 1.6, 0, 0), name=f'{name} pedestal'),
            place('ball', at=(0.8 * i - 1.6, 0.7, 0), name=f'{name} ball', **look),
        )
        for i, (name, look) in enumerate(looks)
    ]
    screen = primitive_call('cube', {'scale': (4.4, 2.2, 0.05)}, material={'texture': 'weave.png', 'roughness': 0.9})
    floor = primitive_call('cube', {'scale': (4.4, 0.04, 2.4)}, color=surface('walnut')[0], material=surface('polished walnut')[1])
    return concat_shapes(
        place(floor, at=(0, -0.04, 0.3), name='floor'), place(screen, at=(0, 0, -0.8), name='screen'), *balls
    )


camera((0.5, 1.45, 4.6), (0.05, 0.75, -0.1), fov=37)
