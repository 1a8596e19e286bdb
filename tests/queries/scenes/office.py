from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.3, 4.8, 2.7  # metres


@register(
    'an open office with four desks, each with a monitor, a keyboard and an office chair, a printer, a '
    'whiteboard and two plants')
def open_office():
    monitor = asset_call('monitor')
    keyboard = asset_call('keyboard')
    desk = asset_call('desk')
    plant = asset_call('plant')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 1.95, 0.9, 2.05)], windows=[('left', -0.24, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call('desk', size=(1.568, 0.75, 0.784)), at=(-0.01, 0, -0.206), name='desk'),
        place(monitor, at=(0.29, 0.7502, -0.447), name='monitor'),
        place(keyboard, at=(-0.395, 0.7502, -0.447), name='keyboard'),
        place(asset_call('printer'), at=(-0.01, 0.7502, -0.086), name='printer'),
        place(desk, at=(WIDTH/2 - 0.76, 0, -0.206), name='desk'),
        place(monitor, at=(2.162, 0.7502, -0.206), name='monitor'),
        place(keyboard, at=(1.533, 0.7502, -0.206), name='keyboard'),
        place(desk, at=(-0.01, 0, DEPTH/2 - 1.156), name='desk'),
        place(monitor, at=(0.262, 0.7502, 1.244), name='monitor'),
        place(keyboard, at=(-0.367, 0.7502, 1.244), name='keyboard'),
        place(desk, at=(WIDTH/2 - 0.76, 0, 1.1471), name='desk'),
        place(monitor, at=(2.162, 0.7502, 1.1471), name='monitor'),
        place(keyboard, at=(1.533, 0.7502, 1.1471), name='keyboard'),
        place(asset_call('office chair'), at=(-0.098, 0, -1.407), name='office_chair'),
        place(asset_call('whiteboard'), at=(-1.83, 0, -DEPTH/2 + 0.271), name='whiteboard'),
        place(plant, at=(-2.28, 0, 0), turn=90, name='plant'),
        place(plant, at=(0.892, 0, -2.03), name='plant'),
    )


relate(
    on('monitor', 'desk'),
    on('monitor[1]', 'desk[1]'),
    on('monitor[2]', 'desk[2]'),
    on('monitor[3]', 'desk[3]'),
    on('keyboard', 'desk'),
    on('keyboard[1]', 'desk[1]'),
    on('keyboard[2]', 'desk[2]'),
    on('keyboard[3]', 'desk[3]'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(4.28, 7.51, 8.24), target=(0, 1.08, 0), fov=36)
camera(eye=(-2.35, 1.75, 2.1), target=(0.64, 0.75, -0.96), fov=72)
