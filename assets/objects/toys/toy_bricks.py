# /// asset
# word = "lego bricks"
# synonyms = [
#     "lego", "legos", "lego blocks", "lego set", "duplo", "lego pieces", "pile of lego", "toy bricks", "plastic bricks",
#     "connecting blocks", "pile of lego bricks", "interlocking bricks",
# ]
# stands_for = ["lego castle", "lego house"]
# category = "toys"
# support = "surface"
# colors = ["first", "second", "third"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, rotated, stretched

UNIT, HIGH = 0.016, 0.0192
GLOSS = {"roughness": 0.25}


@register("a brick with its studs")
def brick(*, long, wide, tone):
    studs = [
        rod((x, HIGH, z), (x, HIGH + 0.0036, z), 0.005, tone, GLOSS)
        for x in [(i - (long - 1) / 2) * UNIT for i in range(long)]
        for z in [(k - (wide - 1) / 2) * UNIT for k in range(wide)]
    ]
    return concat_shapes(
        box((0, HIGH / 2, 0), (long * UNIT - 0.0006, HIGH - 0.0004, wide * UNIT - 0.0006), tone, GLOSS), *studs
    )


@register("studded plastic bricks: a half-built house and loose ones around it")
def toy_bricks(
    *, width=0.34, height=0.13, depth=0.26, first=(0.82, 0.1, 0.09), second=(0.06, 0.32, 0.72), third=(0.97, 0.78, 0.08)
):
    green, white = (0.1, 0.52, 0.22), (0.94, 0.94, 0.92)
    tones = (first, second, third, green, white)
    plate_part = stretched(library_call("brick", long=12, wide=10, tone=green), (1, 0.35, 1))
    parts = [plate_part]
    base = HIGH * 0.33
    for row in range(5):
        y = base + HIGH * row
        shift = UNIT * (row % 2)
        for i in range(3 if row < 4 else 2):
            x = -4 * UNIT + 4 * UNIT * i - shift * 0.5 + UNIT
            if not (row in (1, 2) and i == 1):
                parts.append(moved(library_call("brick", long=4, wide=2, tone=tones[(row + i) % 3]), (x, y, -3 * UNIT)))
        if row < 3:
            parts.append(moved(library_call("brick", long=2, wide=4, tone=tones[(row + 1) % 3]), (-4 * UNIT, y, 0)))
            parts.append(moved(library_call("brick", long=2, wide=4, tone=tones[(row + 2) % 5]), (5 * UNIT, y, 0)))
    loose = (
        (-0.14, 0, 0.07, 2, 2, 0.4),
        (-0.15, 0, -0.02, 4, 2, 1.2),
        (0.14, 0, 0.08, 4, 2, -0.5),
        (0.15, 0, -0.05, 2, 2, 0.9),
        (0.03, 0, 0.115, 3, 2, 0.2),
        (-0.06, 0, 0.118, 2, 2, -0.3),
        (-0.1, 0, 0.11, 2, 1, 1.0),
        (0.13, 0, 0.02, 2, 2, 0.1),
    )
    parts += [
        moved(rotated(library_call("brick", long=a, wide=b, tone=tones[i % 5]), turn), (x, y, z))
        for i, (x, y, z, a, b, turn) in enumerate(loose)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
