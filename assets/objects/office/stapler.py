# /// asset
# word = "stapler"
# synonyms = ["paper stapler"]
# stands_for = ["hole punch"]
# category = "office"
# support = "surface"
# colors = ["shell"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the base with its anvil")
def base(*, length, width, height, metal):
    return concat_shapes(
        box((0, height / 2, 0), (length, height, width), (0.13, 0.13, 0.14), {"roughness": 0.5}),
        box((length * 0.4, height * 1.05, 0), (length * 0.12, height * 0.3, width * 0.6), *surface(metal)),
        box((length * 0.02, height * 0.2, 0), (length * 1.0, height * 0.4, width * 1.12), (0.08, 0.08, 0.09)),
    )


@register("the arm with its magazine")
def arm(*, length, width, height, shell, metal):
    gloss = (shell, {"roughness": 0.2})
    return concat_shapes(
        box((length * 0.5, height * 0.18, 0), (length * 0.96, height * 0.36, width * 0.62), *surface(metal)),
        box((length * 0.47, height * 0.6, 0), (length * 0.9, height * 0.6, width), *gloss),
        rod((length * 0.02, height * 0.6, -width / 2), (length * 0.02, height * 0.6, width / 2), height * 0.4, *gloss),
        rod(
            (length * 0.92, height * 0.62, -width / 2), (length * 0.92, height * 0.62, width / 2), height * 0.28, *gloss
        ),
        ellipsoid((length * 0.45, height * 0.88, 0), (length * 0.46, height * 0.26, width * 0.46), *gloss),
    )


@register("the hinge")
def hinge(*, radius, width, metal):
    return concat_shapes(rod((0, 0, -width * 0.62), (0, 0, width * 0.62), radius, *surface(metal)))


@register("a desk stapler")
def stapler(*, width=0.16, depth=0.04, height=0.07, shell=(0.8, 0.15, 0.15), metal="steel"):
    low = height * 0.16
    upper = moved(
        library_call("arm", length=width * 0.96, width=depth * 0.78, height=height * 0.36, shell=shell, metal=metal),
        (-width * 0.46, height * 0.3, 0),
        0.16,
        (0, 0, 1),
    )
    post = box((-width * 0.4, height * 0.32, 0), (width * 0.12, height * 0.4, depth * 0.9), *surface(metal))
    whole = concat_shapes(
        library_call("base", length=width, width=depth * 0.88, height=low, metal=metal),
        upper,
        post,
        moved(
            library_call("hinge", radius=height * 0.09, width=depth * 0.8, metal=metal),
            (-width * 0.42, height * 0.44, 0),
        ),
    )
    return fitted(whole, width, height, depth)
