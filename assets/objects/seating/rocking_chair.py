# /// asset
# word = "rocking chair"
# synonyms = ["rocker", "nursery rocker", "porch rocker", "nursing chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5, back = 0.3}
# colors = ["paint", "cushion_color"]
# materials = ["frame", "cushion"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pad, pipe, rod


@register("a curved runner that the chair rocks on")
def runner(length, look):
    points = []
    for i in range(9):
        f = i / 8 - 0.5
        points.append((0, 0.44 * f * f * 1.2, f * length))
    return pipe(points, 0.02, *look)


@register("the back of spindles under a top rail")
def back(width, height, look):
    parts = [rod((s * width / 2, 0, 0), (s * width / 2, height, 0), 0.019, *look) for s in (-1, 1)]
    parts += [rod((width * (i - 3) / 7, 0, 0), (width * (i - 3) / 7, height * 0.9, 0), 0.008, *look) for i in range(7)]
    parts.append(block((0, height - 0.09, 0), (width + 0.07, 0.1, 0.025), *look))
    return concat_shapes(*parts)


@register("an armrest on two posts")
def armrest(length, height, look):
    return concat_shapes(
        rod((0, 0, length * 0.36), (0, height, length * 0.36), 0.015, *look),
        rod((0, 0, 0), (0, height, 0), 0.01, *look),
        block((0, height, 0), (0.06, 0.025, length), *look),
    )


@register("a wooden rocking chair with spindles, arms and curved runners")
def rocking_chair(
    *, width=0.62, depth=0.88, height=1.08, frame="walnut", paint=None, cushion="cream linen", cushion_color=None
) -> Shape:
    wood, cloth = finish(frame, paint), finish(cushion, cushion_color)
    x, seat_y = 0.26, 0.42
    parts = []
    for s in (-1, 1):
        parts.append(moved(library_call("runner", length=0.88, look=wood), (s * x, 0.02, 0)))
        parts += [
            rod((s * x, y, z), (s * (x - 0.03), seat_y, z * 0.85), 0.018, *wood)
            for z, y in ((0.22, 0.05), (-0.24, 0.06))
        ]
        rest = library_call("armrest", length=0.44, height=0.2, look=wood)
        parts.append(moved(rest, (s * x, seat_y + 0.02, 0.02)))
    parts += [rod((-x, 0.2, z), (x, 0.2, z), 0.011, *wood) for z in (0.2, -0.22)]
    parts.append(pad((0, seat_y, 0.01), (0.54, 0.04, 0.48), *wood, edge=0.03))
    parts.append(pad((0, seat_y + 0.035, 0.02), (0.46, 0.06, 0.43), *cloth, edge=0.04))
    upright = library_call("back", width=0.46, height=0.68, look=wood)
    parts.append(moved(upright, (0, seat_y, -0.2), -0.2, (1, 0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
