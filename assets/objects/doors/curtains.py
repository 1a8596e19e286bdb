# /// asset
# word = "curtains"
# synonyms = [
#     "curtain", "drapes", "window curtains", "drape", "window drapes", "drapery", "sheer curtains",
#     "blackout curtains",
# ]
# category = "doors"
# support = "wall"
# colors = ["paint"]
# materials = ["cloth", "rail"]
# [variants]
# closed = {"closed" = true, "drawn" = true}
# ///
from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, finish, fitted, mirrored, moved, rod


@register("one curtain, gathered and tied")
def curtain(width, height, closed, look, tie):
    n = 9
    pale = tuple(min(1.0, 0.82 * c + 0.14) for c in look[0]), look[1]
    parts = []
    waist = height * 0.42
    for i in range(n):
        f = i / (n - 1)
        thick = width / n * 0.62
        shade = look if i % 2 else pale
        z = 0.012 if i % 2 else -0.012
        top = (width * f, height - 0.001 * (i % 2), z)
        if closed:
            parts.append(rod(top, (width * f, 0.001 * (i % 2), z), thick, *shade))
        else:
            middle, foot = (width * 0.4 * f, waist, z), (width * 0.62 * f, 0.0, z)
            parts += [rod(top, middle, thick, *shade), rod(middle, foot, thick * 0.9, *shade)]
    if not closed:
        parts.append(ellipsoid((width * 0.2, waist, 0), (width * 0.28, 0.03, 0.055), *tie))
    return concat_shapes(*parts)


@register("the rod with its finials")
def rail_rod(width, look):
    return concat_shapes(
        rod((-width / 2 + 0.04, 0, 0), (width / 2 - 0.04, 0, 0), 0.014, *look),
        *[ball((s * (width / 2 - 0.03), 0, 0), 0.032, *look) for s in (-1, 1)],
    )


@register("a pair of curtains tied back under a rod with finials")
def curtains(
    *, width=1.8, depth=0.14, height=2.3, closed=False, cloth="dusty blue linen", paint=None, rail="brass"
) -> Shape:
    look, metal = finish(cloth, paint), finish(rail)
    tie = darker(look[0], 0.65), look[1]
    half = width / 2 - 0.1
    left = library_call(
        "curtain", width=half if closed else half * 0.86, height=height - 0.05, closed=closed, look=look, tie=tie
    )
    left = moved(left, (-width / 2 + 0.1, 0, 0))
    parts = [
        left,
        moved(mirrored(left), (0, 0.0005, 0)),
        moved(library_call("rail_rod", width=width, look=metal), (0, height - 0.03, 0)),
    ]
    parts += [
        rod((s * (width / 2 - 0.09), height - 0.03, -0.07), (s * (width / 2 - 0.09), height - 0.03, 0), 0.01, *metal)
        for s in (-1, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
