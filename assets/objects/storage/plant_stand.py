# /// asset
# word = "plant stand"
# synonyms = ["flower stand", "plant pedestal", "pot stand"]
# phrase = "a slender plant stand with a rimmed round top"
# category = "storage"
# support = "floor"
# [colors]
# paint = [0.725, 0.553, 0.341]
# [materials]
# frame = "rattan"
# ///
import math

from scene.language import *


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


def ring(radius, thickness, at, look, *, n=24, stretch=1.0):
    """A horizontal hoop around `at`, `stretch` times as deep as it is wide."""
    reach = radius + thickness * 0.9
    joint = reach / radius * math.tan(math.pi / n)
    segments = []
    for i in range(n):
        c, s = math.cos(2 * math.pi * i / n), math.sin(2 * math.pi * i / n)
        ends = [(at[0] + radius * (c - e * s), at[1], at[2] + stretch * radius * (s + e * c)) for e in (-joint, joint)]
        segments.append(rod(*ends, thickness, look))
    return concat_shapes(*segments)


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


@register("a curved leg")
def leg(angle, height, look):
    arc = tube([(0.15, 0.012, 0), (0.09, height * 0.4, 0), (0.09, height * 0.7, 0), (0.12, height, 0)], 0.012, look)
    return transform_shape(arc, rotation_matrix(angle, (0, 1, 0), (0, 0, 0)))


@register("the round top with its rim")
def top(look):
    spokes = [
        rod((0, 0.008, 0), (0.14 * math.cos(a), 0.008, 0.14 * math.sin(a)), 0.004, look)
        for a in [math.pi * i / 6 for i in range(12)]
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.008, 0), 0.145, look), *spokes, ring(0.145, 0.012, (0, 0.02, 0), look, n=28)
    )


@register("a slender plant stand with a rimmed round top")
def plant_stand(*, width=0.32, depth=0.32, height=0.7, frame="rattan", paint=None) -> Shape:
    cane = finish(frame, paint)
    parts = [library_call("leg", angle=math.pi * (0.5 + 2 * i / 3), height=0.66, look=cane) for i in range(3)]
    parts += [ring(0.093, 0.009, (0, 0.66 * f, 0), cane, n=20) for f in (0.4, 0.7)]
    parts.append(transform_shape(library_call("top", look=cane), translation_matrix((0, 0.66, 0))))
    return fitted(concat_shapes(*parts), width, height, depth)
