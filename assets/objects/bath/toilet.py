# /// asset
# word = "toilet"
# synonyms = ["wc", "lavatory", "commode toilet", "water closet", "loo"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "seat_color"]
# materials = ["body", "seat"]
# [variants]
# open = {"open" = true}
# ///
from scene.language import *
from scene.language.modelling import block, disc, finish, fitted, moved, oval_wall, pad, ring, rod, stretched


@register("the cistern with its button")
def cistern(look):
    return concat_shapes(
        pad((0, 0, 0), (0.4, 0.33, 0.17), *look, edge=0.03),
        pad((0, 0.325, 0), (0.42, 0.035, 0.19), *look, edge=0.015),
        rod((0, 0.36, 0), (0, 0.367, 0), 0.028, *finish("chrome")),
    )


@register("the bowl on its foot")
def bowl(look):
    parts = [
        oval_wall((0, 0, -0.05), (0.105, 0.14), (0.1, 0.12), 0.16, *look, thickness=0.02, parts=24),
        oval_wall((0, 0.155, 0), (0.1, 0.12), (0.17, 0.22), 0.17, *look, thickness=0.02, parts=24),
    ]
    parts.append(oval_wall((0, 0.32, 0), (0.17, 0.22), (0.18, 0.235), 0.075, *look, thickness=0.02, parts=24))
    parts.append(disc((0, 0.28, 0), (0.155, 0.2), 0.02, (0.75, 0.86, 0.9), look[1]))
    parts.append(stretched(rod((0, 0, -0.07), (0, 0.02, -0.07), 1.0, *look), (0.12, 1, 0.16)))
    return concat_shapes(*parts)


@register("the seat ring")
def seat(look):
    return stretched(ring((0, 0, 0), 0.155, 0.034, *look, parts=28, stretch=1.3), (1, 0.45, 1))


@register("the lid")
def lid(look):
    return disc((0, 0, 0), (0.185, 0.235), 0.022, *look)


@register("a toilet with a cistern, seat and lid")
def toilet(
    *,
    width=0.42,
    depth=0.7,
    height=0.78,
    open=True,
    body="porcelain",
    paint=None,
    seat="white plastic",
    seat_color=None,
) -> Shape:
    look, plastic = finish(body, paint), finish(seat, seat_color)
    parts = [
        moved(library_call("bowl", look=look), (0, 0, 0.1)),
        block((0, 0, -0.2), (0.2, 0.37, 0.26), *look),
        block((0, 0.36, -0.19), (0.34, 0.04, 0.26), *look),
        moved(library_call("cistern", look=look), (0, 0.4, -0.26)),
        moved(library_call("seat", look=plastic), (0, 0.41, 0.1)),
    ]
    cover = library_call("lid", look=plastic)
    if open:
        cover = moved(cover, (0, 0, 0.235))
        parts.append(moved(cover, (0, 0.42, -0.14), -1.68, (1, 0, 0)))
    else:
        parts.append(moved(cover, (0, 0.425, 0.1)))
    parts.append(rod((-0.06, 0.415, -0.13), (0.06, 0.415, -0.13), 0.014, *finish("chrome")))
    return fitted(concat_shapes(*parts), width, height, depth)
