# /// asset
# word = "changing table"
# synonyms = [
#     "baby changing table", "diaper changing table", "changing station", "nappy changing table", "changing dresser",
# ]
# phrase = "a baby changing table with a raised rim, a soft mat and shelves"
# category = "tables"
# support = "floor"
# clearance = {front = 0.7}
# [colors]
# paint = [0.937, 0.925, 0.894]
# mat_color = [0.663, 0.847, 0.741]
# [materials]
# frame = "white wood"
# mat = "mint green cotton"
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


@register("the soft mat with raised sides")
def mat(width, depth, look):
    parts = [pad((width, 0.05, depth), (0, 0, 0), look, edge=0.02)]
    parts += [pad((width, 0.07, 0.08), (0, 0.02, s * (depth / 2 - 0.04)), look, edge=0.03) for s in (-1, 1)]
    parts.append(pad((0.14, 0.05, depth * 0.6), (-width * 0.38, 0.05, 0), ((0.97, 0.97, 0.95), look[1]), edge=0.04))
    return concat_shapes(*parts)


@register("a stack of folded nappies")
def nappies(look):
    return concat_shapes(*[pad((0.2, 0.04, 0.16), (0, 0.04 * i, 0), look, edge=0.02) for i in range(4)])


@register("a storage basket")
def basket(look):
    return concat_shapes(box((0.3, 0.17, 0.32), (0, 0, 0), look), box((0.32, 0.025, 0.34), (0, 0.15, 0), look))


@register("a baby changing table with a raised rim, a soft mat and shelves")
def changing_table(
    *, width=0.9, depth=0.52, height=1.0, frame="white wood", paint=None, mat="mint green cotton", mat_color=None
) -> Shape:
    wood, cloth = finish(frame, paint), finish(mat, mat_color)
    x, z = width / 2 - 0.02, depth / 2 - 0.02
    parts = [box((0.04, 0.98, 0.04), (s * x, 0, t * z), wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [box((width - 0.02, 0.02, depth - 0.02), (0, y, 0), wood) for y in (0.12, 0.47, 0.86)]
    parts += [box((0.02, 0.14, depth), (s * (x + 0.01), 0.86, 0), wood) for s in (-1, 1)]
    parts.append(box((width, 0.14, 0.02), (0, 0.86, -z - 0.01), wood))
    parts.append(box((width, 0.05, 0.02), (0, 0.86, z + 0.01), wood))
    parts.append(box((width, 0.05, 0.02), (0, 0.12, -z), wood))
    parts.append(place("mat", at=(0, 0.88, 0), width=width - 0.08, depth=depth - 0.08, look=cloth))
    parts += [place("nappies", at=(px, 0.49, 0.02), look=finish("white cotton")) for px in (-0.26, 0.0)]
    parts.append(place("basket", at=(0.25, 0.49, 0), look=finish("wicker")))
    parts += [place("basket", at=(px, 0.14, 0), look=finish("wicker")) for px in (-0.22, 0.22)]
    return fitted(concat_shapes(*parts), width, height, depth)
