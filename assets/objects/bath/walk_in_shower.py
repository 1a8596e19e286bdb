# /// asset
# word = "walk-in shower"
# synonyms = ["frameless shower", "open shower", "wet room shower", "walk in shower", "frameless glass shower"]
# phrase = "a walk-in shower with one frameless glass screen and a rain head"
# category = "bath"
# support = "floor"
# clearance = {front = 0.7}
# [colors]
# metal_color = [0.843, 0.855, 0.863]
# tile_color = [0.701, 0.705, 0.709]
# [materials]
# metal = "chrome"
# tile = "light gray tile"
# ///
import math

from scene.language import *


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def tube(points, radius, look):
    """A bent tube through `points`, round at its joints."""
    color, material = look
    pipes = [
        primitive_call("cylinder", {"radius": radius, "p0": points[i], "p1": points[i + 1]}, color, material)
        for i in range(len(points) - 1)
    ]
    joint = primitive_call("sphere", {"radius": radius}, color, material)
    return concat_shapes(*pipes, *[transform_shape(joint, translation_matrix(p)) for p in points[1:-1]])


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


@register("the tiled wall")
def tiles(width, height, look):
    grout = tuple(0.82 * c for c in look[0]), look[1]
    rows, columns = round(height / 0.3), round(width / 0.4)
    parts = [box((width, height, 0.03), (0, 0, 0), look)]
    parts += [box((width - 0.002, 0.006, 0.002), (0, height / rows * i, 0.0155), grout) for i in range(1, rows)]
    parts += [
        box((0.006, height - 0.002, 0.002), (width / columns * (i - columns / 2), 0.001, 0.0155), grout)
        for i in range(1, columns)
    ]
    return concat_shapes(*parts)


@register("the glass screen with its stay bar")
def glass_screen(width, height, reach, metal):
    return concat_shapes(
        box((width, height, 0.01), (0, 0, 0), finish("glass")),
        box((width, 0.02, 0.02), (0, 0, 0), metal),
        rod((width / 2 - 0.05, height - 0.01, 0), (width / 2 - 0.05, height - 0.01, -reach), 0.01, metal),
    )


@register("the rain head and hand shower")
def fittings(look):
    return concat_shapes(
        tube([(0, 1.0, 0.03), (0, 2.0, 0.03), (0, 2.04, 0.07), (0, 2.04, 0.38)], 0.012, look),
        box((0.26, 0.02, 0.26), (0, 2.0, 0.38), look),
        box((0.3, 0.04, 0.05), (0, 1.0, 0.03), look),
        tube([(0.1, 1.0, 0.05), (0.16, 0.75, 0.06), (0.16, 1.1, 0.06), (0.09, 1.45, 0.05)], 0.008, look),
        rod((0.09, 1.42, 0.05), (0.04, 1.48, 0.14), 0.018, look),
        rod((0.04, 1.47, 0.13), (0.035, 1.5, 0.16), 0.045, look),
    )


@register("a walk-in shower with one frameless glass screen and a rain head")
def walk_in_shower(
    *, width=1.3, depth=0.95, height=2.15, metal="chrome", metal_color=None, tile="light gray tile", tile_color=None
) -> Shape:
    steel, wall = finish(metal, metal_color), finish(tile, tile_color)
    dark = tuple(0.72 * c for c in wall[0]), wall[1]
    parts = [
        box((width, 0.03, depth), (0, 0, 0), dark),
        box((width * 0.6, 0.004, 0.06), (0, 0.029, -depth / 2 + 0.12), steel),
    ]
    parts.append(place("tiles", at=(0, 0.03, -depth / 2 + 0.015), width=width, height=height - 0.03, look=wall))
    side = transform_shape(
        library_call("tiles", width=depth - 0.03, height=height - 0.03, look=wall),
        rotation_matrix(math.pi / 2, (0, 1, 0), (0, 0, 0)),
    )
    parts.append(transform_shape(side, translation_matrix((-width / 2 + 0.015, 0.03, 0.015))))
    pane = library_call("glass_screen", width=width * 0.62, height=2.0, reach=depth - 0.08, metal=steel)
    parts.append(transform_shape(pane, translation_matrix((-width / 2 + width * 0.31 + 0.03, 0.03, depth / 2 - 0.04))))
    parts.append(
        transform_shape(library_call("fittings", look=steel), translation_matrix((-0.15, 0, -depth / 2 + 0.03)))
    )
    return fitted(concat_shapes(*parts), width, height, depth)
