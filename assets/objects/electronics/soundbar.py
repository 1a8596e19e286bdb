# /// asset
# word = "soundbar"
# synonyms = ["sound bar", "TV speaker", "bar speaker"]
# phrase = "a long low soundbar with a cloth grille"
# category = "electronics"
# support = "surface"
# [colors]
# casing = [0.12, 0.12, 0.13]
# grille = [0.28, 0.28, 0.3]
# ///
from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


@register("the bar with rounded ends")
def bar(*, width, height, depth, casing):
    r = depth / 2
    return concat_shapes(
        box((0, height / 2, 0), (width - depth, height, depth), casing, {"roughness": 0.35}),
        *[
            rod((side * (width / 2 - r), 0, 0), (side * (width / 2 - r), height, 0), r, casing, {"roughness": 0.35})
            for side in (-1, 1)
        ],
    )


@register("the grille with its ribs")
def grille_front(*, width, height, front, grille):
    count = 46
    ribs = loop(
        count,
        lambda i: rod(
            ((i - (count - 1) / 2) * width / count, -height / 2, front),
            ((i - (count - 1) / 2) * width / count, height / 2, front),
            width / count * 0.32,
            grille,
            {"roughness": 0.9},
        ),
    )
    drivers = [
        rod((x * width, 0, front - 0.004), (x * width, 0, front + 0.002), height * 0.42, (0.1, 0.1, 0.1))
        for x in (-0.38, -0.22, 0.22, 0.38)
    ]
    return concat_shapes(ribs, *drivers)


@register("the controls and the status light")
def controls(*, width, height):
    buttons = [
        rod(
            (width * (0.012 * (i - 1.5)), height, 0),
            (width * (0.012 * (i - 1.5)), height + 0.0015, 0),
            0.004,
            (0.5, 0.5, 0.52),
        )
        for i in range(4)
    ]
    return concat_shapes(*buttons)


@register("a long low soundbar with a cloth grille")
def soundbar(*, width=0.95, height=0.07, depth=0.1, casing=(0.12, 0.12, 0.13), grille=(0.28, 0.28, 0.3)):
    deep = depth * 0.945
    whole = concat_shapes(
        library_call("bar", width=width, height=height * 0.98, depth=deep, casing=casing),
        transform_shape(
            library_call("grille_front", width=width * 0.88, height=height * 0.8, front=deep / 2, grille=grille),
            translation_matrix((0, height * 0.49, 0)),
        ),
        library_call("controls", width=width, height=height * 0.98),
        box((0, height * 0.5, deep / 2 + 0.004), (0.03, 0.004, 0.002), (0.4, 0.8, 0.95), {"emission": 2.0}),
    )
    return transform_shape(whole, translation_matrix((0, 0, -compute_shape_center(whole)[2])))
