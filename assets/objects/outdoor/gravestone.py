# /// asset
# word = "gravestone"
# synonyms = ["tombstone", "headstone", "grave marker", "grave", "tomb stone", "grave stone"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# materials = ["stone"]
# [variants]
# top = {"cross" = "cross", "celtic" = "cross"}
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, ellipsoid, finish, fitted, rod


@register("the stone with its inscription")
def stone_part(*, look, top):
    dark = (darker(look[0], 0.55), look[1])
    parts = [
        block((0, 0.14, 0), (0.56, 0.5, 0.14), *look),
    ]
    if top == "cross":
        parts += [block((0, 0.64, 0), (0.14, 0.46, 0.12), *look), box((0, 0.9, 0), (0.44, 0.13, 0.12), *look)]
    else:
        parts.append(rod((0, 0.64, -0.07), (0, 0.64, 0.07), 0.28, *look))
        parts.append(box((0, 0.77, 0.072), (0.026, 0.17, 0.01), *dark))
        parts.append(box((0, 0.795, 0.072), (0.1, 0.026, 0.0101), *dark))
    # R I P, then the lines of the name
    letters = [(-0.1, 0.6, 0.014, 0.09), (-0.068, 0.637, 0.05, 0.014), (-0.068, 0.598, 0.05, 0.014), (-0.05, 0.617, 0.014, 0.045),
               (-0.055, 0.573, 0.014, 0.04), (0.0, 0.6, 0.014, 0.09), (0.06, 0.6, 0.014, 0.09), (0.085, 0.637, 0.05, 0.014),
               (0.085, 0.598, 0.05, 0.014), (0.105, 0.617, 0.014, 0.045)]  # fmt: skip
    parts += [box((x, y, 0.071), (w, h, 0.006), *dark) for x, y, w, h in letters]
    parts += [box((0, 0.47 - 0.07 * i, 0.071), (0.36 - 0.07 * (i % 2), 0.018, 0.006), *dark) for i in range(3)]
    return concat_shapes(*parts)


@register("the foot with moss and grass")
def foot(*, look):
    green = (0.33, 0.45, 0.2)
    tufts = [
        ellipsoid((x, 0.012, z), (0.6 * r + 0.03, 0.4 * r, 0.05), darker(green, 0.85 + 0.1 * (i % 3)))
        for i, (x, z, r) in enumerate(
            ((-0.34, 0.16, 0.08), (0.33, 0.14, 0.06), (-0.2, 0.2, 0.05), (0.22, 0.2, 0.05), (0.36, -0.08, 0.07))
        )
    ]
    return concat_shapes(
        block((0, 0, 0), (0.72, 0.1, 0.32), darker(look[0], 0.8), look[1]),
        block((0, 0.1, 0), (0.64, 0.04, 0.22), darker(look[0], 0.9), look[1]),
        ellipsoid((-0.2, 0.15, 0.075), (0.07, 0.02, 0.02), darker(green, 0.9)),
        *tufts,
    )


@register("a gravestone with a round top and an inscription")
def gravestone(*, width=0.76, height=0.92, depth=0.42, stone="stone", paint=None, top="round"):
    look = finish(stone, paint)
    return fitted(
        concat_shapes(library_call("stone_part", look=look, top=top), library_call("foot", look=look)),
        width,
        height,
        depth,
    )
