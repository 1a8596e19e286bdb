from scene.language import *

BRASS = {'roughness': 0.3, 'metallic': 1.0}


@register('wooden carousel horse on a brass pole')
def carousel_horse(coat=(0.93, 0.9, 0.82)):
    def part(radii, at):
        ball = primitive_call('sphere', {'radius': 1.0}, color=coat, material={'roughness': 0.5})
        return transform_shape(ball, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))

    pole = primitive_call('cylinder', {'radius': 0.03, 'p0': (0, 0, 0), 'p1': (0, 2.2, 0)}, color=(0.8, 0.62, 0.3), material=BRASS)
    body = part((0.2, 0.23, 0.45), (0, 1.1, 0))
    neck = part((0.1, 0.3, 0.14), (0, 1.38, 0.36))
    head = part((0.09, 0.11, 0.22), (0, 1.6, 0.5))
    legs = loop(4, lambda i: part((0.05, 0.28, 0.06), (0.11 if i % 2 else -0.11, 0.72, 0.3 if i < 2 else -0.3)))
    return concat_shapes(pole, body, neck, head, legs)


@register('round platform with its striped roof')
def carousel_frame(radius=2.4):
    deck = primitive_call('cylinder', {'radius': radius, 'p0': (0, 0, 0), 'p1': (0, 0.12, 0)}, color=(0.45, 0.3, 0.2))
    axle = primitive_call('cylinder', {'radius': 0.3, 'p0': (0, 0.12, 0), 'p1': (0, 2.4, 0)}, color=(0.75, 0.2, 0.2))
    roof = primitive_call('cone', {'radius': radius + 0.15, 'p0': (0, 2.32, 0), 'p1': (0, 3.4, 0)}, color=(0.9, 0.85, 0.75))
    return concat_shapes(deck, axle, roof)


@register('a carousel with eight horses on a lawn')
def carousel(angle=0.0):
    grass, finish = surface('grass')
    lawn = primitive_call('cube', {'scale': (9, 0.1, 9)}, color=grass, material=finish)
    around = [angle + k * math.pi / 4 for k in range(8)]
    return concat_shapes(
        transform_shape(lawn, translation_matrix((0, -0.05, 0))),
        place('carousel_frame', name='frame'),
        *[place('carousel_horse', at=(1.7 * math.sin(a), 0.12, 1.7 * math.cos(a)), turn=math.degrees(a) + 90, name=f'horse_{i + 1}')
          for i, a in enumerate(around)],
    )


@register_animation('the carousel turns')
def turning():
    for frame in range(24):
        yield library_call('carousel', angle=frame * 2 * math.pi / 24)


relate(joined('frame', *[f'horse_{i + 1}' for i in range(8)]))
environment('clear sky')
light('sun', direction=(-0.4, -0.8, -0.5), intensity=3.0)
camera((4.5, 2.6, 6.0), (0, 1.3, 0), fov=45)
camera((-5.5, 1.7, 4.0), (0, 1.4, 0), fov=50)
