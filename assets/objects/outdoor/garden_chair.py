# /// asset
# word = "garden chair"
# synonyms = [
#     "patio chair", "bistro chair", "café chair", "cafe chair", "outdoor chair", "terrace chair", "balcony chair",
#     "outdoor dining chair",
# ]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# materials = ["wood", "frame"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, finish, fitted, moved, pipe


@register("the crossed steel legs of one side")
def side_frame(depth, seat, rise, look):
    front, rear = depth / 2 - 0.01, -depth / 2 + 0.01
    return concat_shapes(
        pipe([(0, 0.01, rear + 0.03), (0, seat - 0.02, front - 0.04)], 0.01, *look),
        pipe([(0, 0.01, front), (0, seat, rear + 0.09), (0, rise, rear + 0.01)], 0.01, *look),
        pipe([(0, seat - 0.015, rear + 0.08), (0, seat - 0.015, front - 0.04)], 0.01, *look),
    )


@register("a wooden slat")
def slat(width, deep, look):
    return block((0, 0, 0), (width, 0.018, deep), *look)


@register("an upright chair of steel and wooden slats for a garden or a café table")
def garden_chair(
    *, width=0.46, depth=0.52, height=0.86, wood="teak", paint=(0.12, 0.15, 0.13), frame="matte metal"
) -> Shape:
    timber, steel = finish(wood), finish(frame, paint)
    seat, rear, front = 0.45, -depth / 2 + 0.01, depth / 2 - 0.01
    parts = [
        moved(
            library_call("side_frame", depth=depth, seat=seat, rise=height, look=steel), (s * (width / 2 - 0.01), 0, 0)
        )
        for s in (-1, 1)
    ]
    parts += [
        pipe([(-width / 2 + 0.01, 0.012, z), (width / 2 - 0.01, 0.012, z)], 0.008, *steel) for z in (front, rear + 0.03)
    ]
    inner, count = width - 0.03, 6
    run = depth - 0.14
    for i in range(count):
        at = (0, seat - 0.006, rear + 0.11 + run * (i + 0.5) / count - 0.02)
        parts.append(place("slat", at=at, width=inner, deep=run / count - 0.012, look=timber))
    for i in range(4):
        share = 0.45 + 0.16 * i
        y, z = seat + (height - seat) * share, rear + 0.09 - 0.08 * share + 0.012
        parts.append(beam((-inner / 2, y, z), (inner / 2, y, z), (0.05, 0.016), *timber))
    return fitted(concat_shapes(*parts), width, height, depth)
