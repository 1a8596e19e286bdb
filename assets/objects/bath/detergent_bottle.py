# /// asset
# word = "detergent bottle"
# synonyms = [
#     "detergent", "laundry detergent", "laundry detergent bottle", "fabric softener", "bottle of detergent",
# ]
# stands_for = ["washing liquid", "washing powder", "detergent box"]
# category = "bath"
# support = "surface"
# colors = ["plastic", "cap", "label"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, pipe, rod, stretched


@register("the jug with its handle")
def jug(*, width, height, depth, plastic):
    look = plastic, {"roughness": 0.35}
    unit = rod((0, 0, 0), (0, 1, 0), 1.0, *look)
    body = stretched(unit, (width / 2, height * 0.62, depth / 2))
    shoulder = ellipsoid((0, height * 0.62, 0), (width / 2, height * 0.2, depth / 2), *look)
    neck = moved(stretched(unit, (width * 0.17, height * 0.14, depth * 0.28)), (-width * 0.18, height * 0.74, 0))
    bow = [
        (width * (0.1 + 0.34 * math.sin(a)), height * (0.62 + 0.22 * math.cos(a)), 0)
        for a in (0.0, 0.4, 0.8, 1.2, math.pi / 2)
    ]
    return concat_shapes(body, shoulder, neck, pipe(bow, width * 0.055, *look))


@register("the measuring cap")
def cap_cup(*, radius, height, tone):
    ribs = [
        box(
            (radius * math.cos(a), height / 2, radius * math.sin(a)),
            (radius * 0.16, height * 0.8, radius * 0.16),
            darker(tone, 0.85),
        )
        for a in [k * math.pi / 6 for k in range(12)]
    ]
    return concat_shapes(rod((0, 0, 0), (0, height, 0), radius, tone, {"roughness": 0.4}), *ribs)


@register("the label with a swirl and bubbles")
def front_label(*, width, height, front, tone, plastic):
    unit = rod((0, 0, 0), (0, 1, 0), 1.0, tone, {"roughness": 0.5})
    wrap = moved(stretched(unit, (width * 0.485, height * 0.4, front)), (0, height * 0.12, 0.002))
    spots = [
        ellipsoid((width * x, height * y, front), (width * r, width * r, 0.004), shade)
        for x, y, r, shade in (
            (0.0, 0.37, 0.16, plastic),
            (0.0, 0.37, 0.1, (0.97, 0.97, 0.95)),
            (-0.2, 0.43, 0.05, (0.97, 0.97, 0.95)),
            (0.2, 0.31, 0.04, (0.97, 0.97, 0.95)),
        )
    ]
    return concat_shapes(
        wrap, *spots, box((0, height * 0.2, front), (width * 0.5, height * 0.04, 0.006), darker(plastic, 0.6))
    )


@register("a bottle of detergent with a handle, a measuring cap and a label with bubbles")
def detergent_bottle(
    *,
    width=0.19,
    height=0.27,
    depth=0.1,
    plastic=(0.16, 0.38, 0.72),
    cap=(0.95, 0.55, 0.15),
    label=(0.95, 0.85, 0.3),
) -> Shape:
    whole = concat_shapes(
        library_call("jug", width=width, height=height, depth=depth, plastic=plastic),
        moved(
            library_call("cap_cup", radius=depth * 0.3, height=height * 0.14, tone=cap),
            (-width * 0.18, height * 0.86, 0),
        ),
        library_call("front_label", width=width, height=height, front=depth * 0.5, tone=label, plastic=plastic),
    )
    return fitted(whole, width, height, depth)
