# /// asset
# word = "photocopier"
# synonyms = ["copier", "copy machine", "copying machine", "office copier", "xerox machine", "floor copier", "photocopy machine"]
# stands_for = ["plotter", "large format printer"]
# category = "electronics"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the body with its paper drawers")
def copier_body(*, paint):
    look, dark = (paint, {"roughness": 0.4}), ((0.18, 0.19, 0.2), {"roughness": 0.4})
    drawers = [
        concat_shapes(
            box((0, 0.12 + 0.135 * k, 0.302), (0.54, 0.125, 0.016), *look),
            box((0, 0.145 + 0.135 * k, 0.311), (0.2, 0.028, 0.004), *dark),
            box((0.22, 0.12 + 0.135 * k, 0.311), (0.035, 0.04, 0.004), (0.98, 0.98, 0.97)),
        )
        for k in range(4)
    ]
    return concat_shapes(
        box((0, 0.03, 0), (0.56, 0.03, 0.56), *dark),
        *[rod((x - 0.012, 0.02, z), (x + 0.012, 0.02, z), 0.02, *dark) for x in (-0.24, 0.24) for z in (-0.24, 0.24)],
        box((0, 0.33, 0), (0.58, 0.57, 0.59), *look),
        *drawers,
        box((-0.305, 0.44, 0.0), (0.03, 0.22, 0.4), *dark),
        box((0, 0.665, -0.02), (0.5, 0.1, 0.5), *dark),
        box((-0.26, 0.68, 0.0), (0.06, 0.14, 0.59), *look),
        box((0.26, 0.68, 0.0), (0.06, 0.14, 0.59), *look),
        box((0, 0.68, -0.275), (0.5, 0.14, 0.04), *look),
    )


@register("the paper that came out")
def copies():
    return concat_shapes(
        *[
            box(
                (0.02 + 0.004 * k, 0.718 + 0.0042 * k, 0.08 - 0.006 * k),
                (0.21, 0.003, 0.297),
                (0.97 - 0.04 * (k % 2),) * 3,
            )
            for k in range(4)
        ],
        *[
            box((0.032, 0.7332, 0.0 + 0.02 * k), (0.15 if k % 4 else 0.1, 0.001, 0.006), (0.3, 0.3, 0.32))
            for k in range(9)
        ],
    )


@register("the scanner with its feeder and the panel")
def scanner_top(*, paint):
    look, dark = (paint, {"roughness": 0.4}), ((0.18, 0.19, 0.2), {"roughness": 0.4})
    keys = [
        rod(
            (0.13 + 0.025 * i, 0.004, -0.03 + 0.025 * j),
            (0.13 + 0.025 * i, 0.014, -0.03 + 0.025 * j),
            0.009,
            (0.75, 0.76, 0.78),
        )
        for i in range(3)
        for j in range(3)
    ]
    panel = concat_shapes(
        box((0.0, 0, 0), (0.44, 0.02, 0.13), *dark),
        box((-0.06, 0.0115, 0), (0.22, 0.004, 0.1), (0.3, 0.55, 0.8), {"emission": 0.5, "roughness": 0.1}),
        *[
            box((-0.12 + 0.06 * i, 0.0145, -0.02 + 0.04 * j), (0.045, 0.003, 0.026), (0.85, 0.9, 0.95))
            for i in range(3)
            for j in range(2)
        ],
        *keys,
        rod((0.13 + 0.025, 0.004, 0.046), (0.13 + 0.025, 0.015, 0.046), 0.012, (0.25, 0.75, 0.35)),
    )
    return concat_shapes(
        box((0, 0.8, -0.01), (0.6, 0.1, 0.58), *look),
        moved(panel, (0.02, 0.83, 0.325), 0.5, (1, 0, 0)),
        box((0, 0.825, 0.275), (0.46, 0.04, 0.03), *look),
        box((0, 0.875, -0.02), (0.58, 0.045, 0.54), *dark),
        box((-0.16, 0.945, -0.06), (0.24, 0.1, 0.4), *look),
        box((-0.16, 0.97, 0.142), (0.2, 0.02, 0.006), *dark),
        moved(box((0, 0, 0), (0.27, 0.012, 0.32), *look), (0.07, 0.965, -0.06), 0.26, (0, 0, 1)),
        moved(box((0.0, 0.009, 0), (0.23, 0.004, 0.22), (0.97, 0.97, 0.96)), (0.05, 0.962, -0.06), 0.26, (0, 0, 1)),
    )


@register("an office photocopier with paper drawers and a touch screen")
def photocopier(*, width=0.64, height=1.05, depth=0.7, paint=(0.9, 0.9, 0.89)):
    whole = concat_shapes(
        library_call("copier_body", paint=paint), library_call("copies"), library_call("scanner_top", paint=paint)
    )
    return fitted(whole, width, height, depth)
