# /// asset
# word = "food truck"
# synonyms = [
#     "ice cream truck", "ice cream van", "burger van", "taco truck", "street food truck", "food van", "snack van",
#     "food trailer",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "stripe"]
# [variants.sweet]
# "ice cream" = true
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, cone, fitted, moved, rod, rotated

GLASS = ((0.1, 0.13, 0.16), {"roughness": 0.08, "metallic": 0.3})
DARK = ((0.08, 0.08, 0.085), {"roughness": 0.7})
WHITE = (0.97, 0.95, 0.9)


@register("a wheel, its axle along x")
def wheel():
    return concat_shapes(
        rod((-0.12, 0, 0), (0.12, 0, 0), 0.38, *DARK),
        rod((-0.13, 0, 0), (0.13, 0, 0), 0.22, (0.8, 0.8, 0.8), {"metallic": 0.6, "roughness": 0.35}),
    )


@register("the box with the serving hatch on its long side, which faces the front")
def kitchen_box(*, paint, stripe):
    gloss = {"roughness": 0.3}
    dark_inside = (0.2, 0.17, 0.15)
    menu = [box((1.55, 1.95 - 0.1 * i, 1.015), (0.4 - 0.06 * (i % 3), 0.025, 0.01), WHITE) for i in range(6)]
    jars = [
        rod((-1.0 + 0.32 * i, 1.46, 1.12), (-1.0 + 0.32 * i, 1.64, 1.12), 0.05, c)
        for i, c in enumerate(((0.8, 0.1, 0.08), (0.95, 0.75, 0.1), (0.95, 0.92, 0.85), (0.25, 0.5, 0.2)))
    ]
    return concat_shapes(
        box((-0.1, 1.7, 0.0), (4.2, 2.2, 0.02), dark_inside),
        box((-0.1, 1.7, -0.98), (4.2, 2.2, 0.04), paint, gloss),
        box((-0.1, 0.98, 0), (4.2, 0.8, 2.0), paint, gloss),
        *[box((x, 1.7, 0), (0.04, 1.6, 2.0), paint, gloss) for x in (-2.18, 1.98)],
        box((-0.1, 2.66, 0), (4.2, 0.3, 2.0), paint, gloss),
        *[box((-0.1 + x, 1.7, 0.5), (w, 1.5, 1.0), paint, gloss) for x, w in ((-1.85, 0.5), (1.55, 1.1))],
        box((-0.1, 0.72, 1.005), (4.2, 0.26, 0.01), stripe),
        box((-0.35, 1.4, 1.14), (2.75, 0.05, 0.34), (0.75, 0.76, 0.78), {"metallic": 0.8, "roughness": 0.3}),
        box((1.55, 1.72, 1.008), (0.62, 0.82, 0.01), (0.12, 0.13, 0.13)),
        *menu,
        *jars,
        box((-0.35, 2.45, 0.06), (2.2, 0.05, 0.05), (1.0, 0.9, 0.65), {"emission": 1.5}),
        box((-0.35, 1.75, 0.1), (2.0, 0.03, 0.2), (0.6, 0.6, 0.62)),
        *[block((-1.2 + 0.35 * i, 1.76, 0.12), (0.2, 0.22, 0.12), WHITE if i % 2 else stripe) for i in range(6)],
    )


@register("the striped awning over the hatch")
def awning(*, stripe):
    strips = [box((-1.55 + 0.25 * i, 0, 0.42), (0.25, 0.03, 0.9), stripe if i % 2 else WHITE) for i in range(11)]
    skirt = [box((-1.55 + 0.25 * i, -0.09, 0.87), (0.25, 0.18, 0.02), stripe if i % 2 else WHITE) for i in range(11)]
    return moved(rotated(concat_shapes(*strips, *skirt), 0.35, (1, 0, 0)), (-0.65, 2.6, 1.0))


@register("the cab of the truck, towards -x")
def cab(*, paint):
    gloss = {"roughness": 0.3}
    return concat_shapes(
        box((-2.85, 1.0, 0), (1.35, 0.9, 1.95), paint, gloss),
        box((-2.5, 1.85, 0), (0.65, 0.9, 1.9), paint, gloss),
        moved(rotated(box((0, 0, 0), (0.04, 1.0, 1.7), *GLASS), -0.5, (0, 0, 1)), (-2.98, 1.8, 0)),
        *[box((-2.6, 1.85, s * 0.956), (0.5, 0.6, 0.01), *GLASS) for s in (-1, 1)],
        *[rod((-3.52, 0.95, s * 0.7), (-3.55, 0.95, s * 0.7), 0.15, (0.97, 0.96, 0.9)) for s in (-1, 1)],
        box((-3.53, 0.6, 0), (0.1, 0.22, 1.95), (0.75, 0.76, 0.78), {"metallic": 0.8, "roughness": 0.3}),
        box((-3.53, 0.95, 0), (0.02, 0.25, 0.8), *DARK),
        box((-0.5, 0.5, 0), (5.6, 0.2, 1.7), *DARK),
    )


@register("a food truck with an open serving hatch under a striped awning")
def food_truck(*, width=5.6, height=3.2, depth=2.9, paint=(0.25, 0.65, 0.68), stripe=(0.88, 0.25, 0.2), sweet=False):
    one = rotated(library_call("wheel"), 1.5708)
    sign = concat_shapes(
        box((-0.4, 3.05, 0.9), (1.7, 0.4, 0.06), WHITE),
        *[box((-1.0 + 0.2 * i, 3.05, 0.94), (0.12, 0.18, 0.02), stripe) for i in range(7)],
    )
    cone_on_top = [
        cone((1.0, 3.2, 0.7), (1.0, 2.82, 0.7), 0.13, (0.8, 0.55, 0.25)),
        ball((1.0, 3.26, 0.7), 0.15, (0.98, 0.75, 0.78)),
    ]
    whole = concat_shapes(
        library_call("kitchen_box", paint=paint, stripe=stripe),
        library_call("awning", stripe=stripe),
        library_call("cab", paint=paint),
        sign,
        *(cone_on_top if sweet else []),
        *[moved(one, (x, 0.38, s * 0.86)) for s in (-1, 1) for x in (-2.8, 1.0)],
    )
    return fitted(whole, width, height, depth)
