# /// asset
# word = "pool table"
# synonyms = ["billiard table", "billiards table", "snooker table"]
# category = "tables"
# support = "floor"
# clearance = {front = 1.0, back = 1.0, left = 1.0, right = 1.0}
# colors = ["felt_color", "paint"]
# materials = ["felt", "frame"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, ellipsoid, finish, fitted, rod


@register("a heavy turned leg")
def leg(height, look):
    return concat_shapes(
        block((0, height * 0.7, 0), (0.2, height * 0.3, 0.2), *look),
        rod((0, 0.05, 0), (0, height * 0.72, 0), 0.075, *look),
        ellipsoid((0, height * 0.42, 0), (0.1, 0.13, 0.1), *look),
        rod((0, 0, 0), (0, 0.06, 0), 0.1, *look),
    )


@register("a ball")
def ball_on_felt(look):
    return ball((0, 0.03, 0), 0.03, *look)


@register("a pocket")
def pocket(look):
    return rod((0, 0, 0), (0, 0.012, 0), 0.062, *look)


@register("a cue")
def cue(look):
    return concat_shapes(
        rod((-0.7, 0.012, 0), (0.7, 0.012, 0), 0.009, *look),
        rod((-0.702, 0.012, 0), (-0.2, 0.012, 0), 0.0125, *finish("dark wood")),
    )


@register("a pool table with green felt, six pockets, racked balls and a cue")
def pool_table(
    *, width=2.4, depth=1.35, height=0.84, felt="green felt", felt_color=None, frame="mahogany", paint=None
) -> Shape:
    cloth, wood, black = finish(felt, felt_color), finish(frame, paint), finish("black rubber")
    rail, bed = 0.13, 0.78
    parts = [place("leg", at=(s * 0.95, 0, t * 0.42), height=0.6, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts.append(block((0, 0.55, 0), (2.3, 0.2, 1.25), *wood))
    parts.append(block((0, bed - 0.05, 0), (2.16, 0.05, 1.11), *cloth))
    inner_x, inner_z = 1.2 - rail, 0.675 - rail
    parts += [block((0, 0.74, t * (0.675 - rail / 2)), (2.4, 0.1, rail), *wood) for t in (-1, 1)]
    parts += [block((s * (1.2 - rail / 2), 0.74, 0), (rail, 0.1, 1.35 - 2 * rail), *wood) for s in (-1, 1)]
    parts += [block((0, 0.775, t * (inner_z - 0.02)), (2 * inner_x, 0.05, 0.04), *cloth) for t in (-1, 1)]
    parts += [block((s * (inner_x - 0.02), 0.775, 0), (0.04, 0.05, 2 * inner_z), *cloth) for s in (-1, 1)]
    spots = [(s * (inner_x + 0.005), t * (inner_z + 0.005)) for s in (-1, 1) for t in (-1, 1)] + [
        (0, t * (inner_z + 0.02)) for t in (-1, 1)
    ]
    parts += [place("pocket", at=(x, 0.831, z), look=black) for x, z in spots]
    hues = ["yellow", "blue", "red", "purple", "orange", "green", "maroon", "black", "yellow", "blue"]
    rack = [(0.5 + 0.053 * row, 0.061 * (k - row / 2)) for row in range(4) for k in range(row + 1)]
    parts += [
        place("ball_on_felt", at=(x, bed, z), look=finish("glossy " + hue + " plastic"))
        for (x, z), hue in zip(rack, hues, strict=True)
    ]
    parts.append(place("ball_on_felt", at=(-0.5, bed, 0.05), look=finish("glossy white plastic")))
    parts.append(place("cue", at=(-0.55, bed + 0.05, 0.36), turn=14, look=finish("maple")))
    return fitted(concat_shapes(*parts), width, height, depth)
