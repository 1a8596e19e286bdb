# /// asset
# word = "napkin"
# synonyms = ["cloth napkin", "serviette", "linen napkin", "napkins", "napkin ring"]
# category = "tableware"
# support = "surface"
# colors = ["cloth", "hem"]
# materials = ["textile", "band"]
# ///
import math

from scene.language import *
from scene.language.modelling import cone, darker, finish, fitted, moved, rod, rotated, stretched


def leaf(length, width, thick, color, material):
    """A soft wedge of cloth that opens from a point at the origin towards +z."""
    unit = cone((0, 0, 1), (0, 0, 0), 1.0, color, material)
    return stretched(unit, (width / 2, thick / 2, length))


@register("one end of the cloth, opened like a fan")
def fanned_end(*, length, spread, rise, folds, look, hem):
    def fold(i):
        angle = math.radians(spread) * (i / (folds - 1) - 0.5)
        wide = 1.35 * length * math.radians(spread) / (folds - 1)
        shade = darker(look[0], 1.0 if i % 2 else 0.9)
        pleat = concat_shapes(
            leaf(length, wide, wide * 0.06, shade, look[1]),
            leaf(length * 0.955, wide * 0.99, wide * 0.1, hem, look[1]),
            leaf(length * 0.915, wide * 0.98, wide * 0.14, shade, look[1]),
        )
        pose = rotation_matrix(angle, (0, 1, 0), (0, 0, 0)) @ rotation_matrix(-rise, (1, 0, 0), (0, 0, 0))
        return transform_shape(pleat, pose @ rotation_matrix((1 if i % 2 else -1) * 0.8, (0, 0, 1), (0, 0, 0)))

    return loop(folds, fold)


@register("the metal ring with the gathered cloth in it")
def napkin_ring(*, radius, depth, look, band):
    bead = [rod((0, 0, z * depth * 0.42), (0, 0, z * depth * 0.5), radius * 1.08, *surface(band)) for z in (-1, 1)]
    return concat_shapes(
        rod((0, 0, -depth / 2), (0, 0, depth / 2), radius, *surface(band)),
        *bead,
        rod((0, 0, -depth * 0.54), (0, 0, depth * 0.54), radius * 0.86, *look),
    )


@register("a linen napkin drawn through a ring, its ends fanned out")
def napkin(*, width=0.2, depth=0.26, height=0.045, cloth=None, hem=(0.62, 0.25, 0.22), textile="linen", band="brass"):
    look, radius = finish(textile, cloth), 0.02
    front = library_call("fanned_end", length=0.17, spread=86, rise=-0.05, folds=9, look=look, hem=hem)
    back = library_call("fanned_end", length=0.115, spread=80, rise=-0.02, folds=7, look=look, hem=hem)
    whole = concat_shapes(
        moved(front, (0, 0, -0.015)),
        rotated(moved(back, (0, 0, -0.015)), math.pi),
        library_call("napkin_ring", radius=radius, depth=0.034, look=look, band=band),
    )
    return fitted(whole, width, height, depth)
