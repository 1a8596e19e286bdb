# /// asset
# word = "chopsticks"
# synonyms = ["pair of chopsticks", "chopstick pair", "chopstick"]
# category = "tableware"
# support = "surface"
# colors = ["lacquer", "rest"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, moved, rod


@register("one tapered stick")
def stick(*, length, thick, tip_y, end_y, lacquer):
    pieces = 4

    def piece(i):
        a, b = i / pieces, (i + 1) / pieces
        start = (-length / 2 + length * a, tip_y + (end_y - tip_y) * a, 0)
        return rod(
            start,
            (-length / 2 + length * b, tip_y + (end_y - tip_y) * b, 0),
            thick * (0.45 + 0.18 * i),
            lacquer,
            {"roughness": 0.3},
        )

    gold = rod(
        (length * 0.22, end_y + 0.28 * (tip_y - end_y), 0),
        (length * 0.25, end_y + 0.25 * (tip_y - end_y), 0),
        thick * 1.05,
        (0.85, 0.68, 0.3),
    )
    return concat_shapes(loop(pieces, piece), gold)


@register("the little rest")
def chopstick_rest(*, width, height, depth, rest):
    return concat_shapes(
        box((0, height * 0.35, 0), (width * 0.7, height * 0.7, depth), rest, {"roughness": 0.25}),
        *[
            ellipsoid((0, height * 0.5, z), (width * 0.5, height * 0.5, depth * 0.12), rest, {"roughness": 0.25})
            for z in (-depth * 0.4, depth * 0.4)
        ],
    )


@register("a pair of lacquered chopsticks on a rest")
def chopsticks(*, width=0.235, depth=0.07, height=0.022, lacquer=(0.5, 0.08, 0.07), rest=(0.9, 0.89, 0.85)):
    return concat_shapes(
        place(
            "chopstick_rest", at=(-width * 0.3, 0, 0), width=0.028, height=height * 0.8, depth=depth * 0.965, rest=rest
        ),
        *[
            moved(
                library_call("stick", length=width, thick=0.0045, tip_y=height * 0.9, end_y=0.0047, lacquer=lacquer),
                (0, 0, z),
            )
            for z in (-0.011, 0.011)
        ],
    )
