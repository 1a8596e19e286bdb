# /// asset
# word = "foosball table"
# synonyms = ["table football", "table soccer", "football table", "foosball"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, rod


@register("a sturdy leg")
def leg(height, look):
    return block((0, 0, 0), (0.09, height, 0.09), *look)


@register("a rod with players and a grip")
def player_rod(players, look, steel, side):
    grip = rod((0, 0, side * 0.5), (0, 0, side * 0.62), 0.017, *finish("rubber"))
    parts = [rod((0, 0, -0.56), (0, 0, 0.56), 0.008, *steel), grip]
    for i in range(players):
        z = 0.56 / players * (i - (players - 1) / 2)
        parts.append(block((0, -0.075, z), (0.022, 0.09, 0.03), *look))
        parts.append(ellipsoid((0, 0.03, z), (0.016, 0.018, 0.016), *look))
    return concat_shapes(*parts)


@register("a foosball table with rods of players over a green pitch")
def foosball_table(*, width=1.4, depth=1.24, height=0.9, frame="dark oak", paint=None) -> Shape:
    wood, steel = finish(frame, paint), finish("chrome")
    red, blue, white = finish("red plastic"), finish("blue plastic"), finish("white paint")
    parts = [place("leg", at=(s * 0.6, 0, t * 0.3), height=0.62, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [block((0, 0.6, t * 0.36), (1.4, 0.3, 0.04), *wood) for t in (-1, 1)]
    parts += [block((s * 0.68, 0.6, 0), (0.04, 0.3, 0.68), *wood) for s in (-1, 1)]
    parts.append(block((0, 0.7, 0), (1.34, 0.04, 0.7), *finish("bright green laminate")))
    parts += [block((0, 0.74, 0), (0.008, 0.002, 0.68), *white), rod((0, 0.74, 0), (0, 0.7425, 0), 0.1, *white)]
    parts.append(rod((0, 0.74, 0), (0, 0.7435, 0), 0.09, *finish("bright green laminate")))
    parts += [block((s * 0.655, 0.74, 0), (0.02, 0.09, 0.22), *finish("black plastic")) for s in (-1, 1)]
    layout = [(-0.56, 1, red, 1), (-0.4, 2, red, 1), (-0.24, 3, blue, -1), (-0.08, 5, red, 1)]
    for x, players, look, side in layout:
        row = library_call("player_rod", players=players, look=look, steel=steel, side=side)
        other = red if look is blue else blue
        mirror = library_call("player_rod", players=players, look=other, steel=steel, side=-side)
        parts.append(moved(row, (x, 0.84, 0)))
        parts.append(moved(mirror, (-x, 0.84, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
