# /// asset
# word = "portable barre"
# synonyms = ["freestanding barre", "free-standing barre", "standing barre", "portable ballet barre"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# materials = ["wood", "metal"]
# ///
from scene.language import *
from scene.language.modelling import ball, finish, fitted, pipe, rod


@register("an end frame with its foot")
def stand(*, x, look):
    return concat_shapes(
        pipe([(x, 0.03, -0.26), (x, 0.1, -0.14), (x, 0.12, 0), (x, 0.1, 0.14), (x, 0.03, 0.26)], 0.022, *look),
        *[ball((x, 0.026, s * 0.265), 0.026, *finish("rubber")) for s in (-1, 1)],
        rod((x, 0.1, 0), (x, 1.06, 0), 0.022, *look),
        rod((x, 0.5, 0), (x, 0.6, 0), 0.029, *look),
        *[ball((x, y, 0), 0.034, *look) for y in (1.06, 0.8)],
    )


@register("a portable barre with two wooden bars on metal feet")
def portable_barre(*, width=1.6, height=1.1, depth=0.56, wood="beech", paint=None, metal="black metal"):
    look, steel = finish(wood, paint), finish(metal)
    half = width / 2
    whole = concat_shapes(
        *[library_call("stand", x=s * (half - 0.14), look=steel) for s in (-1, 1)],
        *[rod((-half, y, 0), (half, y, 0), 0.02, *look) for y in (1.06, 0.8)],
        *[ball((s * half, y, 0), 0.02, *look) for y in (1.06, 0.8) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
