from scene.language import *

WIDTH, DEPTH, HEIGHT = 5.3, 6.6, 2.9  # metres


@register("a meeting room with a long table, ten office chairs, a whiteboard and a projector screen")
def meeting_room():
    office_chair = asset_call("leather office chair")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 1.95, 0.9, 2.05)],
            windows=[("left", -1.65, 1.6, 1.25), ("left", 1.45, 1.6, 1.25)],
            floor_color=(0.522, 0.529, 0.537),
            wall_color=(0.784, 0.8, 0.812),
        ),
        # furniture, and what stands on it
        place(asset_call("teak long conference table"), at=(0, 0, 0), name="table", z=embed("long table")),
        place(asset_call("telephone"), at=(0.949, 0.7502, 0), name="telephone"),
        place(office_chair, at=(-1.151, 0, 0.92), turn=180, name="office_chair"),
        place(office_chair, at=(-0.384, 0, 0.92), turn=180, name="office_chair"),
        place(office_chair, at=(0.384, 0, 0.92), turn=180, name="office_chair"),
        place(office_chair, at=(1.151, 0, 0.92), turn=180, name="office_chair"),
        place(office_chair, at=(-1.151, 0, -0.92), name="office_chair"),
        place(office_chair, at=(-0.384, 0, -0.92), name="office_chair"),
        place(office_chair, at=(0.384, 0, -0.92), name="office_chair"),
        place(office_chair, at=(1.151, 0, -0.92), name="office_chair"),
        place(office_chair, at=(2.125, 0, 0), turn=-90, name="office_chair"),
        place(office_chair, at=(-2.125, 0, 0), turn=90, name="office_chair"),
        place(asset_call("glass front teak sideboard"), at=(0.0532, 0, -DEPTH / 2 + 0.245), name="sideboard"),
        # on the walls
        place(asset_call("whiteboard"), at=(-1.546, 0.55, -DEPTH / 2 + 0.253), name="whiteboard"),
        place(asset_call("projector screen"), at=(WIDTH / 2 - 0.0449, 0.5, -0.848), turn=-90, name="projector_screen"),
        # from the ceiling
        place(asset_call("projector"), at=(0, HEIGHT - 0.13, 0), name="projector"),
        # what nobody asked for
        dressing(),
    )


relate(
    centered("table", "room"),
    around(
        [
            "office_chair",
            "office_chair[1]",
            "office_chair[2]",
            "office_chair[3]",
            "office_chair[4]",
            "office_chair[5]",
            "office_chair[6]",
            "office_chair[7]",
            "office_chair[8]",
            "office_chair[9]",
        ],
        "table",
    ),
    on_wall("projector_screen"),
    on_wall("whiteboard"),
    against_wall("sideboard", "back"),
    hanging("projector"),
    on("telephone", "table"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    laptop = asset_call("laptop")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(laptop, at=(0.318, 0.746, 0), name="laptop"),
        place(laptop, at=(-0.358, 0.746, 0), name="laptop"),
        place(asset_call("potted plant"), at=(2.32, 0, -2.97), name="potted_plant"),
        place(asset_call("water pitcher"), at=(-0.969, 0.7502, 0), name="water_pitcher"),
        place(asset_call("light switch"), at=(1.173, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("socket"), at=(-0.892, 0.1, -DEPTH / 2 + 0.006), name="socket"),
        place(asset_call("radiator"), at=(-WIDTH / 2 + 0.105, 0, 1.466), turn=90, name="radiator"),
        place(asset_call("ceiling light"), at=(0, HEIGHT - 0.2, 0.7), name="ceiling_light"),
        place(asset_call("city painting", size=(0.9, 0.65, 0.035)), at=(0, 1.175, -DEPTH / 2 + 0.019), name="picture"),
        place(
            asset_call("chart painting", size=(0.9, 0.65, 0.035)),
            at=(-WIDTH / 2 + 0.019, 1.175, 0),
            turn=90,
            name="picture",
        ),
    )


relate(
    on("laptop", "table"),
    on("laptop[1]", "table"),
    in_corner("potted_plant"),
    on("water_pitcher", "table"),
    next_to("light_switch", "room/door"),
    on_wall("socket"),
    under("radiator", "room/window[1]"),
    hanging("ceiling_light"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("even daylight")
camera(eye=(0.00, 2.25, 3.90), target=(0.00, 1.41, -0.01), fov=57.5)
camera(eye=(-7.56, 3.76, 0.01), target=(-0.32, 0.47, -1.44), fov=34.5)
