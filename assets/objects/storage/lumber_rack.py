# /// asset
# word = "lumber rack"
# synonyms = ["timber rack", "wood rack", "lumber storage rack", "plank rack", "lumber shelf", "cantilever rack"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, darker, fitted, rod

WOODS = [(0.82, 0.66, 0.44), (0.72, 0.53, 0.33), (0.88, 0.74, 0.53), (0.55, 0.36, 0.22), (0.78, 0.6, 0.38)]


@register("an upright with its arms")
def upright(*, x, height, paint):
    metal = {"metallic": 0.3, "roughness": 0.5}
    parts = [
        block((x, 0, -0.24), (0.09, height, 0.09), paint, metal),
        block((x, 0, 0.0), (0.09, 0.08, 0.6), paint, metal),
    ]
    for i in range(1, 4):
        parts.append(beam((x, 0.08 + 0.5 * i, -0.2), (x, 0.1 + 0.5 * i, 0.28), (0.06, 0.05), paint, metal))
        parts.append(block((x, 0.1 + 0.5 * i, 0.28), (0.06, 0.07, 0.02), paint, metal))
    return concat_shapes(*parts)


@register("a stack of boards")
def boards(*, level, width):
    parts = []
    y = 0.08 if level == 0 else 0.125 + 0.5 * level
    if level == 3:
        parts += [
            rod(
                (-width * 0.48, y + 0.035, -0.15 + 0.075 * i),
                (width * 0.48, y + 0.035, -0.15 + 0.075 * i),
                0.033,
                WOODS[(i * 2) % 5],
            )
            for i in range(6)
        ]
        return concat_shapes(*parts)
    thick, wide = (0.05, 0.1) if level == 1 else (0.03, 0.15)
    for row in range(4 - level % 2):
        for i in range(4 if wide > 0.12 else 4 + (row + 1) % 2):
            x = 0.02 * (((i + 2 * row + level) * 3) % 5 - 2)
            tone = WOODS[(i + row * 3 + level) % 5]
            z = -0.14 + (wide * 0.62 if wide > 0.12 else wide * 0.95) * i
            parts.append(
                block(
                    (x, y + row * thick * 1.02, z),
                    (width * 0.95, thick * 0.97, wide * (0.6 if wide > 0.12 else 0.92)),
                    darker(tone, 0.95),
                )
            )
    return concat_shapes(*parts)


@register("a rack of boards and round timber")
def lumber_rack(*, width=2.4, height=1.9, depth=0.62, paint=(0.16, 0.3, 0.5)):
    whole = concat_shapes(
        *[library_call("upright", x=s * width * 0.36, height=1.9, paint=paint) for s in (-1, 0, 1)],
        *[library_call("boards", level=i, width=width) for i in range(4)],
        *[block((0, y, -0.24), (width * 0.76, 0.06, 0.05), paint) for y in (0.9, 1.75)],
    )
    return fitted(whole, width, height, depth)
