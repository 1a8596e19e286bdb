# /// asset
# word = "ice cream cart"
# synonyms = [
#     "hot dog stand", "hot dog cart", "ice cream stand", "popcorn cart", "street food cart", "food cart", "flower cart", "snack cart",
#     "pretzel cart", "vendor cart", "candy cart", "food stand", "pretzel stand", "popcorn stand", "gelato cart",
# ]
# stands_for = ["ice cream trolley", "candy floss stand"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "stripe"]
# [variants.goods]
# "hot dog" = "hot dog"
# "popcorn" = "popcorn"
# "flower" = "flower"
# "pretzel" = "pretzel"
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, cone, darker, ellipsoid, fitted, hoop, moved, rod, rotated, tube

WHITE = (0.97, 0.96, 0.93)


@register("a spoked wheel, its axle along z")
def cart_wheel():
    spokes = [
        rod((0, 0, 0), (0.3 * math.cos(a), 0.3 * math.sin(a), 0), 0.014, (0.85, 0.68, 0.35))
        for a in [math.pi * i / 5 for i in range(10)]
    ]
    return concat_shapes(
        hoop(0.32, 0.025, (0.15, 0.15, 0.16), axis=(0, 0, 1), parts=28),
        *spokes,
        rod((0, 0, -0.04), (0, 0, 0.04), 0.05, (0.85, 0.68, 0.35)),
    )


@register("what is sold, on top of the cart")
def wares(*, goods):
    parts = []
    if goods == "ice cream":
        for i, tone in enumerate(
            ((0.98, 0.75, 0.8), (0.98, 0.95, 0.82), (0.5, 0.32, 0.2), (0.75, 0.9, 0.72), (0.98, 0.85, 0.4))
        ):
            x = -0.44 + 0.22 * i
            parts += [
                block((x, 1.0, 0.0), (0.19, 0.06, 0.3), (0.8, 0.81, 0.83), {"metallic": 0.7}),
                ellipsoid((x, 1.06, 0), (0.09, 0.06, 0.14), tone),
            ]
        for x in (-0.5, 0.5):
            parts += [
                cone((x, 1.32, 0.22), (x, 1.1, 0.22), 0.06, (0.85, 0.6, 0.3)),
                ball((x, 1.36, 0.22), 0.065, (0.98, 0.75, 0.8)),
            ]
    elif goods == "hot dog":
        for i in range(6):
            x = -0.4 + 0.16 * i
            parts += [
                ellipsoid((x, 1.03, 0.05), (0.045, 0.04, 0.12), (0.85, 0.6, 0.32)),
                rod((x, 1.06, -0.07), (x, 1.06, 0.17), 0.022, (0.7, 0.25, 0.14)),
            ]
        parts += [
            concat_shapes(
                rod((x, 1.0, 0.24), (x, 1.16, 0.24), 0.035, t), cone((x, 1.16, 0.24), (x, 1.22, 0.24), 0.025, t)
            )
            for x, t in ((0.5, (0.85, 0.1, 0.08)), (0.4, (0.98, 0.8, 0.1)))
        ]
    elif goods == "popcorn":
        parts += [
            rod((x * 0.5, 1.0, z * 0.24), (x * 0.5, 1.6, z * 0.24), 0.02, (0.85, 0.68, 0.35))
            for x in (-1, 1)
            for z in (-1, 1)
        ]
        parts += [
            ellipsoid(
                (0.09 * (i % 11) - 0.45, 1.03 + 0.035 * (i // 33), 0.16 * ((i // 11) % 3) - 0.16),
                (0.055, 0.045, 0.055),
                darker((0.99, 0.93, 0.72), 0.9 + 0.05 * (i % 3)),
            )
            for i in range(99)
        ]
        parts += [
            box((0, 1.32, s * 0.25), (1.0, 0.55, 0.006), (0.85, 0.92, 0.95), {"opacity": 0.2, "roughness": 0.05})
            for s in (-1, 1)
        ]
    elif goods == "pretzel":
        parts += [
            moved(
                hoop(0.075, 0.02, (0.5, 0.25, 0.1), axis=(0, 0, 1), parts=16),
                (-0.4 + 0.2 * (i % 5), 1.1 + 0.17 * (i // 5), -0.05 + 0.12 * (i // 5)),
            )
            for i in range(10)
        ]
    else:
        for i in range(54):
            x, z = -0.5 + 0.115 * (i % 9), -0.22 + 0.09 * (i // 9)
            tone = ((0.9, 0.2, 0.3), (0.98, 0.8, 0.2), (0.95, 0.6, 0.75), (0.6, 0.35, 0.75), WHITE)[i * 3 % 5]
            tall = 1.14 + 0.07 * ((i * 5) % 4)
            parts += [
                rod((x, 1.0, z), (x, tall, z), 0.008, (0.25, 0.5, 0.22)),
                ellipsoid((x, tall, z), (0.045, 0.035, 0.045), tone),
                ellipsoid((x + 0.03, 1.06, z), (0.04, 0.05, 0.03), (0.28, 0.52, 0.24)),
            ]
    return concat_shapes(*parts)


@register("a vendor's cart with wares under a striped canopy")
def snack_cart(
    *, width=1.75, height=2.4, depth=1.1, paint=(0.93, 0.93, 0.9), stripe=(0.85, 0.2, 0.22), goods="ice cream"
):
    canopy = []
    for i in range(12):
        tone = stripe if i % 2 else WHITE
        x = -0.77 + 0.14 * i
        canopy += [
            moved(rotated(box((0, 0, 0), (0.141, 0.025, 0.6), tone), s * 0.35, (1, 0, 0)), (x, 2.2, s * 0.26))
            for s in (-1, 1)
        ]
        canopy += [box((x, 2.03, s * 0.53), (0.141, 0.14, 0.015), tone) for s in (-1, 1)]
    whole = concat_shapes(
        block((0, 0.42, 0), (1.3, 0.56, 0.66), paint, {"roughness": 0.35}),
        *[box((0, y, 0.335), (1.3, 0.05, 0.01), stripe) for y in (0.5, 0.88)],
        box((0, 0.69, 0.336), (0.6, 0.22, 0.01), stripe),
        *[box((-0.2 + 0.1 * i, 0.69, 0.344), (0.06, 0.1, 0.006), WHITE) for i in range(5)],
        box((0, 0.99, 0), (1.4, 0.04, 0.74), (0.8, 0.81, 0.83), {"metallic": 0.7, "roughness": 0.3}),
        library_call("wares", goods=goods),
        *[
            rod((x * 0.62, 0.98, z * 0.3), (x * 0.62, 2.15, z * 0.3), 0.02, (0.85, 0.68, 0.35))
            for x in (-1, 1)
            for z in (-1, 1)
        ],
        *canopy,
        *[moved(library_call("cart_wheel"), (0.3, 0.345, s * 0.38)) for s in (-1, 1)],
        *[rod((-0.5, 0, s * 0.25), (-0.5, 0.42, s * 0.25), 0.03, (0.2, 0.2, 0.21)) for s in (-1, 1)],
        tube(
            [(-0.65, 0.85, 0.28), (-0.9, 0.92, 0.28), (-0.9, 0.92, -0.28), (-0.65, 0.85, -0.28)],
            0.02,
            (0.85, 0.68, 0.35),
        ),
    )
    return fitted(whole, width, height, depth)
