# /// asset
# word = "dental chair"
# synonyms = ["dentist chair", "dentist's chair", "dental treatment chair", "patient chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.6, left = 0.6}
# colors = ["paint"]
# materials = ["cover"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, disc, finish, fitted, moved, pad, pipe, plate, rod

WHITE = ((0.94, 0.95, 0.95), {"roughness": 0.3})


@register("the foot and the lifting column")
def base():
    return concat_shapes(
        plate((0, 0, -0.05), (0.55, 0.06, 0.9), 0.15, *WHITE),
        block((0, 0.06, -0.05), (0.3, 0.32, 0.4), *WHITE),
        box((0, 0.2, -0.05), (0.31, 0.02, 0.41), (0.3, 0.32, 0.35)),
    )


@register("the reclined seat with back, legs and head rest")
def cushions(*, look):
    return concat_shapes(
        block((0, 0.36, 0.0), (0.44, 0.06, 0.6), *WHITE),
        pad((0, 0.42, 0.05), (0.54, 0.12, 0.6), *look),
        moved(pad((0, 0, -0.36), (0.54, 0.11, 0.78), *look), (0, 0.46, -0.18), 0.55, (1, 0, 0)),
        moved(block((0, -0.05, -0.34), (0.36, 0.05, 0.6), *WHITE), (0, 0.46, -0.18), 0.55, (1, 0, 0)),
        moved(pad((0, 0, -0.84), (0.28, 0.1, 0.24), *look), (0, 0.48, -0.18), 0.55, (1, 0, 0)),
        moved(pad((0, 0, 0.36), (0.5, 0.1, 0.8), *look), (0, 0.44, 0.28), 0.2, (1, 0, 0)),
        moved(block((0, -0.05, 0.36), (0.3, 0.05, 0.6), *WHITE), (0, 0.44, 0.28), 0.2, (1, 0, 0)),
    )


@register("an arm rest")
def arm(*, side, look):
    x = side * 0.32
    return concat_shapes(
        pipe([(side * 0.2, 0.4, 0.02), (x, 0.42, 0.02), (x, 0.62, -0.05)], 0.018, *WHITE),
        pad((x, 0.62, 0.0), (0.07, 0.05, 0.4), *look),
    )


@register("the lamp on its arm")
def lamp():
    path = [(0.25, 0.2, -0.35), (0.42, 0.24, -0.42), (0.42, 1.75, -0.42), (0.3, 1.92, -0.2), (0.05, 1.72, 0.05)]
    return concat_shapes(
        pipe(path, 0.024, *WHITE),
        *[ball(p, 0.035, *WHITE) for p in path[2:]],
        moved(rod((0, -0.05, 0), (0, 0.03, 0), 0.16, *WHITE), (0.05, 1.68, 0.06), -0.35, (1, 0, 0)),
        moved(rod((0, -0.056, 0), (0, -0.049, 0), 0.13, *finish("lamp glow")), (0.05, 1.68, 0.06), -0.35, (1, 0, 0)),
    )


@register("the tray of instruments on its arm")
def tray():
    steel = finish("steel")
    tools = [rod((-0.62 + 0.045 * i, 0.965, 0.28), (-0.62 + 0.045 * i, 0.965, 0.42), 0.006, *steel) for i in range(6)]
    drills = [
        concat_shapes(
            rod((-0.64 + 0.06 * i, 0.9, 0.24), (-0.64 + 0.06 * i, 1.02, 0.19), 0.011, *WHITE),
            pipe(
                [(-0.64 + 0.06 * i, 0.9, 0.24), (-0.64 + 0.06 * i, 0.72, 0.3), (-0.6 + 0.04 * i, 0.55, 0.1)],
                0.006,
                (0.5, 0.52, 0.55),
            ),
        )
        for i in range(4)
    ]
    return concat_shapes(
        pipe([(-0.2, 0.3, -0.2), (-0.5, 0.35, -0.2), (-0.5, 0.85, -0.1), (-0.5, 0.9, 0.25)], 0.024, *WHITE),
        plate((-0.52, 0.92, 0.3), (0.46, 0.035, 0.32), 0.05, *WHITE),
        box((-0.52, 0.957, 0.34), (0.36, 0.006, 0.2), *steel),
        *tools,
        *drills,
    )


@register("the spittoon")
def spittoon():
    return concat_shapes(
        block((0.46, 0.0, -0.1), (0.2, 0.72, 0.26), *WHITE),
        disc((0.46, 0.72, -0.02), (0.14, 0.14), 0.07, *WHITE),
        disc((0.46, 0.787, -0.02), (0.11, 0.11), 0.005, (0.7, 0.78, 0.82)),
        pipe(
            [(0.46, 0.72, -0.18), (0.46, 0.95, -0.18), (0.46, 0.97, -0.08), (0.46, 0.92, -0.04)],
            0.009,
            *finish("chrome"),
        ),
    )


@register("a reclined dental chair with a lamp and a tray of instruments")
def dental_chair(*, width=1.32, height=1.96, depth=2.0, cover="vinyl", paint=(0.2, 0.55, 0.62)):
    look = finish(cover, paint)
    whole = concat_shapes(
        library_call("base"),
        library_call("cushions", look=look),
        *[library_call("arm", side=s, look=look) for s in (-1, 1)],
        library_call("lamp"),
        library_call("tray"),
        library_call("spittoon"),
    )
    return fitted(whole, width, height, depth)
