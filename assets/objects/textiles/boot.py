# /// asset
# word = "boot"
# synonyms = ["boots", "rain boot", "rain boots", "wellington boot", "wellington boots", "wellies", "galoshes"]
# stands_for = ["hiking boots", "cowboy boots", "work boots", "ski boots", "snow boot", "snow boots"]
# phrase = "a tall boot"
# category = "textiles"
# support = "floor"
# [colors]
# leather = [0.45, 0.3, 0.18]
# ///
import numpy as np

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


def moved(shape, at, turn=0.0, axis=(0, 1, 0)):
    """The shape turned about the origin, in radians, and then moved to `at`."""
    return transform_shape(shape, translation_matrix(at) @ rotation_matrix(turn, axis, (0, 0, 0)))


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


@register("the foot on its sole")
def foot_part(*, leather):
    soft = {"roughness": 0.45}
    zs = np.linspace(-0.11, 0.115, 18)
    tops = np.interp(zs, [-0.11, -0.03, 0.03, 0.115], [0.11, 0.11, 0.085, 0.045])
    wides = np.interp(zs, [-0.11, 0.0, 0.07, 0.115], [0.036, 0.042, 0.052, 0.036])
    shell = [
        ellipsoid((0, (0.02 + t) / 2, z), (float(w), t / 2, 0.036), leather, soft)
        for z, t, w in zip(zs, tops, wides, strict=True)
    ]
    tread = [
        box((0, 0.012, float(z)), (1.9 * float(w), 0.024, 0.0135), (0.14, 0.12, 0.11))
        for z, w in zip(zs, wides, strict=True)
    ]
    return concat_shapes(*shell, *tread)


@register("the shaft")
def shaft(*, leather):
    body = transform_shape(
        lathe([(0.046, 0.05), (0.05, 0.2), (0.055, 0.33)], leather, {"roughness": 0.45}, slices=40),
        scale_matrix((1, 1, 1.15), (0, 0, 0)),
    )
    rim = transform_shape(
        concat_shapes(
            rod((0, 0.315, 0), (0, 0.34, 0), 0.058, darker(leather, 0.75)),
            rod((0, 0.33, 0), (0, 0.341, 0), 0.048, (0.1, 0.09, 0.08)),
        ),
        scale_matrix((1, 1, 1.15), (0, 0, 0)),
    )
    return moved(concat_shapes(body, rim), (0, 0, -0.06))


@register("a tall boot")
def boot(*, width=0.12, height=0.34, depth=0.29, leather=(0.45, 0.3, 0.18)):
    whole = concat_shapes(library_call("foot_part", leather=leather), library_call("shaft", leather=leather))
    return fitted(whole, width, height, depth)
