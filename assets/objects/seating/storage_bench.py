# /// asset
# word = "storage bench"
# synonyms = [
#     "window seat", "shoe bench", "upholstered bench", "cushioned bench", "hall bench with storage",
#     "blanket bench", "mudroom bench",
# ]
# phrase = "a storage bench with open cubbies under a cushioned top"
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# [colors]
# cushion_color = [0.522, 0.529, 0.537]
# paint = [0.937, 0.925, 0.894]
# [materials]
# cushion = "gray fabric"
# body = "white wood"
# basket = "wicker"
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


@register("a basket in a cubby")
def basket(width, height, depth, look):
    dark = tuple(0.55 * c for c in look[0]), look[1]
    bands = [box((width, height / 5 - 0.006, depth), (0, height / 5 * i, 0), look) for i in range(5)]
    return concat_shapes(
        box((width - 0.012, height - 0.01, depth - 0.012), (0, 0, 0), dark),
        *bands,
        box((0.09, 0.02, 0.004), (0, height * 0.68, depth / 2), dark),
    )


@register("the long cushion on top")
def cushion(width, depth, look):
    return pad((width, 0.08, depth), (0, 0, 0), look, edge=0.04)


@register("a storage bench with open cubbies under a cushioned top")
def storage_bench(
    *,
    width=1.1,
    depth=0.4,
    height=0.5,
    cushion="gray fabric",
    cushion_color=None,
    body="white wood",
    paint=None,
    basket="wicker",
) -> Shape:
    wood, cloth, cane = finish(body, paint), finish(cushion, cushion_color), finish(basket)
    board, top = 0.022, height - 0.08
    cell = (width - board) / 3
    parts = [
        box((width, board, depth), (0, top - board, 0), wood),
        box((width, board, depth), (0, 0.05, 0), wood),
        box((width - 0.04, 0.05, depth - 0.06), (0, 0, -0.01), wood),
        box((width - 0.01, top - 0.07, 0.01), (0, 0.06, -depth / 2 + 0.01), wood),
    ]
    parts += [box((board, top - 0.06, depth), (-width / 2 + board / 2 + cell * i, 0.05, 0), wood) for i in range(4)]
    parts += [
        place(
            "basket",
            at=(cell * (i - 1), 0.05 + board, 0.005),
            width=cell - 0.06,
            height=top - 0.15,
            depth=depth - 0.05,
            look=cane,
        )
        for i in range(3)
    ]
    parts.append(place("cushion", at=(0, top, 0), width=width, depth=depth, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
