# /// asset
# word = "stove"
# synonyms = [
#     "oven", "range", "cooker", "kitchen stove", "gas stove", "range cooker", "electric stove", "kitchen range",
# ]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["body"]
# [variants]
# burners = {"six burner" = 6, "4 burner" = 4, "four burner" = 4}
# width = {"six burner" = 0.9, "large" = 0.9}
# [joints.oven_door]
# hinge = "bottom"
# reach = 85
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, finish, fitted, moved, ring, rod, tray


@register("a gas burner under its grate")
def burner(radius, look):
    dark = finish("cast iron")
    bars = [
        block((0, 0.022, 0), (radius * 2.3, 0.014, 0.014), *dark),
        block((0, 0.022, 0), (0.014, 0.014, radius * 2.3), *dark),
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), radius * 0.7, *look),
        rod((0, 0.01, 0), (0, 0.022, 0), radius * 0.42, *dark),
        ring((0, 0.024, 0), radius * 1.1, 0.007, *dark, parts=16),
        *bars,
    )


@register("a knob")
def knob(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.03), 0.02, *look), block((0, -0.02, 0.032), (0.008, 0.04, 0.012), *look)
    )


@register("the oven door with its window")
def oven_door(width, height, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.03), *look),
        block((0, height * 0.18, 0.0145), (width * 0.66, height * 0.52, 0.004), *finish("black glass")),
        rod((-width * 0.4, height * 0.88, 0.055), (width * 0.4, height * 0.88, 0.055), 0.011, *metal),
        *[
            rod((s * width * 0.36, height * 0.88, 0.01), (s * width * 0.36, height * 0.88, 0.055), 0.009, *metal)
            for s in (-1, 1)
        ],
    )


@register("the drawer below the oven")
def drawer(width, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width - 0.02, 0.16, 0.03), *look),
        block((0, 0.12, 0.02), (width * 0.5, 0.012, 0.02), *metal),
        tray((0, 0.012, -0.015 - depth / 2), (width - 0.1, 0.12, depth), 0.006, *finish("black metal")),
    )


@register("a stove with burners, knobs and an oven below")
def stove(*, width=0.76, depth=0.66, height=1.02, burners=4, body="stainless steel", paint=None) -> Shape:
    look, metal, black = finish(body, paint), finish("chrome"), finish("black metal")
    top, d, z0 = 0.9, 0.6, -0.03
    front = z0 + d / 2
    parts = [
        carcass((0, 0.08, z0 - 0.018), (width - 0.01, top - 0.1, d - 0.04), 0.015, *look),
        block((0, 0.255, z0 - 0.018), (width - 0.04, 0.02, d - 0.05), *look),
        block((0, 0.755, z0 - 0.018), (width - 0.04, top - 0.79, d - 0.05), *look),
        block((0, 0, z0 - 0.02), (width - 0.06, 0.08, d - 0.1), *black),
    ]
    parts.append(block((0, top - 0.025, z0), (width, 0.025, d), *black))
    parts.append(block((0, top, z0 - d / 2 + 0.025), (width, 0.12, 0.05), *look))
    parts.append(block((0, top + 0.04, z0 - d / 2 + 0.05), (0.16, 0.05, 0.006), *finish("black glass")))
    parts.append(block((0, top + 0.054, z0 - d / 2 + 0.05), (0.09, 0.022, 0.008), *finish("lit screen")))
    parts.append(block((0, top - 0.14, front - 0.0175), (width, 0.11, 0.045), *look))
    columns = burners // 2
    spread = width / columns
    spots = [(spread * (i - (columns - 1) / 2), z0 + t * 0.13 + 0.02) for i in range(columns) for t in (-1, 1)]
    parts += [place("burner", at=(x, top, z), radius=0.078, look=metal) for x, z in spots]
    n = burners + 1
    handle = library_call("knob", look=black)
    parts += [moved(handle, (width * 0.86 / n * (i - (n - 1) / 2), top - 0.085, front + 0.004)) for i in range(n)]
    parts.append(
        place("oven_door", at=(0, 0.27, front + 0.004), width=width - 0.02, height=0.48, look=look, metal=metal)
    )
    parts.append(
        moved(library_call("drawer", width=width, depth=d - 0.12, look=look, metal=metal), (0, 0.095, front - 0.003))
    )
    return fitted(concat_shapes(*parts), width, height, depth)
