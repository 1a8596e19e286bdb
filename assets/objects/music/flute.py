# /// asset
# word = "flute"
# synonyms = ["piccolo"]
# stands_for = ["clarinet", "oboe", "recorder", "pan flute", "harmonica", "whistle", "kazoo"]
# category = "music"
# support = "surface"
# colors = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, rod


@register("the tube")
def pipe(*, metal):
    look = {"metallic": 0.9, "roughness": 0.2}
    return concat_shapes(
        rod((-0.33, 0.014, 0), (0.33, 0.014, 0), 0.0125, metal, look),
        *[
            rod((x, 0.014, 0), (x + 0.012, 0.014, 0), 0.014, darker(metal, 0.85), look)
            for x in (-0.33, -0.13, 0.2, 0.318)
        ],
        ellipsoid((-0.24, 0.027, 0), (0.016, 0.003, 0.011), darker(metal, 0.9), look),
    )


@register("the keys")
def key_caps(*, metal):
    look = {"metallic": 0.9, "roughness": 0.2}
    return concat_shapes(
        *[
            concat_shapes(
                rod((-0.07 + 0.032 * i, 0.025, 0), (-0.07 + 0.032 * i, 0.031, 0), 0.0105, metal, look),
                rod((-0.07 + 0.032 * i, 0.027, 0), (-0.07 + 0.032 * i, 0.023, 0.016), 0.002, metal, look),
            )
            for i in range(10)
        ],
        rod((-0.09, 0.022, 0.0165), (0.25, 0.022, 0.0165), 0.0024, metal, look),
    )


@register("a flute with its keys")
def flute(*, width=0.66, height=0.04, depth=0.04, metal=(0.84, 0.85, 0.88)):
    whole = concat_shapes(library_call("pipe", metal=metal), library_call("key_caps", metal=metal))
    return fitted(whole, width, height, depth)
