# /// asset
# word = "bouncy castle"
# synonyms = [
#     "bounce house", "inflatable castle", "bouncing castle", "jumping castle", "inflatable slide", "moon bounce",
# ]
# category = "outdoor"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["first", "second", "third"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, cone, fitted, pad, rod, upright_pad

SOFT = {"roughness": 0.4}


@register("an inflated round tower with a pointed roof")
def tower(*, x, z, tone, top, roof):
    rings = [rod((x, 0.3 + 0.42 * i, z), (x, 0.68 + 0.42 * i, z), 0.36, tone if i % 2 else top, SOFT) for i in range(6)]
    bulges = [ball((x, 0.5 + 0.42 * i, z), 0.4, tone if i % 2 else top, SOFT) for i in range(6)]
    return concat_shapes(
        *rings, *bulges, cone((x, 2.75, z), (x, 3.75, z), 0.52, roof, SOFT), ball((x, 3.75, z), 0.1, top)
    )


@register("a bouncy castle with four towers")
def bouncy_castle(
    *, width=4.4, height=3.9, depth=4.8, first=(0.88, 0.16, 0.14), second=(0.98, 0.8, 0.1), third=(0.12, 0.4, 0.8)
):
    parts = [pad((0, 0, 0), (4.2, 0.55, 4.2), third, SOFT), pad((0, 0, 2.1), (2.2, 0.3, 0.8), second, SOFT)]
    parts += [
        rod((-1.6 + 0.4 * i, 0.52, -1.7), (-1.6 + 0.4 * i, 0.52, 1.8), 0.12, second if i % 2 else first, SOFT)
        for i in range(9)
    ]
    for s in (-1, 1):
        parts += [pad((s * 1.8, 0.5, 0), (0.5, 0.9, 3.4), first if s > 0 else second, SOFT)]
    parts.append(upright_pad((0, 0.5, -1.8), (3.4, 1.5, 0.5), first, SOFT))
    parts += [upright_pad((-1.2 + 0.8 * i, 1.85, -1.8), (0.45, 0.5, 0.45), second, SOFT) for i in range(4)]
    for x, z in ((-1.8, -1.8), (1.8, -1.8), (-1.8, 1.8), (1.8, 1.8)):
        parts.append(library_call("tower", x=x, z=z, tone=first, top=second, roof=third))
    parts += [
        rod((-1.8, 2.55, 1.8), (1.8, 2.55, 1.8), 0.24, second, SOFT),
        box((0, 2.6, 2.04), (1.8, 0.3, 0.03), first),
    ]
    parts += [box((-0.7 + 0.2 * i, 2.6, 2.06), (0.12, 0.16, 0.02), (0.98, 0.97, 0.94)) for i in range(8)]
    return fitted(concat_shapes(*parts), width, height, depth)
