# /// asset
# word = "pepper mill"
# synonyms = ["pepper grinder", "salt mill", "salt grinder", "grinder", "mill"]
# stands_for = ["spice grinder"]
# category = "tableware"
# support = "surface"
# colors = ["paint"]
# materials = ["wood", "fitting"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, lathe, rod


@register("the turned body")
def mill_body(*, radius, height, look):
    profile = [
        (radius, 0),
        (radius, height * 0.12),
        (radius * 0.82, height * 0.2),
        (radius * 0.62, height * 0.5),
        (radius * 0.72, height * 0.8),
        (radius * 0.9, height),
    ]
    return lathe(profile, *look, slices=28)


@register("the head that turns, with its knob")
def mill_head(*, radius, base, height, look, fitting):
    return concat_shapes(
        rod((0, base, 0), (0, base + height * 0.08, 0), radius * 0.8, *surface(fitting)),
        ellipsoid((0, base + height * 0.45, 0), (radius * 0.92, height * 0.4, radius * 0.92), *look),
        ellipsoid((0, base + height * 0.9, 0), (radius * 0.24, height * 0.1, radius * 0.24), *surface(fitting)),
    )


@register("a tall turned wooden pepper mill with a metal knob")
def pepper_mill(*, width=0.06, height=0.22, paint=None, wood="walnut", fitting="steel"):
    look, neck = finish(wood, paint), height * 0.68
    return concat_shapes(
        library_call("mill_body", radius=width / 2, height=neck, look=look),
        library_call("mill_head", radius=width / 2, base=neck, height=height - neck, look=look, fitting=fitting),
    )
