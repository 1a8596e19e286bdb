# /// asset
# word = "car engine"
# synonyms = [
#     "engine", "engine block", "motor", "engine on a stand", "motorcycle engine", "engine stand", "v8 engine",
# ]
# category = "tools"
# support = "floor"
# colors = ["block_paint", "cover"]
# ///
from scene.language import *
from scene.language.modelling import block, box, fitted, moved, rod, rotated, tube

STEEL = ((0.72, 0.73, 0.75), {"metallic": 0.8, "roughness": 0.35})
DARK = ((0.1, 0.1, 0.11), {"roughness": 0.6})


@register("the engine: block, two banks of cylinders, belts and pipes")
def motor(*, block_paint, cover):
    banks = []
    for s in (-1, 1):
        bank = concat_shapes(
            box((0, 0.13, 0), (0.17, 0.22, 0.5), block_paint, {"roughness": 0.5}),
            box((0, 0.27, 0), (0.15, 0.08, 0.5), cover, {"roughness": 0.25}),
            *[rod((0, 0.3, -0.2 + 0.13 * i), (0, 0.325, -0.2 + 0.13 * i), 0.022, *DARK) for i in range(4)],
        )
        banks.append(moved(rotated(bank, -s * 0.7, (0, 0, 1)), (s * 0.08, 0.1, 0)))
        banks += [
            tube(
                [
                    (s * 0.3, 0.2, -0.18 + 0.12 * i),
                    (s * 0.36, 0.12, -0.18 + 0.12 * i),
                    (s * 0.34, 0.0, -0.14 + 0.1 * i),
                ],
                0.024,
                (0.55, 0.4, 0.3),
                {"metallic": 0.6},
            )
            for i in range(4)
        ]
        banks.append(rod((s * 0.34, -0.02, -0.2), (s * 0.34, -0.02, 0.22), 0.035, (0.55, 0.4, 0.3), {"metallic": 0.6}))
    wheels = [
        rod((x, y, 0.27), (x, y, 0.31), r, *STEEL)
        for x, y, r in ((0, 0.0, 0.1), (0.2, 0.16, 0.06), (-0.19, 0.2, 0.07), (0.02, 0.24, 0.05))
    ]
    return concat_shapes(
        box((0, 0.05, 0), (0.36, 0.32, 0.52), block_paint, {"roughness": 0.5}),
        box((0, -0.17, -0.02), (0.26, 0.14, 0.44), *DARK),
        *banks,
        *wheels,
        tube(
            [(0, -0.1, 0.29), (0.26, 0.16, 0.29), (0.02, 0.29, 0.29), (-0.26, 0.2, 0.29), (0, -0.1, 0.29)], 0.012, *DARK
        ),
        rod((0, 0.36, 0), (0, 0.44, 0), 0.13, *STEEL),
        rod((0, 0.44, 0), (0, 0.465, 0), 0.14, *DARK),
        rod((0, 0.1, -0.26), (0, 0.1, -0.34), 0.2, *STEEL),
    )


@register("a car engine on a workshop stand")
def car_engine(*, width=0.85, height=1.25, depth=1.1, block_paint=(0.34, 0.36, 0.4), cover=(0.75, 0.12, 0.09)):
    red = ((0.2, 0.24, 0.3), {"roughness": 0.4})
    stand = concat_shapes(
        block((0, 0.06, -0.45), (0.09, 0.85, 0.09), *red),
        *[box((s * 0.3, 0.08, 0), (0.07, 0.07, 1.0), *red) for s in (-1, 1)],
        box((0, 0.08, -0.45), (0.7, 0.07, 0.07), *red),
        rod((0, 0.85, -0.5), (0, 0.85, -0.3), 0.07, *DARK),
        *[
            rod((s * 0.3 - 0.02, 0.04, z), (s * 0.3 + 0.02, 0.04, z), 0.045, *DARK)
            for s in (-1, 1)
            for z in (-0.47, 0.47)
        ],
    )
    return fitted(
        concat_shapes(stand, moved(library_call("motor", block_paint=block_paint, cover=cover), (0, 0.78, 0.05))),
        width,
        height,
        depth,
    )
