# /// asset
# word = "wood lathe"
# synonyms = ["lathe", "turning lathe", "woodturning lathe", "metal lathe"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, finish, fitted, lathe, moved, rod, rotated


@register("the headstock with its motor and chuck")
def headstock(*, look, steel, dark):
    return concat_shapes(
        box((0, 0.14, 0), (0.28, 0.32, 0.24), *look),
        rod((0.14, 0.18, 0), (0.21, 0.18, 0), 0.055, *steel),
        rod((-0.14, 0.18, 0), (-0.18, 0.18, 0), 0.09, *dark),
        box((0, 0.2, 0.125), (0.18, 0.1, 0.01), *dark),
        rod((-0.05, 0.2, 0.13), (-0.05, 0.2, 0.145), 0.018, (0.75, 0.1, 0.08)),
        rod((0.03, 0.2, 0.13), (0.03, 0.2, 0.145), 0.018, (0.12, 0.55, 0.2)),
    )


@register("the tailstock with its hand wheel")
def tailstock(*, look, steel):
    return concat_shapes(
        box((0, 0.1, 0), (0.14, 0.24, 0.14), *look),
        rod((-0.2, 0.18, 0), (0.16, 0.18, 0), 0.024, *steel),
        rod((0.16, 0.18, 0), (0.185, 0.18, 0), 0.07, *steel),
    )


@register("the piece of wood that is being turned")
def work_piece(*, length, look):
    profile = [
        (0.02, 0),
        (0.05, 0.02),
        (0.05, 0.14),
        (0.03, 0.2),
        (0.045, 0.3),
        (0.06, 0.42),
        (0.035, 0.54),
        (0.045, 0.62),
    ]
    scaled = [(r, y * length / 0.62) for r, y in profile]
    return rotated(lathe(scaled, *look, slices=26), -1.5708, (0, 0, 1))


@register("a lathe for turning wood, on its stand")
def wood_lathe(*, width=1.5, depth=0.55, height=1.2, paint=(0.16, 0.34, 0.3)) -> Shape:
    look, steel, dark = finish("paint", paint), finish("steel"), finish("black metal")
    bed = height - 0.36
    return fitted(
        concat_shapes(
            *[block((s * (width / 2 - 0.18), 0, 0), (0.24, bed - 0.08, 0.4), *look) for s in (-1, 1)],
            *[block((s * (width / 2 - 0.18), 0, 0), (0.3, 0.05, depth), *look) for s in (-1, 1)],
            *[box((0, bed - 0.04, s * 0.06), (width - 0.04, 0.08, 0.06), *steel) for s in (-1, 1)],
            block((0, bed * 0.4, 0), (width - 0.5, 0.03, 0.34), *dark),
            moved(library_call("headstock", look=look, steel=steel, dark=dark), (-width / 2 + 0.2, bed + 0.02, 0)),
            moved(library_call("tailstock", look=look, steel=steel), (width / 2 - 0.2, bed + 0.02, 0)),
            moved(
                library_call("work_piece", length=width - 0.81, look=finish("cherry wood")),
                (-width / 2 + 0.41, bed + 0.2, 0),
            ),
            block((0, bed, 0.13), (0.05, 0.14, 0.05), *steel),
            box((0, bed + 0.15, 0.13), (0.34, 0.03, 0.04), *steel),
        ),
        width,
        height,
        depth,
    )
