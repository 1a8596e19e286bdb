# /// asset
# word = "shampoo bottle"
# synonyms = [
#     "shampoo", "lotion bottle", "conditioner", "body wash", "shower gel", "skincare product", "lotion",
#     "conditioner bottle", "skincare bottle", "bottle of shampoo",
# ]
# stands_for = ["sunscreen", "mouthwash"]
# category = "bath"
# support = "surface"
# colors = ["plastic", "cap"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, stretched


@register("the oval bottle with its shoulders")
def oval_body(*, width, height, depth, plastic):
    unit = rod((0, 0, 0), (0, 1, 0), 1.0, plastic, {"roughness": 0.2})
    layers = [
        moved(stretched(unit, (width / 2 * s, height * 0.036, depth / 2 * s)), (0, height * 0.035 * k, 0))
        for k, s in ((0, 0.96),)
    ]
    body = moved(stretched(unit, (width / 2, height * 0.8, depth / 2)), (0, height * 0.03, 0))
    shoulder = ellipsoid((0, height * 0.83, 0), (width / 2, height * 0.17, depth / 2), plastic, {"roughness": 0.2})
    return concat_shapes(*layers, body, shoulder)


@register("the flip cap")
def flip_cap(*, width, height, depth, cap):
    unit = rod((0, 0, 0), (0, 1, 0), 1.0, cap, {"roughness": 0.35})
    return concat_shapes(
        stretched(unit, (width / 2, height * 0.55, depth / 2)),
        moved(stretched(unit, (width / 2 * 1.02, height * 0.4, depth / 2 * 1.02)), (0, height * 0.6, 0)),
        box((0, height * 0.7, depth * 0.5), (width * 0.3, height * 0.18, depth * 0.08), darker(cap, 0.85)),
    )


@register("the label with bubbles")
def label(*, width, height, front, plastic):
    pale = tuple(min(1.0, 0.3 * c + 0.7) for c in plastic)
    bubbles = [
        ellipsoid((width * x, height * y, front * (1.0 - 0.5 * x * x * 4 * 0.3)), (width * r, width * r, 0.002), tone)
        for x, y, r, tone in (
            (-0.12, 0.5, 0.1, plastic),
            (0.08, 0.57, 0.07, plastic),
            (0.05, 0.44, 0.05, plastic),
            (-0.02, 0.63, 0.04, plastic),
        )
    ]
    unit = rod((0, 0, 0), (0, 1, 0), 1.0, pale, {"roughness": 0.5})
    wrap = moved(stretched(unit, (width * 0.44, height * 0.54, front)), (0, height * 0.18, 0.0015))
    lines = [
        box((0, height * y, front), (width * w, height * 0.02, 0.004), darker(plastic, 0.5))
        for y, w in ((0.33, 0.36), (0.28, 0.28), (0.23, 0.32))
    ]
    return concat_shapes(wrap, *bubbles, *lines)


@register("a shampoo bottle with a flip cap and a label with bubbles")
def shampoo_bottle(*, width=0.075, height=0.2, depth=0.045, plastic=(0.3, 0.6, 0.8), cap=(0.96, 0.96, 0.95)):
    body = height * 0.86
    whole = concat_shapes(
        library_call("oval_body", width=width, height=body, depth=depth * 0.94, plastic=plastic),
        moved(
            library_call("flip_cap", width=width * 0.56, height=height * 0.16, depth=depth * 0.6, cap=cap),
            (0, body * 0.97, 0),
        ),
        library_call("label", width=width, height=body, front=depth * 0.475, plastic=plastic),
    )
    return fitted(whole, None, height, depth)
