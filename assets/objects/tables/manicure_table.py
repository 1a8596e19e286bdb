# /// asset
# word = "manicure table"
# synonyms = ["nail table", "nail desk", "manicure station", "nail station", "manicure desk"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "cushion"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, pad, plate, rod, tube


@register("the table with a chest of drawers")
def nail_desk(*, look):
    parts = [plate((0, 0.72, 0), (1.1, 0.03, 0.48), 0.05, *look), box((-0.36, 0.38, -0.01), (0.32, 0.68, 0.42), *look)]
    for k in range(4):
        parts.append(box((-0.36, 0.62 - 0.155 * k, -0.222), (0.28, 0.13, 0.01), darker(look[0], 0.92), look[1]))
        parts.append(rod((-0.41, 0.62 - 0.155 * k, -0.236), (-0.31, 0.62 - 0.155 * k, -0.236), 0.006, *surface("gold")))
    parts += [rod((0.47, 0, z), (0.47, 0.72, z), 0.018, *surface("gold")) for z in (-0.18, 0.18)]
    parts += [
        rod((0.47, 0.03, -0.18), (0.47, 0.03, 0.18), 0.014, *surface("gold")),
        box((-0.36, 0.02, 0), (0.3, 0.04, 0.38), (0.15, 0.15, 0.16)),
    ]
    return concat_shapes(*parts)


@register("the hand rest, the lamp, a drying lamp and bottles of polish")
def nail_things(*, cushion):
    chrome = surface("chrome")
    tones = (
        (0.85, 0.12, 0.3),
        (0.95, 0.5, 0.55),
        (0.55, 0.1, 0.3),
        (0.35, 0.3, 0.6),
        (0.95, 0.75, 0.7),
        (0.2, 0.5, 0.55),
    )
    bottles = []
    for i, tone in enumerate(tones):
        x = -0.48 + 0.045 * i
        bottles += [
            rod((x, 0.75, -0.15), (x, 0.785, -0.15), 0.016, tone, {"roughness": 0.1}),
            rod((x, 0.785, -0.15), (x, 0.82, -0.15), 0.009, (0.05, 0.05, 0.06)),
        ]
    return concat_shapes(
        pad((0.02, 0.75, 0.1), (0.32, 0.06, 0.12), cushion),
        tube([(0.45, 0.75, -0.12), (0.45, 1.0, -0.12), (0.36, 1.14, -0.06), (0.16, 1.15, 0.02)], 0.01, *chrome),
        rod((0.45, 0.75, -0.12), (0.45, 0.768, -0.12), 0.06, *chrome),
        box((0.09, 1.145, 0.03), (0.26, 0.03, 0.06), (0.93, 0.93, 0.94)),
        box((0.09, 1.127, 0.03), (0.22, 0.006, 0.04), (1.0, 0.98, 0.92), {"emission": 2.0}),
        box((0.3, 0.8, 0.06), (0.2, 0.1, 0.2), (0.97, 0.97, 0.97), {"roughness": 0.25}),
        box((0.3, 0.785, 0.158), (0.15, 0.05, 0.01), (0.35, 0.3, 0.8), {"emission": 0.8}),
        ellipsoid((-0.2, 0.775, 0.02), (0.06, 0.025, 0.06), (0.97, 0.96, 0.94)),
        *bottles,
    )


@register("a manicure table with a lamp, a hand rest and polish")
def manicure_table(*, width=1.1, height=1.16, depth=0.48, paint=(0.95, 0.93, 0.92), cushion=(0.93, 0.62, 0.68)):
    whole = concat_shapes(
        library_call("nail_desk", look=finish("lacquered wood", paint)), library_call("nail_things", cushion=cushion)
    )
    return fitted(whole, width, height, depth)
