# /// asset
# word = "dental unit"
# synonyms = ["dental cart", "dental delivery unit", "dental trolley", "dentist unit", "dental instrument unit"]
# category = "school"
# support = "floor"
# colors = ["paint", "accent"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, finish, fitted, pipe, plate, rod


@register("the cart with its drawers on casters")
def cart(*, paint, accent):
    gloss = {"roughness": 0.3}
    casters = [
        concat_shapes(
            ball((s * 0.17, 0.04, t * 0.17), 0.04, (0.15, 0.15, 0.16)),
            rod((s * 0.17, 0.04, t * 0.17), (s * 0.17, 0.12, t * 0.17), 0.014, *finish("steel")),
        )
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    drawers = []
    for i in range(3):
        y = 0.24 + 0.17 * i
        drawers.append(box((0, y, 0.2), (0.4, 0.15, 0.025), accent if i == 2 else paint, gloss))
        drawers.append(rod((-0.1, y + 0.04, 0.222), (0.1, y + 0.04, 0.222), 0.008, *finish("chrome")))
    return concat_shapes(*casters, block((0, 0.11, 0), (0.44, 0.58, 0.4), darker(paint, 0.93), gloss), *drawers)


@register("the top with its display")
def head(*, paint, accent):
    return concat_shapes(
        plate((0, 0.69, 0.02), (0.56, 0.06, 0.46), 0.07, paint, {"roughness": 0.3}),
        box((0, 0.752, -0.08), (0.3, 0.006, 0.2), *finish("steel")),
        *[
            rod((-0.1 + 0.05 * i, 0.76, -0.14), (-0.1 + 0.05 * i, 0.76, -0.02), 0.005, *finish("chrome"))
            for i in range(5)
        ],
        rod((0.2, 0.74, -0.16), (0.2, 1.05, -0.16), 0.014, *finish("steel")),
        box((0.1, 1.16, -0.15), (0.36, 0.26, 0.03), (0.15, 0.16, 0.17)),
        box((0.1, 1.16, -0.133), (0.33, 0.23, 0.004), (0.5, 0.65, 0.72), {"emission": 0.5}),
        *[box((-0.01 + 0.045 * i, 1.13, -0.13), (0.03, 0.08, 0.004), (0.95, 0.95, 0.92)) for i in range(6)],
        *[box((-0.01 + 0.045 * i, 1.2, -0.13), (0.03, 0.05, 0.004), accent) for i in range(6)],
    )


@register("the handpieces with their hoses")
def handpieces():
    parts = []
    for i in range(5):
        x = -0.2 + 0.1 * i
        parts.append(box((x, 0.74, 0.25), (0.04, 0.03, 0.05), (0.3, 0.32, 0.35)))
        parts.append(rod((x, 0.7, 0.27), (x, 0.86, 0.23), 0.013, *finish("chrome" if i % 2 else "white plastic")))
        parts.append(rod((x, 0.86, 0.23), (x, 0.88, 0.25), 0.008, *finish("steel")))
        parts.append(
            pipe(
                [(x, 0.7, 0.27), (x, 0.45, 0.32), (x * 0.9, 0.3, 0.28), (x * 0.8, 0.4, 0.2)], 0.007, (0.45, 0.48, 0.52)
            )
        )
    return concat_shapes(*parts)


@register("a dental unit with handpieces, a display and drawers")
def dental_unit(*, width=0.56, height=1.29, depth=0.57, paint=(0.94, 0.95, 0.95), accent=(0.2, 0.55, 0.62)):
    whole = concat_shapes(
        library_call("cart", paint=paint, accent=accent),
        library_call("head", paint=paint, accent=accent),
        library_call("handpieces"),
    )
    return fitted(whole, width, height, depth)
