from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.3, 3.9, 2.7  # metres


@register(
    "a children's room with a bunk bed, a toy box, a teddy bear, a small table with two stools, a dresser "
    "with a lamp on it and a round rug"
)
def room_scene():
    stool = asset_call("stool")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.45, 0.9, 2.05)], windows=[("left", -0.2, 1.5, 1.25)]),
        # rugs
        place(asset_call("round rug"), at=(-0.157, 0, -0.78), name="rug", z=embed("round rug")),
        # furniture, and what stands on it
        place(asset_call("bunk bed"), at=(-0.157, 0, -DEPTH / 2 + 0.595), name="bunk_bed"),
        place(asset_call("teddy bear"), at=(0.126, 1.4255, -1.442), name="teddy_bear"),
        place(asset_call("toy box"), at=(1.628, 0, -DEPTH / 2 + 0.245), name="toy_box"),
        place(asset_call("small table"), at=(-0.103, 0, 0.697), name="table", z=embed("small table")),
        place(stool, at=(-0.103, 0, 1.302), turn=180, name="stool"),
        place(stool, at=(-0.103, 0, 0.092), name="stool"),
        place(asset_call("dresser"), at=(-WIDTH / 2 + 0.3, 0, 0), turn=90, name="dresser"),
        place(asset_call("table lamp"), at=(-1.85, 0.8002, 0), turn=90, name="lamp"),
    )


relate(
    near("stool", "table"),
    near("stool[1]", "table"),
    on("lamp", "dresser"),
    near("rug", "dresser"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.64, 6.54, 7.01), target=(0, 1.08, 0), fov=36)
camera(eye=(1.85, 1.75, 1.65), target=(-0.52, 0.75, -0.78), fov=72)
