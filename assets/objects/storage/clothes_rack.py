# /// asset
# word = "clothes rack"
# synonyms = [
#     "garment rack", "clothing rack", "clothes rail", "rack of coats",
#     "rack of dresses", "rack of jackets", "open wardrobe", "floor rack", "rolling clothes rack",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# filled = {"empty" = false}
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, pipe, rod


@register("a garment on a hanger")
def garment(length, look, metal):
    return concat_shapes(
        pipe([(0, 0.0, 0), (0, -0.05, 0), (0, -0.09, 0.19)], 0.004, *metal),
        rod((0, -0.05, 0), (0, -0.09, -0.19), 0.004, *metal),
        ellipsoid((0, -0.12, 0), (0.025, 0.06, 0.2), *look),
        block((0, -length, 0), (0.036, length - 0.1, 0.36), *look),
        ellipsoid((0, -0.12 - length * 0.26, 0.2), (0.022, length * 0.28, 0.045), *look),
    )


@register("a caster")
def caster(look):
    return rod((-0.012, 0.03, 0), (0.012, 0.03, 0), 0.03, *look)


@register("a rolling clothes rack with garments on hangers")
def clothes_rack(*, width=1.1, depth=0.48, height=1.65, frame="black metal", paint=None, filled=True) -> Shape:
    metal = finish(frame, paint)
    x = width / 2 - 0.04
    parts = [pipe([(-x, 0.08, 0), (-x, height - 0.02, 0), (x, height - 0.02, 0), (x, 0.08, 0)], 0.016, *metal)]
    parts += [rod((s * x, 0.08, -0.22), (s * x, 0.08, 0.22), 0.016, *metal) for s in (-1, 1)]
    parts += [rod((-x, 0.1, z), (x, 0.1, z), 0.01, *metal) for z in (-0.1, 0.0, 0.1)]
    parts += [place("caster", at=(s * x, 0, t * 0.2), look=finish("rubber")) for s in (-1, 1) for t in (-1, 1)]
    hues = [
        ("white cotton", 0.75),
        ("navy blue cotton", 0.8),
        ("beige linen", 1.0),
        ("dusty pink cotton", 0.72),
        ("black wool", 1.1),
        ("denim", 0.78),
        ("mustard knit", 0.7),
        ("gray wool", 1.05),
        ("cream knit", 0.74),
    ]
    for i, (word, length) in enumerate(hues if filled else ()):
        hung = library_call("garment", length=length, look=finish(word), metal=finish("steel"))
        parts.append(moved(hung, (0.085 * (i - 4), height - 0.035, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
