# /// asset
# word = "rail track"
# synonyms = ["railway track", "railroad track", "subway track", "tram track", "train rails", "railway line"]
# stands_for = ["rails"]
# category = "outdoor"
# support = "floor"
# colors = ["ballast"]
# materials = ["sleeper", "rail"]
# ///
from scene.language import *
from scene.language.modelling import box


@register("one rail with its foot, web and head")
def rail_bar(*, length, height, rail):
    look = surface(rail)
    return concat_shapes(
        box((0, height * 0.08, 0), (length, height * 0.16, 0.12), *look),
        box((0, height * 0.45, 0), (length, height * 0.6, 0.03), *look),
        box((0, height * 0.86, 0), (length, height * 0.28, 0.065), *look),
    )


@register("a length of railway track: two rails on sleepers in a bed of gravel")
def rail_track(*, width=4.0, height=0.3, depth=1.8, ballast=(0.42, 0.4, 0.37), sleeper="dark oak", rail="old iron"):
    wood = surface(sleeper)
    bed = [
        box((0, height * 0.2, 0), (width, height * 0.4, depth), ballast, {"roughness": 0.95}),
        box(
            (0, height * 0.44, 0),
            (width, height * 0.1, depth * 0.86),
            tuple(0.9 * c for c in ballast),
            {"roughness": 0.95},
        ),
    ]
    count = max(2, round(width / 0.6))
    sleepers = [
        box(((i + 0.5) * width / count - width / 2, height * 0.52, 0), (0.22, height * 0.2, depth * 0.8), *wood)
        for i in range(count)
    ]
    rails = [
        place("rail_bar", at=(0, height * 0.6, side * depth * 0.27), length=width, height=height * 0.4, rail=rail)
        for side in (-1, 1)
    ]
    return concat_shapes(*bed, *sleepers, *rails)
