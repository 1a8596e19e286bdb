# /// asset
# word = "toaster"
# synonyms = ["bread toaster", "two-slice toaster", "retro toaster"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, pad, rod


@register("a slice of toast")
def toast(look):
    crust = finish("brown cork")
    return concat_shapes(
        block((0, 0, 0), (0.098, 0.09, 0.014), *look),
        block((0, 0, 0), (0.108, 0.094, 0.01), *crust),
        ellipsoid((-0.025, 0.09, 0), (0.034, 0.018, 0.007), *crust),
        ellipsoid((0.025, 0.09, 0), (0.034, 0.018, 0.007), *crust),
    )


@register("the lever")
def lever(look):
    return concat_shapes(
        block((0, 0, 0), (0.006, 0.1, 0.014), *finish("black plastic")),
        pad((0.014, 0.07, 0), (0.03, 0.016, 0.04), *look, edge=0.008),
    )


@register("a two-slot toaster with toast popping up")
def toaster(*, width=0.31, depth=0.18, height=0.23, body="chrome", paint=None) -> Shape:
    look, black = finish(body, paint), finish("black plastic")
    w, d = 0.27, 0.17
    parts = [pad((0, 0.015, 0), (w, 0.16, d), *look, edge=0.05), block((0, 0, 0), (w - 0.03, 0.03, d - 0.01), *black)]
    parts += [block((s * (w / 2 - 0.002), 0.03, 0), (0.008, 0.12, d - 0.05), *black) for s in (-1, 1)]
    parts += [block((0, 0.173, t * 0.036), (0.17, 0.004, 0.026), *black) for t in (-1, 1)]
    parts += [place("toast", at=(0, 0.115, t * 0.036), look=finish("golden oak")) for t in (-1, 1)]
    parts.append(moved(library_call("lever", look=black), (w / 2, 0.05, 0)))
    parts.append(rod((w / 2, 0.045, 0.05), (w / 2 + 0.014, 0.045, 0.05), 0.015, *finish("steel")))
    return fitted(concat_shapes(*parts), width, height, depth)
