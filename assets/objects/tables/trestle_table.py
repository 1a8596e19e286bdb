# /// asset
# word = "trestle table"
# synonyms = ["farmhouse trestle table", "refectory table", "sawhorse table", "banquet table", "buffet table"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.6, back = 0.6}
# colors = ["paint"]
# materials = ["frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, moved


@register("an X-shaped trestle")
def trestle(depth, height, look):
    reach = math.hypot(depth, height)
    angle = math.atan2(depth, height)
    legs = [
        moved(
            block((0.002 * s, -reach / 2 + 0.025, 0), (0.07, reach - 0.05, 0.09), *look),
            (0, height / 2, 0),
            s * angle,
            (1, 0, 0),
        )
        for s in (-1, 1)
    ]
    ends = [block((0, y, 0), (0.09, 0.05, depth + 0.04), *look) for y in (0, height - 0.05)]
    return concat_shapes(*legs, *ends)


@register("a top of planks")
def top(width, depth, look):
    plank = depth / 4
    return concat_shapes(*[block((0, 0, plank * (i - 1.5)), (width, 0.05, plank - 0.006), *look) for i in range(4)])


@register("a long trestle table on two X-shaped supports")
def trestle_table(*, width=1.9, depth=0.9, height=0.76, frame="golden oak", paint=None) -> Shape:
    wood = finish(frame, paint)
    under = height - 0.05
    parts = [
        place("trestle", at=(s * (width / 2 - 0.32), 0, 0), depth=depth - 0.3, height=under, look=wood) for s in (-1, 1)
    ]
    parts.append(block((0, under / 2 - 0.04, 0), (width - 0.5, 0.08, 0.05), *wood))
    parts.append(place("top", at=(0, under, 0), width=width, depth=depth, look=wood))
    return fitted(concat_shapes(*parts), width, height, depth)
