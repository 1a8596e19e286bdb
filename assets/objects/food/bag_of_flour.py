# /// asset
# word = "bag of flour"
# synonyms = ["paper bag", "flour bag", "flour sack", "flour", "sack of flour"]
# stands_for = ["sugar bag", "bag of sugar", "sandwich bag"]
# category = "food"
# support = "surface"
# colors = ["paper", "print_tint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved


@register("the filled bag with its folded top")
def paper_bag(*, width, height, depth, paper):
    shade = darker(paper, 0.9)
    return concat_shapes(
        box((0, height * 0.42, 0), (width * 0.94, height * 0.84, depth * 0.94), paper, {"roughness": 0.95}),
        ellipsoid((0, height * 0.42, 0), (width * 0.5, height * 0.42, depth * 0.5), paper, {"roughness": 0.95}),
        box((0, height * 0.87, 0), (width * 0.9, height * 0.1, depth * 0.6), shade, {"roughness": 0.95}),
        box((0, height * 0.95, 0), (width * 0.88, height * 0.1, depth * 0.22), paper, {"roughness": 0.95}),
        box((0, height * 0.9, depth * 0.2), (width * 0.88, height * 0.05, depth * 0.16), shade, {"roughness": 0.95}),
    )


@register("the printed label with an ear of wheat")
def label(*, width, height, front, print_tint):
    z = front
    grains = [
        moved(
            ellipsoid((side * width * 0.055, 0, 0), (width * 0.05, width * 0.022, 0.003), (0.95, 0.78, 0.3)),
            (0, height * (0.36 + 0.055 * i), z + 0.001),
            side * 0.7,
            (0, 0, 1),
        )
        for i in range(4)
        for side in (-1, 1)
    ]
    return concat_shapes(
        box((0, height * 0.42, z), (width * 0.7, height * 0.46, 0.003), (0.97, 0.95, 0.9)),
        box((0, height * 0.6, z), (width * 0.69, height * 0.08, 0.004), print_tint),
        box((0, height * 0.218, z), (width * 0.71, height * 0.06, 0.004), print_tint),
        box((0, height * 0.38, z + 0.001), (width * 0.015, height * 0.26, 0.003), (0.75, 0.58, 0.2)),
        *grains,
    )


@register("a folded paper bag of flour with an ear of wheat on it")
def bag_of_flour(*, width=0.13, height=0.23, depth=0.1, paper=(0.88, 0.8, 0.66), print_tint=(0.2, 0.35, 0.6)):
    whole = concat_shapes(
        library_call("paper_bag", width=width, height=height, depth=depth * 0.96, paper=paper),
        library_call("label", width=width, height=height, front=depth * 0.49, print_tint=print_tint),
    )
    return moved(whole, (0, 0, -compute_shape_center(whole)[2]))
