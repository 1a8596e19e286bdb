# /// asset
# word = "guitar"
# synonyms = ["acoustic guitar", "classical guitar", "guitar on a stand", "guitar stand", "folk guitar", "guitars"]
# stands_for = ["ukulele"]
# category = "music"
# support = "floor"
# colors = ["top_color", "side_color"]
# [variants.hung]
# "wall mounted" = true
# "hanging" = true
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod, stretched


@register("the waisted body with its sound hole")
def guitar_body(*, s, top_color, side_color):
    gloss = {"roughness": 0.2}

    def sheet(back, front, grow, tone):
        unit = rod((0, 0, back), (0, 0, front), 1.0, tone, gloss)
        parts = [
            moved(stretched(unit, (a * s + grow, b * s + grow, 1)), (0, y * s, 0))
            for y, a, b in ((0.19, 0.195, 0.19), (0.43, 0.145, 0.14), (0.31, 0.125, 0.16))
        ]
        return concat_shapes(*parts)

    d = 0.05 * s
    rosette = [
        rod((0, s * 0.35, d), (0, s * 0.35, d + 0.0015 * (k + 1)), s * r, tone)
        for k, (r, tone) in enumerate(
            (
                (0.068, (0.3, 0.16, 0.1)),
                (0.062, (0.95, 0.88, 0.7)),
                (0.056, (0.3, 0.16, 0.1)),
                (0.05, (0.04, 0.03, 0.03)),
            )
        )
    ]
    return concat_shapes(
        sheet(-d, d * 0.96, 0.0, side_color),
        sheet(-d * 0.9, d, -0.006 * s, top_color),
        *rosette,
        box((0, s * 0.16, d + 0.004), (s * 0.17, s * 0.026, 0.01), (0.25, 0.14, 0.09)),
        box((0, s * 0.165, d + 0.01), (s * 0.12, s * 0.006, 0.006), (0.97, 0.95, 0.88)),
    )


@register("the neck with frets and the head with its pegs")
def neck(*, s, side_color):
    d = 0.05 * s
    frets = [
        box(
            (0, s * (0.42 + 0.41 * (1 - 0.5 ** (i / 7.0)) / 0.75), d + 0.012),
            (s * 0.056, s * 0.003, 0.003),
            (0.8, 0.8, 0.82),
        )
        for i in range(1, 14)
    ]
    pegs = [
        concat_shapes(
            rod(
                (x * s * 0.03, s * (0.88 + 0.032 * i), d * 0.8),
                (x * s * 0.058, s * (0.88 + 0.032 * i), d * 0.8),
                s * 0.006,
                (0.8, 0.8, 0.82),
            ),
            ellipsoid(
                (x * s * 0.064, s * (0.88 + 0.032 * i), d * 0.8), (s * 0.012, s * 0.009, s * 0.006), (0.97, 0.95, 0.9)
            ),
        )
        for x in (-1, 1)
        for i in range(3)
    ]
    return concat_shapes(
        box((0, s * 0.62, d * 0.75), (s * 0.056, s * 0.44, d * 0.6), side_color),
        box((0, s * 0.62, d + 0.006), (s * 0.057, s * 0.443, 0.01), (0.12, 0.08, 0.06)),
        box((0, s * 0.915, d * 0.75), (s * 0.085, s * 0.14, d * 0.45), side_color),
        *frets,
        *pegs,
    )


@register("the six strings")
def strings(*, s):
    d = 0.05 * s
    return concat_shapes(
        *[
            rod(
                (s * 0.0085 * (i - 2.5), s * 0.165, d + 0.014),
                (s * 0.0075 * (i - 2.5), s * 0.86, d + 0.016),
                s * 0.0013,
                (0.85, 0.82, 0.7),
                {"metallic": 0.8, "roughness": 0.3},
            )
            for i in range(6)
        ]
    )


@register("the folding stand")
def guitar_stand(*, width, height, depth):
    steel = ((0.12, 0.12, 0.13), {"roughness": 0.4})
    return concat_shapes(
        *[rod((0, height, -depth * 0.3), (x * width / 2, 0.012, depth * 0.4), 0.011, *steel) for x in (-1, 1)],
        rod((0, height, -depth * 0.3), (0, 0.012, -depth * 0.5), 0.011, *steel),
        *[
            pipe(
                [
                    (x * width * 0.3, height * 0.5, depth * 0.1),
                    (x * width * 0.3, height * 0.42, depth * 0.42),
                    (x * width * 0.3, height * 0.56, depth * 0.46),
                ],
                0.013,
                *steel,
            )
            for x in (-1, 1)
        ],
    )


@register("an acoustic guitar on a stand")
def guitar(
    *, width=0.42, height=1.12, depth=0.4, top_color=(0.85, 0.6, 0.32), side_color=(0.42, 0.22, 0.12), hung=False
):
    s = 1.0
    instrument = concat_shapes(
        library_call("guitar_body", s=s, top_color=top_color, side_color=side_color),
        library_call("neck", s=s, side_color=side_color),
        library_call("strings", s=s),
    )
    if hung:
        hook = concat_shapes(
            box((0, 0.9, -0.05), (0.07, 0.13, 0.02), *surface("oak")),
            *[rod((x, 0.87, -0.05), (x, 0.87, 0.06), 0.008, (0.1, 0.1, 0.11)) for x in (-0.04, 0.04)],
        )
        return fitted(concat_shapes(instrument, hook), 0.4, 1.02, 0.13)
    body = moved(instrument, (0, 0.14, 0.05), -0.16, (1, 0, 0))
    whole = concat_shapes(body, library_call("guitar_stand", width=0.42, height=0.3, depth=0.36))
    return fitted(whole, width, height, depth)
