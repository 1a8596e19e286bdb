# /// asset
# word = "director's chair"
# synonyms = ["directors chair", "director chair", "film director chair", "canvas chair", "makeup artist chair"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "frame_color"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, darker, finish, fitted, rod


@register("the crossed folding legs")
def legs(*, look):
    parts = []
    for t in (-1, 1):
        z = t * 0.2
        parts.append(beam((-0.26, 0.03, z), (0.26, 0.46, z), (0.03, 0.045), *look))
        parts.append(beam((0.26, 0.03, z - t * 0.035), (-0.26, 0.46, z - t * 0.035), (0.03, 0.045), *look))
        parts.append(rod((0, 0.245, z - t * 0.06), (0, 0.245, z + t * 0.03), 0.01, *finish("brass")))
    for s in (-1, 1):
        parts.append(beam((s * 0.26, 0.025, -0.24), (s * 0.26, 0.025, 0.24), (0.045, 0.045), *look))
        parts.append(beam((s * 0.26, 0.46, -0.24), (s * 0.26, 0.46, 0.24), (0.045, 0.04), *look))
    return concat_shapes(*parts)


@register("the arms on their posts")
def arms(*, look):
    parts = []
    for s in (-1, 1):
        parts.append(beam((s * 0.285, 0.46, 0.2), (s * 0.285, 0.66, 0.2), (0.035, 0.04), *look))
        parts.append(beam((s * 0.285, 0.46, -0.2), (s * 0.285, 0.9, -0.22), (0.035, 0.04), *look))
        parts.append(box((s * 0.285, 0.672, 0.01), (0.065, 0.025, 0.5), *look))
    return concat_shapes(*parts)


@register("the canvas seat and back")
def canvas_part(*, paint):
    soft = {"roughness": 0.95}
    seat = [
        box(((i - 4.5) * 0.052, 0.474 - 0.03 * (1 - ((i - 4.5) / 5) ** 2), 0), (0.053, 0.014, 0.42), paint, soft)
        for i in range(10)
    ]
    return concat_shapes(
        *seat,
        box((0, 0.83, -0.245), (0.6, 0.17, 0.012), paint, soft),
        *[rod((s * 0.29, 0.745, -0.225), (s * 0.29, 0.915, -0.225), 0.03, paint, soft) for s in (-1, 1)],
        *[box((0, 0.83 + s * 0.078, -0.2385), (0.56, 0.004, 0.002), darker(paint, 0.6)) for s in (-1, 1)],
        *[box((-0.14 + 0.04 * i, 0.83, -0.2375), (0.026, 0.05, 0.003), (0.95, 0.94, 0.9)) for i in range(8)],
    )


@register("a folding director's chair with a canvas seat")
def directors_chair(*, width=0.64, height=0.92, depth=0.52, wood="beech", frame_color=None, paint=(0.1, 0.1, 0.11)):
    look = finish(wood, frame_color)
    whole = concat_shapes(
        library_call("legs", look=look), library_call("arms", look=look), library_call("canvas_part", paint=paint)
    )
    return fitted(whole, width, height, depth)
