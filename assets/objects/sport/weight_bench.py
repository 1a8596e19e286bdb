# /// asset
# word = "weight bench"
# synonyms = ["bench press", "workout bench", "gym bench", "exercise bench", "lifting bench", "barbell bench"]
# category = "sport"
# support = "floor"
# colors = ["pad_color", "plates"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the padded bench on its frame")
def bench_pad(*, width, depth, height, pad_color):
    steel = (0.3, 0.31, 0.33)
    back = moved(
        box((0, 0, 0), (width, 0.07, depth * 0.62), pad_color, {"roughness": 0.6}),
        (0, height + 0.1, -depth * 0.2),
        0.3,
        (1, 0, 0),
    )
    return concat_shapes(
        back,
        box((0, height - 0.03, depth * 0.28), (width, 0.07, depth * 0.32), pad_color, {"roughness": 0.6}),
        rod((0, 0.06, -depth * 0.46), (0, 0.06, depth * 0.46), 0.03, steel),
        rod((0, 0.05, depth * 0.32), (0, height - 0.06, depth * 0.28), 0.03, steel),
        rod((0, 0.05, -depth * 0.3), (0, height + 0.05, -depth * 0.15), 0.03, steel),
        *[
            rod((-width * 0.8, 0.03, z * depth * 0.46), (width * 0.8, 0.03, z * depth * 0.46), 0.03, steel)
            for z in (-1, 1)
        ],
    )


@register("the rack: two uprights with hooks")
def rack(*, span, height, depth):
    steel = (0.3, 0.31, 0.33)
    return concat_shapes(
        *[
            concat_shapes(
                box((x * span / 2, height / 2, 0), (0.06, height, 0.06), steel),
                box((x * span / 2, 0.02, 0), (0.07, 0.04, depth), steel),
                box((x * span / 2, height * 0.94, 0.06), (0.06, 0.03, 0.09), steel),
                box((x * span / 2, height * 0.98, 0.1), (0.06, 0.09, 0.02), steel),
            )
            for x in (-1, 1)
        ],
        rod((-span / 2, height * 0.3, 0), (span / 2, height * 0.3, 0), 0.025, steel),
    )


@register("the loaded barbell")
def loaded_bar(*, length, plates):
    chrome = surface("chrome")

    def side(s):
        return concat_shapes(
            *[
                rod((s * (length * 0.36 + 0.05 * i), 0, 0), (s * (length * 0.36 + 0.05 * i + 0.038), 0, 0), r, tone)
                for i, (r, tone) in enumerate(((0.2, plates), (0.2, (0.15, 0.15, 0.16)), (0.13, plates)))
            ],
            rod((s * length * 0.34, 0, 0), (s * length * 0.5, 0, 0), 0.025, *chrome),
        )

    return concat_shapes(rod((-length / 2, 0, 0), (length / 2, 0, 0), 0.015, *chrome), side(1), side(-1))


@register("a weight bench with a barbell on its rack")
def weight_bench(*, width=1.7, height=1.2, depth=1.3, pad_color=(0.12, 0.12, 0.13), plates=(0.75, 0.2, 0.18)):
    whole = concat_shapes(
        library_call("bench_pad", width=0.3, depth=1.15, height=0.44, pad_color=pad_color),
        moved(library_call("rack", span=1.1, height=1.0, depth=0.5), (0, 0, -0.45)),
        moved(library_call("loaded_bar", length=1.7, plates=plates), (0, 0.97, -0.39)),
    )
    return fitted(whole, width, height, depth)
