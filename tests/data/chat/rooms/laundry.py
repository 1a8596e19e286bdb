from scene.language import *

WIDTH, DEPTH, HEIGHT = 5, 3.7, 2.5  # metres


@register("a laundry room with a washing machine, a dryer, a laundry basket and shelves with detergent")
def laundry_room():
    laundry = asset_call("laundry", size=(0.255, 0.17, 0.221))
    shelf = asset_call("white shelf")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", -1.8, 0.9, 2.05)],
            windows=[("right", 0.83, 1.12, 1.25)],
            floor_color=(0.522, 0.529, 0.537),
            wall_color=(0.953, 0.937, 0.886),
            dado=("tiles", 1.3, (0.933, 0.945, 0.941)),
        ),
        # furniture, and what stands on it
        place(asset_call("washing machine"), at=(0.628, 0, -DEPTH / 2 + 0.32), name="washing_machine"),
        place(laundry, at=(0.763, 0.8502, -1.676), name="laundry"),
        place(laundry, at=(0.492, 0.8502, -1.676), name="laundry"),
        place(laundry, at=(0.628, 0.8502, -1.432), name="laundry"),
        place(asset_call("dryer"), at=(1.278, 0, -DEPTH / 2 + 0.32), name="dryer"),
        place(asset_call("laundry basket"), at=(2.26, 0, -0.805), turn=-90, name="laundry_basket"),
        place(shelf, at=(WIDTH / 2 - 0.515, 0, -0.154), turn=-90, name="shelf"),
        place(asset_call("detergent"), at=(2.048, 0.8154, -0.044), turn=-90, name="detergent"),
        place(shelf, at=(-0.862, 0, DEPTH / 2 - 0.17), turn=180, name="shelf"),
        place(shelf, at=(0.254, 0, DEPTH / 2 - 0.17), turn=180, name="shelf"),
        place(asset_call("kitchen sink"), at=(-0.254, 0, -DEPTH / 2 + 0.33), name="kitchen_sink"),
        place(asset_call("ironing board"), at=(WIDTH / 2 - 0.22, 0, 1.155), turn=-90, name="ironing_board"),
        place(asset_call("drying rack"), at=(-1.67, 0, -DEPTH / 2 + 0.305), name="drying_rack"),
        place(asset_call("white clothes rack"), at=(-WIDTH / 2 + 0.26, 0, 0.051), turn=90, name="clothes_rack"),
        place(asset_call("water heater"), at=(2.205, 0, -DEPTH / 2 + 0.32), name="water_heater"),
        # what nobody asked for
        dressing(),
    )


relate(
    on("detergent", "shelf"),
    against_wall("washing_machine", "back"),
    next_to("dryer", "washing_machine"),
    against_wall("kitchen_sink", "back"),
    against_wall("laundry_basket", "right"),
    in_corner("drying_rack"),
    against_wall("clothes_rack", "left"),
    in_corner("water_heater"),
    against_wall("ironing_board"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("iron"), at=(2.28, 0.8802, 1.264), turn=-90, name="iron"),
        place(asset_call("rolled up folded towel"), at=(1.935, 0.8154, -0.044), turn=-90, name="folded_towel"),
        place(asset_call("light switch"), at=(-2.397, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(WIDTH / 2 - 0.006, 0.1, 0.326), turn=-90, name="socket"),
        place(asset_call("potted plant"), at=(1.262, 0, 1.52), turn=180, name="potted_plant"),
    )


relate(
    on("iron", "ironing_board"),
    on("folded_towel", "shelf"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("bright plain light")
camera(eye=(-1.21, 1.75, 1.55), target=(1.62, 0.85, -1.13), fov=38.7)
camera(eye=(5.30, 2.20, 0.00), target=(1.50, 0.94, -0.00), fov=51.4)
