# /// asset
# word = "hula hoop"
# synonyms = ["hoop", "hoops"]
# stands_for = ["gymnastics ring", "aerial hoop"]
# phrase = "a striped hoop"
# category = "sport"
# support = "floor"
# [colors]
# first = [0.9, 0.25, 0.5]
# second = [0.95, 0.85, 0.3]
# ///
import itertools
import math

from scene.language import *


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points
    ]
    return concat_shapes(*rods, *bends)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the striped ring")
def ring_part(*, first, second):
    def piece(i):
        a, b = i * math.pi / 30, (i + 1) * math.pi / 30
        tone = first if (i // 6) % 2 else second
        return tube(
            [(0.385 * math.cos(a), 0.014, 0.385 * math.sin(a)), (0.385 * math.cos(b), 0.014, 0.385 * math.sin(b))],
            0.014,
            tone,
            {"roughness": 0.3},
        )

    return loop(60, piece)


@register("a striped hoop")
def hula_hoop(*, width=0.8, height=0.028, depth=0.8, first=(0.9, 0.25, 0.5), second=(0.95, 0.85, 0.3)):
    whole = library_call("ring_part", first=first, second=second)
    return fitted(whole, width, height, depth)
