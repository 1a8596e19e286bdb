# /// asset
# word = "lava lamp"
# synonyms = ["lava light", "retro lava lamp"]
# phrase = "a lava lamp with blobs rising in tinted liquid"
# category = "lighting"
# support = "surface"
# [colors]
# lava = [0.98, 0.35, 0.15]
# liquid = [0.6, 0.3, 0.85]
# ///
from scene.language import *


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def spike(p0, p1, radius, look):
    """A cone from its base at `p0` to its tip at `p1`."""
    return primitive_call("cone", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


def finish(word, paint=None):
    """The look of a material: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the metal foot")
def foot(look):
    return concat_shapes(
        spike((0, 0, 0), (0, 0.24, 0), 0.07, look),
        spike((0, 0.115, 0), (0, -0.06, 0), 0.066, look),
        rod((0, 0, 0), (0, 0.008, 0), 0.072, look),
    )


@register("the tapering glass")
def glass(look):
    n = 10
    return concat_shapes(
        *[rod((0, 0.19 / n * i, 0), (0, 0.19 / n * (i + 1) + 0.0005, 0), 0.064 - 0.028 * i / n, look) for i in range(n)]
    )


@register("a blob of lava")
def blob(radius, look):
    return ball((radius, radius * 1.25, radius), (0, 0, 0), look)


@register("a lava lamp with blobs rising in tinted liquid")
def lava_lamp(*, width=0.145, depth=0.145, height=0.38, lava=(0.98, 0.35, 0.15), liquid=(0.6, 0.3, 0.85)) -> Shape:
    metal = finish("aluminium")
    hot = lava, {"roughness": 0.4, "emission": 1.0}
    clear = liquid, {"roughness": 0.1, "opacity": 0.12, "emission": 0.5}
    parts = [
        library_call("foot", look=metal),
        transform_shape(library_call("glass", look=clear), translation_matrix((0, 0.11, 0))),
    ]
    blobs = [
        (0.0, 0.14, 0.045),
        (0.018, 0.19, 0.022),
        (-0.012, 0.225, 0.017),
        (0.008, 0.262, 0.014),
        (-0.004, 0.285, 0.009),
    ]
    parts += [
        transform_shape(library_call("blob", radius=r, look=hot), translation_matrix((x, y, 0.01))) for x, y, r in blobs
    ]
    parts += [rod((0, 0.3, 0), (0, 0.325, 0), 0.038, metal), spike((0, 0.325, 0), (0, 0.5, 0), 0.038, metal)]
    return fitted(concat_shapes(*parts), width, height, depth)
