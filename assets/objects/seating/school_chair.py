# /// asset
# word = "school chair"
# synonyms = [
#     "classroom chair", "student chair", "shell chair", "molded chair", "stacking chair", "cafeteria chair",
#     "waiting room chair", "stackable chair",
# ]
# phrase = "a plastic school chair on bent steel tubes"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.184, 0.392, 0.678]
# [materials]
# seat = "blue plastic"
# frame = "chrome"
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


@register("the bent tube of one side")
def side_frame(x, look):
    return tube(
        [(x, 0.012, 0.22), (x, 0.4, 0.17), (x, 0.425, 0.13), (x, 0.425, -0.12), (x, 0.4, -0.15), (x, 0.012, -0.23)],
        0.012,
        look,
    )


@register("the moulded seat")
def seat(width, depth, look):
    front = pad((width, 0.03, 0.12), (0, -0.014, depth / 2 - 0.05), look, edge=0.05)
    return concat_shapes(pad((width, 0.03, depth), (0, 0, 0), look, edge=0.05), front)


@register("the moulded back with a hand hole")
def back(width, height, look):
    dark = tuple(0.35 * c for c in look[0]), look[1]
    return concat_shapes(
        upright_pad((width, height, 0.028), (0, 0, 0), look, edge=0.06),
        upright_pad((width * 0.34, 0.035, 0.03), (0, height * 0.76, 0), dark, edge=0.015),
    )


@register("a plastic school chair on bent steel tubes")
def school_chair(*, width=0.44, depth=0.5, height=0.8, seat="blue plastic", paint=None, frame="chrome") -> Shape:
    plastic, metal = finish(seat, paint), finish(frame)
    parts = [library_call("side_frame", x=s * 0.19, look=metal) for s in (-1, 1)]
    parts += [rod((-0.19, 0.425, z), (0.19, 0.425, z), 0.01, metal) for z in (0.1, -0.1)]
    parts.append(place("seat", at=(0, 0.43, 0.01), width=0.42, depth=0.4, look=plastic))
    upright = library_call("back", width=0.4, height=0.34, look=plastic)
    parts.append(
        transform_shape(upright, translation_matrix((0, 0.47, -0.2)) @ rotation_matrix(-0.16, (1, 0, 0), (0, 0, 0)))
    )
    parts += [
        tube([(s * 0.1, 0.43, -0.1), (s * 0.1, 0.44, -0.19), (s * 0.1, 0.6, -0.245)], 0.012, metal) for s in (-1, 1)
    ]
    parts += [
        rod((s * 0.19, 0, z), (s * 0.19, 0.03, z), 0.017, finish("rubber")) for s in (-1, 1) for z in (0.22, -0.23)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
