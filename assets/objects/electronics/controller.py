# /// asset
# word = "controller"
# synonyms = ["game controller", "gamepad", "gaming controller", "joypad", "wireless controller"]
# stands_for = ["joystick"]
# category = "electronics"
# support = "surface"
# colors = ["shell", "core"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated


@register("the body with two grips")
def body(*, size, shell):
    look = (shell, {"roughness": 0.4})
    grips = [
        moved(
            rotated(ellipsoid((0, 0, 0), (size * 0.13, size * 0.12, size * 0.3), *look), 0.15, (1, 0, 0)),
            (side * size * 0.35, -size * 0.02, size * 0.16),
            side * 0.35,
        )
        for side in (-1, 1)
    ]
    bumpers = [
        ellipsoid((side * size * 0.3, 0, -size * 0.17), (size * 0.13, size * 0.06, size * 0.06), darker(shell, 0.6))
        for side in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (size * 0.45, size * 0.12, size * 0.2), *look),
        ellipsoid((0, size * 0.02, size * 0.02), (size * 0.26, size * 0.11, size * 0.18), *look),
        *grips,
        *bumpers,
    )


@register("sticks, cross and buttons")
def inputs(*, size, core):
    sticks = [
        concat_shapes(
            rod((x * size, size * 0.06, z * size), (x * size, size * 0.14, z * size), size * 0.03, (0.1, 0.1, 0.11)),
            rod((x * size, size * 0.13, z * size), (x * size, size * 0.16, z * size), size * 0.068, core),
            rod((x * size, size * 0.16, z * size), (x * size, size * 0.163, z * size), size * 0.045, (0.1, 0.1, 0.11)),
        )
        for x, z in ((-0.31, -0.02), (0.15, 0.12))
    ]
    buttons = [
        ellipsoid(
            (size * (0.31 + 0.066 * dx), size * 0.12, size * (-0.02 + 0.066 * dz)),
            (size * 0.034, size * 0.03, size * 0.034),
            tone,
            {"roughness": 0.2},
        )
        for dx, dz, tone in (
            (-1, 0, (0.25, 0.5, 0.95)),
            (1, 0, (0.92, 0.25, 0.22)),
            (0, -1, (0.95, 0.78, 0.2)),
            (0, 1, (0.3, 0.75, 0.4)),
        )
    ]
    cross = [
        box((-size * 0.15, size * 0.12, size * 0.12), s, (0.08, 0.08, 0.09))
        for s in ((size * 0.16, size * 0.04, size * 0.05), (size * 0.05, size * 0.04, size * 0.16))
    ]
    return concat_shapes(
        *sticks,
        *buttons,
        *cross,
        ellipsoid(
            (0, size * 0.125, -size * 0.06),
            (size * 0.045, size * 0.02, size * 0.045),
            (0.6, 0.95, 0.6),
            {"emission": 1.0},
        ),
    )


@register("a game controller with grips, two sticks and coloured buttons")
def controller(*, width=0.155, depth=0.105, height=0.052, shell=(0.2, 0.22, 0.27), core=(0.75, 0.76, 0.8)):
    pad = concat_shapes(library_call("body", size=width, shell=shell), library_call("inputs", size=width, core=core))
    return fitted(pad, width, height, depth)
