# /// asset
# word = "lab bench"
# synonyms = ["laboratory bench", "lab table", "lab desk", "science bench", "chemistry bench", "reagent bench"]
# category = "school"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "top_color"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, pipe, rod


@register("the cupboards with drawers and doors")
def cupboards(*, width, height, depth, paint):
    look, count = (paint, {"roughness": 0.4}), 4
    step, parts = width / 4, []
    for i in range(count):
        x = (i - 1.5) * step
        parts += [
            box((x, height * 0.86, depth / 2 + 0.006), (step * 0.94, height * 0.2, 0.014), *look),
            box((x, height * 0.4, depth / 2 + 0.006), (step * 0.94, height * 0.66, 0.014), *look),
            *[
                rod(
                    (x - step * 0.14, y * height, depth / 2 + 0.03),
                    (x + step * 0.14, y * height, depth / 2 + 0.03),
                    0.007,
                    (0.6, 0.61, 0.63),
                )
                for y in (0.86, 0.68)
            ],
        ]
    return concat_shapes(
        box((0, height * 0.53, 0), (width, height * 0.94, depth), darker(paint, 0.82)),
        box((0, height * 0.03, -0.02), (width * 0.98, height * 0.06, depth * 0.92), (0.2, 0.2, 0.22)),
        *parts,
    )


@register("the black worktop with sink and tap")
def worktop(*, width, depth, thick, top_color):
    steel = ((0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.25})
    tap = pipe(
        [
            (width * 0.36, thick, -depth * 0.28),
            (width * 0.36, thick + 0.26, -depth * 0.28),
            (width * 0.36, thick + 0.3, -depth * 0.2),
            (width * 0.36, thick + 0.24, -depth * 0.08),
        ],
        0.013,
        *steel,
    )
    gas = concat_shapes(
        rod(
            (-width * 0.12, thick, -depth * 0.25),
            (-width * 0.12, thick + 0.08, -depth * 0.25),
            0.016,
            (0.95, 0.75, 0.2),
        ),
        rod(
            (-width * 0.12, thick + 0.07, -depth * 0.25),
            (-width * 0.12, thick + 0.07, -depth * 0.14),
            0.009,
            (0.95, 0.75, 0.2),
        ),
    )
    return concat_shapes(
        box((0, thick / 2, 0), (width, thick, depth), top_color, {"roughness": 0.25}),
        box((width * 0.36, thick, 0.02), (width * 0.16, 0.004, depth * 0.5), *steel),
        box((width * 0.36, thick + 0.002, 0.02), (width * 0.14, 0.004, depth * 0.43), (0.3, 0.31, 0.33)),
        tap,
        gas,
    )


@register("the reagent shelf with bottles")
def reagent_shelf(*, width, height, paint):
    tints = (
        (0.45, 0.25, 0.08),
        (0.3, 0.55, 0.85),
        (0.45, 0.25, 0.08),
        (0.35, 0.7, 0.4),
        (0.85, 0.35, 0.3),
        (0.95, 0.8, 0.3),
        (0.45, 0.25, 0.08),
    )
    posts = [box((x * width * 0.47, height / 2, 0), (0.03, height, 0.05), (0.5, 0.51, 0.53)) for x in (-1, 0, 1)]
    shelves = [box((0, y * height, 0.0), (width, 0.02, 0.18), paint) for y in (0.45, 0.98)]
    bottles = [
        concat_shapes(
            rod((x, y * height + 0.01, 0), (x, y * height + 0.1, 0), 0.03, tints[i], {"roughness": 0.1}),
            rod((x, y * height + 0.1, 0), (x, y * height + 0.14, 0), 0.012, tints[i]),
            rod((x, y * height + 0.13, 0), (x, y * height + 0.155, 0), 0.017, (0.15, 0.15, 0.16)),
            rod((x, y * height + 0.035, 0), (x, y * height + 0.075, 0), 0.0305, (0.95, 0.95, 0.92)),
        )
        for i, (x, y) in enumerate(
            (
                (-width * 0.38, 0.45),
                (-width * 0.3, 0.45),
                (-width * 0.2, 0.98),
                (-width * 0.1, 0.98),
                (width * 0.1, 0.45),
                (width * 0.2, 0.45),
                (width * 0.3, 0.98),
            )
        )
    ]
    return concat_shapes(*posts, *shelves, *bottles)


@register("a flask and a beaker with liquid")
def glassware():
    color, clear = surface("glass")
    flask = [
        rod(
            (0, 0.004 * i, 0),
            (0, 0.004 * (i + 1), 0),
            0.05 * (1 - i / 30),
            (0.3, 0.75, 0.6) if i < 12 else color,
            {"roughness": 0.05} if i < 12 else clear | {"opacity": 0.4},
        )
        for i in range(21)
    ]
    beaker = [
        rod((0.14, 0, 0.02), (0.14, 0.05, 0.02), 0.035, (0.9, 0.5, 0.65), {"roughness": 0.05}),
        rod((0.14, 0.05, 0.02), (0.14, 0.095, 0.02), 0.036, color, clear | {"opacity": 0.4}),
    ]
    return concat_shapes(
        *flask,
        rod((0, 0.083, 0), (0, 0.14, 0), 0.015, color, clear | {"opacity": 0.5}),
        rod((0, 0.135, 0), (0, 0.142, 0), 0.02, color, clear | {"opacity": 0.6}),
        *beaker,
    )


@register("a laboratory bench with a sink, a gas tap and a reagent shelf")
def lab_bench(*, width=1.8, height=1.45, depth=0.75, paint=(0.92, 0.93, 0.94), top_color=(0.14, 0.15, 0.17)):
    body = 0.87
    whole = concat_shapes(
        library_call("cupboards", width=1.76, height=body, depth=0.68, paint=paint),
        moved(library_call("worktop", width=1.8, depth=0.75, thick=0.03, top_color=top_color), (0, body, 0)),
        moved(library_call("reagent_shelf", width=1.5, height=0.38, paint=paint), (0, body + 0.03, -0.27)),
        moved(library_call("glassware"), (-0.55, body + 0.03, 0.08)),
    )
    return fitted(whole, width, height, depth)
