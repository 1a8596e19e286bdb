# /// asset
# word = "cement mixer"
# synonyms = ["concrete mixer", "mortar mixer", "building site mixer"]
# category = "tools"
# support = "floor"
# colors = ["drum_paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, darker, fitted, hoop, lathe, moved, rod, rotated, tube

DARK = ((0.12, 0.12, 0.13), {"roughness": 0.6})


@register("a cement mixer with its tilted drum on a frame with wheels")
def cement_mixer(*, width=0.9, height=1.4, depth=1.2, drum_paint=(0.95, 0.5, 0.08)):
    steel = ((0.3, 0.31, 0.34), {"roughness": 0.5})
    drum = concat_shapes(
        lathe(
            [(0.24, 0), (0.36, 0.12), (0.38, 0.35), (0.22, 0.62), (0.2, 0.68)],
            drum_paint,
            {"roughness": 0.4},
            slices=36,
        ),
        rod((0, 0.66, 0), (0, 0.685, 0), 0.17, (0.25, 0.25, 0.25)),
        hoop(0.385, 0.02, darker(drum_paint, 0.6), center=(0, 0.3, 0), parts=32),
        hoop(0.2, 0.018, darker(drum_paint, 0.7), center=(0, 0.68, 0), parts=26),
    )
    whole = concat_shapes(
        moved(rotated(drum, 0.75, (1, 0, 0)), (0, 0.62, -0.05)),
        *[beam((s * 0.42, 0.05, -0.42), (s * 0.4, 0.85, 0.1), (0.05, 0.05), *steel) for s in (-1, 1)],
        *[beam((s * 0.42, 0.03, 0.5), (s * 0.4, 0.85, 0.1), (0.05, 0.05), *steel) for s in (-1, 1)],
        *[rod((-0.42, y, z), (0.42, y, z), 0.025, *steel) for y, z in ((0.06, 0.48), (0.16, -0.4))],
        *[rod((s * 0.4, 0.16, -0.42), (s * 0.47, 0.16, -0.42), 0.16, *DARK) for s in (-1, 1)],
        block((0, 0.2, -0.42), (0.3, 0.35, 0.25), darker(drum_paint, 0.8)),
        tube([(0.44, 0.85, 0.1), (0.5, 0.95, 0.1), (0.5, 1.0, 0.1)], 0.018, *steel),
        hoop(0.16, 0.016, *DARK, center=(0.47, 0.85, 0.1), axis=(1, 0, 0), parts=22),
    )
    return fitted(whole, width, height, depth)
