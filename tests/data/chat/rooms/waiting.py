from scene.language import *

WIDTH, DEPTH, HEIGHT = 6.3, 8.2, 2.8  # metres


@register("a doctor's waiting room with eight chairs along the walls, a fish tank and a table with magazines")
def waiting_room():
    chair = asset_call("waiting room chair")
    magazine = asset_call("magazine")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 2.45, 0.9, 2.05)],
            windows=[("left", -2.05, 2, 1.25), ("left", 1.8, 2, 1.25)],
            floor_color=(0.522, 0.529, 0.537),
            wall_color=(0.949, 0.961, 0.969),
        ),
        # furniture, and what stands on it
        place(chair, at=(-2.88, 0, 0.025), turn=90, name="chair"),
        place(chair, at=(-2.88, 0, -0.555), turn=90, name="chair"),
        place(chair, at=(-2.88, 0, -1.135), turn=90, name="chair"),
        place(chair, at=(1.142, 0, -3.83), name="chair"),
        place(chair, at=(1.722, 0, -3.83), name="chair"),
        place(chair, at=(2.302, 0, -3.83), name="chair"),
        place(chair, at=(2.88, 0, 0.062), turn=-90, name="chair"),
        place(chair, at=(2.88, 0, 0.642), turn=-90, name="chair"),
        place(asset_call("teak coffee table"), at=(0, 0, 0), name="table"),
        place(magazine, at=(0.34, 0.4202, 0), name="magazine"),
        place(magazine, at=(0, 0.4202, 0), name="magazine"),
        place(magazine, at=(-0.34, 0.4202, 0), name="magazine"),
        place(asset_call("teak waiting bench"), at=(2.94, 0, 1.866), turn=-90, name="waiting_bench"),
        place(asset_call("teak reception counter"), at=(0, 0, -DEPTH / 2 + 1.295), name="reception_counter"),
        place(asset_call("teak magazine rack"), at=(2.92, 0, -3.93), name="magazine_rack"),
        place(asset_call("water cooler"), at=(-2.97, 0, -DEPTH / 2 + 0.19), name="water_cooler"),
        place(asset_call("table", size=(0.8, 0.75, 0.44)), at=(-1.314, 0, -3.86), name="table"),
        place(asset_call("fish tank"), at=(-1.314, 0.7502, -3.86), name="fish_tank"),
        # on the walls
        place(asset_call("wall mounted flat screen TV"), at=(-0.041, 0.87, -DEPTH / 2 + 0.046), name="flat_screen_tv"),
        # what nobody asked for
        dressing(),
    )


relate(
    against_wall("chair"),
    against_wall("chair[1]"),
    against_wall("chair[2]"),
    against_wall("chair[3]"),
    against_wall("chair[4]"),
    against_wall("chair[5]"),
    against_wall("chair[6]"),
    against_wall("chair[7]"),
    on("magazine", "table"),
    on("magazine[1]", "table"),
    on("magazine[2]", "table"),
    centered("table", "room"),
    in_corner("magazine_rack"),
    in_corner("water_cooler"),
    on_wall("flat_screen_tv"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    potted_plant = asset_call("potted plant")
    ceiling_light = asset_call("ceiling light")
    blinds = asset_call("blinds", size=(2.3, 1.4, 0.07))
    return concat_shapes(
        # what one sees first of a lived-in place
        place(potted_plant, at=(-2.82, 0, 3.77), turn=90, name="potted_plant"),
        place(potted_plant, at=(-2.417, 0, -3.77), name="potted_plant"),
        place(asset_call("wall clock"), at=(WIDTH / 2 - 0.024, 1.74, 0), turn=-90, name="wall_clock"),
        place(asset_call("poster"), at=(WIDTH / 2 - 0.007, 1.075, 1.866), turn=-90, name="poster"),
        place(
            asset_call("teal poster", size=(0.59, 0.85, 0.01)),
            at=(WIDTH / 2 - 0.007, 1.075, -0.523),
            turn=-90,
            name="poster",
        ),
        place(ceiling_light, at=(-0.35, HEIGHT - 0.2, 0), name="ceiling_light"),
        place(ceiling_light, at=(0.35, HEIGHT - 0.2, 0), name="ceiling_light"),
        place(asset_call("light switch"), at=(1.684, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(-0.04, 0.1, -DEPTH / 2 + 0.006), name="socket"),
        place(blinds, at=(-WIDTH / 2 + 0.037, 0.87, -2.05), turn=90, name="blinds"),
        place(blinds, at=(-WIDTH / 2 + 0.037, 0.87, 1.8), turn=90, name="blinds"),
    )


relate(
    in_corner("potted_plant"),
    on_wall("wall_clock"),
    on_wall("poster"),
    on_wall("poster[1]"),
    hanging("ceiling_light"),
    hanging("ceiling_light[1]"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("calm daylight")
camera(eye=(-1.57, 1.85, 3.80), target=(-1.29, 1.42, -0.17), fov=41.9)
camera(eye=(-4.75, 2.25, -2.09), target=(-0.86, 1.34, -2.16), fov=48.2)
