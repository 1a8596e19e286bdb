# /// asset
# word = "folding chair"
# synonyms = ["event chair"]
# stands_for = ["banquet chair"]
# phrase = "a folding chair on crossed metal legs"
# category = "seating"
# support = "floor"
# clearance = {front = 0.3}
# [colors]
# paint = [0.522, 0.529, 0.537]
# frame_color = [0.706, 0.718, 0.729]
# [materials]
# seat = "gray plastic"
# frame = "steel"
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


@register("the long pair of legs that carries the back")
def back_frame(width, look):
    x = width / 2
    return tube(
        [
            (-x, 0.012, 0.24),
            (-x, 0.8, -0.2),
            (-x + 0.04, 0.84, -0.22),
            (x - 0.04, 0.84, -0.22),
            (x, 0.8, -0.2),
            (x, 0.012, 0.24),
        ],
        0.012,
        look,
    )


@register("the short pair of legs that carries the seat")
def seat_frame(width, look):
    x = width / 2 - 0.028
    return tube([(-x, 0.44, 0.2), (-x, 0.012, -0.24), (x, 0.012, -0.24), (x, 0.44, 0.2)], 0.012, look)


@register("the seat panel")
def seat(width, depth, look):
    return pad((width, 0.03, depth), (0, 0, 0), look, edge=0.03)


@register("the curved back panel")
def back(width, look):
    return upright_pad((width, 0.18, 0.03), (0, 0, 0), look, edge=0.03)


@register("a folding chair on crossed metal legs")
def folding_chair(
    *, width=0.46, depth=0.5, height=0.84, seat="gray plastic", paint=None, frame="steel", frame_color=None
) -> Shape:
    panel, metal = finish(seat, paint), finish(frame, frame_color)
    parts = [library_call("back_frame", width=0.44, look=metal), library_call("seat_frame", width=0.44, look=metal)]
    parts.append(place("seat", at=(0, 0.43, 0.02), width=0.39, depth=0.4, look=panel))
    upright = library_call("back", width=0.41, look=panel)
    parts.append(
        transform_shape(upright, translation_matrix((0, 0.63, -0.115)) @ rotation_matrix(-0.5, (1, 0, 0), (0, 0, 0)))
    )
    parts.append(rod((-0.22, 0.2, 0.14), (0.22, 0.2, 0.14), 0.009, metal))
    parts += [rod((s * 0.2, 0.41, -0.05), (s * 0.2, 0.41, 0.19), 0.01, metal) for s in (-1, 1)]
    parts += [ball((0.018, 0.012, 0.018), (s * 0.22, 0.012, 0.24), finish("rubber")) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
