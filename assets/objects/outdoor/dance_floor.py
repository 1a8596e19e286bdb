# /// asset
# word = "dance floor"
# synonyms = ["dancefloor", "disco floor", "lit dance floor", "led dance floor"]
# category = "outdoor"
# support = "rug"
# colors = ["first", "second", "third", "fourth"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted


@register("the glowing squares")
def squares(*, width, depth, tones):
    nx, nz = max(3, round(width / 0.5)), max(3, round(depth / 0.5))
    dx, dz = (width - 0.1) / nx, (depth - 0.1) / nz
    parts = []
    for i in range(nx):
        for k in range(nz):
            tone = tones[(i + 2 * k + (i * k) % 3) % 4]
            at = ((i - (nx - 1) / 2) * dx, 0.65, (k - (nz - 1) / 2) * dz)
            parts.append(box(at, (dx - 0.025, 0.7, dz - 0.025), tone, {"emission": 0.7, "roughness": 0.1}))
    return concat_shapes(*parts)


@register("a dance floor of glowing squares")
def dance_floor(
    *,
    width=4.0,
    height=0.003,
    depth=4.0,
    first=(0.95, 0.2, 0.6),
    second=(0.2, 0.55, 0.98),
    third=(0.98, 0.8, 0.2),
    fourth=(0.45, 0.2, 0.85),
):
    whole = concat_shapes(
        box((0, 0.4, 0), (width, 0.8, depth), (0.07, 0.07, 0.08), {"roughness": 0.2}),
        library_call("squares", width=width, depth=depth, tones=(first, second, third, fourth)),
    )
    return fitted(whole, width, height, depth)
