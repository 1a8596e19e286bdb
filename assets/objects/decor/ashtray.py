# /// asset
# word = "ashtray"
# synonyms = ["ash tray"]
# stands_for = [
#     "cigar", "cigarette", "cigars", "smoking pipe", "incense burner", "incense holder", "incense", "incense stick",
#     "trinket dish", "ring dish", "trinket tray", "catchall", "catchall tray", "jewelry dish", "key bowl",
#     "trinket bowl",
# ]
# phrase = "a round ashtray with three rests"
# category = "decor"
# support = "surface"
# [colors]
# ware = [0.35, 0.5, 0.52]
# ///
import math

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the dish with notches")
def dish_part(*, ware):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        rod((0, 0, 0), (0, 0.01, 0), 0.06, ware, gloss),
        round_wall((0.061, 0.005), (0.065, 0.036), 0.014, ware, gloss, panels=36),
        *[
            moved(box((0.057, 0.036, 0), (0.022, 0.008, 0.012), darker(ware, 0.7)), (0, 0, 0), a)
            for a in (0.5, 2.6, 4.7)
        ],
    )


@register("a round ashtray with three rests")
def ashtray(*, width=0.13, height=0.04, depth=0.13, ware=(0.35, 0.5, 0.52)):
    whole = library_call("dish_part", ware=ware)
    return fitted(whole, width, height, depth)
