from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.8, 4.3, 2.7  # metres


@register(
    'a hospital room with two hospital beds, a wheelchair, an armchair for visitors, a bedside table with a'
    ' jug and a glass, a wall clock, a television on the wall, a plant and a sink')
def hospital_room():
    hospital_bed = asset_call('hospital bed')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 1.7, 0.9, 2.05)], windows=[('left', -0.21, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(hospital_bed, at=(0, 0, -DEPTH/2 + 1.135), name='hospital_bed'),
        place(hospital_bed, at=(-1.067, 0, -DEPTH/2 + 1.095), name='hospital_bed'),
        place(asset_call('wheelchair'), at=(1.153, 0, -DEPTH/2 + 0.545), name='wheelchair'),
        place(asset_call('armchair'), at=(1.915, 0, -0.098), turn=-90, name='armchair'),
        place(asset_call('bedside table'), at=(-2.14, 0, -DEPTH/2 + 0.22), name='bedside_table'),
        place(asset_call('jug'), at=(-2.075, 0.5502, -1.938), name='jug'),
        place(asset_call('glass'), at=(-2.267, 0.5502, -1.938), name='glass'),
        place(asset_call('plant'), at=(-2.03, 0, 0.791), turn=90, name='plant'),
        place(asset_call('sink'), at=(2.09, 0, -DEPTH/2 + 0.25), name='sink'),
        # on the walls
        place(asset_call('wall clock'), at=(0, 1.74, -DEPTH/2 + 0.024), name='wall_clock'),
        place(asset_call('wall mounted television'), at=(WIDTH/2 - 0.046, 0.87, 0.574), turn=-90, name='television'),
    )


relate(
    on('jug', 'bedside_table'),
    on('glass', 'bedside_table'),
    on_wall('television'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(3.94, 6.99, 7.58), target=(0, 1.08, 0), fov=36)
camera(eye=(2.1, 1.75, 1.85), target=(-0.58, 0.75, -0.86), fov=72)
