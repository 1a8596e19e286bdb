# /// asset
# word = "meat counter"
# synonyms = [
#     "butcher display", "butcher's display", "meat display", "butcher counter", "butcher's counter", "meat case",
#     "meat display case", "butcher case", "meat display counter", "butchers counter", "butcher's case",
# ]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8, back = 0.7}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, ellipsoid, finish, fitted, moved, plate, rod, tube


@register("the chilled case: a steel base, a bed of ice and a slanted glass front")
def chilled_case(*, look):
    steel, glass = surface("stainless steel"), surface("glass")
    return concat_shapes(
        box((0, 0.06, -0.02), (1.96, 0.12, 0.7), (0.12, 0.12, 0.13)),
        box((0, 0.42, 0), (2.0, 0.6, 0.8), *look),
        *[box((x, 0.42, 0.402), (0.6, 0.48, 0.01), darker(look[0], 0.92), look[1]) for x in (-0.66, 0, 0.66)],
        box((0, 0.73, 0.4), (2.0, 0.04, 0.03), *steel),
        box((0, 0.16, 0.4), (2.0, 0.04, 0.03), *steel),
        box((0, 0.745, 0.0), (1.96, 0.05, 0.78), (0.9, 0.94, 0.97), {"roughness": 0.5}),
        moved(box((0, 0.27, 0), (1.96, 0.54, 0.008), *glass), (0, 0.74, 0.39), -0.32, (1, 0, 0)),
        *[moved(box((s * 0.985, 0.0, 0), (0.008, 0.5, 0.62), *glass), (0, 1.0, 0.02)) for s in (-1, 1)],
        plate((0, 1.26, -0.05), (2.0, 0.035, 0.52), 0.02, *steel),
        box((0, 1.245, 0.14), (1.9, 0.014, 0.04), (1.0, 0.9, 0.86), {"emission": 1.8}),
        *[rod((s * 0.97, 0.76, -0.28), (s * 0.97, 1.26, -0.28), 0.016, *steel) for s in (-1, 1)],
    )


@register("a steak with its rim of fat and its bone")
def raw_steak(*, tone):
    return concat_shapes(
        ellipsoid((0, 0.018, 0), (0.085, 0.02, 0.06), tone, {"roughness": 0.35}),
        ellipsoid((0, 0.012, -0.012), (0.09, 0.015, 0.062), (0.95, 0.86, 0.8)),
        ellipsoid((0.05, 0.03, 0.015), (0.016, 0.01, 0.016), (0.96, 0.93, 0.86)),
    )


@register("trays of steaks, mince, chops and strings of sausages, with parsley between")
def meats():
    parts = []
    red, pink = (0.68, 0.12, 0.12), (0.88, 0.5, 0.46)
    for i in range(6):
        x = -0.8 + 0.32 * i
        parts.append(box((x, 0.778, 0.02), (0.29, 0.016, 0.6), (0.97, 0.97, 0.97), {"roughness": 0.2}))
        for k in range(4):
            z = 0.24 - 0.15 * k
            if i % 3 == 0:
                parts.append(moved(library_call("raw_steak", tone=red), (x, 0.785, z), 0.3 * (k % 2)))
            elif i % 3 == 1:
                bends = [
                    (x - 0.11, 0.81, z),
                    (x - 0.04, 0.812, z + 0.03),
                    (x + 0.04, 0.812, z - 0.02),
                    (x + 0.11, 0.81, z + 0.01),
                ]
                parts.append(tube(bends, 0.023, (0.72, 0.36, 0.28) if k % 2 else (0.6, 0.25, 0.2), {"roughness": 0.3}))
                parts.append(
                    tube([(a, b + 0.035, c - 0.02) for a, b, c in bends], 0.022, (0.68, 0.32, 0.25), {"roughness": 0.3})
                )
            else:
                parts += [
                    ellipsoid(
                        (x + dx, 0.81, z),
                        (0.055, 0.04, 0.055),
                        pink if (k + i) % 2 else (0.8, 0.28, 0.25),
                        {"roughness": 0.5},
                    )
                    for dx in (-0.06, 0.06)
                ]
        for z in (-0.3, 0.33):
            parts += [
                ball((x + 0.145 * s, 0.79, z * t), 0.03, (0.2, 0.5 + 0.08 * t, 0.16), {"roughness": 0.9})
                for s in (-1, 0, 1)
                for t in (0.85, 1.0)
            ]
    return concat_shapes(*parts)


@register("a butcher's chilled counter with steaks and sausages behind slanted glass")
def meat_counter(*, width=2.0, height=1.3, depth=0.86, paint=(0.96, 0.96, 0.95)):
    whole = concat_shapes(library_call("chilled_case", look=finish("lacquered wood", paint)), library_call("meats"))
    return fitted(whole, width, height, depth)
