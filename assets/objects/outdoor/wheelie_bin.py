# /// asset
# word = "wheelie bin"
# synonyms = ["wheeled bin", "outdoor trash bin", "garbage bin on wheels", "wheely bin", "refuse bin", "garbage container"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "lid_color"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rod


@register("the tapered tub")
def tub(*, paint):
    matt = {"roughness": 0.6}
    parts, n = [], 28
    for i in range(n):
        t = (i + 0.5) / n
        parts.append(
            block((0, 0.08 + 0.86 * i / n, 0.01 * t), (0.44 + 0.12 * t, 0.86 / n + 0.001, 0.5 + 0.14 * t), paint, matt)
        )
    ribs = [
        moved(block((x, 0.12, 0.0), (0.02, 0.72, 0.02), darker(paint, 0.85), matt), (0, 0, 0.275), 0.075, (1, 0, 0))
        for x in (-0.15, -0.05, 0.05, 0.15)
    ]
    return concat_shapes(
        *parts,
        *ribs,
        block((0, 0.93, 0.01), (0.6, 0.05, 0.68), darker(paint, 0.9), matt),
        block((0, 0.0, 0.2), (0.4, 0.09, 0.06), darker(paint, 0.85), matt),
    )


@register("the hinged lid with its handle")
def lid(*, lid_color):
    matt = {"roughness": 0.55}
    return concat_shapes(
        moved(block((0, 0.0, 0.02), (0.6, 0.045, 0.7), lid_color, matt), (0, 0.985, 0), 0.05, (1, 0, 0)),
        moved(
            block((0, 0.04, 0.02), (0.46, 0.03, 0.54), darker(lid_color, 0.92), matt), (0, 0.985, 0), 0.05, (1, 0, 0)
        ),
        rod((-0.22, 0.98, -0.4), (0.22, 0.98, -0.4), 0.02, darker(lid_color, 0.8)),
        *[box((s * 0.2, 0.985, -0.36), (0.05, 0.045, 0.1), darker(lid_color, 0.8)) for s in (-1, 1)],
    )


@register("a wheel on the axle")
def wheel(*, x):
    return concat_shapes(
        rod((x - 0.03, 0.1, -0.24), (x + 0.03, 0.1, -0.24), 0.1, (0.1, 0.1, 0.11), {"roughness": 0.9}),
        rod((x - 0.035, 0.1, -0.24), (x + 0.035, 0.1, -0.24), 0.055, (0.5, 0.51, 0.53)),
    )


@register("a wheelie bin with a hinged lid")
def wheelie_bin(*, width=0.62, height=1.08, depth=0.8, paint=(0.25, 0.27, 0.29), lid_color=(0.16, 0.45, 0.25)):
    whole = concat_shapes(
        library_call("tub", paint=paint),
        library_call("lid", lid_color=lid_color),
        *[library_call("wheel", x=s * 0.26) for s in (-1, 1)],
        rod((-0.26, 0.1, -0.24), (0.26, 0.1, -0.24), 0.016, (0.5, 0.51, 0.53)),
        box((0, 0.62, 0.312), (0.2, 0.14, 0.006), (0.92, 0.93, 0.92)),
        *[box((-0.05 + 0.05 * i, 0.62, 0.317), (0.03, 0.07, 0.003), lid_color) for i in range(3)],
    )
    return fitted(whole, width, height, depth)
