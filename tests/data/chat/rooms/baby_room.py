from scene.language import *

WIDTH, DEPTH, HEIGHT = 3, 3.1, 2.5  # metres


@register("a nursery with a crib, a rocking chair, a chest of drawers and a big teddy bear in the corner")
def nursery():
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("left", 0.85, 0.9, 2.05)],
            windows=[("right", -0.9, 0.6, 1.25)],
            floor_color=(0.953, 0.918, 0.827),
            wall_color=(0.961, 0.933, 0.796),
            dado=("paint", 0.9, (0.957, 0.945, 0.918)),
        ),
        # rugs
        place(asset_call("round rug"), at=(0, 0, 0), name="rug", z=embed("round rug")),
        # furniture, and what stands on it
        place(asset_call("white crib"), at=(WIDTH / 2 - 0.39, 0, 0.052), turn=-90, name="crib"),
        place(
            asset_call("big teddy bear"),
            at=(1.11, 0.4802, 0.29),
            turn=-90,
            name="teddy_bear",
            z=embed("big teddy bear"),
        ),
        place(asset_call("white rocking chair"), at=(-0.29, 0, -1.193), turn=-90, name="rocking_chair"),
        place(asset_call("grey chest of drawers"), at=(-WIDTH / 2 + 0.245, 0, 0), turn=90, name="chest_of_drawers"),
        place(asset_call("white side table"), at=(-1.255, 0, -DEPTH / 2 + 0.245), name="side_table"),
        place(
            asset_call("grey low bookshelf"),
            at=(WIDTH / 2 - 0.17, 0, 1.13),
            turn=-90,
            name="bookshelf",
            z=embed("low bookshelf"),
        ),
        place(asset_call("white pouf"), at=(-1.13, 0, -0.693), turn=90, name="pouf"),
        # from the ceiling
        place(asset_call("mobile"), at=(1.11, HEIGHT - 0.6, 0.052), name="mobile"),
        # what nobody asked for
        dressing(),
    )


relate(
    in_corner("teddy_bear"),
    against_wall("crib", "right"),
    hanging("mobile"),
    above("mobile", "crib"),
    centered("rug", "room"),
    next_to("side_table", "rocking_chair"),
    in_front_of("pouf", "rocking_chair"),
    against_wall("bookshelf"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("floor lamp"), at=(0.48, 0, -1.193), turn=-90, name="floor_lamp"),
        place(
            asset_call("botanical painting", size=(0.9, 0.65, 0.035)),
            at=(WIDTH / 2 - 0.0175, 1.175, 0.08),
            turn=-90,
            name="animal_picture",
        ),
        place(
            asset_call("animal painting", size=(0.9, 0.65, 0.035)),
            at=(WIDTH / 2 - 0.0175, 1.175, 1.04),
            turn=-90,
            name="animal_picture",
        ),
        place(asset_call("light switch"), at=(-WIDTH / 2 + 0.007, 1.458, 0.08), turn=90, name="light_switch"),
        place(asset_call("socket"), at=(-0.801, 0.1, -DEPTH / 2 + 0.006), name="socket"),
        place(asset_call("radiator"), at=(0.155, 0, DEPTH / 2 - 0.105), turn=180, name="radiator"),
        place(
            asset_call("white curtains", size=(0.9, 1.26, 0.14)),
            at=(WIDTH / 2 - 0.072, 1.01, -0.9),
            turn=-90,
            name="curtains",
        ),
    )


relate(
    behind("floor_lamp", "rocking_chair"),
    on_wall("animal_picture"),
    on_wall("animal_picture[1]"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft morning light")
camera(eye=(-0.66, 1.50, 3.15), target=(-0.23, 0.81, -0.77), fov=50)
camera(eye=(0.00, 1.50, -4.35), target=(0.03, 0.81, -0.41), fov=37)
