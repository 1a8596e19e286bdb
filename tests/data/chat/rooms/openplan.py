from scene.language import *

WIDTH, DEPTH, HEIGHT = 6.1, 5.7, 2.7  # metres


@register(
    "an open-plan living and dining room with a grey corner sofa, a tv on a low cabinet, a dining table "
    "with six chairs, and a sideboard with vases"
)
def dining_room():
    place_setting = asset_call("place setting")
    chair = asset_call("ladder back walnut chair")
    vase = asset_call("dark red vase")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 2.35, 0.9, 2.05)],
            windows=[("back", -0.3, 1.6, 1.25), ("right", -0.29, 1.6, 1.25)],
            floor_color=(0.753, 0.541, 0.263),
            wall_color=(0.847, 0.867, 0.827),
            floor_finish="floorboards",
            dado=("panels", 1, (0.945, 0.929, 0.894)),
        ),
        # furniture, and what stands on it
        place(
            asset_call("grey corner sofa"),
            at=(1.68, 0, -DEPTH / 2 + 0.87),
            name="corner_sofa",
            z=embed("grey corner sofa"),
        ),
        place(
            asset_call("oak low cabinet", size=(1.12, 0.85, 0.588)),
            at=(-1.563, 0, -DEPTH / 2 + 0.314),
            name="cabinet",
            z=embed("low cabinet"),
        ),
        place(asset_call("tv", size=(1.075, 0.664, 0.21)), at=(-1.563, 0.8502, -2.545), name="tv"),
        place(asset_call("walnut dining table"), at=(0, 0, 0), name="dining_table"),
        place(place_setting, at=(-0.309, 0.7502, 0.305), name="place_setting"),
        place(place_setting, at=(0.309, 0.7502, 0.305), name="place_setting"),
        place(place_setting, at=(-0.309, 0.7502, -0.305), turn=180, name="place_setting"),
        place(place_setting, at=(0.309, 0.7502, -0.305), turn=180, name="place_setting"),
        place(place_setting, at=(0.655, 0.7502, 0), turn=90, name="place_setting"),
        place(place_setting, at=(-0.655, 0.7502, 0), turn=-90, name="place_setting"),
        place(chair, at=(-0.309, 0, 0.75), turn=180, name="chair"),
        place(chair, at=(0.309, 0, 0.75), turn=180, name="chair"),
        place(chair, at=(-0.309, 0, -0.75), name="chair"),
        place(chair, at=(0.309, 0, -0.75), name="chair"),
        place(chair, at=(1.1, 0, 0), turn=-90, name="chair"),
        place(chair, at=(-1.1, 0, 0), turn=90, name="chair"),
        place(asset_call("slatted oak sideboard"), at=(-WIDTH / 2 + 0.245, 0, 2.03), turn=90, name="sideboard"),
        place(vase, at=(-2.812, 0.8002, 1.59), turn=90, name="vase"),
        place(vase, at=(-2.812, 0.8002, 2.03), turn=90, name="vase"),
        place(vase, at=(-2.812, 0.8002, 2.47), turn=90, name="vase"),
        place(asset_call("oak bar cart"), at=(-2.63, 0, -2.62), name="bar_cart"),
        place(asset_call("walnut console table"), at=(-0.304, 0, -DEPTH / 2 + 0.19), name="console_table"),
        place(asset_call("grandfather clock"), at=(-WIDTH / 2 + 0.171, 0, 0.051), turn=90, name="grandfather_clock"),
        # from the ceiling
        place(asset_call("chandelier"), at=(0, HEIGHT - 0.85, 0), name="chandelier"),
        # what nobody asked for
        dressing(),
    )


relate(
    on("tv", "cabinet"),
    near("chair", "dining_table"),
    near("chair[1]", "dining_table"),
    near("chair[2]", "dining_table"),
    near("chair[3]", "dining_table"),
    near("chair[4]", "dining_table"),
    near("chair[5]", "dining_table"),
    on("vase", "sideboard"),
    on("vase[1]", "sideboard"),
    on("vase[2]", "sideboard"),
    centered("dining_table", "room"),
    above("chandelier", "dining_table"),
    against_wall("cabinet", "back"),
    next_to("place_setting", "chair"),
    next_to("place_setting[1]", "chair[1]"),
    next_to("place_setting[2]", "chair[2]"),
    next_to("place_setting[3]", "chair[3]"),
    next_to("place_setting[4]", "chair[4]"),
    next_to("place_setting[5]", "chair[5]"),
    in_corner("bar_cart"),
    under("console_table", "room/window"),
    against_wall("grandfather_clock", "left"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    candlestick = asset_call("candlestick")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("vase of flowers"), at=(0, 0.7502, 0), name="vase_of_flowers"),
        place(candlestick, at=(0.3, 0.7502, 0), name="candlestick"),
        place(candlestick, at=(-0.3, 0.7502, 0), name="candlestick"),
        place(asset_call("potted plant"), at=(-2.72, 0, -2.016), turn=90, name="potted_plant"),
        place(asset_call("light switch"), at=(1.575, 1.458, DEPTH / 2 - 0.007), turn=180, name="light_switch"),
        place(
            asset_call("cream curtains", size=(1.9, 1.39, 0.14)), at=(-0.3, 0.88, -DEPTH / 2 + 0.072), name="curtains"
        ),
        place(
            asset_call("cream curtains", size=(1.9, 1.42, 0.14)),
            at=(WIDTH / 2 - 0.072, 0.85, -0.29),
            turn=-90,
            name="curtains",
        ),
        place(
            asset_call("botanical painting", size=(0.9, 0.65, 0.035)),
            at=(1.68, 1.175, -DEPTH / 2 + 0.019),
            name="picture",
        ),
        place(
            asset_call("city painting", size=(0.9, 0.65, 0.035)),
            at=(-WIDTH / 2 + 0.019, 1.175, 2.03),
            turn=90,
            name="picture",
        ),
    )


relate(
    on("vase_of_flowers", "dining_table"),
    on("candlestick", "dining_table"),
    on("candlestick[1]", "dining_table"),
    next_to("light_switch", "room/door"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("warm light over the table")
camera(eye=(1.12, 4.25, 8.90), target=(-0.58, 0.36, 0.34), fov=31.7)
camera(eye=(6.48, 2.65, 0.17), target=(-0.30, -0.42, -1.17), fov=46)
