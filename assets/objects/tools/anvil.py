# /// asset
# word = "anvil"
# synonyms = ["blacksmith's anvil", "blacksmith anvil", "iron anvil", "forging anvil"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["metal", "stump"]
# ///
from scene.language import *
from scene.language.modelling import block, box, cone, darker, finish, fitted, hoop, lathe, moved, rod, stretched


@register("the log that carries it")
def log(*, look):
    dark = (darker(look[0], 0.6), look[1])
    rings = [hoop(0.05 * k, 0.003, *dark, center=(0, 0.501, 0), parts=18) for k in (1, 2, 3, 4)]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.5, 0), 0.24, *dark),
        rod((0, 0.49, 0), (0, 0.503, 0), 0.225, *look),
        *rings,
        *[hoop(0.242, 0.014, *finish("rusty metal"), center=(0, y, 0), parts=30) for y in (0.12, 0.4)],
    )


@register("the anvil's body with its horn")
def iron_part(*, look):
    shine = (tuple(min(1.0, 1.7 * c) for c in look[0]), {"metallic": 0.9, "roughness": 0.25})
    waist = stretched(
        lathe([(0.15, 0.0), (0.13, 0.03), (0.075, 0.09), (0.075, 0.12), (0.12, 0.18)], *look, slices=30), (1, 1, 0.6)
    )
    horn = stretched(cone((-0.1, 0, 0), (-0.4, 0.03, 0), 0.075, *look), (1, 0.9, 0.85))
    return concat_shapes(
        block((0, 0.5, 0), (0.32, 0.03, 0.2), *look),
        moved(waist, (0, 0.53, 0)),
        box((0.06, 0.745, 0), (0.36, 0.09, 0.12), *look),
        box((0.03, 0.792, 0), (0.4, 0.012, 0.122), *shine),
        box((0.2, 0.725, 0), (0.12, 0.06, 0.1), *look),
        moved(horn, (-0.04, 0.737, 0)),
        box((-0.145, 0.755, 0), (0.07, 0.06, 0.115), *look),
        box((0.16, 0.7985, 0.02), (0.025, 0.003, 0.025), (0.03, 0.03, 0.03)),
        rod((0.12, 0.797, -0.02), (0.12, 0.8, -0.02), 0.009, (0.03, 0.03, 0.03)),
    )


@register("an anvil on a log")
def anvil(*, width=0.72, height=0.8, depth=0.51, metal="cast iron", paint=None, stump="oak"):
    whole = concat_shapes(library_call("log", look=finish(stump)), library_call("iron_part", look=finish(metal, paint)))
    return fitted(whole, width, height, depth)
