# /// asset
# word = "socket"
# synonyms = [
#     "electrical outlet", "power outlet", "wall socket", "power socket", "outlet", "electric socket", "wall outlet",
#     "plug socket", "electrical socket",
# ]
# category = "electronics"
# support = "wall"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, rod


@register("one round socket with its two holes")
def insert(*, x, paint):
    black = (0.06, 0.06, 0.06)
    return concat_shapes(
        box((x, 0.041, 0.004), (0.066, 0.066, 0.008), darker(paint, 0.97)),
        rod((x, 0.041, 0.007), (x, 0.041, 0.0095), 0.026, darker(paint, 0.8)),
        rod((x, 0.041, 0.008), (x, 0.041, 0.0102), 0.022, darker(paint, 0.62)),
        *[rod((x + s * 0.0095, 0.041, 0.009), (x + s * 0.0095, 0.041, 0.011), 0.0032, black) for s in (-1, 1)],
        *[box((x, 0.041 + s * 0.0205, 0.0098), (0.008, 0.005, 0.0022), (0.7, 0.68, 0.6)) for s in (-1, 1)],
    )


@register("a double wall socket")
def socket(*, width=0.155, height=0.082, depth=0.012, paint=(0.95, 0.95, 0.93)):
    return fitted(
        concat_shapes(
            box((0, 0.041, 0.003), (0.155, 0.082, 0.006), paint, {"roughness": 0.35}),
            *[library_call("insert", x=s * 0.036, paint=paint) for s in (-1, 1)],
        ),
        width,
        height,
        depth,
    )
