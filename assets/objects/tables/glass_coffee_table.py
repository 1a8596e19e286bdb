# /// asset
# word = "glass coffee table"
# synonyms = ["glass-top coffee table"]
# phrase = "a coffee table with a glass top on a slim metal frame"
# category = "tables"
# support = "floor"
# clearance = {front = 0.35, back = 0.35}
# [colors]
# frame_color = [0.788, 0.647, 0.353]
# top_color = [0.863, 0.922, 0.918]
# [materials]
# frame = "brass"
# top = "glass"
# [variants]
# shape = {"rectangular" = "rectangular", "square" = "square", "round" = "round", "circular" = "round"}
# width = {"square" = 0.85, "round" = 0.85, "circular" = 0.85}
# depth = {"square" = 0.85, "round" = 0.85, "circular" = 0.85}
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


@register("the glass top")
def top(width, depth, shape, look):
    if shape == "round":
        return rod((0, 0, 0), (0, 0.012, 0), width / 2, look)
    return box((width, 0.012, depth), (0, 0, 0), look)


@register("the slim metal frame")
def frame(width, depth, height, shape, look):
    bar = 0.022
    if shape == "round":
        r = width / 2 - 0.02
        hoops = [ring(r, bar / 2, (0, y, 0), look, n=36) for y in (bar / 2, height - bar / 2)]
        posts = [
            rod((r * math.cos(a), 0.01, r * math.sin(a)), (r * math.cos(a), height, r * math.sin(a)), bar / 2, look)
            for a in (0.8, 2.37, 3.94, 5.5)
        ]
        return concat_shapes(*hoops, *posts)
    w, d = width - 0.02, depth - 0.02
    parts = [box((bar, height, bar), (s * (w - bar) / 2, 0, t * (d - bar) / 2), look) for s in (-1, 1) for t in (-1, 1)]
    for y in (0, height - bar):
        parts += [box((w, bar, bar), (0, y, t * (d - bar) / 2), look) for t in (-1, 1)]
        parts += [box((bar, bar, d), (s * (w - bar) / 2, y, 0), look) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a coffee table with a glass top on a slim metal frame")
def glass_coffee_table(
    *,
    width=1.1,
    depth=0.6,
    height=0.42,
    shape="rectangular",
    frame="brass",
    frame_color=None,
    top="glass",
    top_color=None,
) -> Shape:
    metal, pane = finish(frame, frame_color), finish(top, top_color)
    parts = [
        library_call("frame", width=width, depth=depth, height=height - 0.012, shape=shape, look=metal),
        place("top", at=(0, height - 0.012, 0), width=width, depth=depth, shape=shape, look=pane),
    ]
    if shape != "round":
        shelf = box((width - 0.07, 0.008, depth - 0.07), (0, 0.02, 0), pane)
        parts.append(place(shelf, at=(0, 0.012, 0), name="shelf"))
    return fitted(concat_shapes(*parts), width, height, depth)
