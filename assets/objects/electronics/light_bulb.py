# /// asset
# word = "light bulb"
# synonyms = ["bulb", "lightbulb", "bare bulb", "edison bulb", "light bulbs", "bare light bulb", "filament bulb"]
# phrase = "a bare bulb on a cord"
# category = "lighting"
# support = "ceiling"
# [colors]
# glow = [1.0, 0.9, 0.65]
# metal = [0.75, 0.6, 0.3]
# ///
import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ball(center, radius, color, material=None):
    one = primitive_call("sphere", {"radius": radius}, color=color, material=material)
    return transform_shape(one, translation_matrix(center))


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


@register("the cord with its rose")
def cord_part(*, metal):
    return concat_shapes(
        lathe([(0.02, 0.57), (0.045, 0.592), (0.045, 0.6)], metal, slices=10),
        rod((0, 0.17, 0), (0, 0.58, 0), 0.003, (0.12, 0.12, 0.12)),
        rod((0, 0.12, 0), (0, 0.18, 0), 0.018, metal, {"metallic": 0.8, "roughness": 0.3}),
    )


@register("the glowing bulb")
def bulb_part(*, glow):
    shine = {"emission": 2.2, "roughness": 0.1}
    return concat_shapes(
        ball((0, 0.045, 0), 0.043, glow, shine),
        *[ball((0, 0.045 + 0.075 * t, 0), 0.043 - 0.027 * t**0.7, glow, shine) for t in np.linspace(0, 1, 14)],
    )


@register("a bare bulb on a cord")
def light_bulb(*, width=0.09, height=0.6, depth=0.09, glow=(1.0, 0.9, 0.65), metal=(0.75, 0.6, 0.3)):
    whole = concat_shapes(library_call("cord_part", metal=metal), library_call("bulb_part", glow=glow))
    return fitted(whole, width, height, depth)
