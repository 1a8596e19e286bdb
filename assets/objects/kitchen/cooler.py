# /// asset
# word = "cooler"
# synonyms = ["cool box", "ice chest", "ice box", "camping cooler", "picnic cooler", "beer cooler", "cooler box", "coolbox", "esky"]
# category = "kitchen"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, rod, tube


@register("the insulated box")
def cool_body(*, paint):
    look = (paint, {"roughness": 0.4})
    rows = 24
    shell = [
        box((0, 0.27 * (k + 0.5) / rows, 0), (0.5 + 0.05 * k / rows, 0.27 / rows * 1.001, 0.3 + 0.04 * k / rows), *look)
        for k in range(rows)
    ]
    return concat_shapes(
        *shell,
        box((0, 0.277, 0), (0.57, 0.016, 0.36), (0.95, 0.95, 0.94)),
        box((0, 0.14, 0.162), (0.2, 0.07, 0.012), (0.95, 0.95, 0.94)),
        *[box((0, 0.152 - 0.024 * k, 0.1685), (0.15 - 0.05 * k, 0.01, 0.002), darker(paint, 0.9)) for k in range(2)],
        *[box((s * 0.272, 0.2, 0), (0.02, 0.03, 0.1), darker(paint, 0.7)) for s in (-1, 1)],
        rod((0.265, 0.03, 0.1), (0.285, 0.03, 0.1), 0.014, (0.95, 0.95, 0.94)),
    )


@register("the lid with its latch")
def cool_lid():
    white = ((0.96, 0.96, 0.95), {"roughness": 0.4})
    return concat_shapes(
        box((0, 0.307, 0), (0.59, 0.045, 0.38), *white),
        *[rod((s * 0.295, 0.285, z), (s * 0.295, 0.3295, z), 0.01, *white) for s in (-1, 1) for z in (-0.182, 0.182)],
        box((0, 0.332, 0), (0.5, 0.008, 0.29), (0.9, 0.9, 0.89)),
        *[rod((x, 0.335, 0), (x, 0.3375, 0), 0.04, (0.84, 0.84, 0.83)) for x in (-0.17, 0.17)],
        box((0, 0.29, 0.194), (0.07, 0.05, 0.012), (0.2, 0.2, 0.22)),
    )


@register("the carrying handle")
def cool_handle():
    grey = ((0.25, 0.26, 0.28), {"roughness": 0.5})
    return concat_shapes(
        *[rod((s * 0.28, 0.24, 0), (s * 0.31, 0.24, 0), 0.028, *grey) for s in (-1, 1)],
        tube(
            [
                (-0.305, 0.24, 0),
                (-0.305, 0.42, 0),
                (-0.27, 0.45, 0),
                (0.27, 0.45, 0),
                (0.305, 0.42, 0),
                (0.305, 0.24, 0),
            ],
            0.013,
            *grey,
        ),
        rod((-0.11, 0.45, 0), (0.11, 0.45, 0), 0.018, (0.12, 0.12, 0.13)),
    )


@register("a camping cooler with a white lid and a carrying handle")
def cooler(*, width=0.64, height=0.468, depth=0.39, paint=(0.15, 0.4, 0.7)):
    whole = concat_shapes(library_call("cool_body", paint=paint), library_call("cool_lid"), library_call("cool_handle"))
    return fitted(whole, width, height, depth)
