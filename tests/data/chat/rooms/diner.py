from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.5, 4, 2.7  # metres


@register(
    "a dining room with a table and six chairs, four plates and a bowl on the table, a sideboard with two "
    "candles, a cabinet and a pendant lamp above the table"
)
def dining_room():
    plate = asset_call("plate")
    chair = asset_call("dining chair")
    candle = asset_call("candle")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.55, 0.9, 2.05)], windows=[("left", -0.2, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call("dining table"), at=(-0.119, 0, 0.133), name="table"),
        place(plate, at=(-0.503, 0.7502, 0.429), name="plate"),
        place(plate, at=(0.265, 0.7502, 0.429), name="plate"),
        place(plate, at=(-0.503, 0.7502, -0.163), name="plate"),
        place(plate, at=(0.265, 0.7502, -0.163), name="plate"),
        place(asset_call("bowl"), at=(-0.119, 0.7502, 0.133), name="bowl"),
        place(chair, at=(-0.503, 0, 0.883), turn=180, name="chair"),
        place(chair, at=(0.265, 0, 0.883), turn=180, name="chair"),
        place(chair, at=(-0.503, 0, -0.617), name="chair"),
        place(chair, at=(0.265, 0, -0.617), name="chair"),
        place(chair, at=(0.981, 0, 0.133), turn=-90, name="chair"),
        place(chair, at=(-1.219, 0, 0.133), turn=90, name="chair"),
        place(asset_call("sideboard"), at=(-1.43, 0, -DEPTH / 2 + 0.245), name="sideboard"),
        place(candle, at=(-1.2, 0.8002, -1.762), name="candle"),
        place(candle, at=(-1.66, 0.8002, -1.762), name="candle"),
        place(asset_call("cabinet"), at=(0.203, 0, -DEPTH / 2 + 0.23), name="cabinet"),
        # from the ceiling
        place(asset_call("pendant lamp"), at=(-0.119, HEIGHT - 0.95, 0.133), name="pendant_lamp"),
    )


relate(
    on("plate", "table"),
    on("plate[1]", "table"),
    on("plate[2]", "table"),
    on("plate[3]", "table"),
    on("bowl", "table"),
    on("candle", "sideboard"),
    on("candle[1]", "sideboard"),
    above("pendant_lamp", "table"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.74, 6.68, 7.18), target=(0, 1.08, 0), fov=36)
camera(eye=(1.95, 1.75, 1.7), target=(-0.54, 0.75, -0.8), fov=72)
