# /// asset
# word = "hat"
# synonyms = ["fedora", "straw hat", "sun hat"]
# stands_for = [
#     "cap", "baseball cap", "beanie", "top hat", "cowboy hat", "chef hat", "party hat", "witch hat", "bonnet",
# ]
# phrase = "a brimmed hat with a band"
# category = "textiles"
# support = "surface"
# [colors]
# felt = [0.55, 0.44, 0.32]
# band = [0.2, 0.16, 0.14]
# ///
import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def lathe(profile, color, material=None, *, slices=48):
    """A solid of revolution about the y axis; `profile` holds (radius, y) from the bottom up."""
    radii, heights = np.array(profile, dtype=float).T
    step = (heights[-1] - heights[0]) / slices
    middles = heights[0] + step * (np.arange(slices) + 0.5)
    return concat_shapes(
        *[
            primitive_call(
                "cylinder",
                {"radius": float(r), "p0": (0, float(y - step / 2), 0), "p1": (0, float(y + step / 2), 0)},
                color=color,
                material=material,
            )
            for r, y in zip(np.interp(middles, heights, radii), middles, strict=True)
        ]
    )


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the crown with its band")
def crown_part(*, felt, band):
    soft = {"roughness": 0.9}
    return concat_shapes(
        transform_shape(
            lathe([(0.092, 0.008), (0.088, 0.07), (0.08, 0.11), (0.06, 0.128)], felt, soft, slices=44),
            scale_matrix((0.92, 1, 1.05), (0, 0, 0)),
        ),
        transform_shape(rod((0, 0.012, 0), (0, 0.042, 0), 0.0945, band), scale_matrix((0.92, 1, 1.05), (0, 0, 0))),
        ellipsoid((0, 0.122, 0), (0.056, 0.018, 0.066), felt, soft),
    )


@register("the brim")
def brim_part(*, felt):
    return concat_shapes(ellipsoid((0, 0.006, 0), (0.15, 0.006, 0.16), felt, {"roughness": 0.9}))


@register("a brimmed hat with a band")
def hat(*, width=0.3, height=0.14, depth=0.32, felt=(0.55, 0.44, 0.32), band=(0.2, 0.16, 0.14)):
    whole = concat_shapes(library_call("crown_part", felt=felt, band=band), library_call("brim_part", felt=felt))
    return fitted(whole, width, height, depth)
