# /// asset
# word = "pouf"
# synonyms = [
#     "pouffe", "floor pouf", "round ottoman", "knitted pouf", "leather pouf", "moroccan pouf", "round pouf", "puff",
# ]
# category = "seating"
# support = "floor"
# colors = ["paint"]
# materials = ["upholstery"]
# ///
import math

from scene.language import *
from scene.language.modelling import finish, fitted, ring, rod


@register("the round body")
def body(radius, height, look):
    roll = height * 0.3
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), radius - roll, *look),
        rod((0, roll, 0), (0, height - roll, 0), radius, *look),
        ring((0, roll, 0), radius - roll, roll, *look, parts=30),
        ring((0, height - roll, 0), radius - roll, roll, *look, parts=30),
    )


@register("a line of stitches down one side")
def stitching(radius, height, angle, look):
    roll = height * 0.3
    spots = [(radius * 0.3, height + 0.001), (radius - roll, height + 0.001)]
    spots += [(radius - roll + roll * math.sin(a), height - roll + roll * math.cos(a)) for a in (0.5, 1.0, 1.57)]
    spots.append((radius + 0.001, roll))
    points = [(r * math.cos(angle), y, r * math.sin(angle)) for r, y in spots]
    return concat_shapes(*[rod(points[i], points[i + 1], 0.004, *look) for i in range(len(points) - 1)])


@register("a round stitched pouf to sit or rest the feet on")
def pouf(*, width=0.56, depth=0.56, height=0.34, upholstery="brown leather", paint=None) -> Shape:
    hide = finish(upholstery, paint)
    thread = (0.93, 0.88, 0.78), hide[1]
    radius = 0.28
    parts = [library_call("body", radius=radius, height=0.34, look=hide)]
    parts += [
        library_call("stitching", radius=radius, height=0.34, angle=math.pi * (i + 0.5) / 4, look=thread)
        for i in range(8)
    ]
    parts.append(ring((0, 0.341, 0), radius * 0.3, 0.004, *thread))
    return fitted(concat_shapes(*parts), width, height, depth)
