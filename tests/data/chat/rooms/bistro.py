from scene.language import *

WIDTH, DEPTH, HEIGHT = 8, 9.8, 3.3  # metres


@register(
    "a small bistro with five round tables for two, a bar with stools, a blackboard on the wall and pendant"
    " lamps over the tables"
)
def small_bistro():
    table = asset_call("round dining table")
    place_setting = asset_call("place setting")
    stool = asset_call("pine stool")
    chair = asset_call("padded back pine chair")
    banquette = asset_call("banquette")
    pendant_lamp = asset_call("wicker pendant lamp", size=(0.44, 1.8, 0.44))
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 3.3, 0.9, 2.05)],
            windows=[("right", -0.49, 1.1, 1.25), ("back", -0.4, 1.1, 1.25), ("left", -0.49, 1.1, 1.25)],
            floor_color=(0.816, 0.671, 0.471),
            wall_color=(0.918, 0.851, 0.753),
            floor_finish="floorboards",
            dado=("panels", 1, (0.239, 0.165, 0.122)),
        ),
        # furniture, and what stands on it
        place(table, at=(-2.751, 0, -2.965), turn=-90, name="table", z=embed("round table")),
        place(place_setting, at=(-3.209, 0.7502, -2.965), turn=-90, name="place_setting"),
        place(place_setting, at=(-2.299, 0.7502, -2.965), turn=90, name="place_setting"),
        place(table, at=(-2.751, 0, -0.965), turn=-90, name="table", z=embed("round table")),
        place(place_setting, at=(-3.209, 0.7502, -0.965), turn=-90, name="place_setting"),
        place(place_setting, at=(-2.299, 0.7502, -0.965), turn=90, name="place_setting"),
        place(table, at=(-2.751, 0, 1.035), turn=-90, name="table", z=embed("round table")),
        place(place_setting, at=(-3.209, 0.7502, 1.035), turn=-90, name="place_setting"),
        place(place_setting, at=(-2.299, 0.7502, 1.035), turn=90, name="place_setting"),
        place(table, at=(0.383, 0, -2.965), turn=-90, name="table", z=embed("round table")),
        place(place_setting, at=(-0.075, 0.7502, -2.965), turn=-90, name="place_setting"),
        place(place_setting, at=(0.835, 0.7502, -2.965), turn=90, name="place_setting"),
        place(table, at=(0.383, 0, -0.965), turn=-90, name="table", z=embed("round table")),
        place(place_setting, at=(-0.075, 0.7502, -0.965), turn=-90, name="place_setting"),
        place(place_setting, at=(0.835, 0.7502, -0.965), turn=90, name="place_setting"),
        place(asset_call("pine bar"), at=(WIDTH / 2 - 1.295, 0, -1.965), turn=-90, name="bar"),
        place(stool, at=(2.15, 0, -2.495), turn=90, name="stool"),
        place(stool, at=(2.15, 0, -1.965), turn=90, name="stool"),
        place(stool, at=(2.15, 0, -1.435), turn=90, name="stool"),
        place(chair, at=(-3.655, 0, -2.965), turn=90, name="chair"),
        place(chair, at=(-1.848, 0, -2.965), turn=-90, name="chair"),
        place(chair, at=(-3.655, 0, -0.965), turn=90, name="chair"),
        place(chair, at=(-1.848, 0, -0.965), turn=-90, name="chair"),
        place(chair, at=(-3.655, 0, 1.035), turn=90, name="chair"),
        place(chair, at=(-1.848, 0, 1.035), turn=-90, name="chair"),
        place(chair, at=(-0.521, 0, -2.965), turn=90, name="chair"),
        place(chair, at=(1.287, 0, -2.965), turn=-90, name="chair"),
        place(chair, at=(-0.521, 0, -0.965), turn=90, name="chair"),
        place(chair, at=(1.287, 0, -0.965), turn=-90, name="chair"),
        place(banquette, at=(1.037, 0, -4.555), name="banquette"),
        place(banquette, at=(2.577, 0, -4.555), name="banquette"),
        place(asset_call("lectern"), at=(WIDTH / 2 - 0.295, 0, 3.674), turn=-90, name="lectern"),
        place(asset_call("piano"), at=(-3.23, 0, -DEPTH / 2 + 0.33), name="piano"),
        # on the walls
        place(asset_call("blackboard"), at=(-WIDTH / 2 + 0.045, 0.9, 2.091), turn=90, name="blackboard"),
        # from the ceiling
        place(pendant_lamp, at=(-3.291, HEIGHT - 1.8, -2.965), name="pendant_lamp"),
        place(pendant_lamp, at=(-2.751, HEIGHT - 1.8, -0.965), name="pendant_lamp"),
        place(pendant_lamp, at=(-2.211, HEIGHT - 1.8, 1.035), name="pendant_lamp"),
        # what nobody asked for
        dressing(),
    )


relate(
    near("stool", "bar"),
    near("stool[1]", "bar"),
    near("stool[2]", "bar"),
    on_wall("blackboard"),
    above("pendant_lamp", "table"),
    above("pendant_lamp[1]", "table[1]"),
    above("pendant_lamp[2]", "table[2]"),
    around(["chair", "chair[1]"], "table"),
    around(["chair[2]", "chair[3]"], "table[1]"),
    around(["chair[4]", "chair[5]"], "table[2]"),
    around(["chair[6]", "chair[7]"], "table[3]"),
    around(["chair[8]", "chair[9]"], "table[4]"),
    next_to("place_setting", "chair"),
    next_to("place_setting[1]", "chair[1]"),
    next_to("place_setting[2]", "chair[2]"),
    next_to("place_setting[3]", "chair[3]"),
    next_to("place_setting[4]", "chair[4]"),
    next_to("place_setting[5]", "chair[5]"),
    next_to("place_setting[6]", "chair[6]"),
    next_to("place_setting[7]", "chair[7]"),
    next_to("place_setting[8]", "chair[8]"),
    next_to("place_setting[9]", "chair[9]"),
    against_wall("banquette", "back"),
    against_wall("banquette[1]", "back"),
    in_corner("piano"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    candle = asset_call("candle")
    wine_glass = asset_call("wine glass")
    potted_palm = asset_call("potted palm")
    wine_bottle = asset_call("wine bottle")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(candle, at=(-2.754, 0.7502, -2.965), turn=-90, name="candle"),
        place(candle, at=(-2.754, 0.7502, -0.965), turn=-90, name="candle"),
        place(candle, at=(-2.754, 0.7502, 1.035), turn=-90, name="candle"),
        place(candle, at=(0.38, 0.7502, -2.965), turn=-90, name="candle"),
        place(candle, at=(0.38, 0.7502, -0.965), turn=-90, name="candle"),
        place(wine_glass, at=(-3.016, 0.7502, -2.885), turn=-90, name="wine_glass"),
        place(wine_glass, at=(-2.491, 0.7502, -3.045), turn=90, name="wine_glass"),
        place(wine_glass, at=(-3.016, 0.7502, -0.885), turn=-90, name="wine_glass"),
        place(wine_glass, at=(-2.491, 0.7502, -1.045), turn=90, name="wine_glass"),
        place(wine_glass, at=(-3.016, 0.7502, 1.115), turn=-90, name="wine_glass"),
        place(wine_glass, at=(-2.491, 0.7502, 0.955), turn=90, name="wine_glass"),
        place(wine_glass, at=(0.118, 0.7502, -2.885), turn=-90, name="wine_glass"),
        place(wine_glass, at=(0.643, 0.7502, -3.045), turn=90, name="wine_glass"),
        place(wine_glass, at=(0.118, 0.7502, -0.885), turn=-90, name="wine_glass"),
        place(wine_glass, at=(0.643, 0.7502, -1.045), turn=90, name="wine_glass"),
        place(potted_palm, at=(-WIDTH / 2 + 0.52, 0, 4.38), turn=90, name="potted_palm"),
        place(potted_palm, at=(WIDTH / 2 - 0.52, 0, -3.675), turn=-90, name="potted_palm"),
        place(wine_bottle, at=(2.542, 1.0502, -2.707), turn=-90, name="wine_bottle"),
        place(wine_bottle, at=(2.542, 1.0502, -2.41), turn=-90, name="wine_bottle"),
        place(wine_bottle, at=(2.542, 1.0502, -2.113), turn=-90, name="wine_bottle"),
        place(wine_bottle, at=(2.542, 1.0502, -1.816), turn=-90, name="wine_bottle"),
        place(wine_bottle, at=(2.542, 1.0502, -1.52), turn=-90, name="wine_bottle"),
        place(wine_bottle, at=(2.542, 1.0502, -1.223), turn=-90, name="wine_bottle"),
        place(asset_call("light switch"), at=(2.531, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(0.161, 0.1, -DEPTH / 2 + 0.006), name="socket"),
        place(asset_call("radiator"), at=(-0.454, 0, -DEPTH / 2 + 0.105), name="radiator"),
        place(asset_call("waste bin"), at=(3.85, 0, -4.725), name="waste_bin"),
        place(asset_call("piano bench"), at=(-3.23, 0, -4), turn=180, name="piano_bench"),
    )


relate(
    on(
        ["wine_bottle", "wine_bottle[1]", "wine_bottle[2]", "wine_bottle[3]", "wine_bottle[4]", "wine_bottle[5]"], "bar"
    ),
    on("candle", "table"),
    on("candle[1]", "table[1]"),
    on("candle[2]", "table[2]"),
    on("candle[3]", "table[3]"),
    on("candle[4]", "table[4]"),
    on("wine_glass", "table"),
    on("wine_glass[1]", "table"),
    on("wine_glass[2]", "table[1]"),
    on("wine_glass[3]", "table[1]"),
    on("wine_glass[4]", "table[2]"),
    on("wine_glass[5]", "table[2]"),
    on("wine_glass[6]", "table[3]"),
    on("wine_glass[7]", "table[3]"),
    on("wine_glass[8]", "table[4]"),
    on("wine_glass[9]", "table[4]"),
    in_corner("potted_palm"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window[1]"),
    in_corner("waste_bin"),
    in_front_of("piano_bench", "piano"),
    facing("piano_bench", "piano"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("warm evening light")
camera(eye=(0.26, 2.40, 8.29), target=(-1.63, 1.39, -1.22), fov=46)
camera(eye=(3.62, 2.59, -7.30), target=(-0.50, 0.74, -1.13), fov=42.3)
