# /// asset
# word = "surfboard rack"
# synonyms = ["rack of surfboards", "surf rack", "board rack", "row of surfboards", "surfboard stand", "rack with surfboards"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod, stretched


@register("a surfboard that stands on its tail")
def standing_board(*, tone, stripe):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        ellipsoid((0, 1.0, 0), (0.26, 1.0, 0.035), tone, gloss),
        ellipsoid((0, 1.0, 0.002), (0.035, 0.99, 0.0355), stripe, gloss),
        *[box((0, y, 0.003), (0.3 if y > 1 else 0.4, 0.05, 0.066), stripe, gloss) for y in (0.45, 1.55)],
        *[ellipsoid((x, 0.18, -0.06), (0.008, 0.07, 0.05), (0.1, 0.1, 0.12)) for x in (-0.09, 0, 0.09)],
    )


@register("the wooden rack with padded bars")
def board_frame(*, wood):
    look = surface(wood)
    parts = [box((s * 1.12, 0.72, -0.1), (0.06, 1.44, 0.08), *look) for s in (-1, 1)]
    parts += [box((s * 1.12, 0.03, 0.05), (0.06, 0.06, 0.6), *look) for s in (-1, 1)]
    parts += [box((0, y, -0.1), (2.3, 0.07, 0.05), *look) for y in (0.5, 1.4)]
    parts += [box((0, 0.05, 0.08), (2.3, 0.05, 0.28), *look)]
    parts += [
        rod((-0.88 + 0.44 * i, y, -0.08), (-0.88 + 0.44 * i, y, 0.12), 0.022, (0.1, 0.1, 0.11), {"roughness": 0.95})
        for i in range(5)
        for y in (0.5, 1.4)
    ]
    return concat_shapes(*parts)


@register("a rack of standing surfboards")
def surfboard_rack(*, width=2.36, height=2.1, depth=0.62, wood="pine"):
    tones = (
        ((0.95, 0.93, 0.86), (0.2, 0.55, 0.7)),
        ((0.95, 0.55, 0.35), (0.97, 0.95, 0.9)),
        ((0.3, 0.65, 0.68), (0.95, 0.85, 0.4)),
        ((0.97, 0.85, 0.45), (0.85, 0.3, 0.28)),
    )
    boards = [
        moved(
            stretched(library_call("standing_board", tone=t, stripe=s), (1, 0.94 + 0.03 * (i % 3), 1)),
            (-0.66 + 0.44 * i, 0.09, 0.05),
            -0.06,
            (1, 0, 0),
        )
        for i, (t, s) in enumerate(tones)
    ]
    return fitted(concat_shapes(library_call("board_frame", wood=wood), *boards), width, height, depth)
