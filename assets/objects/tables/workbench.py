# /// asset
# word = "workbench"
# synonyms = [
#     "work bench", "work table", "worktable", "craft bench", "garage workbench", "tool bench", "carpenter bench",
#     "utility table",
# ]
# stands_for = [
#     "potting table", "potting bench", "enlarger table", "enlarging table", "cutting table",
# ]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "metal_color"]
# materials = ["frame", "metal"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved, rod


@register("a heavy square leg")
def leg(height, look):
    return block((0, 0, 0), (0.1, height, 0.1), *look)


@register("a drawer under the top")
def drawer(width, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, 0.12, 0.02), *look), block((0, 0.06, 0.02), (0.1, 0.015, 0.03), *metal)
    )


@register("a bench vise")
def vise(look):
    return concat_shapes(
        block((0, 0, 0), (0.18, 0.13, 0.05), *look),
        block((0, 0, 0.13), (0.18, 0.13, 0.05), *look),
        rod((0, 0.05, 0), (0, 0.05, 0.24), 0.018, *look),
        rod((-0.12, 0.05, 0.23), (0.12, 0.05, 0.23), 0.008, *look),
    )


@register("a heavy workbench with a vise, drawers and a low shelf")
def workbench(*, width=1.5, depth=0.85, height=0.9, frame="pine", paint=None, metal="iron", metal_color=None) -> Shape:
    wood, iron = finish(frame, paint), finish(metal, metal_color)
    dark = darker(wood[0], 0.75), wood[1]
    d, top = depth - 0.2, height - 0.07
    x, z, z0 = width / 2 - 0.1, d / 2 - 0.06, -0.1
    parts = [place("leg", at=(s * x, 0, z0 + t * z), height=top, look=wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [block((0, top, z0 + d / 4 * (i - 1.5)), (width, 0.07, d / 4 - 0.006), *wood) for i in range(4)]
    parts += [block((0, 0.16, z0 + t * z), (2 * x, 0.09, 0.04), *wood) for t in (-1, 1)]
    parts.append(block((0, 0.25, z0), (2 * x - 0.08, 0.03, d - 0.16), *dark))
    parts.append(block((0, top - 0.15, z0 - 0.01), (2 * x - 0.1, 0.15, d - 0.14), *dark))
    parts += [
        place("drawer", at=(px, top - 0.14, z0 + d / 2 - 0.06), width=0.5, look=wood, metal=iron)
        for px in (-0.27, 0.27)
    ]
    clamp = library_call("vise", look=iron)
    parts.append(moved(clamp, (-width * 0.3, top - 0.065, z0 + d / 2 + 0.02)))
    return fitted(concat_shapes(*parts), width, height, depth)
