from scene.language import *

WIDTH, DEPTH, HEIGHT = 3.8, 3.4, 2.7  # metres


@register(
    'a kitchen with a fridge, a stove, a kitchen island with three bar stools, pots and pans, a fruit bowl '
    'and a kettle')
def kitchen():
    pot = asset_call('pot')
    pan = asset_call('pan')
    bar_stool = asset_call('bar stool')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 1.2, 0.9, 2.05)], windows=[('left', -0.17, 1.36, 1.25)]),
        # furniture, and what stands on it
        place(asset_call('fridge'), at=(-1.47, 0, -DEPTH/2 + 0.38), name='fridge'),
        place(asset_call('stove'), at=(-0.3902, 0, -DEPTH/2 + 0.332), name='stove'),
        place(asset_call('kitchen island'), at=(1.04, 0, -0.133), name='kitchen_island'),
        place(pot, at=(0.656, 0.9202, 0.197), name='pot'),
        place(pot, at=(1.424, 0.9202, 0.197), name='pot'),
        place(pot, at=(0.656, 0.9202, -0.463), name='pot'),
        place(pan, at=(1.55, 0.9202, -0.337), name='pan'),
        place(pan, at=(1.04, 0.9202, -0.337), name='pan'),
        place(pan, at=(0.4972, 0.9202, -0.319), name='pan'),
        place(asset_call('fruit bowl'), at=(1.0542, 0.9202, 0.0325), name='fruit_bowl', turn=90),
        place(asset_call('kettle'), at=(0.726, 0.9202, -0.0359), name='kettle'),
        place(bar_stool, at=(0.6243, 0, 0.5828), turn=180, name='bar_stool'),
        place(bar_stool, at=(1.424, 0, 0.5682), turn=180, name='bar_stool'),
        place(bar_stool, at=(0.7332, 0, -0.8626), name='bar_stool'),
    )


relate(
    near('bar_stool', 'kitchen_island'),
    near('bar_stool[1]', 'kitchen_island'),
    near('bar_stool[2]', 'kitchen_island'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(3.3, 6.03, 6.35), target=(0, 1.08, 0), fov=36)
camera(eye=(-1.6, 1.75, 1.4), target=(0.46, 0.75, -0.68), fov=72)
