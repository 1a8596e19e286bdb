# /// asset
# word = "bench"
# synonyms = [
#     "dining bench", "entryway bench", "bedroom bench", "plank bench", "hallway bench", "waiting bench",
#     "altar bench", "locker room bench", "meditation bench", "piano stool bench",
# ]
# phrase = "a simple plank bench without a back"
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# [colors]
# paint = [0.725, 0.553, 0.345]
# cushion_color = [0.961, 0.961, 0.863]
# [materials]
# frame = "oak"
# cushion = "beige linen"
# [variants.padded]
# "upholstered" = true
# "padded" = true
# "cushioned" = true
# "cushion" = true
# "leather" = true
# "velvet" = true
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


@register("a slab leg at one end")
def leg(height, depth, look):
    return concat_shapes(
        *[box((0.05, height, 0.06), (0, 0, s * (depth / 2 - 0.03)), look) for s in (-1, 1)],
        box((0.04, 0.06, depth - 0.08), (0, height - 0.07, 0), look),
    )


@register("a seat of planks")
def seat(width, depth, look):
    plank = depth / 3
    return concat_shapes(*[box((width, 0.04, plank - 0.008), (0, 0, plank * (i - 1)), look) for i in range(3)])


@register("a long seat cushion")
def cushion(width, depth, look):
    return pad((width, 0.07, depth), (0, 0, 0), look, edge=0.035)


@register("a simple plank bench without a back")
def bench(
    *,
    width=1.2,
    depth=0.38,
    height=0.45,
    padded=False,
    frame="oak",
    paint=None,
    cushion="beige linen",
    cushion_color=None,
) -> Shape:
    wood = finish(frame, paint)
    padded = padded or cushion != "beige linen" or cushion_color is not None
    top = height - (0.1 if padded else 0.04)
    parts = [
        place("leg", at=(s * (width / 2 - 0.14), 0, 0), height=top, depth=depth - 0.04, look=wood) for s in (-1, 1)
    ]
    parts.append(box((width - 0.28, 0.06, 0.035), (0, top * 0.3, 0), wood))
    parts += [box((0.04, 0.06, depth - 0.12), (s * (width / 2 - 0.14), top * 0.3, 0), wood) for s in (-1, 1)]
    parts.append(place("seat", at=(0, top, 0), width=width, depth=depth, look=wood))
    if padded:
        cloth = finish(cushion, cushion_color)
        parts.append(place("cushion", at=(0, top + 0.035, 0), width=width - 0.02, depth=depth - 0.02, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
