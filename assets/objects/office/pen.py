# /// asset
# word = "pen"
# synonyms = ["ink pen", "fountain pen", "ballpoint pen", "silver pen"]
# stands_for = ["pen set", "marker", "felt tip pen", "stylus pen", "highlighter", "marker pen"]
# category = "office"
# support = "surface"
# colors = ["barrel"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod, stretched


@register("the pen: barrel, grip and nib")
def fountain_pen(*, length, radius, barrel, metal):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        rod((-length * 0.42, radius, 0), (length * 0.12, radius, 0), radius * 0.98, barrel, gloss),
        ellipsoid((-length * 0.42, radius, 0), (length * 0.08, radius * 0.98, radius * 0.98), barrel, gloss),
        rod((length * 0.12, radius, 0), (length * 0.15, radius, 0), radius, *surface(metal)),
        rod((length * 0.15, radius, 0), (length * 0.34, radius, 0), radius * 0.74, (0.08, 0.08, 0.09), gloss),
        moved(
            stretched(cone((0, 0, 0), (length * 0.17, 0, 0), radius * 0.7, *surface(metal)), (1, 0.45, 1)),
            (length * 0.33, radius, 0),
        ),
        box((length * 0.42, radius * 1.15, 0), (length * 0.1, 0.0004, 0.0006), (0.1, 0.08, 0.05)),
    )


@register("the cap with its clip")
def cap(*, length, radius, barrel, metal):
    gloss = {"roughness": 0.15}
    return concat_shapes(
        rod((-length * 0.42, radius, 0), (length * 0.5, radius, 0), radius, barrel, gloss),
        ellipsoid((-length * 0.42, radius, 0), (length * 0.1, radius, radius), barrel, gloss),
        rod((length * 0.42, radius, 0), (length * 0.505, radius, 0), radius * 1.03, *surface(metal)),
        rod((-length * 0.4, radius, 0), (-length * 0.34, radius, 0), radius * 1.03, *surface(metal)),
        box((-length * 0.02, radius * 2.05, 0), (length * 0.66, radius * 0.25, radius * 0.4), *surface(metal)),
        ellipsoid((length * 0.3, radius * 2.0, 0), (radius * 0.35,) * 3, *surface(metal)),
    )


@register("a fountain pen lying beside its cap")
def pen(*, width=0.145, depth=0.045, height=0.015, barrel=(0.12, 0.18, 0.4), metal="gold"):
    radius = height * 0.46
    whole = concat_shapes(
        moved(
            library_call("fountain_pen", length=width, radius=radius, barrel=barrel, metal=metal), (0, 0, -depth * 0.26)
        ),
        moved(
            library_call("cap", length=width * 0.42, radius=radius * 1.05, barrel=barrel, metal=metal),
            (-width * 0.05, 0, depth * 0.24),
            0.2,
        ),
    )
    return fitted(whole, width, height, depth)
