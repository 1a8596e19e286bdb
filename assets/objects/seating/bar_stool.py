# /// asset
# word = "bar stool"
# synonyms = [
#     "barstool", "counter stool", "high stool", "kitchen stool", "breakfast bar stool", "bar chair",
#     "high chair at the bar", "high-backed stool", "pub stool",
# ]
# phrase = "a high bar stool with a low back and a footrest"
# category = "seating"
# support = "floor"
# clearance = {front = 0.3}
# [colors]
# seat_color = [0.373, 0.22, 0.133]
# paint = [0.149, 0.153, 0.165]
# [materials]
# seat = "brown leather"
# frame = "black metal"
# [variants]
# back = {"high backed" = true, "with back" = true, "backless" = false}
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


@register("a slim splayed leg")
def leg(foot, top, look):
    return rod(foot, top, 0.012, look)


@register("the padded seat, a little domed")
def seat(size, look):
    return concat_shapes(
        pad((size, 0.062, size), (0, 0, 0), look, edge=0.034),
        ball((size * 0.485, 0.022, size * 0.485), (0, 0.048, 0), look),
    )


@register("a curved low back")
def backrest(width, height, look, frame):
    parts = [rod((s * width * 0.36, -0.05, 0), (s * width * 0.4, height * 0.7, -0.015), 0.01, frame) for s in (-1, 1)]
    parts.append(upright_pad((width * 0.62, height * 0.62, 0.05), (0, height * 0.38, -0.03), look, edge=0.03))
    for s in (-1, 1):
        wing = upright_pad((width * 0.34, height * 0.62, 0.05), (0, 0, 0), look, edge=0.03)
        turn = rotation_matrix(-s * 0.6, (0, 1, 0), (0, 0, 0))
        parts.append(transform_shape(wing, translation_matrix((s * width * 0.4, height * 0.38, 0.01)) @ turn))
    return concat_shapes(*parts)


@register("a high bar stool with a low back and a footrest")
def bar_stool(
    *,
    width=0.44,
    depth=0.46,
    height=0.98,
    back=True,
    seat="brown leather",
    seat_color=None,
    frame="black metal",
    paint=None,
) -> Shape:
    hide, metal = finish(seat, seat_color), finish(frame, paint)
    top = height * 0.715 if back else height - 0.07
    corners = [(s, t) for s in (-1, 1) for t in (-1, 1)]
    parts = [
        library_call("leg", foot=(0.2 * s, 0, 0.19 * t), top=(0.15 * s, top, 0.13 * t), look=metal) for s, t in corners
    ]
    y, r, w = 0.25, 0.17, 0.182
    parts.append(tube([(-w, y, -r), (w, y, -r), (w, y, r), (-w, y, r), (-w, y, -r)], 0.011, metal))
    parts.append(box((0.3, 0.02, 0.3), (0, top - 0.01, 0), metal))
    parts.append(place("seat", at=(0, top, 0), size=0.38, look=hide))
    if back:
        rest = library_call("backrest", width=0.4, height=height - top - 0.05, look=hide, frame=metal)
        parts.append(transform_shape(rest, translation_matrix((0, top + 0.05, -0.16))))
    return fitted(concat_shapes(*parts), width, height, depth)
