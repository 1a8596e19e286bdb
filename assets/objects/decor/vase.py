# /// asset
# word = "vase"
# synonyms = ["decorative vase", "ceramic vase", "porcelain vase"]
# stands_for = ["urn", "amphora"]
# category = "decor"
# support = "surface"
# colors = ["glaze", "bands"]
# materials = ["ware"]
# ///
from scene.language import *
from scene.language.modelling import finish, lathe, rod, round_wall


@register("the belly")
def belly(*, radius, height, look):
    profile = [
        (radius * 0.55, 0),
        (radius * 0.58, 0.02),
        (radius * 0.78, 0.14),
        (radius * 0.95, 0.3),
        (radius, 0.42),
        (radius * 0.94, 0.54),
        (radius * 0.74, 0.68),
        (radius * 0.5, 0.8),
        (radius * 0.38, 0.9),
        (radius * 0.38, 0.95),
        (radius * 0.42, 1.0),
    ]
    return lathe([(r, y * height) for r, y in profile], *look, slices=56)


@register("the flared lip around the dark opening")
def lip(*, radius, base, top, look):
    return concat_shapes(
        round_wall((radius * 0.4, base), (radius * 0.58, top), radius * 0.07, *look, panels=24),
        rod((0, base, 0), (0, base + (top - base) * 0.3, 0), radius * 0.38, (0.08, 0.08, 0.09)),
    )


@register("the painted bands")
def painted_bands(*, radius, height, bands):
    return concat_shapes(
        *[
            rod((0, y * height, 0), (0, (y + t) * height, 0), radius * r, bands, {"roughness": 0.25})
            for y, t, r in ((0.36, 0.018, 0.995), (0.4, 0.05, 1.008), (0.47, 0.018, 0.995))
        ]
    )


@register("a tall curved vase with a narrow neck and painted bands")
def vase(*, width=0.2, height=0.36, glaze=None, bands=(0.93, 0.88, 0.76), ware="blue ceramic"):
    radius, neck, look = width / 2 / 1.008, height * 0.92, finish(ware, glaze)
    return concat_shapes(
        library_call("belly", radius=radius, height=neck, look=look),
        library_call("painted_bands", radius=radius, height=neck, bands=bands),
        library_call("lip", radius=radius, base=neck * 0.99, top=height * 0.997, look=look),
    )
