# /// asset
# word = "bed"
# synonyms = ["sleigh bed", "guest bed", "bed frame", "bedstead", "spare bed", "marital bed", "wooden bed"]
# stands_for = ["camp bed", "murphy bed", "water bed"]
# category = "beds"
# support = "floor"
# clearance = {front = 0.6, left = 0.5, right = 0.5}
# colors = ["bedding_color", "paint", "throw_color"]
# materials = ["bedding", "frame"]
# [variants]
# footboard = {"sleigh" = true, "antique" = true, "with footboard" = true}
# drawers = {"built in drawers" = true, "storage" = true, "with drawers" = true}
# [variants.width]
# "twin" = 1.05
# "single" = 1.05
# "small" = 1.05
# "full" = 1.45
# "full size" = 1.45
# "double" = 1.45
# "queen" = 1.62
# "queen size" = 1.62
# "king" = 2.02
# "king size" = 2.02
# "california king" = 1.93
# "large" = 2.02
# [variants.headboard]
# "upholstered" = "padded"
# "velvet headboard" = "padded"
# "tufted" = "padded"
# "sleigh" = "sleigh"
# "slatted" = "slats"
# "has backboard" = "panel"
# "spindle" = "slats"
# ///
import math

from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, pad, rod, upright_pad


@register("the headboard")
def headboard(width, height, style, look):
    if style == "padded":
        dark = darker(look[0], 0.65), look[1]
        n = max(3, round(width / 0.3))
        panels = [
            upright_pad((width / n * (i - (n - 1) / 2), 0.05, 0), (width / n, height - 0.05, 0.1), *look, edge=0.05)
            for i in range(n)
        ]
        buttons = [
            ellipsoid((width / n * (i - n / 2), height * f, 0.035), (0.014, 0.014, 0.008), *dark)
            for i in range(1, n)
            for f in (0.6, 0.82)
        ]
        return concat_shapes(*panels, *buttons)
    if style == "sleigh":
        scroll = rod((-width / 2, height - 0.08, -0.05), (width / 2, height - 0.08, -0.05), 0.08, *look)
        return concat_shapes(block((0, 0, 0), (width, height - 0.06, 0.05), *look), scroll)
    if style == "slats":
        posts = [block((s * (width - 0.06) / 2, 0, 0), (0.06, height, 0.06), *look) for s in (-1, 1)]
        rails = [block((0, y, 0), (width - 0.1, 0.07, 0.035), *look) for y in (height - 0.1, height * 0.42)]
        n = round(width / 0.13)
        bars = [
            block((width / (n + 1) * (i - (n - 1) / 2), height * 0.42, 0), (0.03, height * 0.5, 0.02), *look)
            for i in range(n)
        ]
        return concat_shapes(*posts, *rails, *bars)
    groove = darker(look[0], 0.82), look[1]
    planks = [block((0, height * f, 0), (width - 0.1, 0.004, 0.052), *groove) for f in (0.55, 0.75)]
    return concat_shapes(
        block((0, 0, 0), (width, height - 0.04, 0.05), *look),
        block((0, height - 0.04, 0), (width + 0.02, 0.04, 0.07), *look),
        *planks,
    )


@register("the mattress")
def mattress(width, length, look):
    return pad((0, 0, 0), (width, 0.24, length), *look, edge=0.05)


@register("a pillow")
def pillow(width, look):
    return concat_shapes(
        pad((0, 0, 0), (width, 0.13, 0.4), *look, edge=0.12),
        ellipsoid((0, 0.075, 0), (width * 0.36, 0.085, 0.15), *look),
    )


@register("the duvet, turned down at the top")
def duvet(width, length, look):
    folded = tuple(min(1.0, 0.5 * c + 0.47) for c in look[0]), look[1]
    return concat_shapes(
        pad((0, 0, 0), (width, 0.11, length), *look, edge=0.05),
        *[block((s * (width / 2 - 0.012), -0.2, 0), (0.03, 0.26, length - 0.05), *look) for s in (-1, 1)],
        pad((0, 0.085, -length / 2 + 0.17), (width + 0.02, 0.05, 0.34), *folded, edge=0.03),
    )


@register("a folded blanket across the foot")
def throw(width, look):
    return concat_shapes(
        pad((0, 0, 0), (width, 0.04, 0.5), *look, edge=0.02),
        *[block((s * (width / 2 - 0.01), -0.26, 0), (0.02, 0.28, 0.5), *look) for s in (-1, 1)],
    )


@register("a drawer under the bed")
def drawer(width, look):
    dark = darker(look[0], 0.5), look[1]
    return concat_shapes(block((0, 0, 0), (0.02, 0.18, width), *look), block((0, 0.12, 0), (0.024, 0.02, 0.14), *dark))


@register("a made bed with a headboard, pillows and a folded blanket")
def bed(
    *,
    width=1.62,
    depth=2.12,
    height=1.05,
    headboard="panel",
    footboard=False,
    drawers=False,
    bedding="white linen",
    bedding_color=None,
    frame="oak",
    paint=None,
    throw_color=(0.45, 0.52, 0.55),
) -> Shape:
    wood, linen = finish(frame, paint), finish(bedding, bedding_color)
    white = finish("white cotton")
    head, foot = -depth / 2, depth / 2
    parts = [place("headboard", at=(0, 0, head + 0.05), width=width, height=height, style=headboard, look=wood)]
    sides = 0.3 if drawers else 0.18
    base = 0.06 if drawers else 0.14
    parts.append(block((0, base, 0.03), (width, sides, depth - 0.1), *wood))
    if not drawers:
        parts += [
            block((s * (width / 2 - 0.06), 0, z), (0.07, 0.15, 0.07), *wood)
            for s in (-1, 1)
            for z in (foot - 0.1, head + 0.14)
        ]
    else:
        parts.append(block((0, 0, 0.02), (width - 0.06, 0.07, depth - 0.16), *finish("dark wood")))
        parts += [
            place("drawer", at=(s * (width / 2 + 0.004), base + 0.06, z), width=0.84, look=wood)
            for s in (-1, 1)
            for z in (-0.4, 0.5)
        ]
    top = base + sides - 0.05
    length = depth - 0.15
    parts.append(place("mattress", at=(0, top, 0.04), width=width - 0.04, length=length, look=white))
    surface_y = top + 0.24
    parts.append(
        moved(library_call("duvet", width=width - 0.01, length=length - 0.52, look=linen), (0, surface_y - 0.05, 0.307))
    )
    parts.append(
        moved(
            library_call("throw", width=width + 0.02, look=(throw_color, linen[1])), (0, surface_y + 0.04, foot - 0.42)
        )
    )
    count = 1 if width < 1.2 else 2
    each = (width - 0.1) / count
    for i in range(count):
        rest = library_call("pillow", width=min(0.72, each - 0.03), look=white)
        parts.append(moved(rest, (each * (i - (count - 1) / 2), surface_y + 0.03, head + 0.32), 0.5, (1, 0, 0)))
    if footboard or headboard == "sleigh":
        style = "sleigh" if headboard == "sleigh" else "panel"
        board = library_call("headboard", width=width, height=height * 0.58, style=style, look=wood)
        parts.append(moved(board, (0, 0, foot - 0.03), math.pi))
    return fitted(concat_shapes(*parts), width, height, depth)
