# /// asset
# word = "bed"
# synonyms = ["sleigh bed", "guest bed", "bed frame", "bedstead", "spare bed", "marital bed", "wooden bed"]
# stands_for = ["camp bed", "murphy bed", "water bed"]
# phrase = "a made bed with a headboard, pillows and a folded blanket"
# category = "beds"
# support = "floor"
# clearance = {front = 0.6, left = 0.5, right = 0.5}
# [colors]
# bedding_color = [0.957, 0.953, 0.937]
# paint = [0.725, 0.553, 0.345]
# throw_color = [0.45, 0.52, 0.55]
# [materials]
# bedding = "white linen"
# frame = "oak"
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


def pad(size, at, look, edge=None):
    """A stuffed slab with a round rim, underside at `at`; `edge` is how far the rounding reaches inward."""
    w, h, d = size
    r = h / 2
    k = min((edge or r) / r, 0.98 * w / h, 0.98 * d / h)
    x, z = w / 2 / k - r, d / 2 / k - r
    parts = [box((2 * x, h, 2 * z), (0, -r, 0), look)]
    for s in (-1, 1):
        parts += [rod((-x, 0, s * z), (x, 0, s * z), r, look), rod((s * x, 0, -z), (s * x, 0, z), r, look)]
        parts += [ball((r, r, r), (s * x, 0, t * z), look) for t in (-1, 1)]
    return transform_shape(
        concat_shapes(*parts), translation_matrix((at[0], at[1] + r, at[2])) @ scale_matrix((k, 1, k), (0, 0, 0))
    )


def upright_pad(size, at, look, edge=None):
    """A stuffed slab standing on its edge: `size` is width, height, thickness."""
    flat = pad((size[0], size[2], size[1]), (0, -size[2] / 2, 0), look, edge)
    up = translation_matrix((at[0], at[1] + size[1] / 2, at[2]))
    return transform_shape(flat, up @ rotation_matrix(math.pi / 2, (1, 0, 0), (0, 0, 0)))


@register("the headboard")
def headboard(width, height, style, look):
    if style == "padded":
        dark = tuple(0.65 * c for c in look[0]), look[1]
        n = max(3, round(width / 0.3))
        panels = [
            upright_pad((width / n, height - 0.05, 0.1), (width / n * (i - (n - 1) / 2), 0.05, 0), look, edge=0.05)
            for i in range(n)
        ]
        buttons = [
            ball((0.014, 0.014, 0.008), (width / n * (i - n / 2), height * f, 0.035), dark)
            for i in range(1, n)
            for f in (0.6, 0.82)
        ]
        return concat_shapes(*panels, *buttons)
    if style == "sleigh":
        scroll = rod((-width / 2, height - 0.08, -0.05), (width / 2, height - 0.08, -0.05), 0.08, look)
        return concat_shapes(box((width, height - 0.06, 0.05), (0, 0, 0), look), scroll)
    if style == "slats":
        posts = [box((0.06, height, 0.06), (s * (width - 0.06) / 2, 0, 0), look) for s in (-1, 1)]
        rails = [box((width - 0.1, 0.07, 0.035), (0, y, 0), look) for y in (height - 0.1, height * 0.42)]
        n = round(width / 0.13)
        bars = [
            box((0.03, height * 0.5, 0.02), (width / (n + 1) * (i - (n - 1) / 2), height * 0.42, 0), look)
            for i in range(n)
        ]
        return concat_shapes(*posts, *rails, *bars)
    groove = tuple(0.82 * c for c in look[0]), look[1]
    planks = [box((width - 0.1, 0.004, 0.052), (0, height * f, 0), groove) for f in (0.55, 0.75)]
    return concat_shapes(
        box((width, height - 0.04, 0.05), (0, 0, 0), look),
        box((width + 0.02, 0.04, 0.07), (0, height - 0.04, 0), look),
        *planks,
    )


@register("the mattress")
def mattress(width, length, look):
    return pad((width, 0.24, length), (0, 0, 0), look, edge=0.05)


@register("a pillow")
def pillow(width, look):
    return concat_shapes(
        pad((width, 0.13, 0.4), (0, 0, 0), look, edge=0.12), ball((width * 0.36, 0.085, 0.15), (0, 0.075, 0), look)
    )


@register("the duvet, turned down at the top")
def duvet(width, length, look):
    folded = tuple(min(1.0, 0.5 * c + 0.47) for c in look[0]), look[1]
    return concat_shapes(
        pad((width, 0.11, length), (0, 0, 0), look, edge=0.05),
        *[box((0.03, 0.26, length - 0.05), (s * (width / 2 - 0.012), -0.2, 0), look) for s in (-1, 1)],
        pad((width + 0.02, 0.05, 0.34), (0, 0.085, -length / 2 + 0.17), folded, edge=0.03),
    )


@register("a folded blanket across the foot")
def throw(width, look):
    return concat_shapes(
        pad((width, 0.04, 0.5), (0, 0, 0), look, edge=0.02),
        *[box((0.02, 0.28, 0.5), (s * (width / 2 - 0.01), -0.26, 0), look) for s in (-1, 1)],
    )


@register("a drawer under the bed")
def drawer(width, look):
    dark = tuple(0.5 * c for c in look[0]), look[1]
    return concat_shapes(box((0.02, 0.18, width), (0, 0, 0), look), box((0.024, 0.02, 0.14), (0, 0.12, 0), dark))


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
    parts.append(box((width, sides, depth - 0.1), (0, base, 0.03), wood))
    if not drawers:
        parts += [
            box((0.07, 0.15, 0.07), (s * (width / 2 - 0.06), 0, z), wood)
            for s in (-1, 1)
            for z in (foot - 0.1, head + 0.14)
        ]
    else:
        parts.append(box((width - 0.06, 0.07, depth - 0.16), (0, 0, 0.02), finish("dark wood")))
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
        transform_shape(
            library_call("duvet", width=width - 0.01, length=length - 0.52, look=linen),
            translation_matrix((0, surface_y - 0.05, 0.307)),
        )
    )
    parts.append(
        transform_shape(
            library_call("throw", width=width + 0.02, look=(throw_color, linen[1])),
            translation_matrix((0, surface_y + 0.04, foot - 0.42)),
        )
    )
    count = 1 if width < 1.2 else 2
    each = (width - 0.1) / count
    for i in range(count):
        rest = library_call("pillow", width=min(0.72, each - 0.03), look=white)
        lean = translation_matrix((each * (i - (count - 1) / 2), surface_y + 0.03, head + 0.32)) @ rotation_matrix(
            0.5, (1, 0, 0), (0, 0, 0)
        )
        parts.append(transform_shape(rest, lean))
    if footboard or headboard == "sleigh":
        style = "sleigh" if headboard == "sleigh" else "panel"
        board = library_call("headboard", width=width, height=height * 0.58, style=style, look=wood)
        parts.append(
            transform_shape(
                board, translation_matrix((0, 0, foot - 0.03)) @ rotation_matrix(math.pi, (0, 1, 0), (0, 0, 0))
            )
        )
    return fitted(concat_shapes(*parts), width, height, depth)
