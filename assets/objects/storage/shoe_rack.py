# /// asset
# word = "shoe rack"
# synonyms = ["shoe shelf", "shoe stand", "shoe organizer", "shoe storage"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, rod


@register("a shoe")
def shoe(look, sole):
    return concat_shapes(
        block((0, 0, 0), (0.085, 0.022, 0.26), *sole),
        ellipsoid((0, 0.022, 0.055), (0.043, 0.045, 0.075), *look),
        ellipsoid((0, 0.03, -0.01), (0.042, 0.03, 0.12), *look),
        ellipsoid((0, 0.022, -0.062), (0.042, 0.075, 0.065), *look),
        rod((0, 0.085, -0.06), (0, 0.098, -0.062), 0.03, darker(look[0], 0.5), look[1]),
    )


@register("a pair of shoes")
def pair(look, sole):
    both = library_call("shoe", look=look, sole=sole)
    return concat_shapes(*[moved(both, (s * 0.052, 0, 0)) for s in (-1, 1)])


@register("a slatted tier")
def tier(width, depth, look):
    return concat_shapes(*[block((0, 0, depth * (i - 1.5) / 4), (width, 0.014, 0.045), *look) for i in range(4)])


@register("a shoe rack with three tiers of shoes")
def shoe_rack(*, width=0.8, depth=0.3, height=0.62, frame="bamboo", paint=None) -> Shape:
    wood = finish(frame, paint)
    x, z = width / 2 - 0.015, depth / 2 - 0.015
    parts = [block((s * x, 0, t * z), (0.03, height, 0.03), *wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [block((s * x, height - 0.04, 0), (0.025, 0.03, depth - 0.04), *wood) for s in (-1, 1)]
    white = finish("white rubber")
    looks = [
        finish(c)
        for c in (
            "white leather",
            "black leather",
            "brown leather",
            "red fabric",
            "navy blue suede",
            "tan leather",
            "gray fabric",
        )
    ]
    for i in range(3):
        y = 0.07 + 0.21 * i
        parts.append(place("tier", at=(0, y, 0), width=width - 0.03, depth=depth, look=wood))
        spots = (-0.25, 0.0, 0.25) if i < 2 else (-0.13,)
        parts += [
            place(
                "pair",
                at=(px, y + 0.014, 0),
                look=looks[(i * 3 + j) % 7],
                sole=white if (i + j) % 2 == 0 else finish("rubber"),
            )
            for j, px in enumerate(spots)
        ]
    return fitted(concat_shapes(*parts), width, height, depth)
