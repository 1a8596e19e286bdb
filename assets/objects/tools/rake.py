# /// asset
# word = "rake"
# synonyms = ["garden rake", "leaf rake"]
# stands_for = ["hoe", "garden hoe"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import fitted, rod, tube


@register("the head with its tines")
def head_part(*, paint):
    metal = {"metallic": 0.5, "roughness": 0.4}
    tines = [
        tube([(0.025 * i, 1.4, 0), (0.025 * i, 1.38, 0.05), (0.025 * i, 1.34, 0.075)], 0.0045, paint, metal)
        for i in range(-8, 9)
    ]
    braces = [tube([(0, 1.22, 0), (s * 0.1, 1.32, 0), (s * 0.14, 1.4, 0)], 0.006, paint, metal) for s in (-1, 1)]
    return concat_shapes(
        rod((-0.205, 1.4, 0), (0.205, 1.4, 0), 0.009, paint, metal),
        *tines,
        *braces,
        rod((0, 1.15, 0), (0, 1.26, 0), 0.017, paint, metal),
    )


@register("the pole")
def pole_part(*, wood):
    return rod((0, 0, 0), (0, 1.2, 0), 0.0145, *surface(wood))


@register("a garden rake")
def rake(*, width=0.42, height=1.5, depth=0.12, paint=(0.25, 0.4, 0.3), wood="ash"):
    whole = concat_shapes(library_call("head_part", paint=paint), library_call("pole_part", wood=wood))
    return fitted(whole, width, height, depth)
