# /// asset
# word = "ping pong table"
# synonyms = ["table tennis table", "ping-pong table", "pingpong table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6, back = 0.6, left = 1.0, right = 1.0}
# colors = ["paint"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, rod, rotated


@register("half of the table top with its lines")
def half(look, white):
    return concat_shapes(
        block((0, 0, 0), (1.365, 0.025, 1.525), *look),
        *[block((0, 0.025, s * 0.7525), (1.365, 0.002, 0.02), *white) for s in (-1, 1)],
        block((0, 0.025, 0), (1.345, 0.002, 0.006), *white),
        block((0.6725, 0.0252, 0), (0.02, 0.002, 1.525), *white),
    )


@register("the net between its posts")
def net(look, metal):
    white = (0.95, 0.95, 0.95), look[1]
    strands = [block((0, 0.01, 0.06 * (i - 14)), (0.003, 0.13, 0.003), *look) for i in range(29)]
    strands += [block((0, 0.012 + 0.028 * i, 0), (0.003, 0.003, 1.75), *look) for i in range(5)]
    posts = [rod((0, -0.03, s * 0.89), (0, 0.155, s * 0.89), 0.012, *metal) for s in (-1, 1)]
    return concat_shapes(*strands, *posts, block((0, 0.139, 0), (0.006, 0.015, 1.78), *white))


@register("a paddle")
def paddle(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), 0.08, *look), block((0, -0.002, 0.12), (0.03, 0.02, 0.11), *finish("birch"))
    )


@register("a leg frame")
def leg_frame(height, look):
    posts = [block((0, 0, s * 0.58), (0.05, height, 0.05), *look) for s in (-1, 1)]
    return concat_shapes(
        *posts,
        block((0, height * 0.25, 0), (0.05, 0.05, 1.2), *look),
        block((0, height - 0.05, 0), (0.05, 0.05, 1.4), *look),
    )


@register("a ping pong table with a net, white lines and two paddles")
def ping_pong_table(*, width=2.74, depth=1.83, height=0.915, paint=(0.1, 0.3, 0.55)) -> Shape:
    look, dark = (paint, surface("paint")[1]), finish("black metal")
    white = finish("white paint")
    top = 0.735
    right = library_call("half", look=look, white=white)
    right = moved(right, (0.6875, top, 0))
    parts = [right, rotated(right, math.pi)]
    parts.append(moved(library_call("net", look=dark, metal=dark), (0, top + 0.025, 0)))
    parts += [place("leg_frame", at=(x, 0, 0), height=top, look=dark) for x in (-1.0, -0.2, 0.2, 1.0)]
    parts.append(place("paddle", at=(1.0, top + 0.027, 0.3), turn=40, look=finish("red rubber")))
    parts.append(place("paddle", at=(-0.9, top + 0.027, -0.2), turn=-110, look=finish("black rubber")))
    return fitted(concat_shapes(*parts), width, height, depth)
