# /// asset
# word = "folded napkin"
# synonyms = ["folded cloth napkin", "folded linen napkin", "cocktail napkin", "paper napkin", "folded serviette"]
# category = "tableware"
# support = "surface"
# colors = ["cloth", "hem"]
# materials = ["textile"]
# ///
from scene.language import *
from scene.language.modelling import box, finish, fitted, moved, rod


@register("one layer of the folded cloth, its hem along the open sides")
def layer(*, width, depth, thick, look, hem):
    inset, line = 0.012, 0.003
    return concat_shapes(
        box((0, thick / 2, 0), (width, thick, depth), *look),
        box((width / 2 - inset, thick / 2, 0), (line, thick * 1.02, depth - 2 * inset), hem, look[1]),
        box((0, thick / 2, depth / 2 - inset), (width - 2 * inset, thick * 1.02, line), hem, look[1]),
    )


@register("a linen napkin folded in four, with a stitched hem")
def folded_napkin(*, width=0.18, depth=0.18, height=0.014, cloth=None, hem=(0.62, 0.25, 0.22), textile="linen"):
    look = finish(textile, cloth)
    thick = height / 4

    def sheet(i):
        # each layer a little short of the one below it, and folded at the back and the left
        short = 0.0025 * i
        piece = library_call("layer", width=width - short, depth=depth - short, thick=thick * 0.94, look=look, hem=hem)
        return moved(piece, (-short / 2, i * thick, -short / 2))

    fold = rod(
        (-width / 2, height / 2, -depth / 2 + height / 2),
        (width / 2 - 0.0075, height / 2, -depth / 2 + height / 2),
        height / 2,
        *look,
    )
    whole = concat_shapes(loop(4, sheet), fold)
    return fitted(whole, width, height, depth)
