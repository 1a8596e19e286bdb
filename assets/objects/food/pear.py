# /// asset
# word = "pear"
# synonyms = ["green pear"]
# phrase = "a pear with a stalk"
# category = "food"
# support = "surface"
# [colors]
# skin = [0.68, 0.75, 0.25]
# ///
import numpy as np

from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


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


@register("the fruit, slender at the top")
def flesh(*, radius, height, skin):
    profile = [
        (0.25, 0.0),
        (0.55, 0.02),
        (0.8, 0.08),
        (0.95, 0.2),
        (1.0, 0.32),
        (0.95, 0.44),
        (0.8, 0.57),
        (0.62, 0.7),
        (0.5, 0.82),
        (0.42, 0.9),
        (0.3, 0.96),
        (0.12, 1.0),
    ]
    return turned([(r * radius, y * height) for r, y in profile], skin, {"roughness": 0.35}, slices=44)


@register("the stalk")
def stalk(*, radius, base, top):
    return rod((0, base, 0), (radius * 0.2, top, 0), radius * 0.06, (0.33, 0.2, 0.1))


@register("a pear with a stalk")
def pear(*, width=0.075, height=0.12, skin=(0.68, 0.75, 0.25)):
    return concat_shapes(
        library_call("flesh", radius=width / 2, height=height * 0.84, skin=skin),
        library_call("stalk", radius=width / 2, base=height * 0.8, top=height * 0.995),
    )
