# /// asset
# word = "futon"
# synonyms = [
#     "sofa bed", "futon sofa", "sleeper sofa", "pull-out couch", "convertible sofa", "convertible sofa bed",
#     "futon couch", "fold-out sofa", "fold-out couch", "fold out sofa", "pull-out sofa", "sleeper couch",
# ]
# category = "beds"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "frame_color"]
# materials = ["upholstery", "frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, pad


@register("a slatted arm")
def arm(depth, height, look):
    bars = [block((0, 0.05, depth * (i - 2) / 5.5), (0.03, height - 0.1, 0.03), *look) for i in range(5)]
    return concat_shapes(
        *bars,
        block((0, height - 0.03, 0), (0.09, 0.03, depth), *look),
        block((0, 0.2, 0), (0.045, 0.05, depth - 0.04), *look),
        *[block((0, 0, s * (depth / 2 - 0.05)), (0.05, height - 0.03, 0.06), *look) for s in (-1, 1)],
    )


@register("half of the mattress")
def mattress(width, depth, look):
    dark = darker(look[0], 0.75), look[1]
    tufts = [
        ellipsoid((width * x, 0.168, depth * z), (0.014, 0.006, 0.014), *dark)
        for x in (-0.36, -0.12, 0.12, 0.36)
        for z in (-0.2, 0.22)
    ]
    return concat_shapes(pad((0, 0, 0), (width, 0.17, depth), *look, edge=0.05), *tufts)


@register("a futon sofa bed: a folded mattress on a wooden slatted frame")
def futon(
    *, width=2.0, depth=0.95, height=0.85, upholstery="beige cotton", paint=None, frame="pine", frame_color=None
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(frame, frame_color)
    inner = width - 0.2
    parts = [place("arm", at=(s * (width / 2 - 0.045), 0, 0.02), depth=0.86, height=0.6, look=wood) for s in (-1, 1)]
    parts += [block((0, 0.22, z), (inner + 0.04, 0.06, 0.03), *wood) for z in (0.36, -0.25)]
    parts += [block((inner * (i - 4.5) / 10, 0.27, 0.05), (0.06, 0.02, 0.66), *wood) for i in range(10)]
    parts.append(moved(library_call("mattress", width=inner, depth=0.72, look=cloth), (0, 0.29, 0.06)))
    upright = library_call("mattress", width=inner, depth=0.62, look=cloth)
    parts.append(moved(moved(upright, (0, 0, -0.25)), (0, 0.36, -0.3), math.pi / 2 - 0.25, (1, 0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
