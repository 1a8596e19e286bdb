from scene.language import *

WIDTH, DEPTH, HEIGHT = 3.5, 3.2, 2.7  # metres


@register("a bathroom with a bathtub, a sink, a toilet, a mirror above the sink, a laundry basket and a stool")
def bathroom():
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.05, 0.9, 2.05)]),
        # furniture, and what stands on it
        place(asset_call("bathtub"), at=(-0.87, 0, -DEPTH / 2 + 0.42), name="bathtub"),
        place(asset_call("sink"), at=(0.617, 0, -DEPTH / 2 + 0.25), name="sink"),
        place(asset_call("toilet"), at=(1.52, 0, -DEPTH / 2 + 0.37), name="toilet"),
        place(asset_call("laundry basket"), at=(-1.47, 0, 0.102), turn=90, name="laundry_basket"),
        place(asset_call("stool"), at=(1.5, 0, 0), turn=-90, name="stool"),
        # on the walls
        place(asset_call("mirror"), at=(0.657, 1.11, -DEPTH / 2 + 0.022), name="mirror"),
    )


relate(
    above("mirror", "sink"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.14, 5.79, 6.04), target=(0, 1.08, 0), fov=36)
camera(eye=(1.45, 1.75, 1.3), target=(-0.42, 0.75, -0.64), fov=72)
