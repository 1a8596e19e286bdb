from scene.language import *

WIDTH, DEPTH, HEIGHT = 5, 4.3, 2.7  # metres


@register(
    "a lounge with a sofa, two armchairs, a coffee table with a vase and three books on it, a floor lamp, a"
    " tv on a tv stand and a potted plant"
)
def lounge():
    armchair = asset_call("armchair")
    book = asset_call("book")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.8, 0.9, 2.05)], windows=[("left", -0.21, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call("sofa"), at=(0, 0, -DEPTH / 2 + 0.48), name="sofa"),
        place(armchair, at=(-2.015, 0, -0.098), turn=90, name="armchair"),
        place(armchair, at=(2.015, 0, 0.294), turn=-90, name="armchair"),
        place(asset_call("coffee table"), at=(-0.099, 0, 0), name="coffee_table"),
        place(book, at=(0.206, 0.4202, 0), name="book"),
        place(book, at=(-0.099, 0.4202, 0), name="book"),
        place(book, at=(-0.404, 0.4202, 0), name="book"),
        place(asset_call("floor lamp"), at=(-2.19, 0, 1.008), turn=90, name="floor_lamp"),
        place(asset_call("tv stand"), at=(2.28, 0, -DEPTH / 2 + 0.82), turn=-90, name="tv_stand"),
        place(asset_call("vase"), at=(2.28, 0.5002, -0.693), turn=-90, name="vase"),
        place(asset_call("tv"), at=(2.28, 0.5002, -1.452), turn=-90, name="tv"),
        place(asset_call("potted plant"), at=(-2.13, 0, -1.187), turn=90, name="potted_plant"),
    )


relate(
    on("book", "coffee_table"),
    on("book[1]", "coffee_table"),
    on("book[2]", "coffee_table"),
    on("vase", "tv_stand"),
    on("tv", "tv_stand"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.99, 7.06, 7.67), target=(0, 1.08, 0), fov=36)
camera(eye=(2.2, 1.75, 1.85), target=(-0.6, 0.75, -0.86), fov=72)
