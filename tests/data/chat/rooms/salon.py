from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.8, 6.5, 3  # metres


@register(
    "a hair salon with three styling chairs in front of mirrors, a reception desk, a waiting bench with "
    "magazines and a few plants"
)
def hair_salon():
    styling_chair = asset_call("styling chair")
    magazine = asset_call("magazine")
    plant = asset_call("plant")
    mirror = asset_call("mirror")
    floating_shelf = asset_call("white floating shelf")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 0.51, 0.9, 2.05)],
            windows=[("left", 2.16, 1.28, 1.25), ("right", -0.33, 1.6, 1.25)],
            floor_color=(0.816, 0.671, 0.471),
            wall_color=(0.969, 0.894, 0.882),
            floor_finish="floorboards",
        ),
        # furniture, and what stands on it
        place(styling_chair, at=(-1.165, 0, 1.062), turn=-90, name="styling_chair"),
        place(styling_chair, at=(-1.165, 0, -0.343), turn=-90, name="styling_chair"),
        place(styling_chair, at=(-1.165, 0, -1.748), turn=-90, name="styling_chair"),
        place(
            asset_call("white reception desk", size=(2.016, 1.05, 0.728)), at=(0.762, 0, -1.916), name="reception_desk"
        ),
        place(asset_call("cash register"), at=(0.762, 1.0503, -1.956), turn=180, name="cash_register"),
        place(asset_call("pine waiting bench"), at=(-0.254, 0, 0.72), turn=-90, name="waiting_bench"),
        place(magazine, at=(-0.254, 0.4502, 1.085), turn=-90, name="magazine"),
        place(magazine, at=(-0.254, 0.4502, 0.72), turn=-90, name="magazine"),
        place(magazine, at=(-0.254, 0.4502, 0.355), turn=-90, name="magazine"),
        place(plant, at=(-0.254, 0, 1.78), turn=-90, name="plant"),
        place(plant, at=(-0.254, 0, -0.34), turn=-90, name="plant"),
        place(plant, at=(-0.254, 0, 2.88), turn=-90, name="plant"),
        place(asset_call("hood dryer"), at=(-2.102, 0, -DEPTH / 2 + 0.312), name="hood_dryer"),
        place(asset_call("white rolling cart"), at=(-1.165, 0, 1.792), turn=-90, name="rolling_cart"),
        place(asset_call("tufted beige sofa"), at=(WIDTH / 2 - 0.48, 0, 1.356), turn=-90, name="sofa"),
        # on the walls
        place(mirror, at=(-WIDTH / 2 + 0.022, 1.075, 1.062), turn=90, name="mirror"),
        place(mirror, at=(-WIDTH / 2 + 0.022, 1.075, -0.343), turn=90, name="mirror"),
        place(mirror, at=(-WIDTH / 2 + 0.022, 1.075, -1.748), turn=90, name="mirror"),
        place(
            asset_call("white floating shelf", size=(1.008, 0.51, 0.246)),
            at=(-WIDTH / 2 + 0.125, 0.485, 0.441),
            turn=90,
            name="floating_shelf",
        ),
        place(asset_call("hair dryer"), at=(-2.2798, 0.6453, 0.441), turn=90, name="hair_dryer"),
        place(floating_shelf, at=(-WIDTH / 2 + 0.112, 0.485, -0.886), turn=90, name="floating_shelf"),
        place(floating_shelf, at=(-1.327, 0.485, -DEPTH / 2 + 0.112), name="floating_shelf"),
        # what nobody asked for
        dressing(),
    )


relate(
    in_front_of("styling_chair", "mirror"),
    in_front_of("styling_chair[1]", "mirror[1]"),
    in_front_of("styling_chair[2]", "mirror[2]"),
    on("magazine", "waiting_bench"),
    on("magazine[1]", "waiting_bench"),
    on("magazine[2]", "waiting_bench"),
    near("plant", "waiting_bench"),
    near("plant[1]", "waiting_bench"),
    near("plant[2]", "waiting_bench"),
    on("hair_dryer", "floating_shelf"),
    in_corner("hood_dryer"),
    next_to("rolling_cart", "styling_chair"),
    on("cash_register", "reception_desk"),
    against_wall("sofa"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    comb = asset_call("comb")
    pendant_light = asset_call("bamboo pendant light")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("white coffee table"), at=(0.81, 0, 1.356), turn=-90, name="coffee_table"),
        place(comb, at=(-1.154, 0.9952, -3.138), name="comb"),
        place(comb, at=(-1.5, 0.9952, -3.138), name="comb"),
        place(pendant_light, at=(0, HEIGHT - 0.95, -2.167), name="pendant_light"),
        place(pendant_light, at=(0, HEIGHT - 0.95, 0), name="pendant_light"),
        place(pendant_light, at=(0, HEIGHT - 0.95, 2.167), name="pendant_light"),
        place(asset_call("stack of towels"), at=(-0.77, 0, -0.918), turn=-90, name="stack_of_towels"),
        place(asset_call("radiator"), at=(WIDTH / 2 - 0.105, 0, -0.303), turn=-90, name="radiator"),
        place(asset_call("ceiling light"), at=(0, HEIGHT - 0.2, 0.7), name="ceiling_light"),
    )


relate(
    in_front_of("coffee_table", "sofa"),
    on("comb", "floating_shelf[2]"),
    on("comb[1]", "floating_shelf[2]"),
    hanging("pendant_light"),
    hanging("pendant_light[1]"),
    hanging("pendant_light[2]"),
    near("stack_of_towels", "styling_chair[2]"),
    under("radiator", "room/window[1]"),
    hanging("ceiling_light"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("bright flattering light")
camera(eye=(-1.54, 2.15, 5.16), target=(-0.64, 0.09, 0.63), fov=42.3)
camera(eye=(7.56, 4.17, 1.65), target=(-0.44, 0.54, 0.06), fov=31.7)
