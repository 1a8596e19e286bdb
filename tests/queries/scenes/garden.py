from scene.language import *

WIDTH, DEPTH = 7.1, 6.4  # of the ground, metres


@register('the ground')
def ground():
    color, material = surface('grass')
    slab = primitive_call('cube', {'scale': (WIDTH, 0.1, DEPTH)}, color=color, material=material)
    return transform_shape(slab, translation_matrix((0, -0.05, 0)))


@register(
    'a garden with a wooden bench under a tree, flower pots, a watering can, a bird bath, a picnic table '
    'with plates and glasses, and a fence')
def garden():
    flower_pot = asset_call('flower pot')
    plate = asset_call('plate')
    glass = asset_call('glass')
    return concat_shapes(
        library_call('ground'),
        # furniture, and what stands on it
        place(asset_call('wooden bench'), at=(1.89, 0, 2.54), turn=-90, name='bench', z=embed('wooden bench')),
        place(asset_call('tree'), at=(1.89, 0, 0.19), turn=-90, name='tree'),
        place(flower_pot, at=(-3.34, 0, -0.101), turn=90, name='flower_pot'),
        place(flower_pot, at=(-3.34, 0, 0.707), turn=90, name='flower_pot'),
        place(flower_pot, at=(0.696, 0, -2.99), name='flower_pot'),
        place(asset_call('watering can'), at=(-3.39, 0, -0.903), turn=90, name='watering_can'),
        place(asset_call('bird bath'), at=(-0.609, 0, -2.49), name='bird_bath'),
        place(asset_call('picnic table'), at=(-0.996, 0, 0), name='picnic_table'),
        place(plate, at=(-0.568, 0.7259, -0.095), name='plate'),
        place(plate, at=(-0.867, 0.7259, -0.095), name='plate'),
        place(plate, at=(-1.167, 0.7259, -0.095), name='plate'),
        place(glass, at=(-1.37, 0.7259, -0.095), name='glass'),
        place(glass, at=(-1.476, 0.7259, -0.095), name='glass'),
        place(glass, at=(-0.974, 0.7259, 0.192), name='glass'),
        place(asset_call('fence'), at=(-2.59, 0, -3.09), name='fence'),
    )


relate(
    next_to('bench', 'tree'),
    on('plate', 'picnic_table'),
    on('plate[1]', 'picnic_table'),
    on('plate[2]', 'picnic_table'),
    on('glass', 'picnic_table'),
    on('glass[1]', 'picnic_table'),
    on('glass[2]', 'picnic_table'),
)


light('sun', direction=(-0.4, -0.8, -0.5), intensity=3.0)
environment('soft daylight')
camera(eye=(5.43, 7.83, 12.06), target=(0, 1.8, 0), fov=36)
