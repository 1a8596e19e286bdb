# /// asset
# word = "pepper mill"
# synonyms = ["pepper grinder", "salt mill", "salt grinder", "grinder", "mill"]
# stands_for = ["spice grinder"]
# phrase = "a tall turned wooden pepper mill with a metal knob"
# category = "tableware"
# support = "surface"
# [colors]
# paint = [0.388, 0.263, 0.188]
# [materials]
# wood = "walnut"
# fitting = "steel"
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


@register("the turned body")
def mill_body(*, radius, height, look):
    profile = [
        (radius, 0),
        (radius, height * 0.12),
        (radius * 0.82, height * 0.2),
        (radius * 0.62, height * 0.5),
        (radius * 0.72, height * 0.8),
        (radius * 0.9, height),
    ]
    return turned(profile, *look, slices=28)


@register("the head that turns, with its knob")
def mill_head(*, radius, base, height, look, fitting):
    return concat_shapes(
        rod((0, base, 0), (0, base + height * 0.08, 0), radius * 0.8, *surface(fitting)),
        ellipsoid((0, base + height * 0.45, 0), (radius * 0.92, height * 0.4, radius * 0.92), *look),
        ellipsoid((0, base + height * 0.9, 0), (radius * 0.24, height * 0.1, radius * 0.24), *surface(fitting)),
    )


@register("a tall turned wooden pepper mill with a metal knob")
def pepper_mill(*, width=0.06, height=0.22, paint=None, wood="walnut", fitting="steel"):
    look, neck = finish(wood, paint), height * 0.68
    return concat_shapes(
        library_call("mill_body", radius=width / 2, height=neck, look=look),
        library_call("mill_head", radius=width / 2, base=neck, height=height - neck, look=look, fitting=fitting),
    )
