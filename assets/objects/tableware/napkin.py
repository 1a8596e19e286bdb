# /// asset
# word = "napkin"
# synonyms = ["cloth napkin", "folded napkin", "serviette", "linen napkin", "cocktail napkin", "napkins",
#   "napkin ring"]
# phrase = "a linen napkin drawn through a ring, its ends fanned out"
# category = "tableware"
# support = "surface"
# [colors]
# cloth = [0.851, 0.8, 0.702]
# [materials]
# textile = "linen"
# band = "brass"
# ///
import math

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


@register("one fanned end of the cloth")
def fanned_end(*, length, spread, height, look):
    folds = 9

    def fold(i):
        angle = math.radians(spread) * (i / (folds - 1) - 0.5)
        shade = tuple(c * (1.0 if i % 2 else 0.88) for c in look[0])
        rise = height * (0.55 if i % 2 else 0.35)
        leaf = primitive_call("cube", {"scale": (length * 0.17, rise, length)}, color=shade, material=look[1])
        return transform_shape(
            leaf, rotation_matrix(angle, (0, 1, 0), (0, 0, 0)) @ translation_matrix((0, rise / 2, length / 2))
        )

    return loop(folds, fold)


@register("the metal ring with the gathered cloth in it")
def napkin_ring(*, radius, depth, look, band):
    return concat_shapes(
        rod((0, radius, -depth / 2), (0, radius, depth / 2), radius, *surface(band)),
        rod((0, radius, -depth * 0.51), (0, radius, depth * 0.51), radius * 0.82, *look),
    )


@register("a linen napkin drawn through a ring, its ends fanned out")
def napkin(*, width=0.2, depth=0.26, height=0.045, cloth=None, textile="linen", band="brass"):
    look = finish(textile, cloth)
    ends = concat_shapes(
        library_call("fanned_end", length=depth * 0.58, spread=75, height=height, look=look),
        transform_shape(
            library_call("fanned_end", length=depth * 0.4, spread=65, height=height, look=look),
            rotation_matrix(math.pi, (0, 1, 0), (0, 0, 0)),
        ),
    )
    size, middle = compute_shape_sizes(ends), compute_shape_center(ends)
    fit = scale_matrix((width / size[0], 1, depth / size[2]), (0, 0, 0)) @ translation_matrix((0, 0, -middle[2]))
    ring = library_call("napkin_ring", radius=height / 2, depth=depth * 0.14, look=look, band=band)
    return concat_shapes(
        transform_shape(ends, fit), transform_shape(ring, translation_matrix((0, 0, -middle[2] * depth / size[2])))
    )
