# /// asset
# word = "stool"
# synonyms = ["milking stool", "vanity stool", "bedside stool", "side stool"]
# phrase = "a round wooden stool on four splayed legs"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.725, 0.553, 0.345]
# cushion_color = [0.522, 0.529, 0.537]
# [materials]
# frame = "oak"
# cushion = "gray fabric"
# [variants.padded]
# "padded" = true
# "cushioned" = true
# "cushion" = true
# "upholstered" = true
# "leather" = true
# "velvet" = true
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


def taper(p0, p1, r0, r1, look):
    """A round leg that narrows from `r0` at `p0` to `r1` at `p1`."""
    return concat_shapes(
        primitive_call("cone", {"radius": r0, "p0": p0, "p1": p1}, color=look[0], material=look[1]),
        primitive_call("cylinder", {"radius": r1, "p0": p0, "p1": p1}, color=look[0], material=look[1]),
    )


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


@register("a splayed tapered leg")
def leg(foot, top, look):
    return taper(top, foot, 0.02, 0.013, look)


@register("the round seat")
def seat(radius, look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.026, 0), radius, look), rod((0, 0.026, 0), (0, 0.034, 0), radius * 0.95, look)
    )


@register("a stuffed round top")
def cushion(radius, look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.05, 0), radius * 0.96, look), ring(radius * 0.96, 0.025, (0, 0.025, 0), look, n=32)
    )


@register("a round wooden stool on four splayed legs")
def stool(
    *,
    width=0.38,
    depth=0.38,
    height=0.45,
    padded=False,
    frame="oak",
    paint=None,
    cushion="gray fabric",
    cushion_color=None,
) -> Shape:
    wood, cloth = finish(frame, paint), finish(cushion, cushion_color)
    padded = padded or cushion != "gray fabric" or cushion_color is not None
    radius, top = 0.165, height - (0.085 if padded else 0.034)
    corners = [(s, t) for s in (-1, 1) for t in (-1, 1)]
    parts = [
        library_call("leg", foot=(0.125 * s, 0, 0.125 * t), top=(0.085 * s, top, 0.085 * t), look=wood)
        for s, t in corners
    ]
    rung = 0.107
    parts += [rod((-rung, top * 0.4, s * rung), (rung, top * 0.4, s * rung), 0.009, wood) for s in (-1, 1)]
    parts += [rod((s * rung, top * 0.48, -rung), (s * rung, top * 0.48, rung), 0.009, wood) for s in (-1, 1)]
    parts.append(place("seat", at=(0, top, 0), radius=radius, look=wood))
    if padded:
        parts.append(place("cushion", at=(0, top + 0.034, 0), radius=radius, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
