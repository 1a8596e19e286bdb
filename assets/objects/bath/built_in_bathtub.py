# /// asset
# word = "built-in bathtub"
# synonyms = ["alcove tub", "alcove bathtub", "rectangular bathtub", "bath with apron"]
# stands_for = ["shower tub", "corner bathtub"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["body", "tap"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, pipe, rod


@register("the rim round the water")
def rim(width, depth, look, bath, board):
    w, d = bath
    sides = (width - w) / 2
    ends = (depth - d) / 2
    parts = [block((s * (width - sides) / 2, 0, 0), (sides, board, depth), *look) for s in (-1, 1)]
    parts += [block((0, 0, t * (depth - ends) / 2), (w, board, ends), *look) for t in (-1, 1)]
    return concat_shapes(*parts)


@register("the tap with two handles")
def tap(look):
    return concat_shapes(
        pipe([(0, 0, 0), (0, 0.09, 0), (0.03, 0.12, 0), (0.1, 0.12, 0), (0.12, 0.09, 0)], 0.014, *look),
        *[rod((0, 0, z), (0, 0.05, z), 0.016, *look) for z in (-0.09, 0.09)],
        *[rod((-0.028, 0.055, z), (0.028, 0.055, z), 0.008, *look) for z in (-0.09, 0.09)],
    )


@register("a rectangular built-in bathtub filled with water")
def built_in_bathtub(*, width=1.6, depth=0.75, height=0.69, body="porcelain", paint=None, tap="chrome") -> Shape:
    look, metal = finish(body, paint), finish(tap)
    shade = darker(look[0], 0.9), look[1]
    top, bath = 0.56, (width - 0.3, depth - 0.18)
    parts = [block((0, 0.1, 0), (width - 0.01, 0.05, depth - 0.01), *look)]
    parts += [block((0, 0, t * (depth / 2 - 0.015)), (width, top - 0.03, 0.03), *look) for t in (-1, 1)]
    parts += [block((s * (width / 2 - 0.015), 0, 0), (0.03, top - 0.03, depth - 0.06), *look) for s in (-1, 1)]
    parts.append(block((0, 0.08, depth / 2), (width - 0.16, top - 0.2, 0.006), *shade))
    parts.append(
        moved(library_call("rim", width=width, depth=depth, look=look, bath=bath, board=0.04), (0, top - 0.04, 0))
    )
    parts += [block((0, 0.15, t * (bath[1] / 2)), (bath[0], 0.38, 0.012), *look) for t in (-1, 1)] + [
        block((s * bath[0] / 2, 0.15, 0), (0.012, 0.38, bath[1]), *look) for s in (-1, 1)
    ]
    water = block((0, 0.155, 0), (bath[0], 0.24, bath[1]), (0.55, 0.8, 0.86), {"roughness": 0.05, "opacity": 0.55})
    parts.append(place(water, at=(0, 0.155, 0), name="water"))
    parts.append(moved(library_call("tap", look=metal), (-width / 2 + 0.075, top, 0)))
    foam = [(0.1, 0.1, 0.09), (0.25, -0.1, 0.11), (0.38, 0.08, 0.1), (0.0, -0.05, 0.08), (0.45, -0.08, 0.08)]
    parts += [ellipsoid((x, 0.4, z), (r, r * 0.5, r), *finish("white foam")) for x, z, r in foam]
    return fitted(concat_shapes(*parts), width, height, depth)
