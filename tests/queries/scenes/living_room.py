from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.6, 4, 2.7  # metres


@register(
    'a living room with a blue sofa, a green armchair, a coffee table with two books and a vase, a '
    'television on a low cabinet, a rug and three pictures on the wall')
def living_room():
    book = asset_call('book')
    picture = asset_call('picture')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 1.6, 0.9, 2.05)], windows=[('left', -0.2, 1.5, 1.25)]),
        # rugs
        place(asset_call('rug'), at=(0.202, 0, -0.51), name='rug'),
        # furniture, and what stands on it
        place(asset_call('blue sofa'), at=(0.202, 0, -DEPTH/2 + 0.48), name='sofa', z=embed('blue sofa')),
        place(asset_call('green armchair'), at=(-1.815, 0, -0.101), turn=90, name='armchair', z=embed('green armchair')),
        place(asset_call('coffee table'), at=(-0.099, 0, 0), name='coffee_table'),
        place(asset_call('low cabinet', size=(1.12, 0.85, 0.588)), at=(-1.72, 0, -DEPTH/2 + 0.314), name='cabinet', z=embed('low cabinet')),
        place(book, at=(-1.4, 0.8502, -1.815), name='book'),
        place(book, at=(-1.7, 0.8502, -1.815), name='book'),
        place(asset_call('vase'), at=(-2.02, 0.8502, -1.815), name='vase'),
        place(asset_call('television', size=(1.075, 0.664, 0.21)), at=(-1.72, 0.8502, -1.565), name='television'),
        # on the walls
        place(picture, at=(0, 1.175, -DEPTH/2 + 0.02), name='picture'),
        place(picture, at=(-0.976, 1.175, -DEPTH/2 + 0.02), name='picture'),
        place(picture, at=(WIDTH/2 - 0.019, 1.175, -0.04), turn=-90, name='picture'),
    )


relate(
    on('book', 'cabinet'),
    on('book[1]', 'cabinet'),
    on('vase', 'cabinet'),
    on('television', 'cabinet'),
    on_wall('picture'),
    on_wall('picture[1]'),
    on_wall('picture[2]'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(3.76, 6.72, 7.23), target=(0, 1.08, 0), fov=36)
camera(eye=(2, 1.75, 1.7), target=(-0.55, 0.75, -0.8), fov=72)
