# /// asset
# word = "coffee kiosk"
# synonyms = ["coffee stand", "coffee cart", "coffee stall", "coffee bar kiosk", "espresso cart"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["paint", "stripes"]
# materials = ["wood"]
# ///

from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, hoop, lathe, moved, rod


@register("the counter with its boards")
def counter(*, look, paint):
    boards = [
        box(((i - 7) * 0.13, 0.5, 0.42), (0.12, 0.84, 0.02), darker(paint, 0.94 + 0.06 * (i % 2))) for i in range(15)
    ]
    return concat_shapes(
        block((0, 0.06, 0), (1.96, 0.9, 0.8), darker(paint, 0.8)),
        *boards,
        block((0, 0.96, 0), (2.1, 0.05, 0.94), *look),
        block((0, 0, 0), (1.9, 0.06, 0.74), (0.15, 0.14, 0.13)),
        *[rod((s * 0.7, 0.16, 0.41), (s * 0.7, 0.16, 0.47), 0.16, (0.12, 0.12, 0.12)) for s in (-1, 1)],
        *[rod((s * 0.7, 0.16, 0.465), (s * 0.7, 0.16, 0.478), 0.1, (0.8, 0.75, 0.6)) for s in (-1, 1)],
    )


@register("the roof with its striped awning")
def roof(*, look, stripes):
    parts = [block((s * 0.95, 0.96, t * 0.36), (0.06, 1.2, 0.06), *look) for s in (-1, 1) for t in (-1, 1)]
    parts.append(block((0, 2.14, 0), (2.1, 0.05, 0.9), *look))
    n = 12
    for i in range(n):
        tone = stripes if i % 2 else (0.96, 0.95, 0.92)
        x = (i - (n - 1) / 2) * 2.2 / n
        parts.append(moved(box((0, 0, 0.34), (2.2 / n, 0.02, 0.7), tone), (x, 2.24, 0.2), 0.42, (1, 0, 0)))
        parts.append(rod((x, 1.94, 0.835), (x, 1.94, 0.85), 1.1 / n, tone))
        parts.append(moved(box((0, 0, -0.34), (2.2 / n, 0.02, 0.7), tone), (x, 2.24, 0.2), -0.15, (1, 0, 0)))
    return concat_shapes(*parts)


@register("the sign with a cup")
def cup_sign():
    cream, brown = (0.95, 0.91, 0.82), (0.3, 0.18, 0.1)
    return concat_shapes(
        rod((0, 0.52, 0.43), (0, 0.52, 0.445), 0.27, brown),
        box((-0.02, 0.5, 0.45), (0.2, 0.15, 0.012), cream),
        box((-0.02, 0.41, 0.45), (0.3, 0.02, 0.012), cream),
        hoop(0.045, 0.013, cream, center=(0.1, 0.51, 0.45), axis=(0, 0, 1), parts=16),
        *[box((-0.07 + 0.05 * k, 0.625 + 0.01 * (k % 2), 0.45), (0.013, 0.07, 0.01), cream) for k in range(3)],
    )


@register("the coffee machine, cups and a jar")
def things():
    steel = finish("steel")
    cups = [
        moved(
            lathe([(0.03, 0), (0.042, 0.11)], (0.96, 0.95, 0.92) if i % 2 else (0.55, 0.35, 0.2), slices=8),
            (0.2 + 0.1 * (i % 4), 1.01, -0.1 + 0.12 * (i // 4)),
        )
        for i in range(8)
    ]
    return concat_shapes(
        block((-0.5, 1.01, -0.1), (0.6, 0.4, 0.4), *steel),
        block((-0.5, 1.41, -0.1), (0.64, 0.04, 0.44), (0.12, 0.12, 0.13)),
        box((-0.5, 1.3, 0.105), (0.56, 0.1, 0.02), (0.75, 0.12, 0.1)),
        box((-0.5, 1.1, 0.1), (0.5, 0.16, 0.012), (0.08, 0.08, 0.09)),
        *[rod((-0.62 + 0.24 * k, 1.2, 0.13), (-0.62 + 0.24 * k, 1.16, 0.2), 0.026, (0.1, 0.1, 0.1)) for k in (0, 1)],
        *cups,
        moved(lathe([(0.08, 0), (0.09, 0.16), (0.06, 0.22)], *finish("glass"), slices=12), (0.78, 1.01, 0.1)),
        rod((0.78, 1.015, 0.1), (0.78, 1.14, 0.1), 0.07, (0.32, 0.19, 0.1)),
        box((0.5, 1.6, -0.4), (0.7, 0.44, 0.03), (0.1, 0.12, 0.11)),
        *[
            box(
                (0.42 + 0.02 * (i % 2), 1.74 - 0.075 * i, -0.38),
                (0.4 - 0.04 * (i % 3), 0.018, 0.006),
                (0.95, 0.93, 0.87),
            )
            for i in range(5)
        ],
    )


@register("a coffee kiosk with a striped awning")
def coffee_kiosk(*, width=2.2, height=2.36, depth=1.35, wood="oak", paint=(0.2, 0.36, 0.33), stripes=(0.2, 0.42, 0.38)):
    look = finish(wood)
    whole = concat_shapes(
        library_call("counter", look=look, paint=paint),
        library_call("roof", look=look, stripes=stripes),
        library_call("cup_sign"),
        library_call("things"),
    )
    return fitted(whole, width, height, depth)
