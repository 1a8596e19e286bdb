# /// asset
# word = "shower curtain"
# synonyms = ["bath curtain", "bathtub curtain"]
# category = "bath"
# support = "wall"
# colors = ["paint"]
# materials = ["cloth", "rod"]
# ///
from scene.language import *
from scene.language.modelling import disc, ellipsoid, finish, fitted, moved, pipe


@register("a fold of the curtain")
def fold(width, height, look):
    return disc((0, 0, 0), (width / 2, 0.025), height, *look)


@register("a curtain ring")
def hook(look):
    return ellipsoid((0, 0, 0), (0.004, 0.03, 0.022), *look)


@register("a shower curtain on rings along a rod")
def shower_curtain(*, width=1.6, depth=0.09, height=1.95, cloth="pastel blue vinyl", paint=None, rod="chrome") -> Shape:
    vinyl, metal = finish(cloth, paint), finish(rod)
    pale = tuple(min(1.0, 0.75 * c + 0.25) for c in vinyl[0]), vinyl[1]
    n, y = 16, height - 0.06
    covered = width * 0.86
    bar = pipe([(-width / 2, height - 0.03, 0), (width / 2, height - 0.03, 0)], 0.014, *metal)
    parts = [bar]
    for i in range(n):
        x = -width / 2 + 0.02 + covered / n * (i + 0.5)
        strip = library_call("fold", width=covered / n * 1.25, height=y - 0.02, look=vinyl if i % 2 else pale)
        parts.append(moved(strip, (x, 0, 0.018 if i % 2 else -0.018)))
        parts.append(moved(library_call("hook", look=metal), (x, height - 0.04, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
