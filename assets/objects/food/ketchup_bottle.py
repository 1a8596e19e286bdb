# /// asset
# word = "ketchup bottle"
# synonyms = ["ketchup", "bottle of ketchup", "squeeze bottle", "condiment bottle", "condiment", "condiments"]
# stands_for = [
#     "mustard", "mustard bottle", "hot sauce", "hot sauce bottle", "mayonnaise", "syrup bottle", "syrup",
#     "soy sauce", "vinegar", "barbecue sauce", "glue bottle", "bottle of glue", "glue",
# ]
# phrase = "a squeeze bottle with a pointed cap"
# category = "food"
# support = "surface"
# [colors]
# sauce = [0.76, 0.1, 0.08]
# cap = [0.95, 0.95, 0.93]
# ///
import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


def darker(color, by=0.7):
    return tuple(by * c for c in color)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the bottle with its label")
def flask_body(*, sauce):
    return concat_shapes(
        lathe(
            [(0.03, 0), (0.034, 0.008), (0.034, 0.12), (0.026, 0.145), (0.016, 0.155)],
            sauce,
            {"roughness": 0.25},
            slices=60,
        ),
        rod((0, 0.035, 0), (0, 0.1, 0), 0.0348, (0.97, 0.95, 0.9)),
        rod((0, 0.052, 0), (0, 0.084, 0), 0.0352, darker(sauce, 0.8)),
    )


@register("the pointed cap")
def nozzle(*, cap):
    return concat_shapes(
        rod((0, 0.152, 0), (0, 0.168, 0), 0.019, cap),
        lathe([(0.017, 0.168), (0.009, 0.182), (0.004, 0.2)], cap, slices=20),
    )


@register("a squeeze bottle with a pointed cap")
def ketchup_bottle(*, width=0.07, height=0.2, depth=0.07, sauce=(0.76, 0.1, 0.08), cap=(0.95, 0.95, 0.93)):
    whole = concat_shapes(library_call("flask_body", sauce=sauce), library_call("nozzle", cap=cap))
    return fitted(whole, width, height, depth)
