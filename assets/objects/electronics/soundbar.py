# /// asset
# word = "soundbar"
# synonyms = ["sound bar", "TV speaker", "bar speaker"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "grille"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved, rod


@register("the bar with rounded ends")
def bar(*, width, height, depth, casing):
    r, look = depth / 2, (casing, {"roughness": 0.35})
    return concat_shapes(
        box((0, height / 2, 0), (width - depth, height, depth), *look),
        *[rod((side * (width / 2 - r), 0, 0), (side * (width / 2 - r), height, 0), r, *look) for side in (-1, 1)],
    )


@register("the cloth grille with its ribs")
def grille_front(*, width, height, grille):
    count = 40
    step, dark = width / count, darker(grille, 0.6)
    return concat_shapes(
        box((0, 0, -0.001), (width, height, 0.004), dark, {"roughness": 0.95}),
        loop(
            count,
            lambda i: box(
                ((i - (count - 1) / 2) * step, 0, 0.0005),
                (step * 0.55, height * 0.996, 0.005),
                grille,
                {"roughness": 0.9},
            ),
        ),
    )


@register("a speaker cone in its ring")
def driver(*, radius, cone):
    ring, black = ((0.72, 0.73, 0.75), {"metallic": 1.0, "roughness": 0.3}), (0.06, 0.06, 0.065)
    return concat_shapes(
        rod((0, 0, -0.002), (0, 0, 0.004), radius, *ring),
        rod((0, 0, 0.001), (0, 0, 0.0046), radius * 0.88, black, {"roughness": 0.8}),
        rod((0, 0, 0.002), (0, 0, 0.0052), radius * 0.68, cone, {"roughness": 0.6}),
        ellipsoid((0, 0, 0.0052), (radius * 0.3, radius * 0.3, radius * 0.14), black, {"roughness": 0.3}),
    )


@register("the display, with the level of the sound in lit dots")
def display(*, width, height):
    dots = [
        box(((i - 3.5) * width / 10, 0, 0.0035), (width / 17, height * 0.42, 0.002), tone, {"emission": 2.0})
        for i, tone in enumerate([(0.4, 0.9, 0.55)] * 6 + [(0.3, 0.33, 0.36)] * 2)
    ]
    return concat_shapes(box((0, 0, 0.001), (width, height, 0.005), (0.03, 0.03, 0.035), {"roughness": 0.1}), *dots)


@register("the buttons on top")
def controls(*, step):
    return loop(
        4,
        lambda i: rod(((i - 1.5) * step, -0.001, 0), ((i - 1.5) * step, 0.002, 0), step * 0.32, (0.6, 0.61, 0.63)),
    )


@register("a long low soundbar with its speaker cones beside a cloth grille")
def soundbar(*, width=0.9, height=0.085, depth=0.11, casing=(0.12, 0.12, 0.13), grille=(0.4, 0.41, 0.43)):
    tall = height - 0.002
    radius = min(tall * 0.4, width * 0.06)
    deep = depth - 0.0052 - radius * 0.14
    front, cone = deep / 2, tuple(0.3 + 0.5 * c for c in grille)
    outer = width / 2 - deep / 2 - radius
    face = translation_matrix((0, tall / 2, front))
    drivers = [
        moved(library_call("driver", radius=radius, cone=cone), (side * (outer - radius * 2.25 * k), 0, 0))
        for side in (-1, 1)
        for k in (0, 1)
    ]
    middle = 2 * (outer - radius * 3.5)
    fitted_face = concat_shapes(
        library_call("grille_front", width=middle, height=tall * 0.72, grille=grille),
        *drivers,
        moved(library_call("display", width=width * 0.11, height=tall * 0.34), (0, 0, 0.002)),
    )
    return moved(
        concat_shapes(
            library_call("bar", width=width, height=tall, depth=deep, casing=casing),
            transform_shape(fitted_face, face),
            moved(library_call("controls", step=width * 0.026), (0, tall, 0)),
        ),
        (0, 0, (deep - depth) / 2),
    )
