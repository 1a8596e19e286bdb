# /// asset
# word = "wall-hung toilet"
# synonyms = ["wall-mounted toilet", "floating toilet", "hanging toilet", "back-to-wall toilet"]
# category = "bath"
# support = "wall"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, disc, finish, fitted, moved, oval_wall, ring, rod, stretched


@register("the hanging bowl")
def bowl(look):
    parts = [
        oval_wall((0, 0, 0), (0.1, 0.13), (0.17, 0.25), 0.2, *look, thickness=0.02, parts=24),
        oval_wall((0, 0.19, 0), (0.17, 0.25), (0.18, 0.265), 0.09, *look, thickness=0.02, parts=24),
    ]
    water = disc((0, 0.15, 0), (0.15, 0.22), 0.02, (0.75, 0.86, 0.9), look[1])
    under = disc((0, 0, 0), (0.1, 0.13), 0.02, *look)
    return concat_shapes(*parts, water, under, block((0, 0.08, -0.2), (0.34, 0.2, 0.16), *look))


@register("the seat ring")
def seat(look):
    return stretched(ring((0, 0, 0), 0.155, 0.034, *look, parts=28, stretch=1.45), (1, 0.45, 1))


@register("the flush plate")
def flush_plate(look):
    return concat_shapes(
        block((0, 0, 0), (0.25, 0.17, 0.012), *look),
        *[rod((s * 0.045, 0.085, 0.004), (s * 0.045, 0.085, 0.012), 0.035, *finish("white plastic")) for s in (-1, 1)],
    )


@register("a wall-hung toilet with a flush plate")
def wall_hung_toilet(*, width=0.37, depth=0.56, height=0.82, body="porcelain", paint=None) -> Shape:
    look, plastic = finish(body, paint), finish("white plastic")
    parts = [
        library_call("bowl", look=look),
        moved(library_call("seat", look=plastic), (0, 0.285, 0)),
    ]
    cover = transform_shape(rod((0, 0, 0.26), (0, 0.02, 0.26), 0.18, *plastic), scale_matrix((1, 1, 1.4), (0, 0, 0.26)))
    parts.append(moved(cover, (0, 0.29, -0.22), -1.62, (1, 0, 0)))
    parts.append(place("flush_plate", at=(0, 0.8, -0.272), look=finish("chrome")))
    return fitted(concat_shapes(*parts), width, height, depth)
