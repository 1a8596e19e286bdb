from scene.language import *

WIDTH, DEPTH, HEIGHT = 7.9, 3.6, 2.7  # metres


@register("a wall between two rooms, with a way through at the front")
def partition(x):
    door = 0.95
    wall = primitive_call("cube", {"scale": (0.1, HEIGHT, DEPTH - door)}, color=(0.92, 0.9, 0.86))
    lintel = primitive_call("cube", {"scale": (0.1, HEIGHT - 2.1, door)}, color=(0.92, 0.9, 0.86))
    return concat_shapes(
        transform_shape(wall, translation_matrix((x, HEIGHT / 2, -door / 2))),
        transform_shape(lintel, translation_matrix((x, HEIGHT / 2 + 1.05, DEPTH / 2 - door / 2))),
    )


@register("a studio flat with a bed, a small kitchen, a round table with two chairs and a tv")
def studio_flat():
    chair = asset_call("chair")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", -0.65, 0.9, 2.05), ("front", 3.25, 0.9, 2.05)],
            windows=[("left", -0.18, 1.44, 1.25)],
        ),
        library_call("partition", x=0.1),
        # furniture, and what stands on it
        place(asset_call("bed"), at=(-1.95, 0, -DEPTH / 2 + 1.12), name="bed"),
        place(
            asset_call("round table", size=(1.68, 0.75, 1.68)),
            at=(2.05, 0, -0.113),
            name="table",
            z=embed("round table"),
        ),
        place(asset_call("tv", size=(1.087, 0.672, 0.212)), at=(2.05, 0.7502, -0.11), name="tv"),
        place(chair, at=(2.05, 0, 1.027), turn=180, name="chair"),
        place(chair, at=(2.05, 0, -1.253), name="chair"),
    )


relate(
    near("chair", "table"),
    near("chair[1]", "table"),
    on("tv", "table"),
)


light("ceiling", at=(-1.925, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
light("ceiling", at=(2.025, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(-4.54, 2.15, 6.10), target=(0.10, 0.06, -0.84), fov=34.5)
camera(eye=(5.55, 1.50, 3.40), target=(2.38, 1.18, 0.98), fov=34.5)
