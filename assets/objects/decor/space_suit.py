# /// asset
# word = "space suit"
# synonyms = ["spacesuit", "astronaut suit", "astronaut", "astronaut costume", "cosmonaut suit"]
# category = "decor"
# support = "floor"
# colors = ["paint", "visor", "accent"]
# ///
from scene.language import *
from scene.language.modelling import (
    ball,
    block,
    box,
    darker,
    disc,
    ellipsoid,
    fitted,
    hoop,
    lathe,
    moved,
    pad,
    pipe,
    rod,
    tube,
)


@register("a leg with its boot")
def leg(*, side, paint, accent):
    soft = {"roughness": 0.85}
    x = side * 0.13
    rings = [
        hoop(
            0.105 - 0.01 * i,
            0.016,
            darker(paint, 0.9),
            soft,
            center=(x + side * 0.01 * i, 0.78 - 0.16 * i, 0),
            parts=20,
        )
        for i in range(4)
    ]
    return concat_shapes(
        tube([(x, 0.86, 0), (x + side * 0.02, 0.52, 0.01), (x + side * 0.03, 0.2, 0)], 0.1, paint, soft),
        *rings,
        pad((x + side * 0.03, 0.0, 0.05), (0.19, 0.14, 0.33), darker(paint, 0.75), soft),
        box((x + side * 0.03, 0.015, 0.05), (0.17, 0.03, 0.3), (0.25, 0.26, 0.28)),
        rod((x + side * 0.03, 0.17, 0), (x + side * 0.03, 0.21, 0), 0.108, accent),
        ellipsoid((x + side * 0.02, 0.5, 0.085), (0.06, 0.075, 0.035), darker(paint, 0.85), soft),
    )


@register("an arm with its glove")
def arm(*, side, paint, accent):
    soft = {"roughness": 0.85}
    hand = (side * 0.5, 0.86, 0.12)
    fingers = [
        tube([(hand[0] + 0.024 * k, 0.8, 0.13), (hand[0] + 0.026 * k, 0.73, 0.15)], 0.018, darker(paint, 0.7))
        for k in (-1, 0, 1)
    ]
    return concat_shapes(
        tube([(side * 0.25, 1.38, 0), (side * 0.4, 1.12, 0.02), (side * 0.48, 0.92, 0.1)], 0.08, paint, soft),
        rod((side * 0.465, 0.955, 0.085), (side * 0.485, 0.91, 0.105), 0.092, accent),
        ellipsoid(hand, (0.065, 0.09, 0.06), darker(paint, 0.7), soft),
        *fingers,
        tube([(hand[0] - side * 0.05, 0.86, 0.15), (hand[0] - side * 0.07, 0.8, 0.18)], 0.018, darker(paint, 0.7)),
        hoop(0.083, 0.014, (0.8, 0.15, 0.12), center=(side * 0.335, 1.235, 0.01), parts=18),
    )


@register("the body with its control box")
def body_part(*, paint, accent):
    soft = {"roughness": 0.85}
    tones = [(0.85, 0.15, 0.12), (0.2, 0.6, 0.3), (0.95, 0.75, 0.15)]
    return concat_shapes(
        moved(
            lathe(
                [(0.22, 0), (0.24, 0.12), (0.23, 0.3), (0.27, 0.5), (0.22, 0.62), (0.15, 0.68)], paint, soft, slices=34
            ),
            (0, 0.82, 0),
        ),
        ellipsoid((0, 0.84, 0), (0.23, 0.12, 0.2), paint, soft),
        rod((0, 0.98, 0), (0, 1.03, 0), 0.242, darker(paint, 0.55)),
        box((0, 1.2, 0.25), (0.26, 0.17, 0.1), darker(paint, 0.88)),
        *[
            rod((-0.07 + 0.07 * i, 1.23, 0.3), (-0.07 + 0.07 * i, 1.23, 0.315), 0.02, tone)
            for i, tone in enumerate(tones)
        ],
        box((0, 1.16, 0.302), (0.18, 0.035, 0.006), (0.2, 0.3, 0.4)),
        box((-0.15, 1.37, 0.215), (0.1, 0.06, 0.02), accent),
        *[
            pipe(
                [(s * 0.1, 1.13, 0.29), (s * 0.22, 1.02, 0.26), (s * 0.27, 1.1, 0.05), (s * 0.2, 1.2, -0.18)],
                0.018,
                (0.5, 0.52, 0.55),
            )
            for s in (-1, 1)
        ],
    )


@register("the round helmet with its visor")
def helmet_part(*, paint, visor):
    return concat_shapes(
        rod((0, 1.46, 0), (0, 1.52, 0), 0.19, (0.7, 0.72, 0.75), {"metallic": 0.8, "roughness": 0.3}),
        ball((0, 1.66, 0), 0.2, paint, {"roughness": 0.3}),
        ellipsoid((0, 1.66, 0.05), (0.17, 0.15, 0.168), visor, {"roughness": 0.05, "metallic": 0.8}),
        *[rod((s * 0.19, 1.66, 0), (s * 0.225, 1.66, 0), 0.06, darker(paint, 0.7)) for s in (-1, 1)],
        block((0.19, 1.75, 0.0), (0.05, 0.05, 0.09), darker(paint, 0.6)),
    )


@register("the pack on the back")
def back_pack(*, paint):
    return concat_shapes(
        block((0, 0.92, -0.29), (0.44, 0.62, 0.2), darker(paint, 0.92), {"roughness": 0.6}),
        *[rod((s * 0.13, 1.54, -0.29), (s * 0.13, 1.58, -0.29), 0.05, (0.6, 0.62, 0.65)) for s in (-1, 1)],
        box((0, 1.22, -0.395), (0.3, 0.3, 0.02), darker(paint, 0.8)),
    )


@register("an astronaut's space suit with a golden visor")
def space_suit(
    *, width=1.15, height=1.88, depth=0.72, paint=(0.94, 0.94, 0.93), visor=(0.85, 0.62, 0.2), accent=(0.15, 0.32, 0.65)
):
    whole = concat_shapes(
        disc((0, 0, 0), (0.35, 0.3), 0.02, (0.3, 0.31, 0.33)),
        *[library_call("leg", side=s, paint=paint, accent=accent) for s in (-1, 1)],
        *[library_call("arm", side=s, paint=paint, accent=accent) for s in (-1, 1)],
        library_call("body_part", paint=paint, accent=accent),
        library_call("helmet_part", paint=paint, visor=visor),
        library_call("back_pack", paint=paint),
    )
    return fitted(whole, width, height, depth)
