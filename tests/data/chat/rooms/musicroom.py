from scene.language import *

WIDTH, DEPTH, HEIGHT = 4.5, 6.4, 2.8  # metres


@register("a music room with a grand piano, two guitars, a drum kit and a sofa")
def music_room():
    guitar = asset_call("guitar")
    music_stand = asset_call("music stand")
    chair = asset_call("ladder back oak chair")
    return concat_shapes(
        room(
            WIDTH,
            DEPTH,
            HEIGHT,
            doors=[("front", 1.55, 0.9, 2.05)],
            windows=[("left", -0.32, 1.6, 1.25)],
            floor_color=(0.388, 0.263, 0.188),
            wall_color=(0.851, 0.671, 0.541),
            floor_finish="floorboards",
        ),
        # furniture, and what stands on it
        place(
            asset_call("grand piano"), at=(WIDTH / 2 - 0.895, 0, 1.519), turn=-90, name="piano", z=embed("grand piano")
        ),
        place(guitar, at=(-1.12, 0, -2.98), name="guitar"),
        place(guitar, at=(-0.68, 0, -2.98), name="guitar"),
        place(asset_call("drum kit"), at=(0.429, 0, -DEPTH / 2 + 0.62), name="drum_kit"),
        place(asset_call("channel back cream sofa"), at=(-WIDTH / 2 + 0.48, 0, 0.301), turn=90, name="sofa"),
        place(asset_call("piano bench"), at=(0.22, 0, 1.519), turn=90, name="piano_bench"),
        place(music_stand, at=(0, 0, -0.013), turn=180, name="music_stand"),
        place(music_stand, at=(0.8, 0, -0.013), turn=180, name="music_stand"),
        place(chair, at=(0, 0, -0.603), name="chair"),
        place(chair, at=(0.8, 0, -0.603), name="chair"),
        place(asset_call("microphone stand"), at=(1.854, 0, -DEPTH / 2 + 0.33), name="microphone_stand"),
        place(asset_call("harp"), at=(-WIDTH / 2 + 0.495, 0, 2.98), turn=90, name="harp"),
        place(asset_call("brown armchair"), at=(-1.805, 0, -2.755), name="armchair"),
        # what nobody asked for
        dressing(),
    )


relate(
    against_wall("piano", "right"),
    in_front_of("piano_bench", "piano"),
    facing("piano_bench", "piano"),
    against_wall("guitar", "back"),
    against_wall("guitar[1]", "back"),
    near("microphone_stand", "drum_kit"),
    in_corner("harp"),
    in_corner("armchair"),
)


def dressing():
    """What nobody asked for. Without its call, and the relations below it, the place is as it was asked for."""
    return concat_shapes(
        # what one sees first of a lived-in place
        place(asset_call("dark red rug"), at=(0.429, 0, -1.83), name="rug"),
        place(asset_call("potted plant"), at=(1.92, 0, -1.762), turn=-90, name="potted_plant"),
        place(asset_call("radiator"), at=(-WIDTH / 2 + 0.105, 0, -1.365), turn=90, name="radiator"),
        place(
            asset_call("terracotta curtains", size=(1.9, 1.4, 0.14)),
            at=(-WIDTH / 2 + 0.072, 0.87, -0.32),
            turn=90,
            name="curtains",
        ),
        place(
            asset_call("forest painting", size=(0.9, 0.65, 0.035)),
            at=(-1.74, 1.175, -DEPTH / 2 + 0.019),
            name="picture",
        ),
        place(
            asset_call("botanical painting", size=(0.9, 0.65, 0.035)),
            at=(WIDTH / 2 - 0.019, 1.175, -0.04),
            turn=-90,
            name="picture",
        ),
    )


relate(
    under("rug", "drum_kit"),
    on_wall("picture"),
    on_wall("picture[1]"),
)


light("ceiling", at=(0, HEIGHT - 0.05, 0), intensity=1.0, color=(1, 0.95, 0.88))
environment("warm clear light")
camera(eye=(0.00, 2.25, 6.00), target=(0.17, 1.15, 2.16), fov=42.7)
camera(eye=(-7.52, 3.59, 0.88), target=(-0.36, 0.34, -0.55), fov=34.5)
