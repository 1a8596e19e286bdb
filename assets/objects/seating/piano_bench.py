# /// asset
# word = "piano bench"
# synonyms = ["piano stool", "keyboard bench", "music bench", "organ bench"]
# phrase = "a padded piano bench with side knobs"
# category = "seating"
# support = "floor"
# [colors]
# paint = [0.129, 0.122, 0.122]
# frame_color = [0.145, 0.133, 0.125]
# [materials]
# upholstery = "black leather"
# frame = "black wood"
# ///
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


@register("a square tapered leg with a spade foot")
def leg(height, look):
    return concat_shapes(
        box((0.05, height * 0.3, 0.05), (0, height * 0.7, 0), look),
        box((0.036, height * 0.7, 0.036), (0, 0.02, 0), look),
        box((0.046, 0.05, 0.046), (0, 0, 0), look),
    )


@register("the tufted seat")
def seat(width, depth, look):
    shade = tuple(0.5 * c + 0.25 for c in look[0]), look[1]
    buttons = [(x, z) for x in (-0.36, -0.12, 0.12, 0.36) for z in (-0.22, 0.22)]
    return concat_shapes(
        pad((width, 0.08, depth), (0, 0, 0), look, edge=0.04),
        *[ball((0.011, 0.006, 0.011), (x * width, 0.08, z * depth), shade) for x, z in buttons],
    )


@register("a knob that sets the height")
def knob(look):
    return concat_shapes(rod((0, 0, 0), (0.03, 0, 0), 0.03, look), rod((-0.02, 0, 0), (0, 0, 0), 0.012, look))


@register("a padded piano bench with side knobs")
def piano_bench(
    *, width=0.76, depth=0.36, height=0.5, upholstery="black leather", paint=None, frame="black wood", frame_color=None
) -> Shape:
    hide, wood = finish(upholstery, paint), finish(frame, frame_color)
    w, d, top = 0.68, depth, height - 0.08
    parts = [
        place("leg", at=(s * (w / 2 - 0.03), 0, t * (d / 2 - 0.03)), height=top - 0.02, look=wood)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(box((w - 0.02, 0.08, d - 0.02), (0, top - 0.09, 0), wood))
    parts.append(box((w, 0.02, d), (0, top - 0.015, 0), wood))
    parts.append(place("seat", at=(0, top, 0), width=w - 0.01, depth=d - 0.01, look=hide))
    right = transform_shape(library_call("knob", look=finish("brass")), translation_matrix((w / 2, top - 0.05, 0)))
    parts += [right, transform_shape(right, reflection_matrix((0, 0, 0), (1, 0, 0)))]
    return fitted(concat_shapes(*parts), width, height, depth)
