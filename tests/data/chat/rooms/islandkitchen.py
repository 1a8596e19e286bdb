from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.9, 3.9, 2.6  # metres


@register(
    "a bright kitchen with an island and three stools, a fridge, a stove, a sink, a dining table for four "
    "and a fruit bowl"
)
def bright_kitchen():
    stool = asset_call("teak stool")
    chair = asset_call("tufted teak chair")
    wall_cabinet = asset_call("wall cabinet")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", -0.53, 0.9, 2.05)],
            windows=[("right", -0.2, 1.56, 1.25)],
            floor_color=(0.957, 0.953, 0.937),
            wall_color=(0.89, 0.914, 0.894),
            floor_finish="large tiles",
            dado=("tiles", 1.4, (0.933, 0.945, 0.941)),
        ),
        # furniture, and what stands on it
        place(asset_call("teak island"), at=(0.498, 0, 0.848), turn=90, name="island"),
        place(asset_call("fruit bowl"), at=(0.498, 0.9202, 0.848), turn=90, name="fruit_bowl"),
        place(stool, at=(1.203, 0, 1.232), turn=-90, name="stool"),
        place(stool, at=(1.203, 0, 0.464), turn=-90, name="stool"),
        place(stool, at=(-0.207, 0, 0.848), turn=90, name="stool"),
        place(asset_call("fridge"), at=(-2.02, 0, -DEPTH / 2 + 0.38), name="fridge"),
        place(asset_call("stove"), at=(-0.85, 0, -DEPTH / 2 + 0.35), name="stove"),
        place(asset_call("kitchen sink"), at=(0.08, 0, -DEPTH / 2 + 0.33), name="sink"),
        place(asset_call("teak dining table"), at=(-1.59, 0, 0.374), name="dining_table"),
        place(chair, at=(-1.974, 0, 1.128), turn=180, name="chair"),
        place(chair, at=(-1.206, 0, 1.128), turn=180, name="chair"),
        place(chair, at=(-1.974, 0, -0.379), name="chair"),
        place(chair, at=(-1.206, 0, -0.379), name="chair"),
        place(asset_call("kitchen cabinet"), at=(WIDTH / 2 - 0.34, 0, 0.72), turn=-90, name="kitchen_cabinet"),
        place(asset_call("microwave"), at=(2.11, 0.9102, 1.07), turn=-90, name="microwave"),
        place(asset_call("dishwasher"), at=(0.93, 0, -DEPTH / 2 + 0.32), name="dishwasher"),
        # on the walls
        place(asset_call("range hood"), at=(-0.85, 1.14, -DEPTH / 2 + 0.25), name="range_hood"),
        place(wall_cabinet, at=(0.041, 1.36, -DEPTH / 2 + 0.18), name="wall_cabinet"),
        place(wall_cabinet, at=(0.93, 1.36, -DEPTH / 2 + 0.18), name="wall_cabinet"),
        # what nobody asked for
        dressing(),
    )


relate(
    around(["chair", "chair[1]", "chair[2]", "chair[3]"], "dining_table"),
    against_wall("sink", "back"),
    against_wall("stove", "back"),
    right_of("stove", "sink"),
    in_corner("fridge"),
    against_wall("kitchen_cabinet", "right"),
    above("range_hood", "stove"),
    on_wall("wall_cabinet"),
    on_wall("wall_cabinet[1]"),
    above("wall_cabinet", "sink"),
    around(["stool", "stool[1]", "stool[2]"], "island"),
    next_to("dishwasher", "sink"),
    on("microwave", "kitchen_cabinet"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("kettle", size=(0.142, 0.137, 0.111)), at=(-0.85, 0.9002, -1.698), name="kettle"),
        place(asset_call("cutting board"), at=(2.11, 0.9102, 0.33), turn=-90, name="cutting_board"),
        place(asset_call("pot", size=(0.142, 0.092, 0.104)), at=(-0.85, 0.9002, -1.489), name="pot"),
        place(asset_call("waste bin"), at=(2.275, 0, 1.8), turn=-90, name="waste_bin"),
        place(asset_call("light switch"), at=(0.081, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(-WIDTH / 2 + 0.006, 0.1, -0.685), turn=90, name="socket"),
        place(asset_call("radiator"), at=(WIDTH / 2 - 0.105, 0, -0.715), turn=-90, name="radiator"),
        place(
            asset_call("blinds", size=(1.86, 1.33, 0.07)), at=(WIDTH / 2 - 0.037, 0.94, -0.2), turn=-90, name="blinds"
        ),
    )


relate(
    on("kettle", "stove"),
    on("cutting_board", "kitchen_cabinet"),
    on("pot", "stove"),
    next_to("waste_bin", "kitchen_cabinet"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("bright daylight")
camera(eye=(0.48, 2.92, 5.37), target=(-0.52, 0.65, 0.37), fov=34.5)
camera(eye=(-6.33, 2.80, 0.54), target=(-0.78, 0.28, -0.57), fov=34.5)
