# /// asset
# word = "remote control"
# synonyms = ["remote", "TV remote", "remote controller", "clicker"]
# stands_for = ["card reader", "payment terminal", "walkie-talkie", "voice recorder", "barcode scanner"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "buttons"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, rod


@register("the long rounded case")
def case(*, width, depth, height, casing):
    r = width * 0.4
    z = depth / 2 - r
    return concat_shapes(
        box((0, height / 2, 0), (width, height, 2 * z), casing, {"roughness": 0.4}),
        *[
            rod(
                (x * (width / 2 - r), 0, side * z),
                (x * (width / 2 - r), height, side * z),
                r,
                casing,
                {"roughness": 0.4},
            )
            for x in (-1, 1)
            for side in (-1, 1)
        ],
    )


@register("the buttons")
def keypad(*, width, depth, top, buttons):
    def key(x, z, r, tone):
        return rod((x * width, top, z * depth), (x * width, top + 0.003, z * depth), r * width, tone)

    numbers = [key((i - 1) * 0.27, -0.1 + 0.07 * j, 0.095, buttons) for i in range(3) for j in range(4)]
    ring = [
        rod((0, top, -depth * 0.24), (0, top + 0.0025, -depth * 0.24), width * 0.33, darker(buttons, 0.6)),
        rod((0, top, -depth * 0.24), (0, top + 0.004, -depth * 0.24), width * 0.14, buttons),
    ]
    colors = [
        box(((i - 1.5) * width * 0.21, top + 0.0015, depth * 0.225), (width * 0.15, 0.003, depth * 0.022), tone)
        for i, tone in enumerate(((0.85, 0.2, 0.2), (0.3, 0.7, 0.35), (0.95, 0.8, 0.25), (0.25, 0.45, 0.85)))
    ]
    rockers = [
        box((x * width, top + 0.002, depth * 0.32), (width * 0.16, 0.004, depth * 0.1), buttons) for x in (-0.25, 0.25)
    ]
    return concat_shapes(
        key(-0.28, -0.42, 0.1, (0.85, 0.15, 0.15)),
        key(0.28, -0.42, 0.09, buttons),
        key(0, -0.36, 0.06, buttons),
        *ring,
        *numbers,
        *colors,
        *rockers,
    )


@register("a TV remote control with rows of buttons")
def remote_control(*, width=0.052, depth=0.2, height=0.024, casing=(0.14, 0.14, 0.16), buttons=(0.75, 0.76, 0.78)):
    top = height * 0.84
    return concat_shapes(
        library_call("case", width=width, depth=depth, height=top, casing=casing),
        library_call("keypad", width=width, depth=depth, top=top, buttons=buttons),
    )
