# /// asset
# word = "sculpture"
# synonyms = [
#     "statue", "figurine", "statuette", "decorative item", "ornament", "art object", "bronze statue",
#     "decorative object", "knickknack", "knick-knack",
# ]
# stands_for = ["abstract sculpture", "totem"]
# category = "decor"
# support = "surface"
# colors = ["patina"]
# materials = ["metal", "plinth"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, moved, rod


def limb(start, end, thick, look):
    """A rounded limb, tapering toward its end."""
    middle = tuple((a + b) / 2 for a, b in zip(start, end, strict=True))
    return concat_shapes(
        rod(start, middle, thick, *look),
        rod(middle, end, thick * 0.78, *look),
        ellipsoid(start, (thick,) * 3, *look),
        ellipsoid(middle, (thick,) * 3, *look),
        ellipsoid(end, (thick * 0.78,) * 3, *look),
    )


@register("the dancer: one arm raised, one leg back")
def dancer(*, height, look):
    h = height
    skirt = [
        ellipsoid((0, h * 0.47 - 0.008 * i * h, 0), (h * (0.06 + 0.018 * i), h * 0.02, h * (0.06 + 0.018 * i)), *look)
        for i in range(7)
    ]
    return concat_shapes(
        limb((0, h * 0.47, 0), (0.005 * h, h * 0.25, 0.01 * h), h * 0.032, look),
        limb((0.005 * h, h * 0.25, 0.01 * h), (0, h * 0.02, 0), h * 0.023, look),
        ellipsoid((0.02 * h, h * 0.012, 0), (h * 0.05, h * 0.014, h * 0.022), *look),
        limb((0, h * 0.46, 0), (-h * 0.16, h * 0.36, 0), h * 0.03, look),
        limb((-h * 0.16, h * 0.36, 0), (-h * 0.31, h * 0.42, 0), h * 0.02, look),
        ellipsoid((-h * 0.34, h * 0.44, 0), (h * 0.035, h * 0.014, h * 0.016), *look),
        *skirt,
        ellipsoid((0.005 * h, h * 0.52, 0), (h * 0.05, h * 0.07, h * 0.042), *look),
        ellipsoid((0.02 * h, h * 0.63, 0), (h * 0.058, h * 0.085, h * 0.045), *look),
        rod((0.03 * h, h * 0.69, 0), (0.04 * h, h * 0.76, 0), h * 0.02, *look),
        ellipsoid((0.05 * h, h * 0.8, 0), (h * 0.042, h * 0.052, h * 0.042), *look),
        ellipsoid((0.015 * h, h * 0.84, 0), (h * 0.026, h * 0.026, h * 0.026), *look),
        limb((0.03 * h, h * 0.69, h * 0.045), (0.1 * h, h * 0.84, h * 0.06), h * 0.018, look),
        limb((0.1 * h, h * 0.84, h * 0.06), (0.07 * h, h * 0.985, h * 0.02), h * 0.014, look),
        limb((0.02 * h, h * 0.69, -h * 0.045), (0.13 * h, h * 0.63, -h * 0.1), h * 0.018, look),
        limb((0.13 * h, h * 0.63, -h * 0.1), (0.27 * h, h * 0.69, -h * 0.08), h * 0.014, look),
    )


@register("the stone plinth")
def plinth_block(*, width, height, depth, plinth):
    return concat_shapes(
        box((0, height * 0.2, 0), (width, height * 0.4, depth), *surface(plinth)),
        box((0, height * 0.7, 0), (width * 0.86, height * 0.6, depth * 0.86), *surface(plinth)),
    )


@register("a bronze figure of a dancer on a stone plinth")
def sculpture(*, width=0.22, height=0.38, depth=0.12, patina=None, metal="bronze", plinth="black marble"):
    look, base = finish(metal, patina), height * 0.13
    figure = library_call("dancer", height=height - base, look=look)
    low, high = compute_shape_min(figure), compute_shape_max(figure)
    fit = scale_matrix((width / (high[0] - low[0]), (height - base) / high[1], 1), (0, 0, 0)) @ translation_matrix(
        (-(low[0] + high[0]) / 2, 0, 0)
    )
    stand = library_call("plinth_block", width=width * 0.56, height=base, depth=depth, plinth=plinth)
    foot = -(low[0] + high[0]) / 2 * width / (high[0] - low[0])
    return concat_shapes(
        moved(stand, (foot * 0.9, 0, 0)),
        transform_shape(figure, translation_matrix((0, base, 0)) @ fit),
    )
