# /// asset
# word = "bleachers"
# synonyms = ["bleacher", "grandstand", "stands", "stadium seats", "spectator stand", "tiered benches"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, finish, fitted, rod


@register("a row with its bench and foot board")
def row(*, index, width, paint, look):
    y, z = 0.42 + 0.36 * index, 1.0 - 0.72 * index
    parts = [block((0, y, z), (width, 0.04, 0.28), paint, {"roughness": 0.4})]
    if index:
        parts.append(block((0, y - 0.4, z + 0.18), (width, 0.03, 0.4), *look))
    n = max(2, round(width / 1.5) + 1)
    for i in range(n):
        x = (i / (n - 1) - 0.5) * (width - 0.3)
        parts.append(block((x, 0, z), (0.05, y, 0.05), *look))
    return concat_shapes(*parts)


@register("the braces and the guard rails")
def frame(*, rows, width, look):
    n = max(2, round(width / 1.5) + 1)
    back, top = 1.0 - 0.72 * (rows - 1), 0.42 + 0.36 * (rows - 1)
    parts = []
    for i in range(n):
        x = (i / (n - 1) - 0.5) * (width - 0.3)
        parts.append(beam((x, 0.36, 1.0), (x, top - 0.06, back), (0.04, 0.05), *look))
        parts.append(beam((x, 0.03, 1.1), (x, 0.03, back - 0.15), (0.05, 0.05), *look))
        parts.append(rod((x, top, back - 0.16), (x, top + 0.75, back - 0.16), 0.02, *look))
        parts.append(beam((x, 0.03, 1.0), (x, top * 0.7, back), (0.03, 0.03), *look))
    parts += [
        rod((-width / 2 + 0.15, top + y, back - 0.16), (width / 2 - 0.15, top + y, back - 0.16), 0.02, *look)
        for y in (0.4, 0.75)
    ]
    for s in (-1, 1):
        x = s * (width / 2 - 0.15)
        parts.append(rod((x, 0.9, 0.9), (x, top + 0.75, back - 0.16), 0.02, *look))
        parts.append(rod((x, 0.4, 0.9), (x, 0.9, 0.9), 0.02, *look))
    return concat_shapes(*parts)


@register("bleachers with four rows of benches")
def bleachers(*, width=4.0, height=2.3, depth=2.7, metal="aluminium", paint=(0.18, 0.35, 0.62)):
    look = finish(metal)
    whole = concat_shapes(
        *[library_call("row", index=i, width=width, paint=paint, look=look) for i in range(4)],
        library_call("frame", rows=4, width=width, look=look),
    )
    return fitted(whole, width, height, depth)
