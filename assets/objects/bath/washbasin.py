# /// asset
# word = "washbasin"
# synonyms = [
#     "sink", "pedestal sink", "bathroom sink", "wash basin", "pedestal basin", "hand basin", "lavatory sink",
#     "washing basin",
# ]
# stands_for = ["laundry sink", "hair washing basin", "vessel sink"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["body", "tap"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, disc, finish, fitted, moved, oval_wall, pipe, ring, rod


@register("the bowl with its rim")
def bowl(look):
    inner = darker(look[0], 0.93), look[1]
    flat = disc((0, 0.02, 0), (0.14, 0.11), 0.015, *inner)
    return concat_shapes(
        oval_wall((0, 0, 0), (0.13, 0.1), (0.27, 0.2), 0.16, *look, thickness=0.022, parts=26),
        ring((0, 0.165, 0), 0.272, 0.02, *look, parts=30, stretch=0.745),
        flat,
        block((0, 0.05, -0.19), (0.46, 0.13, 0.09), *look),
        rod((0, 0.035, 0), (0, 0.038, 0), 0.022, *finish("chrome")),
    )


@register("the pedestal")
def pedestal(height, look):
    n = 20
    rings = [
        rod(
            (0, height / n * i, 0),
            (0, height / n * (i + 1), 0),
            0.075 + 0.05 * abs(i / (n - 1) - 0.55) ** 1.6 * 2.2,
            *look,
        )
        for i in range(n)
    ]
    return concat_shapes(*rings)


@register("a tap with two handles")
def tap(look):
    return concat_shapes(
        pipe([(0, 0, 0), (0, 0.11, 0), (0, 0.13, 0.03), (0, 0.13, 0.09), (0, 0.1, 0.11)], 0.013, *look),
        *[rod((s * 0.09, 0, 0), (s * 0.09, 0.04, 0), 0.013, *look) for s in (-1, 1)],
        *[rod((s * 0.09 - 0.024, 0.045, 0), (s * 0.09 + 0.024, 0.045, 0), 0.007, *look) for s in (-1, 1)],
    )


@register("a pedestal washbasin with a tap")
def washbasin(*, width=0.58, depth=0.46, height=0.99, body="porcelain", paint=None, tap="chrome") -> Shape:
    look, metal = finish(body, paint), finish(tap)
    parts = [
        library_call("pedestal", height=0.7, look=look),
        moved(library_call("bowl", look=look), (0, 0.68, 0.03)),
        moved(library_call("tap", look=metal), (0, 0.855, -0.16)),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
