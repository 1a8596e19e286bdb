# /// asset
# word = "tambourine"
# synonyms = ["tambourin", "timbrel", "riq"]
# phrase = "a tambourine with pairs of jingles in its frame"
# category = "music"
# support = "surface"
# [colors]
# frame = [0.72, 0.2, 0.15]
# skin = [0.95, 0.91, 0.82]
# ///
import math

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the round frame with slots")
def tambourine_frame(*, frame):
    gloss = {"roughness": 0.3}
    posts = [
        moved(box((0.123, 0.026, 0), (0.009, 0.03, 0.034), frame, gloss), (0, 0, 0), 2 * math.pi * i / 8)
        for i in range(8)
    ]
    return concat_shapes(
        round_wall((0.128, 0.0), (0.128, 0.014), 0.01, frame, gloss, panels=48),
        round_wall((0.128, 0.038), (0.128, 0.054), 0.01, frame, gloss, panels=48),
        *posts,
    )


@register("the pairs of jingles")
def jingles():
    brass = surface("brass")

    def pair(i):
        one = concat_shapes(
            rod((0.123, 0.014, 0), (0.123, 0.038, 0), 0.0015, *surface("steel")),
            rod((0.123, 0.02, 0), (0.123, 0.0215, 0), 0.0195, *brass),
            rod((0.123, 0.0265, 0), (0.123, 0.028, 0), 0.0195, *brass),
            rod((0.123, 0.0215, 0), (0.123, 0.024, 0), 0.008, *brass),
            rod((0.123, 0.028, 0), (0.123, 0.0305, 0), 0.008, *brass),
        )
        return moved(one, (0, 0, 0), 2 * math.pi * (i + 0.5) / 8)

    return concat_shapes(*[pair(i) for i in range(8)])


@register("the skin with its row of nails")
def tambourine_skin(*, skin):
    nails = [
        moved(ellipsoid((0.1285, 0.047, 0), (0.0025, 0.003, 0.003), *surface("brass")), (0, 0, 0), 2 * math.pi * i / 24)
        for i in range(24)
    ]
    return concat_shapes(
        rod((0, 0.048, 0), (0, 0.056, 0), 0.1265, skin, {"roughness": 0.7}),
        rod((0, 0.056, 0), (0, 0.0565, 0), 0.06, darker(skin, 0.93), {"roughness": 0.7}),
        *nails,
    )


@register("a tambourine with pairs of jingles in its frame")
def tambourine(*, width=0.28, height=0.056, depth=0.28, frame=(0.72, 0.2, 0.15), skin=(0.95, 0.91, 0.82)):
    whole = concat_shapes(
        library_call("tambourine_frame", frame=frame),
        library_call("jingles"),
        library_call("tambourine_skin", skin=skin),
    )
    return fitted(whole, width, height, depth)
