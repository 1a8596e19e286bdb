# /// asset
# word = "gong"
# synonyms = ["tam-tam", "chinese gong"]
# stands_for = ["cymbal", "cymbals"]
# category = "music"
# support = "floor"
# colors = ["bronze"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod


@register("the frame")
def frame_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[box((s * 0.32, 0.42, 0), (0.04, 0.84, 0.04), *look) for s in (-1, 1)],
        *[box((s * 0.32, 0.02, 0), (0.05, 0.04, 0.34), *look) for s in (-1, 1)],
        box((0, 0.82, 0), (0.7, 0.04, 0.045), *look),
        box((0, 0.1, 0), (0.62, 0.03, 0.03), *look),
    )


@register("the disc on its cords")
def disc(*, bronze):
    metal = {"metallic": 0.9, "roughness": 0.35}
    face = [
        moved(rod((0, 0, -d), (0, 0, d), r, darker(bronze, t), metal), (0, 0.46, 0))
        for r, d, t in ((0.26, 0.02, 0.7), (0.245, 0.023, 1.0), (0.16, 0.024, 0.85), (0.13, 0.026, 1.0))
    ]
    return concat_shapes(
        *face,
        ellipsoid((0, 0.46, 0.02), (0.075, 0.075, 0.03), bronze, metal),
        *[rod((s * 0.12, 0.68, 0), (s * 0.14, 0.82, 0), 0.006, (0.7, 0.12, 0.12)) for s in (-1, 1)],
    )


@register("a gong hung in a frame")
def gong(*, width=0.7, height=0.85, depth=0.34, bronze=(0.74, 0.54, 0.24), wood="dark wood"):
    whole = concat_shapes(library_call("frame_part", wood=wood), library_call("disc", bronze=bronze))
    return fitted(whole, width, height, depth)
