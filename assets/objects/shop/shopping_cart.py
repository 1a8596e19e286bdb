# /// asset
# word = "shopping cart"
# synonyms = ["shopping trolley", "grocery cart", "supermarket trolley", "shopping trolley cart"]
# category = "shop"
# support = "floor"
# colors = ["grip"]
# materials = ["wire"]
# ///
from scene.language import *
from scene.language.modelling import fitted, pipe, rod


@register("the wire basket, wider toward the handle")
def wire_basket(*, length, low_width, high_width, base, top, wire):
    look, t = surface(wire), 0.004
    rods = []

    def corner(x, y):
        """Half width and x of the basket at the share x of its length and y of its height."""
        wide = (low_width + (high_width - low_width) * y) * (0.82 + 0.18 * x) / 2
        return (x - 0.5) * length * (0.86 + 0.14 * y), base + (top - base) * y, wide

    for k in range(6):
        y = k / 5
        (x0, h, w0), (x1, _, w1) = corner(0, y), corner(1, y)
        thick = t * (2.0 if k in (0, 5) else 1.0)
        rods += [
            rod((x0, h, -w0), (x1, h, -w1), thick, *look),
            rod((x0, h, w0), (x1, h, w1), thick, *look),
            rod((x0, h, -w0), (x0, h, w0), thick, *look),
            rod((x1, h, -w1), (x1, h, w1), thick, *look),
        ]
    for k in range(11):
        (x0, h0, w0), (x1, h1, w1) = corner(k / 10, 0), corner(k / 10, 1)
        rods += [rod((x0, h0, s * w0), (x1, h1, s * w1), t, *look) for s in (-1, 1)] + [
            rod((x0, h0, -w0), (x0, h0, w0), t, *look)
        ]
    for k in range(1, 6):
        for end in (0, 1):
            (x0, h0, w0), (x1, h1, w1) = corner(end, 0), corner(end, 1)
            rods.append(rod((x0, h0, w0 * (k / 3 - 1)), (x1, h1, w1 * (k / 3 - 1)), t, *look))
    return concat_shapes(*rods)


@register("the undercarriage with castors")
def undercarriage(*, length, width, base, wire):
    look = surface(wire)
    wheels = [
        concat_shapes(
            rod(
                (x * length * 0.44, 0.055, z * width * 0.46 - 0.012),
                (x * length * 0.44, 0.055, z * width * 0.46 + 0.012),
                0.055,
                (0.15, 0.15, 0.16),
            ),
            rod(
                (x * length * 0.44, 0.055, z * width * 0.46), (x * length * 0.44, 0.13, z * width * 0.46), 0.012, *look
            ),
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *wheels,
        *[
            pipe(
                [
                    (-length * 0.46, 0.14, z * width * 0.46),
                    (length * 0.46, 0.14, z * width * 0.46),
                    (length * 0.36, base, z * width * 0.4),
                ],
                0.013,
                *look,
            )
            for z in (-1, 1)
        ],
        rod((-length * 0.46, 0.14, -width * 0.46), (-length * 0.46, 0.14, width * 0.46), 0.011, *look),
        rod((-length * 0.44, 0.14, 0), (-length * 0.3, base, 0), 0.011, *look),
    )


@register("the handle bar")
def handle(*, width, at, grip, wire):
    x, y = at
    return concat_shapes(
        rod((x, y, -width / 2), (x, y, width / 2), 0.017, grip),
        *[rod((x - 0.1, y - 0.12, z * width * 0.46), (x, y, z * width * 0.47), 0.011, *surface(wire)) for z in (-1, 1)],
    )


@register("a wire shopping cart on four castors")
def shopping_cart(*, width=0.95, height=1.0, depth=0.56, grip=(0.85, 0.2, 0.18), wire="chrome"):
    whole = concat_shapes(
        library_call("wire_basket", length=0.78, low_width=0.42, high_width=0.54, base=0.46, top=0.88, wire=wire),
        library_call("undercarriage", length=0.8, width=0.5, base=0.46, wire=wire),
        library_call("handle", width=0.54, at=(0.48, 0.98), grip=grip, wire=wire),
    )
    return fitted(whole, width, height, depth)
