# /// asset
# word = "lounge chair"
# synonyms = [
#     "mid-century chair", "eames lounge chair", "mid century armchair", "swivel lounge chair", "danish armchair",
#     "lounger",
# ]
# stands_for = ["slingback chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "frame_color"]
# materials = ["upholstery", "frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted, moved, pad, pipe, rod, taper


@register("one side of the frame: legs and armrest")
def side(look):
    return concat_shapes(
        taper((0, 0.5, 0.26), (0, 0, 0.33), 0.024, 0.014, *look),
        taper((0, 0.54, -0.2), (0, 0, -0.34), 0.024, 0.014, *look),
        rod((0, 0.36, 0.28), (0, 0.24, -0.27), 0.016, *look),
        pipe([(0, 0.52, 0.36), (0, 0.53, 0.3), (0, 0.57, 0.02), (0, 0.56, -0.24)], 0.022, *look),
    )


@register("a leather cushion")
def cushion(width, length, look):
    return pad((0, 0, 0), (width, 0.11, length), *look, edge=0.06)


@register("a mid-century lounge chair with a wooden frame and leather cushions")
def lounge_chair(
    *, width=0.74, depth=0.82, height=0.8, upholstery="cognac leather", paint=None, frame="walnut", frame_color=None
) -> Shape:
    hide, wood = finish(upholstery, paint), finish(frame, frame_color)
    x, inner = 0.33, 0.58
    parts = [moved(library_call("side", look=wood), (s * x, 0, 0)) for s in (-1, 1)]
    parts += [rod((-x, y, z), (x, y, z), 0.015, *wood) for y, z in ((0.33, 0.27), (0.24, -0.25), (0.5, -0.3))]
    tip = translation_matrix((0, 0.26, -0.26)) @ rotation_matrix(-0.2, (1, 0, 0), (0, 0, 0))
    parts.append(
        transform_shape(
            library_call("cushion", width=inner, length=0.58, look=hide), tip @ translation_matrix((0, 0, 0.27))
        )
    )
    lean = translation_matrix((0, 0.33, -0.22)) @ rotation_matrix(math.pi / 2 - 0.42, (1, 0, 0), (0, 0, 0))
    slats = [rod((-inner / 2, 0.0, -0.1 * i), (inner / 2, 0.0, -0.1 * i), 0.011, *wood) for i in range(1, 6)]
    slats += [rod((s * inner * 0.45, 0, 0.05), (s * inner * 0.45, 0, -0.53), 0.014, *wood) for s in (-1, 1)]
    rest = library_call("cushion", width=inner, length=0.58, look=hide)
    rest = moved(rest, (0, 0.01, -0.27))
    parts.append(transform_shape(concat_shapes(*slats, rest), lean))
    return fitted(concat_shapes(*parts), width, height, depth)
