from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.4, 3.8, 3  # metres


@register(
    "a small bakery with a counter, a display of bread, two tables with two chairs each and a menu board on the wall"
)
def small_bakery():
    croissant = asset_call("croissant")
    table = asset_call("dark oak table")
    chair = asset_call("windsor black chair")
    shelving_unit = asset_call("dark oak shelving unit")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", -2, 0.9, 2.05)],
            windows=[("right", -0.19, 1.52, 1.25), ("left", -0.19, 1.52, 1.25)],
            floor_color=(0.957, 0.953, 0.937),
            wall_color=(0.937, 0.851, 0.733),
            wall_finish="brick",
            floor_finish="large tiles",
            dado=("tiles", 1.3, (0.933, 0.945, 0.941)),
        ),
        # furniture, and what stands on it
        place(asset_call("empty dark oak bakery counter", size=(2.1, 1.3, 1.05)), at=(0.076, 0, 0.045), name="counter"),
        place(asset_call("bread"), at=(0.076, 1.3003, 0.04), name="bread"),
        place(croissant, at=(-0.579, 1.3002, 0.343), name="croissant"),
        place(croissant, at=(-0.392, 1.3002, 0.343), name="croissant"),
        place(croissant, at=(-0.205, 1.3002, 0.343), name="croissant"),
        place(croissant, at=(-0.017, 1.3002, 0.343), name="croissant"),
        place(croissant, at=(0.17, 1.3002, 0.343), name="croissant"),
        place(croissant, at=(0.357, 1.3002, 0.343), name="croissant"),
        place(croissant, at=(0.544, 1.3002, 0.343), name="croissant"),
        place(croissant, at=(0.731, 1.3002, 0.343), name="croissant"),
        place(table, at=(1.63, 0, 1.04), turn=90, name="table"),
        place(table, at=(-1.84, 0, -0.208), name="table"),
        place(chair, at=(2.38, 0, 1.04), turn=-90, name="chair"),
        place(chair, at=(0.88, 0, 1.04), turn=90, name="chair"),
        place(chair, at=(-1.84, 0, 0.542), turn=180, name="chair"),
        place(chair, at=(-1.84, 0, -0.958), name="chair"),
        place(shelving_unit, at=(-0.409, 0, -DEPTH / 2 + 0.245), name="shelving_unit"),
        place(shelving_unit, at=(0.561, 0, -DEPTH / 2 + 0.245), name="shelving_unit"),
        place(asset_call("baguette basket"), at=(1.376, 0, -0.3), name="baguette_basket"),
        place(asset_call("wall oven"), at=(1.866, 0, -DEPTH / 2 + 0.34), name="wall_oven"),
        place(asset_call("sandwich board"), at=(-1.17, 0, DEPTH / 2 - 0.36), turn=180, name="sandwich_board"),
        # on the walls
        place(asset_call("menu board"), at=(-1.413, 1.125, -DEPTH / 2 + 0.022), name="menu_board"),
        # what nobody asked for
        dressing(),
    )


relate(
    on(
        [
            "croissant",
            "croissant[1]",
            "croissant[2]",
            "croissant[3]",
            "croissant[4]",
            "croissant[5]",
            "croissant[6]",
            "croissant[7]",
        ],
        "counter",
    ),
    near("chair", "table"),
    near("chair[1]", "table"),
    near("chair[2]", "table[1]"),
    near("chair[3]", "table[1]"),
    on_wall("menu_board"),
    next_to("baguette_basket", "counter"),
    against_wall("wall_oven", "back"),
    next_to("sandwich_board", "room/door"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    pendant_light = asset_call("bamboo pendant light")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(pendant_light, at=(-0.474, HEIGHT - 0.95, 0.045), name="pendant_light"),
        place(pendant_light, at=(0.076, HEIGHT - 0.95, 0.045), name="pendant_light"),
        place(pendant_light, at=(0.626, HEIGHT - 0.95, 0.045), name="pendant_light"),
        place(asset_call("light switch"), at=(-1.218, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(-WIDTH / 2 + 0.006, 0.1, 0.32), turn=90, name="socket"),
        place(asset_call("radiator"), at=(WIDTH / 2 - 0.105, 0, -0.256), turn=-90, name="radiator"),
        place(asset_call("ceiling light"), at=(0, HEIGHT - 0.2, 0.7), name="ceiling_light"),
        place(asset_call("waste bin"), at=(2.55, 0, -1.725), name="waste_bin"),
    )


relate(
    above("pendant_light", "counter"),
    above("pendant_light[1]", "counter"),
    above("pendant_light[2]", "counter"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window"),
    hanging("ceiling_light"),
    in_corner("waste_bin"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("warm morning light")
camera(eye=(1.53, 3.38, 6.58), target=(0.27, 0.50, 0.24), fov=34.5)
camera(eye=(-5.74, 3.17, 3.51), target=(-0.47, 0.34, -0.02), fov=34.5)
