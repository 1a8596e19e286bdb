# /// asset
# word = "sushi"
# synonyms = ["sushi roll", "sushi rolls", "maki", "nigiri", "sashimi", "plate of sushi", "sushi platter"]
# category = "food"
# support = "surface"
# colors = ["fish"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("a rice roll in seaweed")
def roll():
    return concat_shapes(
        rod((0, 0, 0), (0, 0.028, 0), 0.017, (0.1, 0.14, 0.1)),
        rod((0, 0.001, 0), (0, 0.0288, 0), 0.0145, (0.97, 0.96, 0.92)),
        rod((0, 0.002, 0), (0, 0.0294, 0), 0.006, (0.95, 0.5, 0.3)),
    )


@register("a slice of fish on rice")
def nigiri_piece(*, fish):
    stripes = [
        moved(box((0, 0, 0), (0.002, 0.0115, 0.021), tuple(min(1.0, c + 0.25) for c in fish)), (x, 0.0215, 0), 0.4)
        for x in (-0.012, 0, 0.012)
    ]
    return concat_shapes(
        ellipsoid((0, 0.012, 0), (0.024, 0.012, 0.0125), (0.97, 0.96, 0.92), {"roughness": 0.9}),
        ellipsoid((0, 0.0215, 0), (0.03, 0.0065, 0.0145), fish, {"roughness": 0.3}),
        *stripes,
    )


@register("the board on two feet")
def board():
    wood = surface("bamboo")
    return concat_shapes(
        box((0, 0.024, 0), (0.26, 0.014, 0.14), *wood),
        *[box((x, 0.0085, 0), (0.02, 0.017, 0.13), *wood) for x in (-0.09, 0.09)],
    )


@register("six pieces of sushi on a board")
def sushi(*, width=0.26, height=0.06, depth=0.14, fish=(0.93, 0.45, 0.3)):
    whole = concat_shapes(
        library_call("board"),
        *[moved(library_call("roll"), (x, 0.031, 0.035)) for x in (-0.075, -0.025, 0.025, 0.075)],
        *[moved(library_call("nigiri_piece", fish=fish), (x, 0.031, -0.03), 0.25) for x in (-0.075, 0, 0.075)],
    )
    return fitted(whole, width, height, depth)
