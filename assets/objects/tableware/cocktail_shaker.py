# /// asset
# word = "cocktail shaker"
# synonyms = ["jigger", "bar shaker", "drink shaker", "bar set", "martini shaker", "bartender set"]
# phrase = "a polished cocktail shaker with a jigger beside it"
# category = "tableware"
# support = "surface"
# [colors]
# paint = [0.843, 0.855, 0.863]
# [materials]
# metal = "chrome"
# ///
import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def turned(profile, color, material=None, slices=24):
    """A body of revolution; `profile` lists (radius, y) from the bottom up."""
    ys = np.linspace(profile[0][1], profile[-1][1], slices + 1)
    radii = np.interp((ys[1:] + ys[:-1]) / 2, [y for _, y in profile], [r for r, _ in profile])
    return loop(
        slices,
        lambda i: primitive_call(
            "cylinder",
            {"radius": radii[i], "p0": (0, ys[i], 0), "p1": (0, ys[i + 1], 0)},
            color=color,
            material=material,
        ),
    )


def finish(word, paint=None):
    """The look of a surface: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def cone(base, tip, radius, color, material=None):
    return primitive_call("cone", {"radius": radius, "p0": base, "p1": tip}, color=color, material=material)


@register("the shaker: cup, strainer shoulder and cap")
def shaker_part(*, radius, height, look):
    dark = (tuple(0.7 * c for c in look[0]), look[1])
    return concat_shapes(
        turned([(radius * 0.74, 0), (radius * 0.8, height * 0.03), (radius, height * 0.6)], *look, slices=30),
        rod((0, height * 0.6, 0), (0, height * 0.615, 0), radius * 1.02, *dark),
        turned(
            [
                (radius * 0.99, height * 0.615),
                (radius * 0.92, height * 0.7),
                (radius * 0.62, height * 0.78),
                (radius * 0.44, height * 0.82),
            ],
            *look,
            slices=20,
        ),
        rod((0, height * 0.82, 0), (0, height * 0.83, 0), radius * 0.48, *dark),
        turned(
            [(radius * 0.44, height * 0.83), (radius * 0.38, height * 0.95), (radius * 0.22, height * 1.0)],
            *look,
            slices=10,
        ),
    )


@register("the double measure")
def measure(*, radius, height, look):
    return concat_shapes(
        turned(
            [(radius, 0), (radius * 0.32, height * 0.42), (radius * 0.3, height * 0.48), (radius * 0.86, height)],
            *look,
            slices=26,
        ),
        rod((0, height * 0.985, 0), (0, height * 1.003, 0), radius * 0.74, (0.15, 0.15, 0.16)),
    )


@register("a polished cocktail shaker with a jigger beside it")
def cocktail_shaker(*, width=0.17, height=0.24, depth=0.09, paint=None, metal="chrome"):
    look = finish(metal, paint)
    whole = concat_shapes(
        transform_shape(
            library_call("shaker_part", radius=0.044, height=0.24, look=look), translation_matrix((-0.035, 0, 0))
        ),
        transform_shape(
            library_call("measure", radius=0.022, height=0.08, look=look), translation_matrix((0.06, 0, 0.015))
        ),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], -(low[2] + high[2]) / 2)))
