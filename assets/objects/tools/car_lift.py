# /// asset
# word = "car lift"
# synonyms = ["two-post lift", "two post lift", "vehicle lift", "car hoist", "garage lift", "automotive lift", "auto lift"]
# category = "tools"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, darker, fitted, plate, rod

STEEL = ((0.3, 0.31, 0.33), {"metallic": 0.6, "roughness": 0.4})


@register("a post with its carriage")
def post(*, side, paint):
    gloss = {"roughness": 0.35}
    x = side * 1.55
    stripes = [
        box(
            (x - side * 0.181, 0.25 + 0.1 * i, 0), (0.006, 0.1, 0.3), (0.95, 0.78, 0.1) if i % 2 else (0.07, 0.07, 0.08)
        )
        for i in range(6)
    ]
    return concat_shapes(
        block((x, 0, 0), (0.5, 0.03, 0.6), *STEEL),
        block((x + side * 0.09, 0.03, 0), (0.18, 2.9, 0.36), paint, gloss),
        *[block((x - side * 0.05, 0.03, t * 0.16), (0.26, 2.9, 0.04), paint, gloss) for t in (-1, 1)],
        block((x - side * 0.06, 0.75, 0), (0.16, 0.6, 0.26), darker(paint, 0.5)),
        rod((x, 0.1, 0), (x, 2.85, 0), 0.03, (0.75, 0.76, 0.78), {"metallic": 0.9, "roughness": 0.25}),
        *stripes,
    )


@register("a swinging arm with its rubber pad")
def arm(*, side, turn, paint):
    x0, y = side * 1.42, 0.82
    x1, z1 = side * 0.62, turn * 0.75
    return concat_shapes(
        rod((x0, 0.74, turn * 0.06), (x0, 0.9, turn * 0.06), 0.07, *STEEL),
        beam((x0, y, turn * 0.06), ((x0 + x1) / 2, y, z1 * 0.55), (0.12, 0.1), darker(paint, 0.85)),
        beam(((x0 + x1) / 2, y, z1 * 0.55), (x1, y, z1), (0.08, 0.07), darker(paint, 0.7)),
        rod((x1, 0.8, z1), (x1, 0.9, z1), 0.05, *STEEL),
        rod((x1, 0.9, z1), (x1, 0.94, z1), 0.08, (0.08, 0.08, 0.09), {"roughness": 0.9}),
    )


@register("the crossbeam and the control box")
def top(*, paint):
    return concat_shapes(
        block((0, 2.93, 0), (3.56, 0.16, 0.3), paint, {"roughness": 0.35}),
        box((0, 3.01, 0.152), (0.9, 0.09, 0.006), (0.96, 0.96, 0.96)),
        *[box((-0.28 + 0.14 * i, 3.01, 0.157), (0.09, 0.05, 0.003), darker(paint, 0.6)) for i in range(5)],
        box((1.62, 1.45, 0.24), (0.22, 0.34, 0.12), (0.8, 0.81, 0.82)),
        rod((1.62, 1.5, 0.3), (1.62, 1.5, 0.32), 0.03, (0.15, 0.6, 0.25)),
        rod((1.62, 1.4, 0.3), (1.62, 1.4, 0.325), 0.035, (0.85, 0.1, 0.08)),
        rod((1.62, 1.68, 0.24), (1.62, 1.95, 0.24), 0.09, (0.2, 0.21, 0.23)),
        plate((0, 0, 0), (2.6, 0.02, 0.3), 0.02, *STEEL),
    )


@register("a two-post car lift with four arms")
def car_lift(*, width=3.7, height=3.09, depth=1.75, paint=(0.12, 0.3, 0.65)):
    whole = concat_shapes(
        *[library_call("post", side=s, paint=paint) for s in (-1, 1)],
        *[library_call("arm", side=s, turn=t, paint=paint) for s in (-1, 1) for t in (-1, 1)],
        library_call("top", paint=paint),
    )
    return fitted(whole, width, height, depth)
