# /// asset
# word = "food box"
# synonyms = ["cereal box", "cereal", "box of cereal"]
# stands_for = [
#     "snack box", "snack", "snacks", "package", "product box", "box of tea", "sugar box",
#     "granola bars", "box of crackers", "box of pasta", "box of snacks",
# ]
# category = "food"
# support = "surface"
# colors = ["carton", "title"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, moved


@register("the carton with its glued flaps")
def carton_box(*, width, height, depth, carton):
    return concat_shapes(
        box((0, (height - 0.0005) / 2, 0), (width, height - 0.0005, depth), carton, {"roughness": 0.6}),
        box((0, height - 0.0005, 0), (width * 0.5, 0.001, depth * 0.3), darker(carton, 0.85)),
    )


@register("the printed front: a title, a bowl of flakes, a burst")
def front_print(*, width, height, front, title):
    z = front
    flakes = [
        ellipsoid((width * x, height * y, z), (width * 0.07, width * 0.045, 0.003), (0.88, 0.6, 0.2))
        for x, y in ((-0.18, 0.44), (-0.06, 0.46), (0.07, 0.455), (0.18, 0.44), (0.0, 0.49), (-0.1, 0.49), (0.11, 0.49))
    ]
    letters = [
        box(
            (width * (-0.3 + 0.15 * i), height * 0.82, z + 0.001),
            (width * 0.09, height * 0.075, 0.002),
            (0.99, 0.97, 0.9),
        )
        for i in range(5)
    ]
    return concat_shapes(
        box((0, height * 0.82, z), (width * 0.88, height * 0.14, 0.002), title),
        *letters,
        ellipsoid((0, height * 0.42, z - 0.001), (width * 0.38, width * 0.38, 0.002), (0.99, 0.93, 0.7)),
        box((0, height * 0.32, z), (width * 0.36, height * 0.1, 0.004), (0.2, 0.45, 0.75)),
        ellipsoid((0, height * 0.34, z), (width * 0.3, height * 0.13, 0.003), (0.2, 0.45, 0.75)),
        box((0, height * 0.425, z + 0.001), (width * 0.62, height * 0.03, 0.003), (0.97, 0.97, 0.97)),
        *flakes,
        box((0, height * 0.08, z), (width * 0.6, height * 0.05, 0.002), title),
    )


@register("a cereal box with a bowl pictured on its front")
def food_box(*, width=0.19, height=0.28, depth=0.065, carton=(0.93, 0.62, 0.12), title=(0.75, 0.1, 0.12)):
    whole = concat_shapes(
        library_call("carton_box", width=width, height=height, depth=depth * 0.94, carton=carton),
        library_call("front_print", width=width, height=height, front=depth * 0.47, title=title),
    )
    return moved(whole, (0, 0, -compute_shape_center(whole)[2]))
