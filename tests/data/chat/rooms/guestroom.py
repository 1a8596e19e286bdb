from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.5, 4.1, 2.7  # metres


@register(
    "a guest room with a double bed, two nightstands with a lamp on each, a wardrobe, an armchair, a bench "
    "and a painting above the bed"
)
def guest_room():
    nightstand = asset_call("nightstand")
    lamp = asset_call("table lamp")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.55, 0.9, 2.05)], windows=[("left", -0.2, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call("double bed"), at=(0, 0, -DEPTH / 2 + 1.08), name="bed", z=embed("double bed")),
        place(nightstand, at=(1.174, 0, -DEPTH / 2 + 0.22), name="nightstand"),
        place(lamp, at=(1.174, 0.5502, -1.838), name="lamp"),
        place(nightstand, at=(1.99, 0, -DEPTH / 2 + 0.22), name="nightstand"),
        place(lamp, at=(1.99, 0.5502, -1.838), name="lamp"),
        place(asset_call("wardrobe"), at=(-1.63, 0, -DEPTH / 2 + 0.32), name="wardrobe"),
        place(asset_call("armchair"), at=(-1.765, 0, 0), turn=90, name="armchair"),
        place(asset_call("bench"), at=(2, 0, 0), turn=-90, name="bench"),
        # on the walls
        place(asset_call("painting"), at=(-0.04, 1.175, -DEPTH / 2 + 0.019), name="painting"),
    )


relate(
    on("lamp", "nightstand"),
    on("lamp[1]", "nightstand[1]"),
    above("painting", "bed"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.78, 6.75, 7.27), target=(0, 1.08, 0), fov=36)
camera(eye=(1.95, 1.75, 1.75), target=(-0.54, 0.75, -0.82), fov=72)
