# /// asset
# word = "folding chair"
# synonyms = ["event chair"]
# stands_for = ["banquet chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.3}
# colors = ["paint", "frame_color"]
# materials = ["seat", "frame"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, pad, pipe, rod, upright_pad


@register("the long pair of legs that carries the back")
def back_frame(width, look):
    x = width / 2
    return pipe(
        [
            (-x, 0.012, 0.24),
            (-x, 0.8, -0.2),
            (-x + 0.04, 0.84, -0.22),
            (x - 0.04, 0.84, -0.22),
            (x, 0.8, -0.2),
            (x, 0.012, 0.24),
        ],
        0.012,
        *look,
    )


@register("the short pair of legs that carries the seat")
def seat_frame(width, look):
    x = width / 2 - 0.028
    return pipe([(-x, 0.44, 0.2), (-x, 0.012, -0.24), (x, 0.012, -0.24), (x, 0.44, 0.2)], 0.012, *look)


@register("the seat panel")
def seat(width, depth, look):
    return pad((0, 0, 0), (width, 0.03, depth), *look, edge=0.03)


@register("the curved back panel")
def back(width, look):
    return upright_pad((0, 0, 0), (width, 0.18, 0.03), *look, edge=0.03)


@register("a folding chair on crossed metal legs")
def folding_chair(
    *, width=0.46, depth=0.5, height=0.84, seat="gray plastic", paint=None, frame="steel", frame_color=None
) -> Shape:
    panel, metal = finish(seat, paint), finish(frame, frame_color)
    parts = [library_call("back_frame", width=0.44, look=metal), library_call("seat_frame", width=0.44, look=metal)]
    parts.append(place("seat", at=(0, 0.43, 0.02), width=0.39, depth=0.4, look=panel))
    upright = library_call("back", width=0.41, look=panel)
    parts.append(moved(upright, (0, 0.63, -0.115), -0.5, (1, 0, 0)))
    parts.append(rod((-0.22, 0.2, 0.14), (0.22, 0.2, 0.14), 0.009, *metal))
    parts += [rod((s * 0.2, 0.41, -0.05), (s * 0.2, 0.41, 0.19), 0.01, *metal) for s in (-1, 1)]
    parts += [ellipsoid((s * 0.22, 0.012, 0.24), (0.018, 0.012, 0.018), *finish("rubber")) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
