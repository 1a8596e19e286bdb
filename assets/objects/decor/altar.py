# /// asset
# word = "altar"
# synonyms = ["church altar", "altar table", "stone altar", "communion table"]
# category = "decor"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["paint", "cloth"]
# materials = ["stone"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, rod


@register("the stone block with pilasters and panels")
def block_part(*, look):
    dark, pale = (darker(look[0], 0.82), look[1]), look
    parts = [
        block((0, 0, 0), (1.7, 0.1, 0.78), *dark),
        block((0, 0.1, 0), (1.56, 0.05, 0.68), *pale),
        block((0, 0.15, 0), (1.46, 0.7, 0.58), *pale),
        block((0, 0.85, 0), (1.6, 0.05, 0.7), *pale),
        block((0, 0.9, 0), (1.8, 0.08, 0.84), *pale),
    ]
    for i in range(4):
        x = (i - 1.5) * 0.47
        parts.append(rod((x, 0.15, 0.29), (x, 0.85, 0.29), 0.045, *pale))
        parts += [block((x, y, 0.3), (0.12, 0.04, 0.1), *dark) for y in (0.15, 0.81)]
    for i in range(3):
        x = (i - 1) * 0.47
        parts.append(box((x, 0.5, 0.292), (0.3, 0.48, 0.01), *dark))
    parts.append(box((0, 0.5, 0.3), (0.045, 0.34, 0.012), *finish("gold")))
    parts.append(box((0, 0.56, 0.3), (0.2, 0.045, 0.0125), *finish("gold")))
    return concat_shapes(*parts)


@register("the altar cloth with its fringe")
def cloth_part(*, cloth):
    soft = {"roughness": 0.9}
    gold = (0.85, 0.68, 0.25)
    parts = [
        block((0, 0.98, 0), (1.82, 0.008, 0.86), cloth, soft),
        box((0, 0.87, 0.428), (0.6, 0.235, 0.008), cloth, soft),
        *[box((s * 0.914, 0.87, 0), (0.008, 0.235, 0.86), cloth, soft) for s in (-1, 1)],
        box((0, 0.775, 0.431), (0.6, 0.02, 0.008), gold),
        box((0, 0.745, 0.43), (0.6, 0.02, 0.004), darker(gold, 0.8)),
        box((0, 0.88, 0.433), (0.03, 0.12, 0.004), gold),
        box((0, 0.9, 0.433), (0.08, 0.03, 0.0045), gold),
    ]
    return concat_shapes(*parts)


@register("a stone altar with a cloth and a cross")
def altar(*, width=1.83, height=0.99, depth=0.87, stone="marble", paint=None, cloth=(0.95, 0.94, 0.9)):
    whole = concat_shapes(
        library_call("block_part", look=finish(stone, paint)), library_call("cloth_part", cloth=cloth)
    )
    return fitted(whole, width, height, depth)
