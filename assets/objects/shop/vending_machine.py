# /// asset
# word = "vending machine"
# synonyms = ["snack machine", "drinks machine", "soda machine"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "glow_tint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the cabinet with its sign")
def cabinet(*, width, height, depth, paint, glow_tint):
    look = (paint, {"roughness": 0.25})
    return concat_shapes(
        box((0, height / 2 + 0.02, -0.01), (width, height - 0.04, depth * 0.96), *look),
        box((0, height * 0.93, depth * 0.475), (width * 0.94, height * 0.08, 0.01), glow_tint, {"emission": 0.8}),
        *[
            box((width * (-0.3 + 0.12 * i), height * 0.93, depth * 0.482), (width * 0.08, height * 0.045, 0.006), paint)
            for i in range(6)
        ],
        *[
            rod((x * width * 0.4, 0, z * depth * 0.4), (x * width * 0.4, 0.05, z * depth * 0.4), 0.03, (0.1, 0.1, 0.1))
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )


@register("the lit window with shelves of goods")
def window(*, width, height):
    tints = (
        (0.85, 0.2, 0.2),
        (0.2, 0.5, 0.85),
        (0.95, 0.75, 0.2),
        (0.3, 0.65, 0.35),
        (0.9, 0.5, 0.2),
        (0.55, 0.35, 0.7),
    )
    parts = [box((0, height / 2, -0.06), (width, height, 0.01), (0.85, 0.88, 0.92), {"emission": 0.5})]
    for j in range(5):
        y = height * (0.02 + 0.2 * j)
        parts.append(box((0, y, -0.02), (width * 0.98, 0.012, 0.1), (0.7, 0.72, 0.75)))
        for i in range(6):
            x, tone = width * (-0.4 + 0.16 * i), tints[(i * 2 + j * 3 + i // 3) % 6]
            if j < 3:
                parts += [
                    rod(
                        (x, y + 0.008, 0.0),
                        (x, y + height * 0.13, 0.0),
                        width * 0.055,
                        tone,
                        {"roughness": 0.3, "emission": 0.15},
                    )
                ]
            else:
                parts += [
                    box((x, y + height * 0.075, 0.0), (width * 0.12, height * 0.13, 0.04), tone, {"emission": 0.15})
                ]
    return concat_shapes(
        *parts,
        box((0, height / 2, 0.05), (width, height, 0.004), (0.8, 0.9, 0.95), {"opacity": 0.12, "roughness": 0.03}),
    )


@register("the panel with keypad, slots and display")
def panel(*, width, height):
    keys = [
        box(
            (width * (-0.22 + 0.22 * i), height * (0.5 - 0.06 * j), 0.008),
            (width * 0.16, height * 0.045, 0.008),
            (0.85, 0.86, 0.88),
        )
        for i in range(3)
        for j in range(4)
    ]
    return concat_shapes(
        box((0, height / 2, 0), (width, height, 0.012), (0.16, 0.17, 0.19)),
        box((0, height * 0.78, 0.008), (width * 0.7, height * 0.1, 0.004), (0.3, 0.9, 0.5), {"emission": 1.0}),
        *keys,
        box((0, height * 0.2, 0.008), (width * 0.6, height * 0.03, 0.006), (0.03, 0.03, 0.03)),
        box((width * 0.2, height * 0.64, 0.008), (width * 0.08, height * 0.06, 0.006), (0.75, 0.76, 0.78)),
    )


@register("a vending machine with rows of cans and snacks behind glass")
def vending_machine(*, width=0.95, height=1.85, depth=0.85, paint=(0.8, 0.14, 0.15), glow_tint=(0.95, 0.97, 1.0)):
    front = depth * 0.46
    frame = [box((-width * 0.14, height * 0.545, front), (width * 0.68, height * 0.66, 0.02), (0.06, 0.06, 0.07))]
    flap = [
        box((-width * 0.14, height * 0.13, front + 0.012), (width * 0.56, height * 0.1, 0.02), (0.08, 0.08, 0.09)),
        box((-width * 0.14, height * 0.13, front + 0.024), (width * 0.5, height * 0.075, 0.006), (0.3, 0.31, 0.33)),
    ]
    whole = concat_shapes(
        library_call("cabinet", width=width, height=height, depth=depth, paint=paint, glow_tint=glow_tint),
        *frame,
        moved(
            library_call("window", width=width * 0.62, height=height * 0.62),
            (-width * 0.14, height * 0.235, front + 0.07),
        ),
        moved(
            library_call("panel", width=width * 0.2, height=height * 0.5), (width * 0.34, height * 0.34, front + 0.02)
        ),
        *flap,
    )
    return fitted(whole, width, height, depth)
