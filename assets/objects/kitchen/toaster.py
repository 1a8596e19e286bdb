# /// asset
# word = "toaster"
# synonyms = ["bread toaster", "two-slice toaster", "retro toaster"]
# phrase = "a two-slot toaster with toast popping up"
# category = "kitchen"
# support = "surface"
# [colors]
# paint = [0.843, 0.855, 0.863]
# [materials]
# body = "chrome"
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


@register("a slice of toast")
def toast(look):
    crust = finish("brown cork")
    return concat_shapes(
        box((0.098, 0.09, 0.014), (0, 0, 0), look),
        box((0.108, 0.094, 0.01), (0, 0, 0), crust),
        ball((0.034, 0.018, 0.007), (-0.025, 0.09, 0), crust),
        ball((0.034, 0.018, 0.007), (0.025, 0.09, 0), crust),
    )


@register("the lever")
def lever(look):
    return concat_shapes(
        box((0.006, 0.1, 0.014), (0, 0, 0), finish("black plastic")),
        pad((0.03, 0.016, 0.04), (0.014, 0.07, 0), look, edge=0.008),
    )


@register("a two-slot toaster with toast popping up")
def toaster(*, width=0.31, depth=0.18, height=0.23, body="chrome", paint=None) -> Shape:
    look, black = finish(body, paint), finish("black plastic")
    w, d = 0.27, 0.17
    parts = [pad((w, 0.16, d), (0, 0.015, 0), look, edge=0.05), box((w - 0.03, 0.03, d - 0.01), (0, 0, 0), black)]
    parts += [box((0.008, 0.12, d - 0.05), (s * (w / 2 - 0.002), 0.03, 0), black) for s in (-1, 1)]
    parts += [box((0.17, 0.004, 0.026), (0, 0.173, t * 0.036), black) for t in (-1, 1)]
    parts += [place("toast", at=(0, 0.115, t * 0.036), look=finish("golden oak")) for t in (-1, 1)]
    parts.append(transform_shape(library_call("lever", look=black), translation_matrix((w / 2, 0.05, 0))))
    parts.append(rod((w / 2, 0.045, 0.05), (w / 2 + 0.014, 0.045, 0.05), 0.015, finish("steel")))
    return fitted(concat_shapes(*parts), width, height, depth)
