from scene.language import *

WIDTH, DEPTH, HEIGHT = 3.9, 3.4, 2.6  # metres


@register(
    "a home office with a wide desk, an office chair, a monitor, a filing cabinet, a printer on a side "
    "table, two plants and a whiteboard"
)
def home_office():
    plant = asset_call("plant")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 0.38, 0.9, 2.05)],
            windows=[("back", -0.2, 1.56, 1.25)],
            floor_color=(0.522, 0.529, 0.537),
            wall_color=(0.725, 0.667, 0.722),
        ),
        # furniture, and what stands on it
        place(asset_call("black wide desk"), at=(0.51, 0, -DEPTH / 2 + 0.37), name="desk", z=embed("wide desk")),
        place(asset_call("desk lamp"), at=(0.98, 0.7502, -1.33), name="desk_lamp"),
        place(asset_call("PC tower"), at=(0.51, 0, -1.251), name="pc_tower"),
        place(asset_call("mesh office chair"), at=(0.51, 0, -0.61), turn=180, name="office_chair"),
        place(asset_call("dark oak filing cabinet"), at=(1.7, 0, -DEPTH / 2 + 0.32), name="filing_cabinet"),
        place(
            asset_call("black side table", size=(0.63, 0.55, 0.63)),
            at=(-0.465, 0, DEPTH / 2 - 0.335),
            turn=180,
            name="side_table",
        ),
        place(asset_call("monitor", size=(0.336, 0.259, 0.121)), at=(-0.465, 0.5502, 1.494), turn=180, name="monitor"),
        place(asset_call("printer", size=(0.242, 0.176, 0.253)), at=(-0.465, 0.5502, 1.302), turn=180, name="printer"),
        place(plant, at=(-0.79, 0, -0.716), turn=90, name="plant"),
        place(plant, at=(-0.79, 0, 0.102), turn=90, name="plant"),
        place(asset_call("whiteboard"), at=(WIDTH / 2 - 0.271, 0, 0.88), turn=-90, name="whiteboard"),
        place(asset_call("dark oak bookshelf"), at=(-WIDTH / 2 + 0.17, 0, -0.051), turn=90, name="bookshelf"),
        place(asset_call("dark grey armchair"), at=(-1.505, 0, 1.208), turn=90, name="armchair"),
        # what nobody asked for
        dressing(),
    )


relate(
    on("monitor", "side_table"),
    on("printer", "side_table"),
    against_wall("desk", "back"),
    in_front_of("office_chair", "desk"),
    facing("office_chair", "desk"),
    against_wall("bookshelf", "left"),
    on("desk_lamp", "desk"),
    next_to("filing_cabinet", "desk"),
    in_corner("armchair"),
    next_to("side_table", "armchair"),
    against_wall("whiteboard", "right"),
    under("pc_tower", "desk"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("keyboard"), at=(0.34, 0.7502, -1.33), name="keyboard"),
        place(asset_call("plain dusty pink rug"), at=(0, 0, 0), name="rug"),
        place(asset_call("mug"), at=(-0.13, 0.7502, -1.33), name="mug"),
        place(asset_call("light switch"), at=(-0.241, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(asset_call("radiator"), at=(-0.92, 0, -DEPTH / 2 + 0.105), name="radiator"),
        place(asset_call("ceiling light"), at=(0, HEIGHT - 0.2, 0), name="ceiling_light"),
    )


relate(
    on("keyboard", "desk"),
    centered("rug", "room"),
    on("mug", "desk"),
    next_to("light_switch", "room/door"),
    under("radiator", "room/window"),
    hanging("ceiling_light"),
    centered("ceiling_light", "room"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("focused daylight")
camera(eye=(-0.19, 2.61, 5.06), target=(0.77, 0.40, 0.21), fov=34.5)
camera(eye=(-2.20, 2.86, -4.59), target=(0.70, 0.54, -0.25), fov=34.5)
