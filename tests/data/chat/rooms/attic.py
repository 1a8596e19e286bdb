from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.3, 3.7, 2.1  # metres


@register(
    "an attic bedroom with a double bed, two nightstands with lamps, a dresser with a mirror, a rug and a "
    "reading chair by the window"
)
def attic_bedroom():
    nightstand = asset_call("white nightstand")
    lamp = asset_call("table lamp")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 1.45, 0.9, 2.05)],
            windows=[("right", -0.19, 1.48, 0.55)],
            floor_color=(0.816, 0.671, 0.471),
            wall_color=(0.875, 0.898, 0.902),
            wall_finish="boards",
            floor_finish="floorboards",
            roof="gable",
        ),
        # rugs
        place(asset_call("kilim yellow rug"), at=(-0.1, 0, 1), name="rug"),
        # furniture, and what stands on it
        place(asset_call("white double bed"), at=(-0.1, 0, -DEPTH / 2 + 1.08), name="bed", z=embed("double bed")),
        place(nightstand, at=(-WIDTH / 2 + 0.22, 0, 1.59), turn=90, name="nightstand"),
        place(lamp, at=(-1.938, 0.5502, 1.59), turn=90, name="lamp"),
        place(nightstand, at=(-WIDTH / 2 + 0.22, 0, 1.077), turn=90, name="nightstand"),
        place(lamp, at=(-1.938, 0.5502, 1.077), turn=90, name="lamp"),
        place(asset_call("grey dresser"), at=(-0.613, 0, DEPTH / 2 - 0.26), turn=180, name="dresser"),
        place(asset_call("white reading chair"), at=(1.665, 0, 0), turn=-90, name="reading_chair"),
        place(
            asset_call("grey low bookshelf"),
            at=(-1.628, 0, -DEPTH / 2 + 0.17),
            name="bookshelf",
            z=embed("low bookshelf"),
        ),
        place(asset_call("white writing desk"), at=(1.855, 0, -DEPTH / 2 + 0.57), turn=-90, name="writing_desk"),
        place(asset_call("grey clothes rack"), at=(-WIDTH / 2 + 0.26, 0, -0.051), turn=90, name="clothes_rack"),
        # on the walls
        place(asset_call("mirror"), at=(-0.613, 1.075, DEPTH / 2 - 0.022), turn=180, name="mirror"),
        # what nobody asked for
        dressing(),
    )


relate(
    on("lamp", "nightstand"),
    on("lamp[1]", "nightstand[1]"),
    near("mirror", "dresser"),
    next_to("reading_chair", "room/window"),
    against_wall("bed", "back"),
    in_front_of("rug", "bed"),
    against_wall("clothes_rack", "left"),
    against_wall("bookshelf"),
    against_wall("writing_desk"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    pillow = asset_call("geometric light grey pillow", size=(0.45, 0.16, 0.29))
    return concat_shapes(
        # what one sees first of a lived-in place
        place(pillow, at=(0.188, 0.5702, -0.65), name="pillow"),
        place(pillow, at=(-0.389, 0.5702, -0.65), name="pillow"),
        place(asset_call("string light"), at=(-0.04, 1.32, -DEPTH / 2 + 0.024), name="string_light"),
        place(asset_call("light switch"), at=(0.683, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(-WIDTH / 2 + 0.006, 0.1, 0.652), turn=90, name="socket"),
        place(asset_call("radiator"), at=(WIDTH / 2 - 0.105, 0, 1.023), turn=-90, name="radiator"),
        place(
            asset_call("dark grey curtains", size=(1.78, 0.62, 0.14)),
            at=(WIDTH / 2 - 0.072, 0.95, -0.19),
            turn=-90,
            name="curtains",
        ),
        place(asset_call("ceiling light"), at=(0, HEIGHT + 1.133, 0), name="ceiling_light"),
        place(asset_call("wall clock"), at=(WIDTH / 2 - 0.024, 1.68, 0), turn=-90, name="wall_clock"),
        place(asset_call("upholstered white chair"), at=(1.276, 0, -1.28), turn=90, name="chair"),
    )


relate(
    on("pillow", "bed"),
    on("pillow[1]", "bed"),
    on_wall("string_light"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    hanging("ceiling_light"),
    centered("ceiling_light", "room"),
    on_wall("wall_clock"),
    next_to("chair", "writing_desk"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft skylight")
camera(eye=(5.21, 2.66, 1.05), target=(-0.87, -0.10, -0.16), fov=34.5)
camera(eye=(-4.95, 1.85, 0.00), target=(-0.98, 1.35, 0.06), fov=54)
