# /// asset
# word = "hospital bed"
# synonyms = ["patient bed", "adjustable bed", "medical bed"]
# stands_for = ["gurney", "stretcher"]
# category = "beds"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["blanket", "panel", "paint", "sheet"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, tube


@register("the frame on wheels")
def frame_part(*, paint):
    wheels = [
        concat_shapes(
            rod((x - 0.02, 0.06, z), (x + 0.02, 0.06, z), 0.06, (0.15, 0.15, 0.16)),
            rod((x, 0.06, z), (x, 0.24, z), 0.022, paint),
        )
        for x in (-0.36, 0.36)
        for z in (-0.8, 0.8)
    ]
    legs = [rod((x, 0.24, z), (x * 0.9, 0.46, z * 0.6), 0.025, paint) for x in (-0.36, 0.36) for z in (-0.8, 0.8)]
    return concat_shapes(
        *wheels, *legs, box((0, 0.25, 0), (0.8, 0.05, 1.75), paint), box((0, 0.48, 0), (0.92, 0.05, 2.0), paint)
    )


@register("the bedding, its head raised")
def bedding(*, sheet, blanket):
    soft = {"roughness": 0.95}
    head = moved(
        concat_shapes(
            box((0, 0.07, -0.34), (0.88, 0.14, 0.7), (0.93, 0.95, 0.96), soft),
            ellipsoid((0, 0.18, -0.48), (0.32, 0.06, 0.18), sheet, soft),
        ),
        (0, 0.505, -0.3),
        0.42,
        (1, 0, 0),
    )
    return concat_shapes(
        box((0, 0.575, 0.34), (0.88, 0.14, 1.3), (0.93, 0.95, 0.96), soft),
        box((0, 0.6, 0.45), (0.92, 0.13, 1.05), blanket, soft),
        box((0, 0.603, -0.03), (0.922, 0.13, 0.14), sheet, soft),
        head,
    )


@register("the boards and the rails")
def rails(*, panel, paint):
    boards = [
        concat_shapes(
            box((0, y, z), (0.92, h, 0.035), panel, {"roughness": 0.4}),
            tube(
                [
                    (-0.44, y + h / 2 - 0.1, z),
                    (-0.42, y + h / 2 + 0.03, z),
                    (0.42, y + h / 2 + 0.03, z),
                    (0.44, y + h / 2 - 0.1, z),
                ],
                0.02,
                paint,
            ),
        )
        for z, y, h in ((-1.04, 0.76, 0.5), (1.04, 0.68, 0.34))
    ]
    sides = [
        concat_shapes(
            tube(
                [(s * 0.475, 0.62, -0.42), (s * 0.475, 0.84, -0.36), (s * 0.475, 0.84, 0.3), (s * 0.475, 0.62, 0.36)],
                0.016,
                paint,
            ),
            *[rod((s * 0.475, 0.5, z), (s * 0.475, 0.84, z), 0.009, paint) for z in (-0.3, -0.1, 0.1, 0.25)],
        )
        for s in (-1, 1)
    ]
    return concat_shapes(*boards, *sides)


@register("a hospital bed with side rails on wheels")
def hospital_bed(
    *,
    width=1.0,
    height=1.05,
    depth=2.15,
    blanket=(0.5, 0.68, 0.76),
    panel=(0.8, 0.66, 0.48),
    paint=(0.86, 0.87, 0.88),
    sheet=(0.97, 0.97, 0.98),
):
    whole = concat_shapes(
        library_call("frame_part", paint=paint),
        library_call("bedding", sheet=sheet, blanket=blanket),
        library_call("rails", panel=panel, paint=paint),
    )
    return fitted(whole, width, height, depth)
