# /// asset
# word = "hanging pan"
# synonyms = ["hanging pot", "hanging saucepan", "hanging cooking pot", "hanging skillet"]
# category = "kitchen"
# support = "ceiling"
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import beam, finish, fitted, hoop, rod


@register("a pan that hangs by its long handle, its mouth to the front")
def pan(*, look):
    iron = finish("iron")
    return concat_shapes(
        rod((0, 0.12, -0.05), (0, 0.12, 0.045), 0.118, *look),
        rod((0, 0.12, 0.045), (0, 0.12, 0.05), 0.122, *look),
        rod((0, 0.12, 0.048), (0, 0.12, 0.052), 0.108, *finish("steel")),
        beam((0, 0.23, 0.03), (0, 0.42, 0.03), (0.026, 0.009), *iron),
        hoop(0.014, 0.005, *iron, center=(0, 0.434, 0.03), axis=(0, 0, 1), parts=10),
    )


@register("a pan that hangs by its handle from a hook on a long rod")
def hanging_pan(*, width=0.245, height=0.95, depth=0.13, metal="copper"):
    iron = finish("iron")
    return fitted(
        concat_shapes(
            library_call("pan", look=finish(metal)),
            rod((0, 0.44, 0.03), (0, 0.94, 0.03), 0.005, *iron),
            rod((0, 0.94, 0.03), (0, 0.95, 0.03), 0.025, *iron),
        ),
        width, height, depth,
    )  # fmt: skip
