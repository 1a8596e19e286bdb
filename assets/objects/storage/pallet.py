# /// asset
# word = "pallet"
# synonyms = ["wooden pallet", "euro pallet", "shipping pallet", "pallets"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["wood"]
# [variants]
# stacked = {"stack of" = 5, "stacked" = 5}
# height = {"stack of" = 0.72, "stacked" = 0.72}
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved


@register("one wooden pallet")
def one_pallet(*, look):
    dark = (darker(look[0], 0.85), look[1])
    parts = []
    for x in (-1, 0, 1):
        parts.append(block((0, 0, x * 0.34), (1.2, 0.022, 0.1 if x else 0.14), *dark))
        parts.append(block((x * 0.53, 0.1, 0), (0.14, 0.022, 0.8), *dark))
        parts += [block((x * 0.53, 0.022, z * 0.34), (0.14, 0.078, 0.1 if z else 0.14), *dark) for z in (-1, 0, 1)]
    for i in range(5):
        tone = darker(look[0], 0.94 + 0.06 * ((i * 2) % 3) / 2)
        parts.append(block((0, 0.122, (i - 2) * 0.1675), (1.2, 0.022, 0.13), tone, look[1]))
    return concat_shapes(*parts)


@register("a wooden shipping pallet")
def pallet(*, width=1.2, height=0.144, depth=0.8, wood="pine", paint=None, stacked=1):
    look = finish(wood, paint)
    parts = [
        moved(
            library_call("one_pallet", look=look),
            (0.008 * ((i * 3) % 4 - 1.5) if stacked > 1 else 0, 0.144 * i, 0),
            0.02 * ((i * 2) % 3 - 1) if stacked > 1 else 0.0,
        )
        for i in range(stacked)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
