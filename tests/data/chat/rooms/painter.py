from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.4, 4, 2.7  # metres


@register(
    "a painter's studio with an easel, a workbench with two paint cans and a lamp on it, a stool, a shelf, "
    "a sofa and a plant"
)
def studio():
    paint_can = asset_call("paint can")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.5, 0.9, 2.05)], windows=[("left", -0.2, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call("easel"), at=(-1.765, 0, 0.978), turn=90, name="easel"),
        place(asset_call("workbench"), at=(WIDTH / 2 - 0.445, 0, 0), turn=-90, name="workbench"),
        place(paint_can, at=(1.878, 0.9002, 0.445), turn=-90, name="paint_can"),
        place(paint_can, at=(1.878, 0.9002, 0.07), turn=-90, name="paint_can"),
        place(asset_call("table lamp"), at=(1.878, 0.9002, -0.375), turn=-90, name="lamp"),
        place(asset_call("stool"), at=(1.1, 0, 0), turn=90, name="stool"),
        place(asset_call("shelf"), at=(-1.78, 0, -DEPTH / 2 + 0.17), name="shelf"),
        place(asset_call("sofa"), at=(0, 0, -DEPTH / 2 + 0.48), name="sofa"),
        place(asset_call("plant"), at=(-1.83, 0, -0.204), turn=90, name="plant"),
    )


relate(
    on("paint_can", "workbench"),
    on("paint_can[1]", "workbench"),
    on("lamp", "workbench"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.71, 6.65, 7.14), target=(0, 1.08, 0), fov=36)
camera(eye=(0, 1.75, 1.75), target=(-0.53, 0.75, -0.8), fov=72)
