from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.6, 3.7, 2.6  # metres


@register("a country kitchen with a big wooden table, six chairs, a stove, a fridge, a dresser with plates and a rug")
def country_kitchen():
    chair = asset_call("slat back pine chair")
    plate = asset_call("plate")
    wall_cabinet = asset_call("wall cabinet")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 2.1, 0.9, 2.05)],
            windows=[("left", -0.19, 1.48, 1.25)],
            floor_color=(0.741, 0.392, 0.263),
            wall_color=(0.89, 0.914, 0.894),
            floor_finish="large tiles",
            dado=("tiles", 1.4, (0.875, 0.91, 0.894)),
        ),
        # rugs
        place(asset_call("shag terracotta rug"), at=(-1.95, 0, -0.6), turn=90, name="rug"),
        # furniture, and what stands on it
        place(asset_call("big wooden dining table"), at=(0, 0, 0.25), name="table", z=embed("big wooden table")),
        place(chair, at=(-0.405, 0, 1.05), turn=180, name="chair"),
        place(chair, at=(0.405, 0, 1.05), turn=180, name="chair"),
        place(chair, at=(-0.405, 0, -0.55), name="chair"),
        place(chair, at=(0.405, 0, -0.55), name="chair"),
        place(chair, at=(1.3, 0, 0.25), turn=-90, name="chair"),
        place(chair, at=(-1.3, 0, 0.25), turn=90, name="chair"),
        place(asset_call("stove"), at=(1.53, 0, -DEPTH / 2 + 0.35), name="stove"),
        place(asset_call("fridge"), at=(2.37, 0, -DEPTH / 2 + 0.38), name="fridge"),
        place(asset_call("pine dresser"), at=(-WIDTH / 2 + 0.26, 0, 1.13), turn=90, name="dresser"),
        place(plate, at=(-2.54, 0.8002, 0.723), turn=90, name="plate"),
        place(plate, at=(-2.54, 0.8002, 1.13), turn=90, name="plate"),
        place(plate, at=(-2.54, 0.8002, 1.537), turn=90, name="plate"),
        place(asset_call("kitchen sink"), at=(0.6, 0, -DEPTH / 2 + 0.33), name="kitchen_sink"),
        place(asset_call("kitchen cabinet"), at=(-0.85, 0, -DEPTH / 2 + 0.34), name="kitchen_cabinet"),
        place(asset_call("coffee machine"), at=(-0.615, 0.9102, -1.51), name="coffee_machine"),
        place(asset_call("dishwasher"), at=(-2.1, 0, -DEPTH / 2 + 0.32), name="dishwasher"),
        # on the walls
        place(asset_call("range hood"), at=(1.53, 1.14, -DEPTH / 2 + 0.25), name="range_hood"),
        place(wall_cabinet, at=(0.161, 1.36, -DEPTH / 2 + 0.18), name="wall_cabinet"),
        place(wall_cabinet, at=(-0.726, 1.36, -DEPTH / 2 + 0.18), name="wall_cabinet"),
        # from the ceiling
        place(
            asset_call("spherical pendant light", size=(0.44, 1.1, 0.44)),
            at=(0, HEIGHT - 1.1, 0.25),
            name="pendant_light",
        ),
        # what nobody asked for
        dressing(),
    )


relate(
    on("plate", "dresser"),
    on("plate[1]", "dresser"),
    on("plate[2]", "dresser"),
    near("rug", "dresser"),
    against_wall("kitchen_sink", "back"),
    against_wall("stove", "back"),
    left_of("stove", "kitchen_sink"),
    left_of("fridge", "stove"),
    right_of("kitchen_cabinet", "kitchen_sink"),
    above("range_hood", "stove"),
    on_wall("wall_cabinet"),
    on_wall("wall_cabinet[1]"),
    above("wall_cabinet", "kitchen_sink"),
    next_to("wall_cabinet[1]", "kitchen_sink"),
    around(["chair", "chair[1]", "chair[2]", "chair[3]", "chair[4]", "chair[5]"], "table"),
    right_of("dishwasher", "kitchen_cabinet"),
    above("pendant_light", "table"),
    on("coffee_machine", "kitchen_cabinet"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("knife block"), at=(-1.195, 0.9102, -1.51), name="knife_block"),
        place(asset_call("pot", size=(0.193, 0.125, 0.142)), at=(1.53, 0.9002, -1.495), turn=90, name="pot"),
        place(asset_call("dish rack"), at=(0.6, 0.7059, -1.48), name="dish_rack"),
        place(asset_call("light switch"), at=(1.329, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(WIDTH / 2 - 0.006, 0.1, 0), turn=-90, name="socket"),
        place(asset_call("radiator"), at=(-WIDTH / 2 + 0.105, 0, -0.205), turn=90, name="radiator"),
    )


relate(
    on("knife_block", "kitchen_cabinet"),
    on("pot", "stove"),
    next_to("dish_rack", "kitchen_sink"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("bright clean light")
camera(eye=(-1.80, 3.23, 6.27), target=(-0.63, 0.56, 0.39), fov=34.5)
camera(eye=(5.60, 1.75, 0.85), target=(1.82, 1.31, -0.40), fov=44)
