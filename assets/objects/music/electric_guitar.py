# /// asset
# word = "electric guitar"
# synonyms = ["bass guitar", "rock guitar", "bass", "electric bass"]
# category = "music"
# support = "floor"
# colors = ["body_color", "guard"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod, stretched


@register("the solid body with horns, guard, pickups and knobs")
def solid_body(*, s, body_color, guard):
    gloss = {"roughness": 0.12}

    def blob(x, y, a, b, turn, tone, back, front):
        unit = rod((0, 0, back), (0, 0, front), 1.0, tone, gloss)
        return moved(stretched(unit, (a * s, b * s, 1)), (x * s, y * s, 0), turn, (0, 0, 1))

    t = 0.022 * s
    slab = [
        blob(0, 0.15, 0.17, 0.14, 0.1, body_color, -t, t),
        blob(0.0, 0.27, 0.125, 0.14, 0, body_color, -t, t),
        blob(-0.1, 0.4, 0.05, 0.12, 0.25, body_color, -t, t),
        blob(0.1, 0.38, 0.048, 0.1, -0.35, body_color, -t, t),
        blob(0, 0.33, 0.11, 0.07, 0, body_color, -t, t),
    ]
    plate = [
        blob(0.03, 0.24, 0.095, 0.11, 0.2, guard, t, t + 0.003),
        blob(0.06, 0.33, 0.05, 0.07, -0.4, guard, t, t + 0.003),
    ]
    pickups = [
        concat_shapes(
            box((0, y * s, t + 0.006), (s * 0.085, s * 0.024, 0.01), (0.08, 0.08, 0.09)),
            *[
                rod(
                    (s * 0.012 * (k - 2.5), y * s, t + 0.008),
                    (s * 0.012 * (k - 2.5), y * s, t + 0.014),
                    s * 0.004,
                    (0.8, 0.8, 0.82),
                )
                for k in range(6)
            ],
        )
        for y in (0.2, 0.3)
    ]
    knobs = [
        rod((x * s, y * s, t), (x * s, y * s, t + 0.02), s * 0.016, (0.1, 0.1, 0.11))
        for x, y in ((0.1, 0.17), (0.125, 0.11))
    ]
    return concat_shapes(
        *slab,
        *plate,
        *pickups,
        *knobs,
        box(
            (0, s * 0.1, t + 0.006), (s * 0.08, s * 0.04, 0.012), (0.8, 0.8, 0.82), {"metallic": 1.0, "roughness": 0.2}
        ),
    )


@register("the neck with frets and the headstock")
def neck(*, s):
    maple, d = (0.85, 0.65, 0.38), 0.03 * s
    frets = [
        box(
            (0, s * (0.39 + 0.46 * (1 - 0.5 ** (i / 7.0)) / 0.78), d + 0.007),
            (s * 0.05, s * 0.003, 0.003),
            (0.8, 0.8, 0.82),
        )
        for i in range(1, 15)
    ]
    dots = [
        rod((0, s * y, d + 0.005), (0, s * y, d + 0.0075), s * 0.006, (0.97, 0.96, 0.92))
        for y in (0.52, 0.62, 0.71, 0.79)
    ]
    head = [
        moved(box((0, 0, 0), (s * 0.062, s * 0.15, 0.014), maple), (-s * 0.008, s * 0.945, d * 0.7), 0.12, (0, 0, 1))
    ]
    pegs = [
        concat_shapes(
            rod(
                (-s * 0.03, s * (0.89 + 0.022 * i), d * 0.7),
                (-s * 0.06, s * (0.89 + 0.022 * i), d * 0.7),
                s * 0.005,
                (0.8, 0.8, 0.82),
            ),
            ellipsoid(
                (-s * 0.064, s * (0.89 + 0.022 * i), d * 0.7), (s * 0.01, s * 0.009, s * 0.005), (0.8, 0.8, 0.82)
            ),
        )
        for i in range(6)
    ]
    return concat_shapes(
        box((0, s * 0.63, d * 0.6), (s * 0.05, s * 0.5, d * 0.8), maple),
        box((0, s * 0.63, d + 0.003), (s * 0.051, s * 0.5, 0.006), (0.22, 0.13, 0.09)),
        *frets,
        *dots,
        *head,
        *pegs,
    )


@register("the strings")
def strings(*, s):
    return concat_shapes(
        *[
            rod(
                (s * 0.0085 * (i - 2.5), s * 0.1, 0.03 * s + 0.014),
                (s * 0.0068 * (i - 2.5), s * 0.88, 0.03 * s + 0.01),
                s * 0.0012,
                (0.85, 0.86, 0.88),
                {"metallic": 1.0, "roughness": 0.2},
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
                    (x * width * 0.26, height * 0.5, depth * 0.1),
                    (x * width * 0.26, height * 0.42, depth * 0.4),
                    (x * width * 0.26, height * 0.56, depth * 0.44),
                ],
                0.013,
                *steel,
            )
            for x in (-1, 1)
        ],
    )


@register("an electric guitar with two horns and pickups on a stand")
def electric_guitar(*, width=0.4, height=1.12, depth=0.38, body_color=(0.8, 0.12, 0.12), guard=(0.96, 0.95, 0.92)):
    s = 1.0
    body = moved(
        concat_shapes(
            library_call("solid_body", s=s, body_color=body_color, guard=guard),
            library_call("neck", s=s),
            library_call("strings", s=s),
        ),
        (0, 0.12, 0.06),
        -0.16,
        (1, 0, 0),
    )
    whole = concat_shapes(body, library_call("guitar_stand", width=0.4, height=0.3, depth=0.34))
    return fitted(whole, width, height, depth)
