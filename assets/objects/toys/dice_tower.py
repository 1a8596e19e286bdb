# /// asset
# word = "dice tower"
# synonyms = ["dice roller"]
# category = "toys"
# support = "surface"
# colors = ["paint", "dice_color"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, rod


@register("the tower with battlements, a gate and a window")
def tower(*, size, height, look):
    dark = (darker(look[0], 0.45), look[1])
    crenels = [
        box((x * size * 0.42, height * 0.96, z * size * 0.42), (size * 0.22, height * 0.1, size * 0.22), *look)
        for x in (-1, 0, 1)
        for z in (-1, 0, 1)
        if x or z
    ]
    courses = [
        box((0, height * y, 0), (size * 1.01, height * 0.008, size * 1.01), *dark) for y in (0.15, 0.3, 0.45, 0.6, 0.75)
    ]
    return concat_shapes(
        box((0, height * 0.45, 0), (size, height * 0.9, size), *look),
        box((0, height * 0.9, 0), (size * 1.08, height * 0.04, size * 1.08), *look),
        *crenels,
        *courses,
        box((0, height * 0.14, size * 0.5), (size * 0.6, height * 0.26, 0.004), (0.08, 0.06, 0.05)),
        rod((0, height * 0.27, size * 0.499), (0, height * 0.27, size * 0.503), size * 0.3, (0.08, 0.06, 0.05)),
        box((0, height * 0.62, size * 0.5), (size * 0.12, height * 0.16, 0.004), (0.08, 0.06, 0.05)),
    )


@register("the walled tray before the gate")
def walled_tray(*, width, depth, height, look):
    felt = ((0.15, 0.4, 0.28), {"roughness": 0.95})
    t = 0.008
    return concat_shapes(
        box((0, t / 2, 0), (width, t, depth), *look),
        box((0, t, 0), (width * 0.94, 0.003, depth * 0.94), *felt),
        *[box((x * (width - t) / 2, height / 2, 0), (t, height, depth), *look) for x in (-1, 1)],
        box((0, height / 2, (depth - t) / 2), (width, height, t), *look),
    )


@register("a die showing its pips")
def die(*, size, dice_color):
    white = (0.98, 0.97, 0.94)
    top = [(-1, -1), (1, 1), (0, 0), (-1, 1), (1, -1)]
    front = [(-1, -1), (1, 1), (0, 0)]
    side = [(-1, -1), (1, 1)]
    return concat_shapes(
        box((0, size / 2, 0), (size, size, size), dice_color, {"roughness": 0.15}),
        *[
            ellipsoid((x * size * 0.27, size, z * size * 0.27), (size * 0.09, size * 0.02, size * 0.09), white)
            for x, z in top
        ],
        *[
            ellipsoid(
                (x * size * 0.27, size / 2 + y * size * 0.27, size / 2), (size * 0.09, size * 0.09, size * 0.02), white
            )
            for x, y in front
        ],
        *[
            ellipsoid(
                (size / 2, size / 2 + y * size * 0.27, z * size * 0.27), (size * 0.02, size * 0.09, size * 0.09), white
            )
            for y, z in side
        ],
    )


@register("a little castle tower for rolling dice, with dice before its gate")
def dice_tower(*, width=0.13, height=0.2, depth=0.22, paint=None, dice_color=(0.85, 0.15, 0.17), wood="wood"):
    look = finish(wood, paint)
    dice = [
        moved(library_call("die", size=0.024, dice_color=dice_color), (x, 0.0095, z), a)
        for x, z, a in ((-0.022, 0.05, 0.4), (0.024, 0.065, -0.5))
    ]
    whole = concat_shapes(
        moved(library_call("tower", size=0.095, height=0.2, look=look), (0, 0, -0.055)),
        moved(library_call("walled_tray", width=0.13, depth=0.12, height=0.032, look=look), (0, 0, 0.055)),
        *dice,
    )
    return fitted(whole, width, height, depth)
