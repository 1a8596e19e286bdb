# /// asset
# word = "game console"
# synonyms = [
#     "gaming console", "console", "PlayStation", "Xbox", "video game console", "nintendo", "retro console",
#     "games console",
# ]
# category = "electronics"
# support = "surface"
# colors = ["shell", "core", "light"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the upright console: two pale shells around a dark core")
def upright(*, width, height, depth, shell, core, light):
    look = (shell, {"roughness": 0.35})
    shells = [
        transform_shape(
            box((0, height * 0.5, 0), (width * 0.2, height * 0.98, depth), *look),
            translation_matrix((side * width * 0.34, 0, 0))
            @ rotation_matrix(side * 0.06, (0, 0, 1), (0, height / 2, 0)),
        )
        for side in (-1, 1)
    ]
    glow = [
        box(
            (side * width * 0.215, height * 0.5, depth * 0.475),
            (width * 0.03, height * 0.7, depth * 0.02),
            light,
            {"emission": 2.0},
        )
        for side in (-1, 1)
    ]
    return concat_shapes(
        box((0, height * 0.49, 0), (width * 0.5, height * 0.96, depth * 0.95), core, {"roughness": 0.25}),
        *shells,
        *glow,
        rod((0, 0, 0), (0, height * 0.02, 0), width * 0.75, core),
        box((width * 0.02, height * 0.36, depth * 0.478), (width * 0.05, height * 0.3, 0.003), (0.02, 0.02, 0.02)),
    )


@register("a controller with grips, sticks and buttons")
def gamepad(*, size, shell, core):
    look = (shell, {"roughness": 0.4})
    grips = [
        moved(
            ellipsoid((0, 0, 0), (size * 0.13, size * 0.11, size * 0.27), *look),
            (side * size * 0.34, 0, size * 0.14),
            side * 0.35,
        )
        for side in (-1, 1)
    ]
    sticks = [
        concat_shapes(
            rod(
                (side * size * 0.15, size * 0.08, size * 0.08),
                (side * size * 0.15, size * 0.17, size * 0.08),
                size * 0.035,
                core,
            ),
            rod(
                (side * size * 0.15, size * 0.15, size * 0.08),
                (side * size * 0.15, size * 0.18, size * 0.08),
                size * 0.065,
                core,
            ),
        )
        for side in (-1, 1)
    ]
    buttons = [
        ellipsoid((size * (0.33 + 0.06 * dx), size * 0.105, size * (-0.03 + 0.06 * dz)), (size * 0.028,) * 3, tone)
        for dx, dz, tone in (
            (-1, 0, (0.85, 0.35, 0.6)),
            (1, 0, (0.9, 0.3, 0.25)),
            (0, -1, (0.25, 0.7, 0.45)),
            (0, 1, (0.3, 0.5, 0.9)),
        )
    ]
    cross = [
        box((-size * 0.33, size * 0.105, -size * 0.03), s, core)
        for s in ((size * 0.15, size * 0.03, size * 0.045), (size * 0.045, size * 0.03, size * 0.15))
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (size * 0.42, size * 0.1, size * 0.18), *look),
        box((0, size * 0.085, -size * 0.05), (size * 0.24, size * 0.02, size * 0.14), core),
        *grips,
        *sticks,
        *buttons,
        *cross,
    )


@register("a game console with two controllers")
def game_console(
    *, width=0.4, height=0.3, depth=0.28, shell=(0.93, 0.93, 0.94), core=(0.1, 0.1, 0.12), light=(0.25, 0.55, 0.95)
):
    pad = library_call("gamepad", size=width * 0.4, shell=shell, core=core)
    whole = concat_shapes(
        place(
            "upright",
            at=(-width * 0.27, 0, -depth * 0.1),
            width=width * 0.3,
            height=height,
            depth=depth * 0.75,
            shell=shell,
            core=core,
            light=light,
        ),
        place(pad, at=(width * 0.2, 0, depth * 0.2), turn=-14, name="gamepad"),
        place(pad, at=(width * 0.3, 0, -depth * 0.3), turn=20, name="gamepad"),
    )
    return fitted(whole, width, height, depth)
