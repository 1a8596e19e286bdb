# /// asset
# word = "bowl"
# synonyms = [
#     "soup bowl", "cereal bowl", "salad bowl", "rice bowl", "snack bowl", "serving bowl", "wasabi bowl",
#     "ginger bowl", "soy sauce bowl", "soy sauce dish", "dip bowl", "decorative bowl", "popcorn bowl",
#     "small bowl",
# ]
# stands_for = ["singing bowl", "basin"]
# phrase = "a round open bowl on a small foot"
# category = "tableware"
# support = "surface"
# [colors]
# glaze = [0.32, 0.52, 0.56]
# inside = [0.9, 0.88, 0.82]
# [materials]
# ware = "teal stoneware"
# ///
import math

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def round_wall(bottom, top, thickness, color, material=None, *, panels=32):
    """A hollow round wall of flat panels; `bottom` and `top` are (outer radius, y)."""
    (r0, y0), (r1, y1) = bottom, top
    size = (thickness, math.hypot(r1 - r0, y1 - y0), 2 * max(r0, r1) * math.tan(math.pi / panels))
    lean = rotation_matrix(-math.atan2(r1 - r0, y1 - y0), (0, 0, 1), (0, 0, 0))
    panel = transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material),
        translation_matrix(((r0 + r1 - thickness) / 2, (y0 + y1) / 2, 0)) @ lean,
    )
    return loop(
        panels, lambda i: transform_shape(panel, rotation_matrix(2 * math.pi * i / panels, (0, 1, 0), (0, 0, 0)))
    )


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("the open bowl itself: outer wall and lining")
def shell(*, radius, height, glaze, inside, shine):
    low, mid, top = (radius * 0.5, height * 0.1), (radius * 0.85, height * 0.45), (radius, height)
    lining = [(r - radius * 0.035, y) for r, y in (low, mid, top)]
    return concat_shapes(
        round_wall(low, mid, radius * 0.05, glaze, shine, panels=28),
        round_wall(mid, top, radius * 0.05, glaze, shine, panels=28),
        round_wall(lining[0], lining[1], radius * 0.04, inside, shine, panels=28),
        round_wall(lining[1], lining[2], radius * 0.04, inside, shine, panels=28),
        rod((0, height * 0.08, 0), (0, height * 0.16, 0), radius * 0.55, inside, shine),
    )


@register("the ring the bowl stands on")
def foot(*, radius, height, glaze, shine):
    return rod((0, 0, 0), (0, height * 0.12, 0), radius * 0.48, glaze, shine)


@register("a round open bowl on a small foot")
def bowl(*, width=0.16, height=0.075, glaze=None, inside=(0.9, 0.88, 0.82), ware="teal stoneware"):
    glaze, shine = finish(ware, glaze)
    radius = width / 2
    return concat_shapes(
        library_call("foot", radius=radius, height=height, glaze=glaze, shine=shine),
        library_call("shell", radius=radius * 0.985, height=height, glaze=glaze, inside=inside, shine=shine),
    )
