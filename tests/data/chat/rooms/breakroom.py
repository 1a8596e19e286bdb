from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.7, 4.2, 2.7  # metres


@register(
    "a break room with a fridge, a counter with a microwave and a coffee machine on it, a round table with "
    "four chairs, a trash bin and a clock on the wall"
)
def break_room():
    chair = asset_call("chair")
    return concat_shapes(
        room(WIDTH, DEPTH, HEIGHT, doors=[("front", 1.65, 0.9, 2.05)], windows=[("left", -0.21, 1.5, 1.25)]),
        # furniture, and what stands on it
        place(asset_call("fridge"), at=(0.404, 0, -DEPTH / 2 + 0.38), name="fridge"),
        place(asset_call("counter"), at=(-1.43, 0, -DEPTH / 2 + 0.34), name="counter"),
        place(asset_call("microwave"), at=(-1.107, 0.9102, -1.76), name="microwave"),
        place(asset_call("coffee machine"), at=(-1.833, 0.9102, -1.76), name="coffee_machine"),
        place(asset_call("round table"), at=(-0.377, 0, 0.126), name="table", z=embed("round table")),
        place(chair, at=(-0.377, 0, 1.026), turn=180, name="chair"),
        place(chair, at=(0.523, 0, 0.126), turn=-90, name="chair"),
        place(chair, at=(-0.377, 0, -0.774), name="chair"),
        place(chair, at=(-1.277, 0, 0.126), turn=90, name="chair"),
        place(asset_call("trash bin"), at=(-2.135, 0, -0.101), turn=90, name="trash_bin"),
        # on the walls
        place(asset_call("clock"), at=(-0.201, 1.74, -DEPTH / 2 + 0.024), name="clock"),
    )


relate(
    on("microwave", "counter"),
    on("coffee_machine", "counter"),
    near("chair", "table"),
    near("chair[1]", "table"),
    near("chair[2]", "table"),
    near("chair[3]", "table"),
    on_wall("clock"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("soft daylight")
camera(eye=(3.87, 6.89, 7.45), target=(0, 1.08, 0), fov=36)
camera(eye=(2.05, 1.75, 1.8), target=(-0.56, 0.75, -0.84), fov=72)
