# /// asset
# word = "apple tree"
# synonyms = [
#     "fruit tree", "pear tree", "peach tree", "cherry tree", "apple trees", "blossom tree", "plum tree",
#     "fruit trees", "cherry blossom tree", "orange tree", "lemon tree", "citrus tree",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["leaves", "fruit"]
# [variants.kind]
# "pear" = "pear"
# "peach" = "peach"
# "cherry" = "cherry"
# "blossom" = "blossom"
# "plum" = "plum"
# "orange" = "orange"
# "citrus" = "orange"
# "lemon" = "lemon"
# ///
import math

from scene.language import *
from scene.language.modelling import ball, fitted, leafage, rod

FRUIT = {
    "apple": (0.85, 0.14, 0.1),
    "pear": (0.8, 0.78, 0.25),
    "peach": (0.98, 0.6, 0.35),
    "cherry": (0.7, 0.05, 0.12),
    "orange": (0.96, 0.52, 0.08),
    "lemon": (0.97, 0.86, 0.2),
    "plum": (0.4, 0.15, 0.4),
    "blossom": (0.98, 0.78, 0.85),
}


BARK = ((0.36, 0.27, 0.2), {"roughness": 0.95})
PINKS = ((0.99, 0.9, 0.93), (0.93, 0.62, 0.74))


@register("the short trunk with its boughs")
def stem():
    parts = []
    for k in range(10):
        y, girth = 0.125 * k, 0.1 + 0.09 * (1 - k / 10) ** 4
        x = 0.03 * math.sin(0.5 * k)
        parts += [rod((x, y, 0), (x, y + 0.13, 0), girth, *BARK), ball((x, y + 0.13, 0), girth * 0.98, *BARK)]
    for k in range(6):
        a = 1.05 * k
        bend = (0.4 * math.cos(a), 1.55, 0.4 * math.sin(a))
        tip = (0.78 * math.cos(a + 0.2), 2.0 + 0.15 * (k % 3), 0.78 * math.sin(a + 0.2))
        parts += [rod((0.02, 1.1, 0), bend, 0.06, *BARK), ball(bend, 0.06, *BARK), rod(bend, tip, 0.045, *BARK)]
        foot = (0.34 * math.cos(a), 0.01, 0.34 * math.sin(a))
        parts.append(rod((0.08 * math.cos(a), 0.2, 0.08 * math.sin(a)), foot, 0.045, *BARK))
    return concat_shapes(*parts)


def hung(at, kind, tone):
    """One fruit below its stalk."""
    size = 0.045 if kind == "cherry" else 0.062
    x, y, z = at
    parts = [
        rod((x, y + size * 0.7, z), (x, y + size * 2, z), size * 0.09, (0.3, 0.22, 0.12)),
        ball(at, size, tone, {"roughness": 0.3}),
    ]
    if kind == "pear":
        parts.append(ball((x, y + size * 0.8, z), size * 0.62, tone, {"roughness": 0.35}))
    return concat_shapes(*parts)


@register("a round-headed fruit tree with ripe fruit")
def fruit_tree(*, width=2.8, height=3.4, depth=2.8, leaves=(0.28, 0.46, 0.18), fruit=None, kind="apple"):
    tone = FRUIT[kind] if fruit is None else fruit
    masses = [((0.0, 2.3, 0.0), (0.9, 0.8, 0.9)), ((0.15, 2.88, 0.1), (0.58, 0.48, 0.58))]
    for k in range(7):
        a = 0.9 * k
        masses.append(((0.82 * math.cos(a), 2.0 + 0.3 * (k % 2), 0.82 * math.sin(a)), (0.56, 0.46, 0.56)))
    blooms = kind == "blossom"
    crown = leafage(
        masses,
        (0.96, 0.76, 0.84) if blooms else leaves,
        0.12,
        seed=6,
        mixed=PINKS if blooms else (),
        lit=0.25 if blooms else 0.42,
    )
    ripe = []
    for (x, y, z), (wide, tall, _) in [] if blooms else masses:
        for i in range(9):
            v, a = -0.62 + 1.35 * i / 9, 2.4 * i + 3 * x
            ring = math.sqrt(1 - v * v)
            at = (x + wide * 1.06 * ring * math.cos(a), y + tall * 1.08 * v, z + wide * 1.06 * ring * math.sin(a))
            if not any(math.dist(at, c) < 0.95 * half[0] for c, half in masses if c != (x, y, z)):
                ripe.append(hung(at, kind, tone))
    return fitted(concat_shapes(library_call("stem"), crown, *ripe), width, height, depth)
