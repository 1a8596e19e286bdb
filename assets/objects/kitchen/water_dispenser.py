# /// asset
# word = "water dispenser"
# synonyms = ["water cooler", "office water cooler", "bottled water dispenser", "drinking water dispenser"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, ring, rod


@register("the water bottle, upside down")
def bottle(look):
    ribs = [ring((0, 0.12 + 0.055 * i, 0), 0.132, 0.006, *look, parts=20) for i in range(4)]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.06, 0), 0.03, *look),
        ellipsoid((0, 0.09, 0), (0.13, 0.06, 0.13), *look),
        rod((0, 0.09, 0), (0, 0.34, 0), 0.13, *look),
        ellipsoid((0, 0.34, 0), (0.13, 0.03, 0.13), *look),
        *ribs,
    )


@register("a tap with a coloured lever")
def tap(look):
    return concat_shapes(
        rod((0, 0, -0.03), (0, 0, 0.04), 0.012, *finish("white plastic")),
        rod((0, -0.03, 0.03), (0, 0, 0.03), 0.009, *finish("white plastic")),
        block((0, 0.008, 0.04), (0.022, 0.03, 0.012), *look),
    )


@register("a water dispenser with a big blue bottle upside down on top")
def water_dispenser(*, width=0.32, depth=0.34, height=1.34, body="white plastic", paint=None) -> Shape:
    look, gray = finish(body, paint), finish("gray plastic")
    water = (0.4, 0.66, 0.88), {"roughness": 0.08, "opacity": 0.62}
    parts = [
        block((0, 0.02, -0.01), (0.31, 0.6, 0.3), *look),
        block((0, 0.62, -0.1), (0.31, 0.32, 0.12), *look),
        block((0, 0.9, -0.01), (0.31, 0.08, 0.3), *look),
        block((0, 0.0, -0.01), (0.31, 0.02, 0.3), *gray),
        *[block((s * 0.145, 0.62, 0.03), (0.02, 0.32, 0.2), *look) for s in (-1, 1)],
        block((0, 0.62, 0.05), (0.24, 0.012, 0.16), *gray),
        block((0, 0.1, 0.14), (0.26, 0.46, 0.004), darker(look[0], 0.93), look[1]),
        rod((0, 0.97, -0.01), (0, 0.995, -0.01), 0.11, *gray),
    ]
    parts += [
        moved(library_call("tap", look=finish(word)), (x, 0.8, -0.01))
        for x, word in ((-0.06, "blue plastic"), (0.06, "red plastic"))
    ]
    parts.append(moved(library_call("bottle", look=water), (0, 0.97, -0.01)))
    return fitted(concat_shapes(*parts), width, height, depth)
