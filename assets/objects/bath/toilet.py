# /// asset
# word = "toilet"
# synonyms = ["wc", "lavatory", "commode toilet", "water closet", "loo"]
# phrase = "a toilet with a cistern, seat and lid"
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.965, 0.961, 0.949]
# seat_color = [0.949, 0.949, 0.941]
# [materials]
# body = "porcelain"
# seat = "white plastic"
# [variants]
# open = {"open" = true}
# ///

from scene.language import *
from scene.language.modelling import block, finish, fitted, oval_wall, pad, ring, rod


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
    parts.append(
        transform_shape(
            rod((0, 0.28, 0), (0, 0.3, 0), 1.0, ((0.75, 0.86, 0.9)), look[1]),
            scale_matrix((0.155, 1, 0.2), (0, 0, 0)),
        )
    )
    parts.append(
        transform_shape(rod((0, 0, -0.07), (0, 0.02, -0.07), 1.0, *look), scale_matrix((0.12, 1, 0.16), (0, 0, 0)))
    )
    return concat_shapes(*parts)


@register("the seat ring")
def seat(look):
    return transform_shape(
        ring((0, 0, 0), 0.155, 0.034, *look, parts=28, stretch=1.3), scale_matrix((1, 0.45, 1), (0, 0, 0))
    )


@register("the lid")
def lid(look):
    return transform_shape(rod((0, 0, 0), (0, 0.022, 0), 1.0, *look), scale_matrix((0.185, 1, 0.235), (0, 0, 0)))


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
        transform_shape(library_call("bowl", look=look), translation_matrix((0, 0, 0.1))),
        block((0, 0, -0.2), (0.2, 0.37, 0.26), *look),
        block((0, 0.36, -0.19), (0.34, 0.04, 0.26), *look),
        transform_shape(library_call("cistern", look=look), translation_matrix((0, 0.4, -0.26))),
        transform_shape(library_call("seat", look=plastic), translation_matrix((0, 0.41, 0.1))),
    ]
    cover = library_call("lid", look=plastic)
    if open:
        cover = transform_shape(cover, translation_matrix((0, 0, 0.235)))
        parts.append(
            transform_shape(cover, translation_matrix((0, 0.42, -0.14)) @ rotation_matrix(-1.68, (1, 0, 0), (0, 0, 0)))
        )
    else:
        parts.append(transform_shape(cover, translation_matrix((0, 0.425, 0.1))))
    parts.append(rod((-0.06, 0.415, -0.13), (0.06, 0.415, -0.13), 0.014, *finish("chrome")))
    return fitted(concat_shapes(*parts), width, height, depth)
