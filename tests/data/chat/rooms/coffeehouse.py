from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.4, 6, 3.2  # metres


@register(
    "a small cafe with a counter, an espresso machine, four round tables with chairs, a blackboard on the "
    "wall and some plants"
)
def small_cafe():
    table = asset_call("round café table")
    chair = asset_call("upholstered walnut chair")
    plant = asset_call("plant")
    wall_shelf = asset_call("walnut wall shelf")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("left", 2.3, 0.9, 2.05)],
            windows=[("right", -1.5, 1.1, 1.25), ("right", 1.32, 1.1, 1.25)],
            floor_color=(0.914, 0.91, 0.894),
            wall_color=(0.914, 0.886, 0.839),
            wall_finish="planks",
            floor_finish="large tiles",
        ),
        # furniture, and what stands on it
        place(asset_call("walnut shop counter"), at=(1.077, 0, 1.705), turn=180, name="counter"),
        place(
            asset_call("espresso machine"),
            at=(1.077, 1.0502, 1.756),
            turn=180,
            name="machine",
            z=embed("espresso machine"),
        ),
        place(table, at=(1.792, 0, 0.898), turn=90, name="table", z=embed("round table")),
        place(table, at=(1.792, 0, -0.552), turn=90, name="table", z=embed("round table")),
        place(table, at=(-0.225, 0, 0.898), turn=90, name="table", z=embed("round table")),
        place(table, at=(-0.225, 0, -0.552), turn=90, name="table", z=embed("round table")),
        place(chair, at=(2.421, 0, 0.898), turn=-90, name="chair"),
        place(chair, at=(2.421, 0, -0.552), turn=-90, name="chair"),
        place(chair, at=(0.403, 0, 0.898), turn=-90, name="chair"),
        place(chair, at=(0.403, 0, -0.552), turn=-90, name="chair"),
        place(plant, at=(2.33, 0, -1.618), turn=-90, name="plant"),
        place(plant, at=(1.317, 0, -2.63), turn=-90, name="plant"),
        place(plant, at=(2.33, 0, -2.63), turn=-90, name="plant"),
        place(asset_call("walnut pastry case"), at=(-0.623, 0, 1.655), turn=180, name="pastry_case"),
        place(asset_call("walnut bookshelf"), at=(-0.051, 0, -DEPTH / 2 + 0.17), name="bookshelf"),
        place(asset_call("sandwich board"), at=(-WIDTH / 2 + 0.32, 0, 1.466), turn=90, name="sandwich_board"),
        # on the walls
        place(asset_call("blackboard"), at=(-1.416, 0.9, -DEPTH / 2 + 0.045), name="blackboard"),
        place(asset_call("menu board"), at=(1.09, 1.125, DEPTH / 2 - 0.022), turn=180, name="menu_board"),
        place(wall_shelf, at=(0, 1.295, DEPTH / 2 - 0.112), turn=180, name="wall_shelf"),
        place(wall_shelf, at=(2.109, 1.295, DEPTH / 2 - 0.112), turn=180, name="wall_shelf"),
        # what nobody asked for
        dressing(),
    )


relate(
    near("chair", "table"),
    near("chair[1]", "table[1]"),
    near("chair[2]", "table[2]"),
    near("chair[3]", "table[3]"),
    on_wall("blackboard"),
    on("machine", "counter"),
    next_to("pastry_case", "counter"),
    on_wall("menu_board"),
    on_wall("wall_shelf"),
    on_wall("wall_shelf[1]"),
    against_wall("bookshelf", "back"),
    next_to("sandwich_board", "room/door"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    pendant_light = asset_call("pendant light")
    coffee_cup = asset_call("coffee cup")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(pendant_light, at=(-1.05, HEIGHT - 0.95, 0), name="pendant_light"),
        place(pendant_light, at=(-0.35, HEIGHT - 0.95, 0), name="pendant_light"),
        place(pendant_light, at=(0.35, HEIGHT - 0.95, 0), name="pendant_light"),
        place(pendant_light, at=(1.05, HEIGHT - 0.95, 0), name="pendant_light"),
        place(coffee_cup, at=(1.64, 0.7402, 0.898), turn=90, name="coffee_cup"),
        place(coffee_cup, at=(1.792, 0.7402, -0.552), turn=90, name="coffee_cup"),
        place(coffee_cup, at=(-0.225, 0.7402, 0.898), turn=90, name="coffee_cup"),
        place(coffee_cup, at=(-0.225, 0.7402, -0.552), turn=90, name="coffee_cup"),
        place(asset_call("vase of flowers"), at=(1.836, 0.7402, 0.898), turn=90, name="vase_of_flowers"),
        place(asset_call("light switch"), at=(-WIDTH / 2 + 0.007, 1.458, 1.529), turn=90, name="light_switch"),
        place(asset_call("socket"), at=(0.48, 0.1, -DEPTH / 2 + 0.006), name="socket"),
        place(asset_call("radiator"), at=(WIDTH / 2 - 0.105, 0, 1.772), turn=-90, name="radiator"),
        place(
            asset_call("cream curtains", size=(1.4, 1.39, 0.14)),
            at=(WIDTH / 2 - 0.072, 0.88, -1.5),
            turn=-90,
            name="curtains",
        ),
        place(
            asset_call("cream curtains", size=(1.4, 1.331, 0.14)),
            at=(WIDTH / 2 - 0.072, 0.939, 1.32),
            turn=-90,
            name="curtains",
        ),
        place(asset_call("ceiling light"), at=(0, HEIGHT - 0.2, 0.7), name="ceiling_light"),
        place(
            asset_call("still life painting", size=(0.9, 0.65, 0.035)),
            at=(0.811, 1.175, -DEPTH / 2 + 0.019),
            name="picture",
        ),
        place(
            asset_call("city painting", size=(0.9, 0.65, 0.035)),
            at=(-WIDTH / 2 + 0.019, 1.175, 0),
            turn=90,
            name="picture",
        ),
    )


relate(
    hanging("pendant_light"),
    hanging("pendant_light[1]"),
    hanging("pendant_light[2]"),
    hanging("pendant_light[3]"),
    on("coffee_cup", "table"),
    on("coffee_cup[1]", "table[1]"),
    on("coffee_cup[2]", "table[2]"),
    on("coffee_cup[3]", "table[3]"),
    on("vase_of_flowers", "table"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window[1]"),
    hanging("ceiling_light"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("warm daylight")
camera(eye=(-5.08, 1.74, -2.21), target=(1.49, 1.04, -0.91), fov=46)
camera(eye=(6.57, 2.97, 0.49), target=(1.39, 0.62, -0.54), fov=46)
