from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.4, 4.9, 2.7  # metres


@register(
    "a games room with a pool table, a sofa, a bar with three bar stools, a bookshelf, a tv on the wall and two plants"
)
def games_room():
    bar_stool = asset_call("bar stool")
    plant = asset_call("plant")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 2, 0.9, 2.05)], windows=[("left", -0.25, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call("pool table"), at=(0, 0, 0.101), name="pool_table"),
        place(asset_call("sofa"), at=(0, 0, -DEPTH / 2 + 0.48), name="sofa"),
        place(asset_call("bar"), at=(2.355, 0, -DEPTH / 2 + 0.92), turn=-90, name="bar"),
        place(bar_stool, at=(1.76, 0, -1.962), turn=90, name="bar_stool"),
        place(bar_stool, at=(1.76, 0, -1.098), turn=90, name="bar_stool"),
        place(bar_stool, at=(2.355, 0, -0.36), turn=180, name="bar_stool"),
        place(asset_call("bookshelf"), at=(-2.28, 0, -DEPTH / 2 + 0.17), name="bookshelf"),
        place(plant, at=(-2.33, 0, -0.099), turn=90, name="plant"),
        place(plant, at=(2.33, 0, 0.693), turn=-90, name="plant"),
        # on the walls
        place(asset_call("wall mounted tv"), at=(-WIDTH / 2 + 0.046, 0.87, 1.21), turn=90, name="tv"),
    )


relate(
    near("bar_stool", "bar"),
    near("bar_stool[1]", "bar"),
    near("bar_stool[2]", "bar"),
    on_wall("tv"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(4.35, 7.61, 8.37), target=(0, 1.08, 0), fov=36)
camera(eye=(2.4, 1.75, 2.15), target=(-0.65, 0.75, -0.98), fov=72)
