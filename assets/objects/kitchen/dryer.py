# /// asset
# word = "dryer"
# synonyms = ["tumble dryer", "clothes dryer", "laundry dryer", "front-loading dryer"]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["body"]
# [joints.door]
# hinge = "left"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import block, carcass, ellipsoid, finish, fitted, moved, rod


@register("the door with its window")
def door(size, look):
    gray = finish("gray plastic")
    return concat_shapes(
        block((0, -size / 2, 0.00175), (size, size, 0.0265), *gray),
        block((0, -size / 2 + 0.025, 0.015), (size - 0.05, size - 0.05, 0.01), *look),
        rod((0, 0, 0.015), (0, 0, 0.026), size * 0.37, *gray),
        rod((0, 0, 0.02), (0, 0, 0.03), size * 0.33, *finish("dark tinted glass")),
        ellipsoid((-0.04, -0.07, 0.027), (0.07, 0.05, 0.01), *finish("red cotton")),
        ellipsoid((0.05, -0.06, 0.027), (0.06, 0.045, 0.01), *finish("sky blue cotton")),
        ellipsoid((0.0, -0.04, 0.026), (0.06, 0.035, 0.01), *finish("white cotton")),
        block((size * 0.43, -0.05, 0.024), (0.025, 0.1, 0.02), *gray),
    )


@register("the vent grille")
def vent(width, look):
    return concat_shapes(*[block((0, 0.016 * i, 0), (width, 0.008, 0.004), *look) for i in range(5)])


@register("a tumble dryer with a square-framed round door, clothes inside")
def dryer(*, width=0.6, depth=0.6, height=0.85, body="white metal", paint=None) -> Shape:
    look, gray, chrome = finish(body, paint), finish("gray plastic"), finish("chrome")
    d, z0 = 0.56, -0.02
    front = z0 + d / 2
    hole, low = 0.37, 0.235
    parts = [carcass((0, 0.03, z0 - 0.0075), (width, height - 0.03, d - 0.015), 0.012, *look)]
    parts += [
        block((s * (width + hole) / 4, 0.03, front - 0.015 / 2), ((width - hole) / 2, height - 0.03, 0.015), *look)
        for s in (-1, 1)
    ]
    parts += [
        block((0, bottom, front - 0.0075), (hole, top - bottom, 0.015), *look)
        for bottom, top in ((0.03, low), (low + hole, height))
    ]
    parts += [
        rod((s * 0.25, 0, z0 + t * 0.22), (s * 0.25, 0.03, z0 + t * 0.22), 0.025, *finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts.append(block((0, height - 0.13, front), (width - 0.004, 0.1, 0.006), *finish("black plastic")))
    parts.append(rod((0.0, height - 0.08, front), (0.0, height - 0.08, front + 0.028), 0.034, *chrome))
    parts.append(block((0.18, height - 0.096, front + 0.001), (0.1, 0.03, 0.006), *finish("lit screen")))
    parts += [
        rod((-0.2 + 0.04 * i, height - 0.08, front), (-0.2 + 0.04 * i, height - 0.08, front + 0.01), 0.01, *gray)
        for i in range(3)
    ]
    parts.append(moved(library_call("door", size=0.46, look=look), (0, 0.42, front + 0.012)))
    parts.append(place("vent", at=(0, 0.06, front + 0.001), width=0.4, look=gray))
    return fitted(concat_shapes(*parts), width, height, depth)
