# /// asset
# word = "wall hook"
# synonyms = [
#     "hook", "hooks", "coat hook", "coat hooks", "wall hooks", "robe hook", "towel hook", "key hook", "key hooks",
#     "pegs", "peg",
# ]
# category = "storage"
# support = "wall"
# colors = ["paint"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, ellipsoid, fitted, tube


@register("the plate")
def plate_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        box((0, 0.085, 0.008), (0.075, 0.15, 0.016), *look),
        *[ball((0, y, 0.0165), 0.004, *surface("steel")) for y in (0.145, 0.03)],
    )


@register("the double hook")
def hook_part(*, paint):
    metal = {"metallic": 0.8, "roughness": 0.35}
    low = tube(
        [(0, 0.09, 0.016), (0, 0.05, 0.03), (0, 0.035, 0.055), (0, 0.05, 0.075), (0, 0.066, 0.08)], 0.0065, paint, metal
    )
    high = tube([(0, 0.09, 0.016), (0, 0.1, 0.05), (0, 0.13, 0.075), (0, 0.15, 0.08)], 0.0065, paint, metal)
    return concat_shapes(
        low,
        high,
        ball((0, 0.068, 0.08), 0.0095, paint, metal),
        ball((0, 0.152, 0.08), 0.0105, paint, metal),
        ellipsoid((0, 0.09, 0.017), (0.018, 0.03, 0.006), paint, metal),
    )


@register("a hook on a wooden plate")
def wall_hooks(*, width=0.08, height=0.16, depth=0.09, paint=(0.2, 0.2, 0.21), wood="oak"):
    whole = concat_shapes(library_call("plate_part", wood=wood), library_call("hook_part", paint=paint))
    return fitted(whole, width, height, depth)
