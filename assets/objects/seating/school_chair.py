# /// asset
# word = "school chair"
# synonyms = [
#     "classroom chair", "student chair", "shell chair", "molded chair", "stacking chair", "cafeteria chair",
#     "waiting room chair", "stackable chair",
# ]
# category = "seating"
# support = "floor"
# colors = ["paint"]
# materials = ["seat", "frame"]
# ///
from scene.language import *
from scene.language.modelling import darker, finish, fitted, moved, pad, pipe, rod, upright_pad


@register("the bent tube of one side")
def side_frame(x, look):
    return pipe(
        [(x, 0.012, 0.22), (x, 0.4, 0.17), (x, 0.425, 0.13), (x, 0.425, -0.12), (x, 0.4, -0.15), (x, 0.012, -0.23)],
        0.012,
        *look,
    )


@register("the moulded seat")
def seat(width, depth, look):
    front = pad((0, -0.014, depth / 2 - 0.05), (width, 0.03, 0.12), *look, edge=0.05)
    return concat_shapes(pad((0, 0, 0), (width, 0.03, depth), *look, edge=0.05), front)


@register("the moulded back with a hand hole")
def back(width, height, look):
    dark = darker(look[0], 0.35), look[1]
    return concat_shapes(
        upright_pad((0, 0, 0), (width, height, 0.028), *look, edge=0.06),
        upright_pad((0, height * 0.76, 0), (width * 0.34, 0.035, 0.03), *dark, edge=0.015),
    )


@register("a plastic school chair on bent steel tubes")
def school_chair(*, width=0.44, depth=0.5, height=0.8, seat="blue plastic", paint=None, frame="chrome") -> Shape:
    plastic, metal = finish(seat, paint), finish(frame)
    parts = [library_call("side_frame", x=s * 0.19, look=metal) for s in (-1, 1)]
    parts += [rod((-0.19, 0.425, z), (0.19, 0.425, z), 0.01, *metal) for z in (0.1, -0.1)]
    parts.append(place("seat", at=(0, 0.43, 0.01), width=0.42, depth=0.4, look=plastic))
    upright = library_call("back", width=0.4, height=0.34, look=plastic)
    parts.append(moved(upright, (0, 0.47, -0.2), -0.16, (1, 0, 0)))
    parts += [
        pipe([(s * 0.1, 0.43, -0.1), (s * 0.1, 0.44, -0.19), (s * 0.1, 0.6, -0.245)], 0.012, *metal) for s in (-1, 1)
    ]
    parts += [
        rod((s * 0.19, 0, z), (s * 0.19, 0.03, z), 0.017, *finish("rubber")) for s in (-1, 1) for z in (0.22, -0.23)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
