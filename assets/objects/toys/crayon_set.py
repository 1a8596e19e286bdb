# /// asset
# word = "crayon set"
# synonyms = ["crayons", "crayon", "wax crayons", "colouring set", "box of crayons", "colouring crayons"]
# stands_for = [
#     "chalks", "chalk", "box of chalk", "sidewalk chalk", "oil pastels", "pastels", "modeling clay", "play dough",
#     "playdough",
# ]
# category = "toys"
# support = "surface"
# colors = ["carton", "stripe"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, darker, moved, rod


@register("the open carton with a stripe and a label")
def carton_part(*, width, height, depth, carton, stripe):
    t = 0.002
    return concat_shapes(
        box((0, height / 2, depth / 2), (width, height, t), carton),
        box((0, height * 0.6, -depth / 2), (width, height * 1.2, t), carton),
        *[box((x * width / 2, height * 0.52, 0), (t, height * 1.04, depth), carton) for x in (-1, 1)],
        box((0, t, 0), (width, 2 * t, depth), carton),
        box((0, height * 0.5, depth / 2 + 0.001), (width * 0.9, height * 0.36, t), stripe),
        *[
            box((x * width, height * 0.5, depth / 2 + 0.002), (width * 0.09, height * 0.16, t), (0.98, 0.96, 0.85))
            for x in (-0.3, -0.15, 0.0, 0.15, 0.3)
        ],
    )


@register("a crayon, point up")
def upright_crayon(*, length, radius, tone):
    paper = darker(tone, 0.75)
    return concat_shapes(
        rod((0, 0, 0), (0, length * 0.78, 0), radius, tone, {"roughness": 0.6}),
        *[rod((0, length * y, 0), (0, length * (y + 0.02), 0), radius * 1.02, paper) for y in (0.62, 0.7)],
        rod((0, length * 0.78, 0), (0, length * 0.82, 0), radius * 0.8, tone),
        cone((0, length * 0.82, 0), (0, length, 0), radius * 0.72, tone, {"roughness": 0.6}),
    )


@register("an open box of crayons")
def crayon_set(*, width=0.1, height=0.11, depth=0.035, carton=(0.95, 0.75, 0.15), stripe=(0.2, 0.55, 0.35)):
    tints = (
        (0.85, 0.15, 0.15),
        (0.95, 0.5, 0.1),
        (0.98, 0.85, 0.2),
        (0.3, 0.65, 0.25),
        (0.15, 0.45, 0.8),
        (0.45, 0.25, 0.65),
        (0.4, 0.24, 0.14),
        (0.12, 0.12, 0.13),
    )
    box_height = height * 0.62
    step = width * 0.96 / 8
    crayons = [
        place(
            "upright_crayon",
            at=((i - 3.5) * step, 0.004, depth * (0.22 if row else -0.22)),
            length=(height - 0.004) * (0.92 if row else 1.0),
            radius=step * 0.45,
            tone=tints[(i + 3 * row) % 8],
        )
        for row in (0, 1)
        for i in range(8)
    ]
    whole = concat_shapes(
        library_call(
            "carton_part", width=width * 0.98, height=box_height, depth=depth * 0.88, carton=carton, stripe=stripe
        ),
        *crayons,
    )
    return moved(whole, (0, 0, -compute_shape_center(whole)[2]))
