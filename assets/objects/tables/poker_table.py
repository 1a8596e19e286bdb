# /// asset
# word = "poker table"
# synonyms = ["card table", "game table"]
# stands_for = ["blackjack table", "casino table"]
# phrase = "an octagonal poker table with green felt, a padded rim and chips"
# category = "tables"
# support = "floor"
# clearance = {front = 0.7, back = 0.7, left = 0.7, right = 0.7}
# [colors]
# felt_color = [0.122, 0.478, 0.333]
# paint = [0.42, 0.184, 0.133]
# [materials]
# felt = "emerald green felt"
# frame = "mahogany"
# ///
import math

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


def ring(radius, thickness, at, look, *, n=24, stretch=1.0):
    """A horizontal hoop around `at`, `stretch` times as deep as it is wide."""
    reach = radius + thickness * 0.9
    joint = reach / radius * math.tan(math.pi / n)
    segments = []
    for i in range(n):
        c, s = math.cos(2 * math.pi * i / n), math.sin(2 * math.pi * i / n)
        ends = [(at[0] + radius * (c - e * s), at[1], at[2] + stretch * radius * (s + e * c)) for e in (-joint, joint)]
        segments.append(rod(*ends, thickness, look))
    return concat_shapes(*segments)


@register("the felt top inside a padded rim")
def top(radius, felt, rim):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.035, 0), radius - 0.06, felt),
        ring(radius - 0.055, 0.055, (0, 0.03, 0), rim, n=8),
        *[
            ball(
                (0.055, 0.055, 0.055),
                (
                    (radius - 0.055) / math.cos(math.pi / 8) * math.cos(a),
                    0.03,
                    (radius - 0.055) / math.cos(math.pi / 8) * math.sin(a),
                ),
                rim,
            )
            for a in [math.pi / 8 * (2 * i + 1) for i in range(8)]
        ],
    )


@register("a stack of chips")
def chips(count, look):
    white = (0.95, 0.94, 0.9), look[1]
    return concat_shapes(
        *[rod((0, 0.008 * i, 0), (0, 0.008 * i + 0.007, 0), 0.022, white if i % 3 == 2 else look) for i in range(count)]
    )


@register("a playing card")
def card(suit):
    return concat_shapes(
        box((0.064, 0.002, 0.09), (0, 0, 0), finish("white paper")), box((0.03, 0.001, 0.04), (0, 0.002, 0), suit)
    )


@register("a curved leg")
def leg(height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), 0.035, look),
        ball((0.055, 0.1, 0.055), (0, height * 0.7, 0), look),
        ball((0.05, 0.03, 0.05), (0, 0.03, 0), look),
    )


@register("an octagonal poker table with green felt, a padded rim and chips")
def poker_table(
    *, width=1.25, depth=1.25, height=0.8, felt="emerald green felt", felt_color=None, frame="mahogany", paint=None
) -> Shape:
    cloth, wood = finish(felt, felt_color), finish(frame, paint)
    rim, top = finish("black leather"), 0.72
    parts = [place("leg", at=(0.4 * s, 0, 0.4 * t), height=top, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts.append(rod((0, top - 0.1, 0), (0, top, 0), 0.52, wood))
    board = library_call("top", radius=0.625, felt=cloth, rim=rim)
    parts.append(transform_shape(board, translation_matrix((0, top, 0))))
    red, blue, black = finish("red plastic"), finish("blue plastic"), finish("black plastic")
    piles = [
        (0.0, 0.0, 5, red),
        (0.06, 0.03, 7, blue),
        (-0.05, 0.05, 4, black),
        (0.3, 0.25, 8, red),
        (0.35, 0.2, 6, blue),
        (-0.34, -0.2, 8, black),
    ]
    parts += [place("chips", at=(x, top + 0.035, z), count=n, look=look) for x, z, n, look in piles]
    hands = [(-0.1, 0.36, 8, red), (-0.02, 0.37, -6, black), (0.12, -0.36, 4, red), (0.04, -0.37, -9, black)]
    parts += [place("card", at=(x, top + 0.035, z), turn=turn, suit=suit) for x, z, turn, suit in hands]
    return fitted(concat_shapes(*parts), width, height, depth)
