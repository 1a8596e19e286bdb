from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.4, 3.5, 2.5  # metres


@register("a teenager's bedroom with a bunk bed, a desk with a computer, a gaming chair, a guitar and posters")
def bedroom():
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("left", 1.05, 0.9, 2.05)],
            windows=[("back", -0.22, 1.76, 1.25)],
            floor_color=(0.522, 0.529, 0.537),
            wall_color=(0.541, 0.467, 0.533),
        ),
        # furniture, and what stands on it
        place(asset_call("dark oak bunk bed"), at=(WIDTH / 2 - 0.595, 0, -0.591), turn=-90, name="bunk_bed"),
        place(asset_call("black desk"), at=(-0.357, 0, -DEPTH / 2 + 0.37), name="desk"),
        place(asset_call("computer"), at=(-0.211, 0.7502, -1.38), name="computer"),
        place(asset_call("gaming chair"), at=(-0.357, 0, -0.64), turn=180, name="gaming_chair"),
        place(asset_call("guitar"), at=(-0.126, 0, 0.894), turn=180, name="guitar"),
        place(asset_call("open dark oak wardrobe"), at=(-WIDTH / 2 + 0.32, 0, 0), turn=90, name="wardrobe"),
        place(asset_call("black nightstand"), at=(WIDTH / 2 - 0.22, 0, 0.729), turn=-90, name="nightstand"),
        place(asset_call("bean bag"), at=(-1.72, 0, -1.255), name="bean_bag"),
        place(asset_call("amplifier"), at=(-0.646, 0, DEPTH / 2 - 0.781), turn=180, name="amplifier"),
        # on the walls
        place(asset_call("poster"), at=(-1.72, 1.075, -DEPTH / 2 + 0.007), name="poster"),
        place(
            asset_call("teal poster", size=(0.59, 0.85, 0.01)),
            at=(-WIDTH / 2 + 0.007, 1.075, -0.903),
            turn=90,
            name="poster",
        ),
        place(
            asset_call("mustard poster", size=(0.59, 0.85, 0.01)),
            at=(WIDTH / 2 - 0.007, 1.075, 0.739),
            turn=-90,
            name="poster",
        ),
        # what nobody asked for
        dressing(),
    )


relate(
    on("computer", "desk"),
    in_corner("bunk_bed"),
    in_front_of("gaming_chair", "desk"),
    facing("gaming_chair", "desk"),
    next_to("nightstand", "bunk_bed"),
    in_corner("bean_bag"),
    next_to("amplifier", "guitar"),
    against_wall("wardrobe"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    pillow = asset_call("patterned light grey pillow")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("dusty pink rug"), at=(0.18, 0, -0.5), turn=-90, name="rug"),
        place(asset_call("mouse"), at=(-0.776, 0.7502, -1.38), name="mouse"),
        place(pillow, at=(1.897, 0.5066, -0.021), turn=-90, name="pillow"),
        place(pillow, at=(1.897, 0.5066, -0.596), turn=-90, name="pillow"),
        place(asset_call("light switch"), at=(-WIDTH / 2 + 0.007, 1.458, 1.647), turn=90, name="light_switch"),
        place(asset_call("socket"), at=(WIDTH / 2 - 0.006, 0.1, 1.048), turn=-90, name="socket"),
        place(asset_call("radiator"), at=(0.56, 0, DEPTH / 2 - 0.105), turn=180, name="radiator"),
        place(
            asset_call("purple curtains", size=(2.06, 1.49, 0.14)),
            at=(-0.22, 0.78, -DEPTH / 2 + 0.072),
            name="curtains",
        ),
        place(asset_call("wall clock"), at=(-WIDTH / 2 + 0.024, 1.74, -1.449), turn=90, name="wall_clock"),
        place(
            asset_call("geometric painting", size=(0.9, 0.65, 0.035)),
            at=(0.56, 1.175, DEPTH / 2 - 0.0175),
            turn=180,
            name="picture",
        ),
        place(
            asset_call("city painting", size=(0.9, 0.65, 0.035)),
            at=(-0.402, 1.175, DEPTH / 2 - 0.0175),
            turn=180,
            name="picture",
        ),
    )


relate(
    in_front_of("rug", "bunk_bed"),
    on("mouse", "desk"),
    on("pillow", "bunk_bed"),
    on("pillow[1]", "bunk_bed"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    on_wall("wall_clock"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("relaxed evening light")
camera(eye=(1.39, 1.37, 3.93), target=(0.38, 0.83, -1.16), fov=46)
camera(eye=(1.20, 3.46, -6.77), target=(0.01, 0.74, -0.79), fov=34.5)
