# /// asset
# word = "pile of bricks"
# synonyms = [
#     "bricks", "stack of bricks", "brick pile", "brick stack", "heap of bricks", "pallet of bricks",
#     "building bricks",
# ]
# category = "tools"
# support = "floor"
# colors = ["clay"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, rotated

LONG, HIGH, DEEP = 0.24, 0.072, 0.115


@register("a stack of bricks with some loose ones beside it")
def brick_pile(*, width=1.2, height=0.5, depth=0.8, clay=(0.66, 0.26, 0.18)):
    rough, parts = {"roughness": 0.95}, []
    for row in range(6):
        for i in range(3 if row < 5 else 2):
            for k in range(4):
                if row == 5 and k > 2:
                    continue
                tone = darker(clay, 0.78 + 0.06 * ((row * 5 + i * 3 + k * 7) % 6))
                wobble = 0.006 * (((row * 3 + i + k * 5) % 5) - 2)
                parts.append(
                    block(
                        (-0.35 + (LONG + 0.012) * i + wobble, HIGH * row, -0.24 + (DEEP + 0.012) * k),
                        (LONG, HIGH * 0.96, DEEP),
                        tone,
                        rough,
                    )
                )
    loose = (
        (0.48, 0, 0.2, 0.4),
        (0.42, 0, -0.12, 1.3),
        (0.3, 0, 0.33, -0.2),
        (0.5, 0.075, 0.14, 1.0),
        (-0.35, 0, 0.33, 0.7),
    )
    parts += [
        moved(rotated(box((0, HIGH / 2, 0), (LONG, HIGH, DEEP), darker(clay, 0.85 + 0.05 * i), rough), turn), (x, y, z))
        for i, (x, y, z, turn) in enumerate(loose)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
