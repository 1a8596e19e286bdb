# /// asset
# word = "mask"
# synonyms = ["wall mask", "african mask", "tribal mask"]
# stands_for = ["venetian mask", "carnival mask", "theater mask", "theatre mask", "tiki mask", "samurai mask"]
# category = "decor"
# support = "wall"
# colors = ["wood", "accent"]
# ///
from scene.language import *
from scene.language.modelling import cone, darker, ellipsoid, fitted


@register("the face")
def face_part(*, wood):
    look = {"roughness": 0.5}
    return concat_shapes(
        ellipsoid((0, 0.17, 0.0), (0.105, 0.17, 0.075), wood, look),
        ellipsoid((0, 0.15, 0.07), (0.018, 0.055, 0.028), darker(wood, 0.85), look),
        *[ellipsoid((s * 0.045, 0.215, 0.064), (0.032, 0.012, 0.014), darker(wood, 0.75), look) for s in (-1, 1)],
        *[ellipsoid((s * 0.045, 0.192, 0.066), (0.026, 0.012, 0.01), (0.06, 0.05, 0.05)) for s in (-1, 1)],
        ellipsoid((0, 0.072, 0.058), (0.036, 0.014, 0.014), darker(wood, 0.6), look),
        ellipsoid((0, 0.072, 0.066), (0.024, 0.006, 0.01), (0.06, 0.05, 0.05)),
    )


@register("the painted marks and the crest")
def marks(*, accent):
    stripes = [
        ellipsoid((s * 0.06, 0.13 - 0.028 * k, 0.058 - 0.004 * k), (0.024, 0.006, 0.008), accent)
        for s in (-1, 1)
        for k in range(3)
    ]
    crest = [cone((0.02 * i, 0.31, 0.01), (0.036 * i, 0.36 - 0.008 * abs(i), 0.0), 0.014, accent) for i in range(-4, 5)]
    return concat_shapes(
        *stripes,
        *crest,
        *[ellipsoid((0, 0.26 + 0.018 * k, 0.062 - 0.008 * k), (0.006, 0.008, 0.006), accent) for k in range(3)],
    )


@register("a carved mask")
def mask(*, width=0.24, height=0.36, depth=0.12, wood=(0.45, 0.27, 0.15), accent=(0.93, 0.87, 0.7)):
    whole = concat_shapes(library_call("face_part", wood=wood), library_call("marks", accent=accent))
    return fitted(whole, width, height, depth)
