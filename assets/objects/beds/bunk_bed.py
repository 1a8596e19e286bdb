# /// asset
# word = "bunk bed"
# synonyms = [
#     "bunk beds", "double-decker bed", "loft bed", "lofted bed", "kids bunk bed", "two-story bed", "high sleeper",
# ]
# category = "beds"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "bedding_color"]
# materials = ["frame", "bedding"]
# [variants]
# lower = {"loft" = false, "lofted" = false}
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pad, rod


@register("a bed with mattress, pillow and blanket")
def berth(width, length, look, bedding):
    white = finish("white cotton")
    parts = [block((0, 0, s * (width / 2 - 0.015)), (length, 0.12, 0.03), *look) for s in (-1, 1)]
    parts += [block((s * (length / 2 - 0.015), 0, 0), (0.03, 0.12, width - 0.06), *look) for s in (-1, 1)]
    parts.append(block((0, 0.02, 0), (length - 0.06, 0.02, width - 0.06), *look))
    parts.append(pad((0, 0.04, 0), (length - 0.08, 0.15, width - 0.08), *white, edge=0.04))
    parts.append(pad((length * 0.135, 0.145, 0), (length * 0.68, 0.08, width - 0.06), *bedding, edge=0.03))
    parts.append(pad((-length / 2 + 0.26, 0.18, 0), (0.34, 0.1, width * 0.65), *white, edge=0.08))
    return concat_shapes(*parts)


@register("the ladder")
def ladder(height, look):
    parts = [rod((s * 0.17, 0, 0.16), (s * 0.17, height, 0), 0.02, *look) for s in (-1, 1)]
    n = 5
    parts += [
        rod((-0.17, height * f, 0.16 * (1 - f)), (0.17, height * f, 0.16 * (1 - f)), 0.017, *look)
        for f in [(i + 1) / (n + 1) for i in range(n)]
    ]
    return concat_shapes(*parts)


@register("the guard rail")
def guard_rail(length, look):
    parts = [block((0, y, 0), (length, 0.06, 0.022), *look) for y in (0.1, 0.24)]
    parts += [block((x * length, 0, 0), (0.05, 0.3, 0.024), *look) for x in (-0.45, 0.0, 0.45)]
    return concat_shapes(*parts)


@register("a wooden bunk bed with a ladder and a guard rail")
def bunk_bed(
    *,
    width=2.06,
    depth=1.15,
    height=1.65,
    lower=True,
    frame="pine",
    paint=None,
    bedding="blue cotton",
    bedding_color=None,
) -> Shape:
    wood, cloth = finish(frame, paint), finish(bedding, bedding_color)
    length, across, upper = 2.06, 0.98, 1.2
    z0 = -0.085
    x, z = length / 2 - 0.035, across / 2 - 0.035
    parts = [block((s * x, 0, z0 + t * z), (0.07, 1.65, 0.07), *wood) for s in (-1, 1) for t in (-1, 1)]
    levels = (0.28, upper) if lower else (upper,)
    parts += [
        moved(library_call("berth", width=across, length=length - 0.02, look=wood, bedding=cloth), (0, y, z0))
        for y in levels
    ]
    for s in (-1, 1):
        for y in (*(() if not lower else (0.5, 0.66)), upper + 0.2, upper + 0.36):
            parts.append(block((s * x, y, z0), (0.025, 0.07, across - 0.1), *wood))
    parts.append(moved(library_call("guard_rail", length=length - 0.1, look=wood), (0, upper + 0.1, z0 - z)))
    short = library_call("guard_rail", length=length - 0.7, look=wood)
    parts.append(moved(short, (-0.3, upper + 0.1, z0 + z + 0.01)))
    parts.append(moved(library_call("ladder", height=1.58, look=wood), (length / 2 - 0.34, 0, z0 + z + 0.05)))
    return fitted(concat_shapes(*parts), width, height, depth)
