# /// asset
# word = "arcade machine"
# synonyms = ["arcade cabinet", "arcade game", "arcade", "mini arcade machine", "video arcade", "coin-op game"]
# stands_for = ["basketball arcade machine", "racing simulator"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["cabinet_color", "neon"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod


@register("the cabinet: two shaped sides and what is between them")
def cabinet(*, width, height, depth, cabinet_color, neon):
    t = width * 0.05
    profile = [
        (0.0, 0.42, -0.5, 0.34),
        (0.42, 0.5, -0.5, 0.5),
        (0.5, 0.56, -0.5, 0.42),
        (0.56, 0.62, -0.5, 0.16),
        (0.62, 0.68, -0.5, 0.12),
        (0.68, 0.74, -0.5, 0.08),
        (0.74, 0.82, -0.5, 0.05),
        (0.82, 0.88, -0.5, 0.16),
        (0.88, 1.0, -0.5, 0.26),
    ]
    sides = [
        box(
            (x * (width - t) / 2, height * (a + b) / 2, depth * (c + d) / 2),
            (t, height * (b - a) * 1.002, depth * (d - c)),
            cabinet_color,
        )
        for x in (-1, 1)
        for a, b, c, d in profile
    ]
    strips = [
        box(
            (x * width * 0.5, height * (a + b) / 2, depth * d),
            (t * 0.5, height * (b - a), depth * 0.012),
            neon,
            {"emission": 1.5},
        )
        for x in (-0.96, 0.96)
        for a, b, _, d in profile
    ]
    return concat_shapes(
        *sides,
        *strips,
        box(
            (0, height * 0.23, -depth * 0.08),
            (width * 0.92, height * 0.46, depth * 0.78),
            darker(cabinet_color, 0.45),
        ),
        box((0, height * 0.72, -depth * 0.3), (width * 0.92, height * 0.54, depth * 0.36), (0.08, 0.08, 0.1)),
        box((0, height * 0.97, -depth * 0.12), (width * 0.92, height * 0.05, depth * 0.7), cabinet_color),
        box((0, height * 0.22, depth * 0.315), (width * 0.34, height * 0.2, 0.01), (0.2, 0.2, 0.22)),
        *[
            box(
                (x * width * 0.08, height * 0.26, depth * 0.325),
                (width * 0.03, height * 0.05, 0.006),
                (0.95, 0.3, 0.2),
                {"emission": 1.0},
            )
            for x in (-1, 1)
        ],
    )


@register("the screen with a space game on it")
def screen(*, width, height):
    glow = {"emission": 1.2}
    aliens = [
        box(
            (width * (-0.3 + 0.15 * i), height * (0.3 - 0.15 * j), 0.004),
            (width * 0.08, height * 0.07, 0.002),
            ((0.3, 0.9, 0.4), (0.95, 0.85, 0.3), (0.95, 0.4, 0.7))[j],
            glow,
        )
        for i in range(5)
        for j in range(3)
    ]
    ship = [
        box((width * 0.05, -height * 0.38, 0.004), (width * 0.14, height * 0.05, 0.002), (0.4, 0.8, 1.0), glow),
        box((width * 0.05, -height * 0.34, 0.004), (width * 0.04, height * 0.06, 0.002), (0.4, 0.8, 1.0), glow),
        box((width * 0.05, -height * 0.2, 0.004), (width * 0.014, height * 0.1, 0.002), (1.0, 1.0, 1.0), glow),
    ]
    return concat_shapes(
        box((0, 0, 0), (width * 1.1, height * 1.1, 0.004), (0.05, 0.05, 0.06)),
        box((0, 0, 0.002), (width, height, 0.003), (0.04, 0.04, 0.14), {"roughness": 0.1}),
        *aliens,
        *ship,
    )


@register("the control panel with joystick and buttons")
def controls(*, width, depth):
    tints = (
        (0.95, 0.3, 0.25),
        (0.98, 0.8, 0.2),
        (0.3, 0.8, 0.4),
        (0.3, 0.55, 0.95),
        (0.97, 0.97, 0.97),
        (0.9, 0.4, 0.8),
    )
    buttons = [
        rod(
            (width * (0.02 + 0.13 * (i % 3)), 0.004, depth * (-0.15 + 0.34 * (i // 3))),
            (width * (0.02 + 0.13 * (i % 3)), 0.022, depth * (-0.15 + 0.34 * (i // 3))),
            width * 0.042,
            tone,
            {"emission": 0.4},
        )
        for i, tone in enumerate(tints)
    ]
    return concat_shapes(
        box((0, 0, 0), (width, 0.02, depth), (0.13, 0.13, 0.15)),
        rod((-width * 0.26, 0, 0), (-width * 0.26, 0.09, 0), 0.009, (0.8, 0.8, 0.82)),
        ellipsoid((-width * 0.26, 0.1, 0), (0.026,) * 3, (0.95, 0.2, 0.2), {"roughness": 0.2}),
        *buttons,
    )


@register("the lit marquee with its lettering")
def marquee(*, width, height, neon):
    letters = [
        box(
            (width * (-0.32 + 0.128 * i), 0, 0.008),
            (width * 0.085, height * 0.5, 0.004),
            (1.0, 0.95, 0.5),
            {"emission": 1.5},
        )
        for i in range(6)
    ]
    return concat_shapes(box((0, 0, 0), (width, height, 0.012), neon, {"emission": 1.0}), *letters)


@register("an arcade cabinet with a screen, a joystick and buttons")
def arcade_machine(*, width=0.66, height=1.75, depth=0.8, cabinet_color=(0.15, 0.2, 0.5), neon=(0.95, 0.3, 0.55)):
    whole = concat_shapes(
        library_call("cabinet", width=width, height=height, depth=depth, cabinet_color=cabinet_color, neon=neon),
        moved(
            library_call("screen", width=width * 0.72, height=height * 0.24),
            (0, height * 0.69, -depth * 0.08),
            -0.22,
            (1, 0, 0),
        ),
        moved(
            library_call("controls", width=width * 0.9, depth=depth * 0.34),
            (0, height * 0.525, depth * 0.26),
            0.2,
            (1, 0, 0),
        ),
        moved(
            library_call("marquee", width=width * 0.9, height=height * 0.1, neon=neon), (0, height * 0.92, depth * 0.25)
        ),
    )
    return fitted(whole, width, height, depth)
