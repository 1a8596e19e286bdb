# /// asset
# word = "futon"
# synonyms = [
#     "sofa bed", "futon sofa", "sleeper sofa", "pull-out couch", "convertible sofa", "convertible sofa bed",
#     "futon couch",
# ]
# phrase = "a futon sofa bed: a folded mattress on a wooden slatted frame"
# category = "beds"
# support = "floor"
# clearance = {front = 0.8}
# [colors]
# paint = [0.961, 0.961, 0.863]
# frame_color = [0.847, 0.698, 0.478]
# [materials]
# upholstery = "beige cotton"
# frame = "pine"
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


@register("a slatted arm")
def arm(depth, height, look):
    bars = [box((0.03, height - 0.1, 0.03), (0, 0.05, depth * (i - 2) / 5.5), look) for i in range(5)]
    return concat_shapes(
        *bars,
        box((0.09, 0.03, depth), (0, height - 0.03, 0), look),
        box((0.045, 0.05, depth - 0.04), (0, 0.2, 0), look),
        *[box((0.05, height - 0.03, 0.06), (0, 0, s * (depth / 2 - 0.05)), look) for s in (-1, 1)],
    )


@register("half of the mattress")
def mattress(width, depth, look):
    dark = tuple(0.75 * c for c in look[0]), look[1]
    tufts = [
        ball((0.014, 0.006, 0.014), (width * x, 0.168, depth * z), dark)
        for x in (-0.36, -0.12, 0.12, 0.36)
        for z in (-0.2, 0.22)
    ]
    return concat_shapes(pad((width, 0.17, depth), (0, 0, 0), look, edge=0.05), *tufts)


@register("a futon sofa bed: a folded mattress on a wooden slatted frame")
def futon(
    *, width=2.0, depth=0.95, height=0.85, upholstery="beige cotton", paint=None, frame="pine", frame_color=None
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(frame, frame_color)
    inner = width - 0.2
    parts = [place("arm", at=(s * (width / 2 - 0.045), 0, 0.02), depth=0.86, height=0.6, look=wood) for s in (-1, 1)]
    parts += [box((inner + 0.04, 0.06, 0.03), (0, 0.22, z), wood) for z in (0.36, -0.25)]
    parts += [box((0.06, 0.02, 0.66), (inner * (i - 4.5) / 10, 0.27, 0.05), wood) for i in range(10)]
    parts.append(
        transform_shape(
            library_call("mattress", width=inner, depth=0.72, look=cloth), translation_matrix((0, 0.29, 0.06))
        )
    )
    upright = library_call("mattress", width=inner, depth=0.62, look=cloth)
    lean = (
        translation_matrix((0, 0.36, -0.3))
        @ rotation_matrix(math.pi / 2 - 0.25, (1, 0, 0), (0, 0, 0))
        @ translation_matrix((0, 0, -0.25))
    )
    parts.append(transform_shape(upright, lean))
    return fitted(concat_shapes(*parts), width, height, depth)
