from scene.language import *

WIDTH, DEPTH, HEIGHT = 3.4, 4.4, 2.7  # metres


@register(
    "a small dining room with an oval table, six chairs, a sideboard with a bowl and two candles, and a pendant lamp"
)
def small_dining_room():
    place_setting = asset_call("place setting")
    chair = asset_call("upholstered oak chair")
    candle = asset_call("candle")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("left", 1.5, 0.9, 2.05)],
            windows=[("right", -0.22, 1.6, 1.25), ("left", -0.22, 1.6, 1.25)],
            floor_color=(0.388, 0.263, 0.188),
            wall_color=(0.78, 0.761, 0.722),
            floor_finish="floorboards",
            dado=("panels", 1, (0.945, 0.929, 0.894)),
        ),
        # furniture, and what stands on it
        place(
            asset_call("oval dining table", size=(1.71, 0.75, 0.96)), at=(0, 0, 0), name="table", z=embed("oval table")
        ),
        place(place_setting, at=(0, 0.7502, 0.335), name="place_setting"),
        place(place_setting, at=(0, 0.7502, -0.335), turn=180, name="place_setting"),
        place(place_setting, at=(-0.335, 0.7502, 0.1292), turn=-90, name="place_setting"),
        place(place_setting, at=(0.335, 0.7502, 0), turn=90, name="place_setting"),
        place(place_setting, at=(-0.0592, 0.7502, 0), name="place_setting"),
        place(place_setting, at=(0.5242, 0.7502, 0), name="place_setting"),
        place(chair, at=(0, 0, 0.784), turn=180, name="chair"),
        place(chair, at=(0, 0, -0.784), name="chair"),
        place(chair, at=(-1.159, 0, 0), turn=90, name="chair"),
        place(chair, at=(1.159, 0, 0), turn=-90, name="chair"),
        place(chair, at=(-1.18, 0, 0.706), turn=90, name="chair"),
        place(chair, at=(1.18, 0, 0.907), turn=-90, name="chair"),
        place(
            asset_call("glass fronted black sideboard"), at=(-1.455, 0, -DEPTH / 2 + 0.82), turn=90, name="sideboard"
        ),
        place(asset_call("bowl"), at=(-1.462, 0.8002, -1.786), turn=90, name="bowl"),
        place(candle, at=(-1.462, 0.8002, -1.356), turn=90, name="candle"),
        place(candle, at=(-1.462, 0.8002, -0.951), turn=90, name="candle"),
        place(asset_call("black display cabinet"), at=(1.077, 0, -DEPTH / 2 + 0.23), name="display_cabinet"),
        place(asset_call("grandfather clock"), at=(-0.102, 0, -DEPTH / 2 + 0.171), name="grandfather_clock"),
        # from the ceiling
        place(asset_call("rattan pendant lamp"), at=(0, HEIGHT - 0.95, 0), name="pendant_lamp"),
        # what nobody asked for
        dressing(),
    )


relate(
    on("bowl", "sideboard"),
    on("candle", "sideboard"),
    on("candle[1]", "sideboard"),
    centered("table", "room"),
    around(["chair", "chair[1]", "chair[2]", "chair[3]", "chair[4]", "chair[5]"], "table"),
    above("pendant_lamp", "table"),
    against_wall("sideboard", "left"),
    next_to("place_setting", "chair"),
    next_to("place_setting[1]", "chair[1]"),
    next_to("place_setting[2]", "chair[2]"),
    next_to("place_setting[3]", "chair[3]"),
    against_wall("display_cabinet", "back"),
    against_wall("grandfather_clock", "back"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    candlestick = asset_call("candlestick")
    return concat_shapes(
        # what one sees first of a lived-in place
        place(
            asset_call("forest painting", size=(0.9, 0.65, 0.035)),
            at=(-WIDTH / 2 + 0.0175, 1.175, -1.69),
            turn=90,
            name="painting",
        ),
        place(candlestick, at=(0.07, 0.7502, 0), name="candlestick"),
        place(candlestick, at=(-0.313, 0.7502, 0), name="candlestick"),
        place(asset_call("potted plant"), at=(1.37, 0, 1.87), turn=-90, name="potted_plant"),
        place(asset_call("socket"), at=(0.28, 0.1, -DEPTH / 2 + 0.006), name="socket"),
        place(asset_call("radiator"), at=(WIDTH / 2 - 0.105, 0, -0.255), turn=-90, name="radiator"),
        place(
            asset_call("beige curtains", size=(1.9, 1.62, 0.14)),
            at=(WIDTH / 2 - 0.072, 0.65, -0.22),
            turn=-90,
            name="curtains",
        ),
        place(
            asset_call("beige curtains", size=(1.9, 1.44, 0.14)),
            at=(-WIDTH / 2 + 0.072, 0.83, -0.22),
            turn=90,
            name="curtains",
        ),
        place(
            asset_call("portrait painting", size=(0.9, 0.65, 0.035)),
            at=(-0.862, 1.175, -DEPTH / 2 + 0.019),
            name="picture",
        ),
        place(
            asset_call("botanical painting", size=(0.9, 0.65, 0.035)),
            at=(WIDTH / 2 - 0.0175, 1.175, 1.288),
            turn=-90,
            name="picture",
        ),
    )


relate(
    above("painting", "sideboard"),
    on("candlestick", "table"),
    on("candlestick[1]", "table"),
    in_corner("potted_plant"),
    on_wall("socket"),
    under("radiator", "room/window"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("warm light over the table")
camera(eye=(-4.69, 2.14, 0.10), target=(-0.79, 1.15, -0.67), fov=46)
camera(eye=(-2.20, 1.75, -2.70), target=(-0.29, 0.88, 0.70), fov=58.9)
