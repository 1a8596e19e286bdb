# /// asset
# word = "bistro table"
# synonyms = ["cafe table", "café table", "patio bistro table", "garden table", "balcony table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.5, back = 0.5}
# colors = ["paint", "frame_color"]
# materials = ["top", "frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, pipe, rod, rotated


@register("the round top with a metal band")
def top(radius, look, metal):
    return concat_shapes(
        rod((0, 0.004, 0), (0, 0.03, 0), radius - 0.004, *look), rod((0, 0, 0), (0, 0.022, 0), radius, *metal)
    )


@register("a curved toe of the foot")
def toe(angle, look):
    arch = [(0.02, 0.13, 0), (0.09, 0.12, 0), (0.17, 0.07, 0), (0.24, 0.022, 0)]
    foot = concat_shapes(pipe(arch, 0.017, *look), ellipsoid((0.245, 0.02, 0), (0.03, 0.02, 0.03), *look))
    return rotated(foot, angle)


@register("a round bistro table on a cast foot with three toes")
def bistro_table(
    *, width=0.65, depth=0.65, height=0.74, top="marble", paint=None, frame="cast iron", frame_color=None
) -> Shape:
    stone, iron = finish(top, paint), finish(frame, frame_color)
    under = height - 0.03
    parts = [library_call("toe", angle=2 * math.pi * i / 3 - math.pi / 2, look=iron) for i in range(3)]
    parts += [rod((0, 0.09, 0), (0, under, 0), 0.021, *iron), ellipsoid((0, 0.16, 0), (0.04, 0.05, 0.04), *iron)]
    parts += [ellipsoid((0, y, 0), (0.034, 0.03, 0.034), *iron) for y in (0.34, under - 0.1)]
    parts.append(rod((0, under - 0.02, 0), (0, under, 0), 0.12, *iron))
    parts.append(place("top", at=(0, under, 0), radius=width / 2, look=stone, metal=iron))
    return fitted(concat_shapes(*parts), width, height, depth)
