# /// asset
# word = "amplifier"
# synonyms = ["guitar amp", "amp", "guitar amplifier", "tube amplifier", "combo amp", "bass amp"]
# category = "music"
# support = "floor"
# colors = ["cover", "cloth", "panel_color"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, pipe, rod


@register("the cabinet with metal corners and a handle")
def cabinet(*, width, height, depth, cover):
    look = (cover, {"roughness": 0.85})
    corners = [
        ellipsoid(
            (x * width * 0.485, y * height + height * 0.015 * (1 - 2 * y), z * depth * 0.48),
            (width * 0.035, width * 0.035, width * 0.035),
            (0.6, 0.6, 0.62),
            {"metallic": 0.9, "roughness": 0.35},
        )
        for x in (-1, 1)
        for y in (0.015, 0.985)
        for z in (-1, 1)
    ]
    handle = pipe(
        [
            (-width * 0.14, height * 0.98, 0),
            (-width * 0.12, height * 1.045, 0),
            (width * 0.12, height * 1.045, 0),
            (width * 0.14, height * 0.98, 0),
        ],
        width * 0.018,
        (0.15, 0.15, 0.16),
    )
    return concat_shapes(box((0, height / 2, 0), (width, height, depth), *look), *corners, handle)


@register("the cloth grille with the speaker behind")
def grille(*, width, height, cloth):
    weave = [
        box(
            (0, height * (-0.46 + 0.077 * i), 0.004),
            (width * 0.998, height * 0.012, 0.003),
            darker(cloth, 0.8),
        )
        for i in range(13)
    ]
    ring = [
        rod((0, 0, 0.003), (0, 0, front), height * r, tone)
        for r, front, tone in (
            (0.4, 0.006, darker(cloth, 0.7)),
            (0.37, 0.0072, darker(cloth, 0.9)),
        )
    ]
    return concat_shapes(
        box((0, 0, 0), (width, height, 0.008), cloth, {"roughness": 0.95}),
        *weave,
        *ring,
        box((-width * 0.34, height * 0.38, 0.008), (width * 0.24, height * 0.1, 0.006), (0.95, 0.93, 0.85)),
        box((-width * 0.34, height * 0.38, 0.011), (width * 0.18, height * 0.035, 0.004), (0.1, 0.1, 0.11)),
    )


@register("the control panel with knobs, jacks and a lamp")
def control_panel(*, width, height, panel_color):
    knobs = [
        concat_shapes(
            rod(
                (width * (-0.28 + 0.1 * i), 0, 0),
                (width * (-0.28 + 0.1 * i), 0, 0.025),
                height * 0.26,
                (0.08, 0.08, 0.09),
            ),
            box(
                (width * (-0.28 + 0.1 * i), height * 0.12, 0.026),
                (height * 0.05, height * 0.22, 0.003),
                (0.97, 0.97, 0.97),
            ),
        )
        for i in range(7)
    ]
    return concat_shapes(
        box((0, 0, 0), (width, height, 0.008), panel_color, {"metallic": 0.6, "roughness": 0.35}),
        *knobs,
        rod((-width * 0.43, 0, 0), (-width * 0.43, 0, 0.012), height * 0.2, (0.7, 0.7, 0.72)),
        rod((-width * 0.43, 0, 0.01), (-width * 0.43, 0, 0.013), height * 0.1, (0.03, 0.03, 0.03)),
        ellipsoid((width * 0.45, 0, 0.008), (height * 0.16,) * 3, (0.95, 0.25, 0.2), {"emission": 1.5}),
    )


@register("a guitar amplifier with a cloth grille, knobs and a handle")
def amplifier(
    *,
    width=0.52,
    height=0.46,
    depth=0.25,
    cover=(0.1, 0.1, 0.11),
    cloth=(0.55, 0.5, 0.42),
    panel_color=(0.85, 0.7, 0.35),
):
    body, deep = height * 0.94, depth * 0.92
    whole = concat_shapes(
        library_call("cabinet", width=width, height=body, depth=deep, cover=cover),
        moved(library_call("grille", width=width * 0.9, height=body * 0.66, cloth=cloth), (0, body * 0.4, deep / 2)),
        moved(
            library_call("control_panel", width=width * 0.9, height=body * 0.16, panel_color=panel_color),
            (0, body * 0.85, deep / 2),
        ),
    )
    return fitted(whole, width, height, depth)
