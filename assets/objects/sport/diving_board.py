# /// asset
# word = "diving board"
# synonyms = ["springboard", "diving platform", "pool diving board", "spring board"]
# category = "sport"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "board_color"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, pipe, plate, rod

STEEL = ((0.78, 0.79, 0.81), {"metallic": 0.9, "roughness": 0.25})


@register("the long board")
def board(*, board_color):
    return concat_shapes(
        plate((0, 1.02, 0.4), (0.5, 0.05, 3.6), 0.06, board_color, {"roughness": 0.5}),
        plate((0, 1.07, 0.9), (0.44, 0.004, 2.5), 0.05, darker(board_color, 0.8), {"roughness": 0.95}),
        box((0, 1.045, 2.19), (0.44, 0.052, 0.02), (0.85, 0.15, 0.12)),
    )


@register("the stand with its roller")
def stand(*, paint):
    return concat_shapes(
        block((0, 0, -0.5), (0.8, 0.12, 1.9), (0.75, 0.75, 0.74)),
        *[block((s * 0.27, 0.12, z), (0.09, 0.88, 0.12), paint) for s in (-1, 1) for z in (-1.2, 0.1)],
        rod((-0.34, 0.98, 0.1), (0.34, 0.98, 0.1), 0.055, (0.12, 0.12, 0.13)),
        block((0, 0.92, -1.2), (0.62, 0.1, 0.16), paint),
        *[rod((s * 0.36, 0.98, 0.1), (s * 0.4, 0.98, 0.1), 0.12, STEEL[0], STEEL[1]) for s in (-1, 1)],
    )


@register("the steps and the bent hand rails")
def rails(*, paint):
    parts = []
    for s in (-1, 1):
        x = s * 0.36
        parts.append(
            pipe(
                [(x, 0.1, -1.45), (x, 1.85, -1.35), (x, 1.95, -1.2), (x, 1.95, -0.1), (x, 1.85, 0.05), (x, 0.95, 0.05)],
                0.024,
                *STEEL,
            )
        )
        parts.append(rod((x, 1.5, -1.36), (x, 1.5, 0.05), 0.018, *STEEL))
    parts += [block((0, 0.24 + 0.25 * i, -1.46), (0.72, 0.03, 0.14), *STEEL) for i in range(4)]
    parts += [rod((s * 0.33, 0.0, -1.62), (s * 0.33, 1.02, -1.4), 0.022, *STEEL) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a diving board on its stand with hand rails")
def diving_board(*, width=0.84, height=1.98, depth=3.85, paint=(0.2, 0.4, 0.7), board_color=(0.6, 0.8, 0.9)):
    whole = concat_shapes(
        library_call("board", board_color=board_color),
        library_call("stand", paint=paint),
        library_call("rails", paint=paint),
    )
    return fitted(whole, width, height, depth)
