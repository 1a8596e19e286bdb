from scene.language import *

WIDTH, DEPTH, HEIGHT = 3.7, 4.1, 2.6  # metres


@register(
    "a craft room with a big worktable in the middle, shelves full of boxes and jars, a sewing machine on a"
    " small table, and a stool"
)
def craft_room():
    shelf = asset_call("empty shelving unit")
    box = asset_call("closed teak box", size=(0.39, 0.252, 0.327))
    jar = asset_call("jar")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 1.15, 0.9, 2.05)],
            windows=[("left", -0.2, 1.4, 1.25)],
            floor_color=(0.816, 0.671, 0.471),
            wall_color=(0.937, 0.875, 0.839),
            floor_finish="floorboards",
        ),
        # furniture, and what stands on it
        place(asset_call("teak big worktable"), at=(-0.056, 0, -0.002), name="worktable", z=embed("big worktable")),
        place(asset_call("desk lamp"), at=(-0.056, 1.0352, -0.127), name="desk_lamp"),
        place(shelf, at=(-WIDTH / 2 + 0.245, 0, 1.555), turn=90, name="shelf", z=embed("shelving unit")),
        place(box, at=(-1.573, 0.9672, 1.769), turn=90, name="box"),
        place(box, at=(-1.573, 0.9672, 1.341), turn=90, name="box"),
        place(box, at=(-1.573, 1.3797, 1.769), turn=90, name="box"),
        place(box, at=(-1.573, 1.3797, 1.341), turn=90, name="box"),
        place(jar, at=(-1.475, 0.5547, 1.899), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.5547, 1.727), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.5547, 1.555), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.5547, 1.383), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.5547, 1.211), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.1422, 1.899), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.1422, 1.727), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.1422, 1.555), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.1422, 1.383), turn=90, name="jar"),
        place(jar, at=(-1.475, 0.1422, 1.211), turn=90, name="jar"),
        place(shelf, at=(0.151, 0, DEPTH / 2 - 0.245), turn=180, name="shelf", z=embed("shelving unit")),
        place(box, at=(0.365, 0.9672, 1.773), turn=180, name="box"),
        place(box, at=(-0.063, 0.9672, 1.773), turn=180, name="box"),
        place(box, at=(0.365, 1.3797, 1.773), turn=180, name="box"),
        place(box, at=(-0.063, 1.3797, 1.773), turn=180, name="box"),
        place(jar, at=(0.495, 0.5547, 1.675), turn=180, name="jar"),
        place(jar, at=(0.323, 0.5547, 1.675), turn=180, name="jar"),
        place(jar, at=(0.151, 0.5547, 1.675), turn=180, name="jar"),
        place(jar, at=(-0.021, 0.5547, 1.675), turn=180, name="jar"),
        place(jar, at=(-0.193, 0.5547, 1.675), turn=180, name="jar"),
        place(jar, at=(0.495, 0.1422, 1.675), turn=180, name="jar"),
        place(jar, at=(0.323, 0.1422, 1.675), turn=180, name="jar"),
        place(jar, at=(0.151, 0.1422, 1.675), turn=180, name="jar"),
        place(jar, at=(-0.021, 0.1422, 1.675), turn=180, name="jar"),
        place(jar, at=(-0.193, 0.1422, 1.675), turn=180, name="jar"),
        place(
            asset_call("teak small worktable"), at=(-0.307, 0, -DEPTH / 2 + 0.36), name="table", z=embed("small table")
        ),
        place(asset_call("sewing machine"), at=(-0.307, 0.7652, -1.811), name="sewing_machine"),
        place(asset_call("teak stool"), at=(-0.056, 0, 0.759), turn=180, name="stool"),
        place(asset_call("easel"), at=(1.455, 0, -1.555), turn=-90, name="easel"),
        place(asset_call("teak rolling cart"), at=(1.162, 0, -0.343), name="rolling_cart"),
        # on the walls
        place(asset_call("teak pegboard"), at=(-0.041, 1.1, -DEPTH / 2 + 0.035), name="pegboard"),
        place(asset_call("bulletin board"), at=(-1.178, 1.125, -DEPTH / 2 + 0.019), name="bulletin_board"),
        # what nobody asked for
        dressing(),
    )


relate(
    on(
        [
            "box",
            "box[1]",
            "box[2]",
            "box[3]",
            "jar",
            "jar[1]",
            "jar[2]",
            "jar[3]",
            "jar[4]",
            "jar[5]",
            "jar[6]",
            "jar[7]",
            "jar[8]",
            "jar[9]",
        ],
        "shelf",
    ),
    on(
        [
            "box[4]",
            "box[5]",
            "box[6]",
            "box[7]",
            "jar[10]",
            "jar[11]",
            "jar[12]",
            "jar[13]",
            "jar[14]",
            "jar[15]",
            "jar[16]",
            "jar[17]",
            "jar[18]",
            "jar[19]",
        ],
        "shelf[1]",
    ),
    centered("worktable", "room"),
    on("sewing_machine", "table"),
    around(["stool"], "worktable"),
    on_wall("pegboard"),
    in_corner("easel"),
    on("desk_lamp", "worktable"),
    next_to("rolling_cart", "worktable"),
    on_wall("bulletin_board"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("light switch"), at=(1.748, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("radiator"), at=(-WIDTH / 2 + 0.105, 0, -0.204), turn=90, name="radiator"),
        place(
            asset_call("light grey curtains", size=(1.7, 1.62, 0.14)),
            at=(-WIDTH / 2 + 0.072, 0.65, -0.2),
            turn=90,
            name="curtains",
        ),
        place(asset_call("wall clock"), at=(0.815, 1.74, -DEPTH / 2 + 0.024), name="wall_clock"),
        place(asset_call("potted plant"), at=(-1.52, 0, -1.72), name="potted_plant"),
    )


relate(
    next_to("light_switch", "room/door"),
    under("radiator", "room/window"),
    on_wall("wall_clock"),
    in_corner("potted_plant"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("bright even light")
camera(eye=(3.90, 2.48, 1.07), target=(-0.36, 0.54, 0.22), fov=38.9)
camera(eye=(-6.22, 1.36, 1.31), target=(-0.57, 0.76, 0.19), fov=34.5)
