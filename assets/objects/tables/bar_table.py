# /// asset
# word = "bar table"
# synonyms = [
#     "high table", "pub table", "high-top table", "counter height table", "cocktail bar table", "standing table",
# ]
# stands_for = ["snack counter"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6, back = 0.6}
# colors = ["paint", "frame_color"]
# materials = ["top", "frame"]
# [variants]
# shape = {"round" = "round", "circular" = "round", "rectangular" = "rectangular", "long" = "rectangular"}
# width = {"round" = 0.7, "circular" = 0.7, "long" = 1.8, "large" = 1.8}
# depth = {"round" = 0.7, "circular" = 0.7}
# ///
import math

from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, ring, rod


@register("the thick top")
def top(width, depth, shape, look):
    if shape == "round":
        return concat_shapes(
            rod((0, 0.012, 0), (0, 0.045, 0), width / 2, *look), rod((0, 0, 0), (0, 0.02, 0), width * 0.46, *look)
        )
    return block((0, 0, 0), (width, 0.045, depth), *look)


@register("a tall leg")
def leg(height, look):
    return block((0, 0, 0), (0.05, height, 0.05), *look)


@register("a column on a round foot with a ring for the feet")
def column(height, look):
    brass = finish("brass")
    spokes = [rod((0, 0.3, 0), (0.2 * math.cos(a), 0.3, 0.2 * math.sin(a)), 0.01, *look) for a in (0.5, 2.6, 4.7)]
    foot = [rod((0, 0.012 * i, 0), (0, 0.012 * (i + 1), 0), 0.25 - 0.045 * i - 0.006 * i**2, *look) for i in range(4)]
    return concat_shapes(
        *foot,
        rod((0, 0.02, 0), (0, height, 0), 0.035, *look),
        rod((0, height - 0.03, 0), (0, height, 0), 0.14, *look),
        ring((0, 0.3, 0), 0.2, 0.014, *brass),
        *spokes,
    )


@register("a bottle of wine lying down")
def bottle(glass):
    """Its neck points to +z; the middle of its body is at the origin."""
    return concat_shapes(
        rod((0, 0, -0.1), (0, 0, 0.08), 0.037, *glass),
        ellipsoid((0, 0, 0.08), (0.037, 0.037, 0.045), *glass),
        rod((0, 0, 0.08), (0, 0, 0.19), 0.0145, *glass),
        rod((0, 0, 0.15), (0, 0, 0.195), 0.0165, *finish("burgundy")),
    )


@register("a shelf of bottles between two legs")
def bottle_rack(width, depth, look):
    glass = [((0.1, 0.2, 0.12), {"roughness": 0.15}), ((0.2, 0.07, 0.08), {"roughness": 0.15})]
    count = max(1, int((width - 0.04) / 0.11))
    step = width / count
    parts = [block((0, -0.02, 0), (width, 0.02, depth), *look)]
    parts += [
        rod((-width / 2, 0.02, s * depth * 0.42), (width / 2, 0.02, s * depth * 0.42), 0.008, *look) for s in (-1, 1)
    ]
    parts += [
        moved(library_call("bottle", glass=glass[i % 2]), (step * (i - (count - 1) / 2), 0.038, -0.02))
        for i in range(count)
    ]
    return concat_shapes(*parts)


@register("wine glasses hanging by their feet")
def hanging_glasses(count, gap):
    """The rails are at y = 0, the glasses below."""
    clear = finish("clear glass")
    parts = []
    for i in range(count):
        x = gap * (i - (count - 1) / 2)
        parts += [
            rod((x, 0.004, 0), (x, 0.008, 0), 0.034, *clear),
            rod((x, -0.085, 0), (x, 0.005, 0), 0.005, *clear),
            ellipsoid((x, -0.13, 0), (0.038, 0.05, 0.038), *clear),
        ]
    return concat_shapes(*parts)


@register("a tall bar table with a brass footrest, hanging glasses and a rack of bottles")
def bar_table(
    *,
    width=1.2,
    depth=0.6,
    height=1.05,
    shape="rectangular",
    top="pine",
    paint=None,
    frame="black metal",
    frame_color=None,
) -> Shape:
    wood, metal = finish(top, paint), finish(frame, frame_color)
    under = height - 0.045
    parts = [place("top", at=(0, under, 0), width=width, depth=depth, shape=shape, look=wood)]
    if shape == "round":
        parts.append(place("column", at=(0, 0, 0), height=under + 0.01, look=metal))
        return fitted(concat_shapes(*parts), width, height, depth)
    x, z = width / 2 - 0.06, depth / 2 - 0.06
    parts += [place("leg", at=(s * x, 0, t * z), height=under, look=metal) for s in (-1, 1) for t in (-1, 1)]
    parts += [block((s * x, y, 0), (0.04, 0.04, 2 * z - 0.05), *metal) for s in (-1, 1) for y in (0.2, under - 0.05)]
    parts += [block((0, under - 0.05, t * z), (2 * x - 0.05, 0.04, 0.04), *metal) for t in (-1, 1)]
    parts += [rod((-x, 0.22, t * z), (x, 0.22, t * z), 0.019, *finish("brass")) for t in (-1, 1)]
    # The store fills the left end; the rest stays free for knees.
    store = min(0.42, 0.36 * width)
    post = -x + store
    parts += [block((post, 0.21, t * (z - 0.035)), (0.03, under - 0.21, 0.03), *metal) for t in (-1, 1)]
    for y in (0.38, 0.6):
        rack = library_call("bottle_rack", width=store - 0.03, depth=2 * z - 0.06, look=wood)
        parts.append(moved(rack, (-x + store / 2, y, 0)))
    count = int((store - 0.04) / 0.095)
    for t in (-0.6, 0, 0.6):
        glasses = library_call("hanging_glasses", count=count, gap=0.095)
        parts.append(moved(glasses, (-x + store / 2, under - 0.02, t * z)))
    return fitted(concat_shapes(*parts), width, height, depth)
