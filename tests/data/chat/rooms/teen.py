from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.2, 3.4, 2.5  # metres


@register(
    "a teenager's bedroom with a single bed, a nightstand with a lamp, a desk with a computer, a wardrobe "
    "and a round rug"
)
def bedroom():
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("left", 1, 0.9, 2.05)],
            windows=[("back", -0.91, 1.68, 1.25)],
            floor_color=(0.522, 0.529, 0.537),
            wall_color=(0.541, 0.467, 0.533),
        ),
        # rugs
        place(asset_call("round rug"), at=(-0.89, 0, -0.841), turn=-90, name="rug", z=embed("round rug")),
        # furniture, and what stands on it
        place(
            asset_call("dark oak single bed"),
            at=(WIDTH / 2 - 1.08, 0, -0.841),
            turn=-90,
            name="bed",
            z=embed("single bed"),
        ),
        place(asset_call("black nightstand"), at=(WIDTH / 2 - 0.22, 0, -0.026), turn=-90, name="nightstand"),
        place(asset_call("table lamp"), at=(1.888, 0.5502, -0.026), turn=-90, name="lamp"),
        place(asset_call("black desk"), at=(-0.46, 0, DEPTH / 2 - 0.37), turn=180, name="desk"),
        place(asset_call("computer"), at=(-0.607, 0.7502, 1.33), turn=180, name="computer"),
        place(asset_call("open dark oak wardrobe"), at=(WIDTH / 2 - 0.32, 0, 1.08), turn=-90, name="wardrobe"),
        place(asset_call("gaming chair"), at=(-0.46, 0, 0.59), name="gaming_chair"),
        place(asset_call("bean bag"), at=(-1.62, 0, -1.205), name="bean_bag"),
        # on the walls
        place(asset_call("poster"), at=(1.42, 1.075, -DEPTH / 2 + 0.007), name="poster"),
        place(
            asset_call("teal poster", size=(0.59, 0.85, 0.01)),
            at=(WIDTH / 2 - 0.007, 1.075, -0.026),
            turn=-90,
            name="poster",
        ),
        place(
            asset_call("mustard poster", size=(0.59, 0.85, 0.01)),
            at=(-WIDTH / 2 + 0.007, 1.075, -0.611),
            turn=90,
            name="poster",
        ),
        # what nobody asked for
        dressing(),
    )


relate(
    on("lamp", "nightstand"),
    on("computer", "desk"),
    in_corner("bed"),
    in_front_of("gaming_chair", "desk"),
    facing("gaming_chair", "desk"),
    on_wall("poster"),
    against_wall("wardrobe", "right"),
    next_to("nightstand", "bed"),
    in_corner("bean_bag"),
    in_front_of("rug", "bed"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    pillow = asset_call("patterned light grey pillow")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("mouse"), at=(-0.041, 0.7502, 1.33), turn=180, name="mouse"),
        place(pillow, at=(0.367, 0.5902, -0.603), turn=-90, name="pillow"),
        place(pillow, at=(0.367, 0.5902, -1.079), turn=-90, name="pillow"),
        place(asset_call("light switch"), at=(-WIDTH / 2 + 0.007, 1.458, 0.205), turn=90, name="light_switch"),
        place(asset_call("socket"), at=(WIDTH / 2 - 0.006, 0.1, 0.361), turn=-90, name="socket"),
        place(asset_call("radiator"), at=(-0.561, 0, -DEPTH / 2 + 0.105), name="radiator"),
        place(
            asset_call("purple curtains", size=(1.98, 1.44, 0.14)),
            at=(-0.91, 0.83, -DEPTH / 2 + 0.072),
            name="curtains",
        ),
        place(asset_call("wall clock"), at=(-WIDTH / 2 + 0.024, 1.74, -0.04), turn=90, name="wall_clock"),
        place(
            asset_call("geometric painting", size=(0.9, 0.65, 0.035)),
            at=(WIDTH / 2 - 0.019, 1.175, -0.841),
            turn=-90,
            name="picture",
        ),
        place(
            asset_call("city painting", size=(0.9, 0.65, 0.035)), at=(0.612, 1.175, -DEPTH / 2 + 0.0175), name="picture"
        ),
    )


relate(
    on("mouse", "desk"),
    on("pillow", "bed"),
    on("pillow[1]", "bed"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window"),
    on_wall("wall_clock"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("relaxed evening light")
camera(eye=(-3.70, 2.20, 0.00), target=(0.07, 0.94, 0.43), fov=46.8)
camera(eye=(-0.71, 3.09, -5.59), target=(0.46, 0.42, 0.29), fov=34.5)
