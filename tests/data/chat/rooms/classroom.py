from scene.language import *

WIDTH, DEPTH, HEIGHT = 7, 6, 2.7  # metres


@register(
    "a classroom with four desks and four chairs, a whiteboard on the wall, a teacher's desk with a globe "
    "on it, a bookshelf and a clock on the wall"
)
def classroom():
    desk = asset_call("desk")
    chair = asset_call("chair")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 2.8, 0.9, 2.05)], windows=[("left", -0.3, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(desk, at=(0.073, 0, 0.092), name="desk"),
        place(desk, at=(1.973, 0, 0.092), name="desk"),
        place(desk, at=(0.073, 0, 1.542), name="desk"),
        place(desk, at=(1.973, 0, 1.542), name="desk"),
        place(chair, at=(0.073, 0, 0.742), turn=180, name="chair"),
        place(chair, at=(1.973, 0, 0.742), turn=180, name="chair"),
        place(chair, at=(0.073, 0, 2.192), turn=180, name="chair"),
        place(chair, at=(1.973, 0, 2.192), turn=180, name="chair"),
        place(desk, at=(-2.78, 0, -DEPTH / 2 + 0.37), name="desk"),
        place(asset_call("globe"), at=(-2.78, 0.7502, -2.63), name="globe"),
        place(asset_call("bookshelf"), at=(-1.262, 0, -DEPTH / 2 + 0.17), name="bookshelf"),
        # on the walls
        place(asset_call("whiteboard"), at=(0, 0.55, -DEPTH / 2 + 0.253), name="whiteboard"),
        place(asset_call("clock"), at=(1.04, 1.74, -DEPTH / 2 + 0.024), name="clock"),
    )


relate(
    on_wall("whiteboard"),
    on("globe", "desk[4]"),
    on_wall("clock"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(5.23, 8.92, 10.05), target=(0, 1.08, 0), fov=36)
camera(eye=(3.2, 1.75, 2.7), target=(-0.84, 0.75, -1.2), fov=72)
