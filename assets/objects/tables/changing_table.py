# /// asset
# word = "changing table"
# synonyms = [
#     "baby changing table", "diaper changing table", "changing station", "nappy changing table", "changing dresser",
# ]
# category = "tables"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "mat_color"]
# materials = ["frame", "mat"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, pad


@register("the soft mat with raised sides")
def mat(width, depth, look):
    parts = [pad((0, 0, 0), (width, 0.05, depth), *look, edge=0.02)]
    parts += [pad((0, 0.02, s * (depth / 2 - 0.04)), (width, 0.07, 0.08), *look, edge=0.03) for s in (-1, 1)]
    parts.append(pad((-width * 0.38, 0.05, 0), (0.14, 0.05, depth * 0.6), (0.97, 0.97, 0.95), look[1], edge=0.04))
    return concat_shapes(*parts)


@register("a stack of folded nappies")
def nappies(look):
    return concat_shapes(*[pad((0, 0.04 * i, 0), (0.2, 0.04, 0.16), *look, edge=0.02) for i in range(4)])


@register("a storage basket")
def basket(look):
    return concat_shapes(block((0, 0, 0), (0.3, 0.17, 0.32), *look), block((0, 0.15, 0), (0.32, 0.025, 0.34), *look))


@register("a baby changing table with a raised rim, a soft mat and shelves")
def changing_table(
    *, width=0.9, depth=0.52, height=1.0, frame="white wood", paint=None, mat="mint green cotton", mat_color=None
) -> Shape:
    wood, cloth = finish(frame, paint), finish(mat, mat_color)
    x, z = width / 2 - 0.02, depth / 2 - 0.02
    parts = [block((s * x, 0, t * z), (0.04, 0.98, 0.04), *wood) for s in (-1, 1) for t in (-1, 1)]
    parts += [block((0, y, 0), (width - 0.02, 0.02, depth - 0.02), *wood) for y in (0.12, 0.47, 0.86)]
    parts += [block((s * (x + 0.01), 0.86, 0), (0.02, 0.14, depth), *wood) for s in (-1, 1)]
    parts.append(block((0, 0.86, -z - 0.01), (width, 0.14, 0.02), *wood))
    parts.append(block((0, 0.86, z + 0.01), (width, 0.05, 0.02), *wood))
    parts.append(block((0, 0.12, -z), (width, 0.05, 0.02), *wood))
    parts.append(place("mat", at=(0, 0.88, 0), width=width - 0.08, depth=depth - 0.08, look=cloth))
    parts += [place("nappies", at=(px, 0.49, 0.02), look=finish("white cotton")) for px in (-0.26, 0.0)]
    parts.append(place("basket", at=(0.25, 0.49, 0), look=finish("wicker")))
    parts += [place("basket", at=(px, 0.14, 0), look=finish("wicker")) for px in (-0.22, 0.22)]
    return fitted(concat_shapes(*parts), width, height, depth)
