# /// asset
# word = "shopping basket"
# synonyms = ["grocery basket", "supermarket basket", "hand basket", "store basket", "shopping baskets"]
# category = "shop"
# support = "floor"
# colors = ["paint", "handles"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved, pipe, rod


@register("the basket with its slotted sides")
def basket_part(*, paint):
    parts = [block((0, 0, 0), (0.38, 0.012, 0.25), darker(paint, 0.85))]
    for i in range(13):
        x = (i - 6) * 0.0335
        parts += [
            moved(block((0, 0, 0), (0.014, 0.21, 0.006), paint), (x * 0.9, 0.0, s * 0.125), s * 0.13, (1, 0, 0))
            for s in (-1, 1)
        ]
    for i in range(8):
        z = (i - 3.5) * 0.036
        for s in (-1, 1):
            parts.append(
                moved(block((0, 0, 0), (0.006, 0.21, 0.014), paint), (s * 0.19, 0.0, z * 0.92), -s * 0.13, (0, 0, 1))
            )
    for y, w, d in ((0.07, 0.402, 0.272), (0.135, 0.42, 0.29), (0.2, 0.442, 0.312)):
        tall = 0.03 if y > 0.15 else 0.014
        parts += [box((0, y, s * d / 2), (w + 0.01, tall, 0.012), paint) for s in (-1, 1)]
        parts += [box((s * w / 2, y, 0), (0.012, tall, d), paint) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("the two folding handles")
def handles_part(*, handles):
    parts = []
    for s in (-1, 1):
        path = [
            (-0.2, 0.2, s * 0.03),
            (-0.19, 0.32, s * 0.045),
            (-0.08, 0.36, s * 0.035),
            (0.08, 0.36, s * 0.035),
            (0.19, 0.32, s * 0.045),
            (0.2, 0.2, s * 0.03),
        ]
        parts.append(pipe(path, 0.007, handles))
        parts.append(rod((-0.06, 0.36, s * 0.035), (0.06, 0.36, s * 0.035), 0.0125, handles))
    return concat_shapes(*parts)


@register("a plastic shopping basket with two handles")
def shopping_basket(*, width=0.46, height=0.37, depth=0.33, paint=(0.82, 0.1, 0.12), handles=(0.12, 0.12, 0.13)):
    return fitted(
        concat_shapes(library_call("basket_part", paint=paint), library_call("handles_part", handles=handles)),
        width,
        height,
        depth,
    )
