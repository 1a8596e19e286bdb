from scene.language import *

WIDTH, DEPTH, HEIGHT = 6, 5, 2.7  # metres


@register('a garage workshop with a workbench, tools, a bicycle, shelves with paint cans and boxes, and a ladder')
def garage_workshop():
    shelf = asset_call('shelf')
    paint_can = asset_call('paint can')
    box = asset_call('box')
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[('front', 2.3, 0.9, 2.05)], windows=[('left', -0.25, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call('workbench'), at=(-2.23, 0, -DEPTH/2 + 0.445), name='workbench'),
        place(asset_call('bicycle'), at=(2.65, 0, 0.7481), turn=-90, name='bicycle'),
        place(shelf, at=(-0.641, 0, -DEPTH/2 + 0.17), name='shelf'),
        place(paint_can, at=(-0.531, 0.8154, -2.321), name='paint_can'),
        place(shelf, at=(1.196, 0, -DEPTH/2 + 0.17), name='shelf'),
        place(paint_can, at=(1.306, 0.8154, -2.321), name='paint_can'),
        place(shelf, at=(WIDTH/2 - 0.17, 0, -1.567), turn=-90, name='shelf'),
        place(paint_can, at=(2.821, 0.8154, -1.457), turn=-90, name='paint_can'),
        place(box, at=(0.119, 0, -2.22), name='box'),
        place(box, at=(1.956, 0, -2.22), name='box'),
        place(box, at=(2.72, 0, -0.807), turn=-90, name='box'),
        place(asset_call('ladder'), at=(-2.49, 0, 0.793), turn=90, name='ladder'),
    )


relate(
    on('paint_can', 'shelf'),
    on('paint_can[1]', 'shelf[1]'),
    on('paint_can[2]', 'shelf[2]'),
    near('box', 'shelf'),
    near('box[1]', 'shelf[1]'),
    near('box[2]', 'shelf[2]'),
)


light('ceiling', at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment('soft daylight')
camera(eye=(4.54, 7.89, 8.73), target=(0, 1.08, 0), fov=36)
camera(eye=(2.7, 1.75, 2.2), target=(-0.72, 0.75, -1), fov=72)
