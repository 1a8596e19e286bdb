# /// asset
# word = "station canopy"
# synonyms = ["petrol station canopy", "gas station canopy", "forecourt canopy", "filling station roof", "forecourt roof"]
# category = "outdoor"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, rod

WHITE = (0.94, 0.94, 0.93)


@register("the columns on their feet")
def columns(*, width, paint):
    parts = []
    for s in (-1, 1):
        x = s * width * 0.36
        parts.append(block((x, 0, 0), (0.42, 3.9, 0.42), WHITE, {"roughness": 0.4}))
        parts.append(block((x, 0, 0), (0.5, 0.5, 0.5), darker(paint, 0.8)))
        parts += [block((x, 0.5 + 0.0, 0), (0.43, 0.9, 0.43), paint, {"roughness": 0.35})]
    return concat_shapes(*parts)


@register("the flat roof with its coloured fascia and the lamps below")
def roof(*, width, depth, paint):
    parts = [
        block((0, 3.9, 0), (width - 0.1, 0.5, depth - 0.1), WHITE, {"roughness": 0.5}),
        block((0, 4.02, 0), (width, 0.4, depth), paint, {"roughness": 0.35}),
        block((0, 4.08, 0), (width + 0.01, 0.09, depth + 0.01), WHITE),
    ]
    for i in range(4):
        for k in (-1, 1):
            x = (i - 1.5) * width / 4
            parts.append(box((x, 3.895, k * depth / 4), (0.6, 0.02, 0.6), (1.0, 0.98, 0.92), {"emission": 1.5}))
    for s in (-1, 1):
        parts.append(rod((0, 4.22, s * depth / 2), (0, 4.22, s * (depth / 2 + 0.02)), 0.19, WHITE))
        parts.append(rod((0, 4.22, s * depth / 2), (0, 4.22, s * (depth / 2 + 0.03)), 0.12, paint))
    return concat_shapes(*parts)


@register("a flat canopy on two columns, lit from below")
def station_canopy(*, width=9.0, height=4.42, depth=5.0, paint=(0.78, 0.1, 0.1)):
    whole = concat_shapes(
        library_call("columns", width=width, paint=paint), library_call("roof", width=width, depth=depth, paint=paint)
    )
    return fitted(whole, width, height, depth)
