# /// asset
# word = "van"
# synonyms = [
#     "delivery van", "minivan", "transporter", "ambulance", "police van", "minibus", "camper van",
#     "campervan", "post van", "panel van", "work van",
#     "toy van", "model van", "toy ambulance",
# ]
# stands_for = ["suv", "jeep", "police car"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "stripe"]
# [variants.kind]
# "ambulance" = "ambulance"
# "police" = "police"
# "camper" = "camper"
# "campervan" = "camper"
# "minibus" = "camper"
# "minivan" = "camper"
# [variants.width]
# "model" = 0.09
# "toy" = 0.09
# [variants.height]
# "model" = 0.097
# "toy" = 0.097
# [variants.depth]
# "model" = 0.206
# "toy" = 0.206
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated

GLASS = ((0.1, 0.13, 0.16), {"roughness": 0.08, "metallic": 0.3})
DARK = ((0.08, 0.08, 0.085), {"roughness": 0.7})


@register("a wheel, its axle along x")
def wheel():
    return concat_shapes(
        rod((-0.12, 0, 0), (0.12, 0, 0), 0.34, *DARK),
        rod((-0.125, 0, 0), (0.125, 0, 0), 0.21, (0.7, 0.71, 0.73), {"metallic": 0.7, "roughness": 0.35}),
        rod((-0.13, 0, 0), (0.13, 0, 0), 0.07, (0.25, 0.25, 0.26)),
    )


@register("the body with cab, windscreen and bonnet")
def body_part(*, paint):
    gloss = {"roughness": 0.25}
    nose = moved(rotated(box((0, 0, 0), (1.84, 0.06, 0.62), paint, gloss), 0.42, (1, 0, 0)), (0, 1.1, 2.2))
    screen = moved(rotated(box((0, 0, 0), (1.66, 1.02, 0.04), *GLASS), -0.66, (1, 0, 0)), (0, 1.6, 1.73))
    pillars = [
        moved(rotated(box((0, 0, 0), (0.1, 1.22, 0.08), paint, gloss), -0.66, (1, 0, 0)), (s * 0.87, 1.57, 1.72))
        for s in (-1, 1)
    ]
    return concat_shapes(
        box((0, 1.35, -0.55), (1.9, 1.85, 3.9), paint, gloss),
        box((0, 0.72, 1.9), (1.9, 0.6, 1.05), paint, gloss),
        nose,
        box((0, 1.05, 1.6), (1.84, 0.3, 0.7), paint, gloss),
        screen,
        *pillars,
        box((0, 0.4, 2.42), (1.92, 0.3, 0.1), (0.2, 0.2, 0.21)),
        box((0, 0.72, 2.43), (0.9, 0.14, 0.02), (0.1, 0.1, 0.11)),
        *[box((s * 0.74, 0.78, 2.42), (0.32, 0.18, 0.04), (0.95, 0.95, 0.9), {"roughness": 0.1}) for s in (-1, 1)],
        box((0, 0.42, -2.5), (1.9, 0.2, 0.1), (0.2, 0.2, 0.21)),
        *[box((s * 0.85, 1.1, -2.51), (0.14, 0.5, 0.02), (0.75, 0.06, 0.05)) for s in (-1, 1)],
        box((0, 1.3, -2.502), (0.015, 1.6, 0.01), *DARK),
        *[box((s * 0.42, 1.7, -2.51), (0.66, 0.6, 0.01), *GLASS) for s in (-1, 1)],
        *[box((s * 0.955, 1.72, 0.95), (0.012, 0.6, 0.72), *GLASS) for s in (-1, 1)],
        *[box((s * 0.956, 1.1, 0.55), (0.01, 1.4, 0.015), *DARK) for s in (-1, 1)],
        *[box((s * 0.958, 1.2, 0.45), (0.02, 0.04, 0.16), *DARK) for s in (-1, 1)],
        *[box((s * 1.06, 1.5, 1.42), (0.2, 0.26, 0.1), *DARK) for s in (-1, 1)],
        box((0, 0.4, 0), (1.7, 0.2, 4.6), *DARK),
    )


@register("what tells an ambulance, a police van or a camper")
def marks(*, kind, stripe):
    if kind == "camper":
        return concat_shapes(
            *[box((s * 0.955, 1.72, z), (0.012, 0.6, 1.05), *GLASS) for s in (-1, 1) for z in (-0.35, -1.65)],
            *[box((s * 0.953, 0.95, -0.55), (0.01, 0.3, 3.9), stripe, {"roughness": 0.3}) for s in (-1, 1)],
        )
    if kind == "plain":
        return concat_shapes(*[box((s * 0.953, 0.75, -0.55), (0.01, 0.06, 3.6), *DARK) for s in (-1, 1)])
    tone = (0.85, 0.08, 0.08) if kind == "ambulance" else (0.1, 0.22, 0.65)
    lamps = [
        box((s * 0.5, 2.36, 0.7), (0.6, 0.16, 0.24), (0.1, 0.35, 0.95), {"emission": 0.8, "roughness": 0.1})
        for s in (-1, 1)
    ]
    cross = (
        [
            box((x, 1.65, z), size, tone)
            for x, z in ((-0.956, -0.9), (0.956, -0.9))
            for size in ((0.012, 0.7, 0.22), (0.012, 0.22, 0.7))
        ]
        if kind == "ambulance"
        else []
    )
    checks = [
        box((s * 0.954, 0.95 + 0.16 * (i % 2), -2.3 + 0.25 * i), (0.01, 0.16, 0.25), tone)
        for s in (-1, 1)
        for i in range(15)
    ]
    return concat_shapes(
        *lamps,
        *cross,
        *checks,
        box((0, 2.3, 0.7), (1.7, 0.05, 0.26), (0.8, 0.8, 0.8)),
        box((0, 1.02, 2.43), (0.9, 0.1, 0.02), tone),
    )


@register("a delivery van")
def van(*, width=2.2, height=2.35, depth=5.0, paint=(0.94, 0.94, 0.93), stripe=(0.2, 0.6, 0.65), kind="plain"):
    one = library_call("wheel")
    whole = concat_shapes(
        library_call("body_part", paint=paint),
        library_call("marks", kind=kind, stripe=stripe),
        *[moved(one, (s * 0.87, 0.34, z)) for s in (-1, 1) for z in (-1.6, 1.75)],
    )
    return fitted(whole, width, height, depth)
