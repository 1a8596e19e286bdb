from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.4, 4, 2.7  # metres


@register("a conservatory with wicker chairs, a round table, lots of plants and a hanging lamp")
def conservatory():
    chair = asset_call("wicker chair")
    plant = asset_call("plant")
    plant_stand = asset_call("plant stand")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 2, 0.9, 2.05)],
            windows=[("back", -0.27, 1.6, 1.25), ("left", -0.2, 1.6, 1.25), ("right", -0.11, 1.6, 1.25)],
            floor_color=(0.741, 0.392, 0.263),
            wall_color=(0.949, 0.91, 0.835),
            wall_finish="glass",
            floor_finish="large tiles",
        ),
        # rugs
        place(asset_call("plain dark green rug"), at=(1.007, 0, 0.101), name="rug"),
        # furniture, and what stands on it
        place(chair, at=(-0.03, 0, 0.08), turn=90, name="chair", z=embed("wicker chair")),
        place(chair, at=(-0.03, 0, -0.58), turn=90, name="chair", z=embed("wicker chair")),
        place(chair, at=(2.03, 0, -0.25), turn=-90, name="chair", z=embed("wicker chair")),
        place(asset_call("round coffee table"), at=(1.007, 0, 0.101), name="table", z=embed("round table")),
        place(plant, at=(-0.233, 0, -1.67), name="plant"),
        place(plant, at=(0.407, 0, -1.67), name="plant"),
        place(plant, at=(1.047, 0, -1.67), name="plant"),
        place(asset_call("palm"), at=(1.876, 0, -DEPTH / 2 + 0.52), name="palm"),
        place(asset_call("hanging chair"), at=(-2.08, 0, 1.45), turn=90, name="hanging_chair"),
        place(plant_stand, at=(2.52, 0, 0.013), turn=-90, name="plant_stand"),
        place(plant_stand, at=(2.52, 0, 0.903), turn=-90, name="plant_stand"),
        place(asset_call("white bistro table"), at=(-2.355, 0, 0.05), turn=90, name="bistro_table"),
        place(asset_call("white rocking chair"), at=(-2.37, 0, -1.54), name="rocking_chair"),
        place(asset_call("bird cage"), at=(WIDTH / 2 - 0.27, 0, 0.473), turn=-90, name="bird_cage"),
        # from the ceiling
        place(asset_call("macrame hanging lamp"), at=(0, HEIGHT - 0.95, 0), name="hanging_lamp"),
        # what nobody asked for
        dressing(),
    )


relate(
    facing("chair", "chair[2]"),
    facing("chair[2]", "chair"),
    near("table", "plant"),
    in_corner("palm"),
    against_wall("plant", "back"),
    against_wall("plant[1]", "back"),
    against_wall("plant[2]", "back"),
    under("rug", "table"),
    in_corner("hanging_chair"),
    against_wall("plant_stand", "right"),
    against_wall("plant_stand[1]", "right"),
    against_wall("bistro_table", "left"),
    in_corner("rocking_chair"),
    next_to("bird_cage", "plant_stand"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    throw_pillow = asset_call("vibrant beige throw pillow", size=(0.338, 0.12, 0.315))
    return concat_shapes(
        # what one sees first of a lived-in place
        place(throw_pillow, at=(0.018, 0.4884, 0.08), turn=90, name="throw_pillow"),
        place(throw_pillow, at=(0.018, 0.4884, -0.58), turn=90, name="throw_pillow"),
        place(throw_pillow, at=(1.982, 0.4884, -0.25), turn=-90, name="throw_pillow"),
        place(asset_call("light switch"), at=(1.218, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(WIDTH / 2 - 0.006, 0.1, -0.567), turn=-90, name="socket"),
        place(asset_call("radiator"), at=(-1.065, 0, -DEPTH / 2 + 0.105), name="radiator"),
        place(asset_call("ceiling light"), at=(0, HEIGHT - 0.2, 0.7), name="ceiling_light"),
    )


relate(
    on("throw_pillow", "chair"),
    on("throw_pillow[1]", "chair[1]"),
    on("throw_pillow[2]", "chair[2]"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window"),
    hanging("ceiling_light"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("bright sunlight")
camera(eye=(1.32, 1.75, 3.60), target=(0.83, 1.01, -0.30), fov=52.8)
camera(eye=(5.50, 1.85, 0.94), target=(1.69, 1.02, 0.04), fov=45)
