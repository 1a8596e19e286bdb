# /// asset
# word = "office chair"
# synonyms = [
#     "swivel chair", "task chair", "computer chair", "rolling chair", "executive chair", "desk chair on wheels",
#     "mesh chair", "work chair", "ergonomic chair",
# ]
# phrase = "an office chair on a five-star base with castors"
# category = "seating"
# support = "floor"
# clearance = {back = 0.4}
# [colors]
# paint = [0.184, 0.192, 0.204]
# [materials]
# upholstery = "mesh"
# base = "black plastic"
# [variants.style]
# "mesh" = "mesh"
# "ergonomic" = "mesh"
# "task" = "mesh"
# "executive" = "executive"
# "high backed" = "executive"
# "high back" = "executive"
# "leather" = "executive"
# "armless" = "armless"
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


def pad(size, at, look, edge=None):
    """A stuffed slab with a round rim, underside at `at`; `edge` is how far the rounding reaches inward."""
    w, h, d = size
    r = h / 2
    k = min((edge or r) / r, 0.98 * w / h, 0.98 * d / h)
    x, z = w / 2 / k - r, d / 2 / k - r
    parts = [box((2 * x, h, 2 * z), (0, -r, 0), look)]
    for s in (-1, 1):
        parts += [rod((-x, 0, s * z), (x, 0, s * z), r, look), rod((s * x, 0, -z), (s * x, 0, z), r, look)]
        parts += [ball((r, r, r), (s * x, 0, t * z), look) for t in (-1, 1)]
    return transform_shape(
        concat_shapes(*parts), translation_matrix((at[0], at[1] + r, at[2])) @ scale_matrix((k, 1, k), (0, 0, 0))
    )


def upright_pad(size, at, look, edge=None):
    """A stuffed slab standing on its edge: `size` is width, height, thickness."""
    flat = pad((size[0], size[2], size[1]), (0, -size[2] / 2, 0), look, edge)
    up = translation_matrix((at[0], at[1] + size[1] / 2, at[2]))
    return transform_shape(flat, up @ rotation_matrix(math.pi / 2, (1, 0, 0), (0, 0, 0)))


@register("a twin castor")
def castor(look):
    return concat_shapes(*[rod((s * 0.008, 0.03, 0), (s * 0.026, 0.03, 0), 0.03, look) for s in (-1, 1)])


@register("the five-star foot with its gas lift")
def star_base(radius, height, look, steel):
    parts = [
        rod((0, 0.09, 0), (0, height * 0.6, 0), 0.028, look),
        rod((0, height * 0.5, 0), (0, height, 0), 0.018, steel),
    ]
    for i in range(5):
        angle = 2 * math.pi * i / 5 + math.pi / 2
        x, z = radius * math.cos(angle), radius * math.sin(angle)
        parts.append(rod((0, 0.11, 0), (x, 0.075, z), 0.018, look))
        wheel = transform_shape(library_call("castor", look=look), rotation_matrix(-angle, (0, 1, 0), (0, 0, 0)))
        parts.append(transform_shape(wheel, translation_matrix((x, 0, z))))
    return concat_shapes(*parts)


@register("an armrest on a bent post")
def armrest(look):
    return concat_shapes(
        tube([(-0.06, 0, 0), (0, 0.02, 0), (0, 0.2, 0)], 0.014, look),
        pad((0.07, 0.035, 0.26), (0, 0.19, 0.02), look, edge=0.02),
    )


@register("the back that carries the spine")
def back(width, height, style, cloth, look):
    if style == "executive":
        rolls = [
            upright_pad((width * w, height * 0.36, 0.11), (0, height * f, 0), cloth, edge=0.05)
            for f, w in ((0.0, 0.96), (0.32, 1.0), (0.64, 0.86))
        ]
        return concat_shapes(*rolls)
    rim = [
        (-width * 0.42, 0, 0),
        (-width / 2, height * 0.45, -0.02),
        (-width * 0.44, height, -0.05),
        (width * 0.44, height, -0.05),
        (width / 2, height * 0.45, -0.02),
        (width * 0.42, 0, 0),
        (-width * 0.42, 0, 0),
    ]
    return concat_shapes(
        tube(rim, 0.013, look),
        upright_pad((width * 0.93, height * 0.98, 0.028), (0, 0.01, -0.03), cloth, edge=0.02),
        upright_pad((width * 0.8, 0.14, 0.04), (0, height * 0.18, -0.015), look, edge=0.02),
        rod((0, height * 0.5, -0.055), (0, -0.12, -0.075), 0.022, look),
    )


@register("an office chair on a five-star base with castors")
def office_chair(
    *, width=0.66, depth=0.66, height=1.08, style="mesh", upholstery="mesh", paint=None, base="black plastic"
) -> Shape:
    cloth, shell_look, steel = finish(upholstery, paint), finish(base), finish("steel")
    seat_y, seat_width, seat_depth = 0.42, width * 0.76, depth * 0.74
    arms = style != "armless"
    parts = [
        library_call("star_base", radius=min(width, depth) / 2 - 0.035, height=seat_y, look=shell_look, steel=steel)
    ]
    parts.append(box((0.2, 0.04, 0.26), (0, seat_y - 0.025, 0), shell_look))
    parts.append(pad((seat_width, 0.1, seat_depth), (0, seat_y + 0.01, 0.02), cloth, edge=0.06))
    rear = -seat_depth / 2 + 0.02
    rise = height - seat_y - 0.14
    upright = library_call("back", width=seat_width * 0.94, height=rise, style=style, cloth=cloth, look=shell_look)
    parts.append(
        transform_shape(
            upright, translation_matrix((0, seat_y + 0.14, rear)) @ rotation_matrix(-0.08, (1, 0, 0), (0, 0, 0))
        )
    )
    parts.append(box((0.1, 0.03, 0.16), (0, seat_y - 0.01, rear), shell_look))
    if arms:
        right = transform_shape(
            library_call("armrest", look=shell_look), translation_matrix((width / 2 - 0.04, seat_y + 0.03, 0))
        )
        parts += [right, transform_shape(right, reflection_matrix((0, 0, 0), (1, 0, 0)))]
    return fitted(concat_shapes(*parts), width, height, depth)
