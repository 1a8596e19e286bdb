# /// asset
# word = "foosball table"
# synonyms = ["table football", "table soccer", "football table", "foosball"]
# phrase = "a foosball table with rods of players over a green pitch"
# category = "tables"
# support = "floor"
# clearance = {front = 0.8, back = 0.8}
# [colors]
# paint = [0.416, 0.29, 0.176]
# [materials]
# frame = "dark oak"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


@register("a sturdy leg")
def leg(height, look):
    return box((0.09, height, 0.09), (0, 0, 0), look)


@register("a rod with players and a grip")
def player_rod(players, look, steel, side):
    grip = rod((0, 0, side * 0.5), (0, 0, side * 0.62), 0.017, finish("rubber"))
    parts = [rod((0, 0, -0.56), (0, 0, 0.56), 0.008, steel), grip]
    for i in range(players):
        z = 0.56 / players * (i - (players - 1) / 2)
        parts.append(box((0.022, 0.09, 0.03), (0, -0.075, z), look))
        parts.append(ball((0.016, 0.018, 0.016), (0, 0.03, z), look))
    return concat_shapes(*parts)


@register("a foosball table with rods of players over a green pitch")
def foosball_table(*, width=1.4, depth=1.24, height=0.9, frame="dark oak", paint=None) -> Shape:
    wood, steel = finish(frame, paint), finish("chrome")
    red, blue, white = finish("red plastic"), finish("blue plastic"), finish("white paint")
    parts = [place("leg", at=(s * 0.6, 0, t * 0.3), height=0.62, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [box((1.4, 0.3, 0.04), (0, 0.6, t * 0.36), wood) for t in (-1, 1)]
    parts += [box((0.04, 0.3, 0.68), (s * 0.68, 0.6, 0), wood) for s in (-1, 1)]
    parts.append(box((1.34, 0.04, 0.7), (0, 0.7, 0), finish("bright green laminate")))
    parts += [box((0.008, 0.002, 0.68), (0, 0.74, 0), white), rod((0, 0.74, 0), (0, 0.7425, 0), 0.1, white)]
    parts.append(rod((0, 0.74, 0), (0, 0.7435, 0), 0.09, finish("bright green laminate")))
    parts += [box((0.02, 0.09, 0.22), (s * 0.655, 0.74, 0), finish("black plastic")) for s in (-1, 1)]
    layout = [(-0.56, 1, red, 1), (-0.4, 2, red, 1), (-0.24, 3, blue, -1), (-0.08, 5, red, 1)]
    for x, players, look, side in layout:
        row = library_call("player_rod", players=players, look=look, steel=steel, side=side)
        other = red if look is blue else blue
        mirror = library_call("player_rod", players=players, look=other, steel=steel, side=-side)
        parts.append(transform_shape(row, translation_matrix((x, 0.84, 0))))
        parts.append(transform_shape(mirror, translation_matrix((-x, 0.84, 0))))
    return fitted(concat_shapes(*parts), width, height, depth)
