# /// asset
# word = "hat"
# synonyms = ["fedora", "straw hat", "sun hat"]
# stands_for = ["beanie", "top hat", "cowboy hat", "chef hat", "bonnet"]
# category = "textiles"
# support = "surface"
# colors = ["felt", "band"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, fitted, lathe, rod, stretched


@register("the crown with its band")
def crown_part(*, felt, band):
    soft = {"roughness": 0.9}
    return concat_shapes(
        stretched(
            lathe([(0.092, 0.008), (0.088, 0.07), (0.08, 0.11), (0.06, 0.128)], felt, soft, slices=44), (0.92, 1, 1.05)
        ),
        stretched(rod((0, 0.012, 0), (0, 0.042, 0), 0.0945, band), (0.92, 1, 1.05)),
        ellipsoid((0, 0.122, 0), (0.056, 0.018, 0.066), felt, soft),
    )


@register("the brim")
def brim_part(*, felt):
    return concat_shapes(ellipsoid((0, 0.006, 0), (0.15, 0.006, 0.16), felt, {"roughness": 0.9}))


@register("a brimmed hat with a band")
def hat(*, width=0.3, height=0.14, depth=0.32, felt=(0.55, 0.44, 0.32), band=(0.2, 0.16, 0.14)):
    whole = concat_shapes(library_call("crown_part", felt=felt, band=band), library_call("brim_part", felt=felt))
    return fitted(whole, width, height, depth)
