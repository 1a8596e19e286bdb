# /// asset
# word = "tablet"
# synonyms = [
#     "tablet computer", "ipad", "drawing tablet", "digital notepad", "business tablet", "e-reader",
#     "graphics tablet",
# ]
# stands_for = ["stylus"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "cover"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod


@register("the slab with a drawing on its screen")
def slab(*, width, height, thick, casing):
    glow = {"emission": 0.35, "roughness": 0.1}
    front = thick / 2
    art = [
        ellipsoid((width * x, height * y, front + 0.0014 + 0.0003 * k), (width * w, height * h, 0.0004), tone, glow)
        for k, (x, y, w, h, tone) in enumerate(
            (
                (-0.2, 0.18, 0.09, 0.13, (0.98, 0.75, 0.3)),
                (0.05, -0.22, 0.36, 0.16, (0.35, 0.6, 0.4)),
                (-0.25, -0.26, 0.2, 0.12, (0.25, 0.5, 0.45)),
                (0.2, 0.05, 0.14, 0.18, (0.85, 0.4, 0.4)),
            )
        )
    ]
    tools = [
        box(
            (-width * 0.42, height * (0.3 - 0.1 * i), front + 0.0014), (width * 0.04, height * 0.06, 0.0006), tone, glow
        )
        for i, tone in enumerate(
            ((0.9, 0.3, 0.3), (0.95, 0.75, 0.3), (0.35, 0.7, 0.45), (0.3, 0.5, 0.85), (0.2, 0.2, 0.22))
        )
    ]
    return concat_shapes(
        box((0, 0, 0), (width, height, thick), casing, {"roughness": 0.3}),
        box((0, 0, front), (width * 0.94, height * 0.92, 0.001), (0.93, 0.95, 0.97), glow),
        *art,
        *tools,
        rod((width * 0.485, 0, front), (width * 0.485, 0, front + 0.001), width * 0.008, (0.05, 0.05, 0.05)),
    )


@register("the cover folded into a stand")
def folded_cover(*, width, depth, height, cover):
    look = (cover, {"roughness": 0.85})
    slope = math.atan2(depth * 0.5, height)
    return concat_shapes(
        box((0, 0.002, 0), (width, 0.004, depth), *look),
        moved(
            box((0, height * 0.45, 0), (width, height * 0.95, 0.004), *look),
            (0, 0, -depth * 0.5),
            slope * 0.8,
            (1, 0, 0),
        ),
    )


@register("the stylus")
def stylus_pen(*, length, radius):
    return concat_shapes(
        rod((0, radius, 0), (length * 0.9, radius, 0), radius, (0.95, 0.95, 0.96)),
        cone((length * 0.9, radius, 0), (length, radius, 0), radius, (0.3, 0.3, 0.32)),
    )


@register("a tablet on a folded cover with a drawing and a stylus")
def tablet(*, width=0.25, height=0.16, depth=0.18, casing=(0.2, 0.21, 0.23), cover=(0.35, 0.5, 0.58)):
    screen = moved(
        library_call("slab", width=width, height=0.178, thick=0.008, casing=casing), (0, 0.084, 0), -0.45, (1, 0, 0)
    )
    whole = concat_shapes(
        screen,
        library_call("folded_cover", width=width * 0.96, depth=depth * 0.7, height=0.13, cover=cover),
        moved(library_call("stylus_pen", length=0.16, radius=0.004), (-0.08, 0, depth * 0.46), 0.08),
    )
    return fitted(whole, None, height, depth)
