# /// asset
# word = "apron"
# synonyms = ["kitchen apron", "leather apron", "work apron", "hanging apron", "chef apron", "bib apron"]
# category = "textiles"
# support = "wall"
# colors = ["paint"]
# materials = ["cloth"]
# [variants]
# cloth = {"leather" = "brown leather", "work" = "canvas"}
# ///
from scene.language import *
from scene.language.modelling import beam, box, darker, ellipsoid, finish, fitted, pipe, rod


@register("the hook on the wall")
def peg():
    steel = finish("steel")
    return concat_shapes(
        box((0, 0.985, -0.045), (0.04, 0.07, 0.008), *steel),
        pipe([(0, 0.975, -0.045), (0, 0.965, 0.02), (0, 0.985, 0.032)], 0.006, *steel),
    )


@register("the bib, the skirt and its folds")
def cloth_part(*, look):
    dark = (darker(look[0], 0.86), look[1])
    parts = [box((0, 0.62, 0), (0.29, 0.26, 0.014), *look)]
    for i in range(40):
        y = 0.49 - 0.006 * i
        parts.append(box((0, y - 0.003, 0), (0.29 + 0.25 * min(1.0, (i + 0.5) / 22) ** 1.6, 0.007, 0.014), *look))
    parts.append(box((0, 0.135, 0), (0.54, 0.27, 0.014), *look))
    for i in range(7):
        x = (i - 3) * 0.082
        parts.append(ellipsoid((x, 0.2, 0.004), (0.017, 0.2 - 0.012 * (i % 2), 0.014), *look))
    parts.append(box((0, 0.012, 0), (0.545, 0.024, 0.018), *dark))
    parts.append(box((0, 0.742, 0), (0.295, 0.02, 0.018), *dark))
    return concat_shapes(*parts)


@register("the neck strap")
def straps(*, look):
    dark = (darker(look[0], 0.7), look[1])
    neck = [beam((s * 0.13, 0.745, 0), (s * 0.012, 0.972, 0.012), (0.02, 0.006), *dark) for s in (-1, 1)]
    loop_top = rod((-0.013, 0.972, 0.012), (0.013, 0.972, 0.012), 0.01, *dark)
    return concat_shapes(*neck, loop_top)


@register("the front pocket")
def pocket(*, look):
    dark = (darker(look[0], 0.8), look[1])
    return concat_shapes(
        box((0, 0.31, 0.012), (0.26, 0.15, 0.016), *dark),
        box((0, 0.382, 0.015), (0.265, 0.016, 0.018), darker(look[0], 0.62), look[1]),
        box((0, 0.31, 0.018), (0.005, 0.15, 0.01), darker(look[0], 0.62), look[1]),
    )


@register("an apron that hangs from a hook")
def apron(*, width=0.56, height=1.0, depth=0.09, cloth="denim", paint=None):
    look = finish(cloth, paint)
    whole = concat_shapes(
        library_call("peg"),
        library_call("cloth_part", look=look),
        library_call("straps", look=look),
        library_call("pocket", look=look),
    )
    return fitted(whole, width, height, depth)
