# /// asset
# word = "kiosk"
# synonyms = [
#     "atm", "ticket machine", "self-service kiosk", "information kiosk", "payment kiosk", "cash machine",
#     "self checkout", "check-in kiosk",
# ]
# stands_for = ["photo booth", "turnstile", "metal detector", "parking meter"]
# category = "shop"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved


@register("the case")
def case_part(*, paint):
    return concat_shapes(
        box((0, 0.04, 0), (0.6, 0.08, 0.5), (0.2, 0.21, 0.22)),
        box((0, 0.5, -0.03), (0.5, 0.9, 0.36), paint, {"roughness": 0.3}),
        box((0, 1.22, -0.1), (0.56, 0.7, 0.2), paint, {"roughness": 0.3}),
        box((0, 1.57, -0.06), (0.6, 0.06, 0.28), darker(paint, 0.7)),
    )


@register("the screen, the keypad and the slots")
def front():
    keys = [
        box(
            (-0.05 + 0.035 * (i % 3), 0.99 + 0.012 * (i // 3), 0.2 - 0.03 * (i // 3)),
            (0.026, 0.012, 0.02),
            (0.8, 0.81, 0.83),
        )
        for i in range(12)
    ]
    shelf = moved(box((0, 0, 0), (0.5, 0.03, 0.22), (0.3, 0.31, 0.33)), (0, 0.97, 0.1), -0.35, (1, 0, 0))
    return concat_shapes(
        box((0, 1.28, 0.003), (0.44, 0.34, 0.012), (0.05, 0.06, 0.08)),
        box((0, 1.28, 0.0105), (0.4, 0.3, 0.004), (0.3, 0.6, 0.85), {"emission": 0.8}),
        *[
            box((-0.08, 1.36 - 0.07 * k, 0.0135), (0.16 - 0.03 * k, 0.02, 0.003), (0.95, 0.97, 1.0), {"emission": 0.8})
            for k in range(3)
        ],
        shelf,
        *keys,
        box((0, 0.72, 0.152), (0.24, 0.02, 0.01), (0.04, 0.04, 0.04)),
        box((0.16, 0.84, 0.152), (0.09, 0.012, 0.01), (0.04, 0.04, 0.04)),
    )


@register("a self-service kiosk with a screen")
def kiosk(*, width=0.6, height=1.6, depth=0.5, paint=(0.2, 0.4, 0.62)):
    whole = concat_shapes(library_call("case_part", paint=paint), library_call("front"))
    return fitted(whole, width, height, depth)
