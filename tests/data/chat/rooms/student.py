from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.1, 3.8, 2.7  # metres


@register(
    "a student's bedroom with a single bed, a desk with a laptop and a desk lamp on it, an office chair, a "
    "bookshelf, a wardrobe and a rug"
)
def bedroom():
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.35, 0.9, 2.05)], windows=[("left", -0.19, 1.5, 1.25)]),
        # rugs
        place(asset_call("rug"), at=(0, 0, 0.24), name="rug"),
        # furniture, and what stands on it
        place(asset_call("single bed"), at=(0, 0, -DEPTH / 2 + 1.08), name="bed", z=embed("single bed")),
        place(asset_call("desk"), at=(-1.33, 0, -DEPTH / 2 + 0.37), name="desk"),
        place(asset_call("laptop"), at=(-1.005, 0.7502, -1.53), name="laptop"),
        place(asset_call("desk lamp"), at=(-1.59, 0.7502, -1.53), name="desk_lamp"),
        place(asset_call("office chair"), at=(-1.33, 0, -0.81), turn=180, name="office_chair"),
        place(asset_call("bookshelf"), at=(WIDTH / 2 - 0.17, 0, -0.153), turn=-90, name="bookshelf"),
        place(asset_call("wardrobe"), at=(1.43, 0, -DEPTH / 2 + 0.32), name="wardrobe"),
    )


relate(
    on("laptop", "desk"),
    on("desk_lamp", "desk"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.55, 6.41, 6.83), target=(0, 1.08, 0), fov=36)
camera(eye=(-1.75, 1.75, 1.6), target=(0.49, 0.75, -0.76), fov=72)
