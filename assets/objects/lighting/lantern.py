# /// asset
# word = "lantern"
# synonyms = ["candle lantern", "hurricane lantern", "camping lantern"]
# phrase = "a lantern with glass sides and a candle inside"
# category = "lighting"
# support = "surface"
# [colors]
# paint = [0.149, 0.153, 0.165]
# [materials]
# frame = "black metal"
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def spike(p0, p1, radius, look):
    """A cone from its base at `p0` to its tip at `p1`."""
    return primitive_call("cone", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, look):
    """A bent tube through `points`, round at its joints."""
    color, material = look
    pipes = [
        primitive_call("cylinder", {"radius": radius, "p0": points[i], "p1": points[i + 1]}, color, material)
        for i in range(len(points) - 1)
    ]
    joint = primitive_call("sphere", {"radius": radius}, color, material)
    return concat_shapes(*pipes, *[transform_shape(joint, translation_matrix(p)) for p in points[1:-1]])


@register("a corner post")
def post(height, look):
    return box((0.014, height, 0.014), (0, 0, 0), look)


@register("a burning candle")
def candle(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.1, 0), 0.034, look),
        rod((0, 0.1, 0), (0, 0.112, 0), 0.002, finish("black metal")),
        ball((0.009, 0.02, 0.009), (0, 0.128, 0), finish("flame")),
    )


@register("the roof with its ring")
def roof(look):
    n = 7
    steps = [box((0.2 - 0.022 * i, 0.013, 0.2 - 0.022 * i), (0, 0.012 * i, 0), look) for i in range(n)]
    loop_points = [
        (0.035 * math.sin(2 * math.pi * i / 10), 0.135 + 0.035 * math.cos(2 * math.pi * i / 10), 0) for i in range(11)
    ]
    return concat_shapes(*steps, tube(loop_points, 0.004, look), rod((0, 0.08, 0), (0, 0.105, 0), 0.016, look))


@register("a lantern with glass sides and a candle inside")
def lantern(*, width=0.2, depth=0.2, height=0.42, frame="black metal", paint=None) -> Shape:
    look, pane = finish(frame, paint), finish("glass")
    parts = [box((0.19, 0.02, 0.19), (0, 0.012, 0), look)] + [
        ball((0.014, 0.01, 0.014), (s * 0.08, 0.01, t * 0.08), look) for s in (-1, 1) for t in (-1, 1)
    ]
    parts += [place("post", at=(s * 0.08, 0.03, t * 0.08), height=0.22, look=look) for s in (-1, 1) for t in (-1, 1)]
    parts += [box((0.146, 0.22, 0.003), (0, 0.03, t * 0.08), pane) for t in (-1, 1)] + [
        box((0.003, 0.22, 0.146), (s * 0.08, 0.03, 0), pane) for s in (-1, 1)
    ]
    parts += [box((0.008, 0.22, 0.008), (0, 0.03, t * 0.08), look) for t in (-1, 1)] + [
        box((0.008, 0.22, 0.008), (s * 0.08, 0.03, 0), look) for s in (-1, 1)
    ]
    parts += [
        place("candle", at=(0, 0.032, 0), look=finish("cream wax")),
        transform_shape(library_call("roof", look=look), translation_matrix((0, 0.25, 0))),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
