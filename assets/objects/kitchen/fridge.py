# /// asset
# word = "fridge"
# synonyms = [
#     "refrigerator", "freezer", "fridge freezer", "american fridge", "french door refrigerator",
#     "refrigeration unit", "upright freezer",
# ]
# category = "kitchen"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["body", "handles"]
# [variants]
# screen = {"smart" = true, "built in screen" = true}
# width = {"french door" = 0.9, "american" = 0.9, "large" = 0.9}
# [joints.door]
# hinge = "outer"
# reach = 110
# riders = ["dispenser", "touch_screen"]
# [joints.freezer_drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, rod, tray


@register("a fridge door with a long handle")
def door(width, height, look, metal, side):
    x = side * (width / 2 - 0.045)
    low, tall = height * 0.12, height * 0.62
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.045), *look),
        rod((x, low, 0.055), (x, low + tall, 0.055), 0.011, *metal),
        *[rod((x, low + tall * f, 0.02), (x, low + tall * f, 0.055), 0.008, *metal) for f in (0.06, 0.94)],
    )


@register("a freezer drawer with a bar handle")
def freezer_drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.045), *look),
        tray((0, 0.045, -0.0225 - depth / 2), (width - 0.14, height - 0.075, depth), 0.008, *finish("white plastic")),
        rod((-width * 0.38, height * 0.86, 0.055), (width * 0.38, height * 0.86, 0.055), 0.011, *metal),
        *[
            rod((s * width * 0.34, height * 0.86, 0.02), (s * width * 0.34, height * 0.86, 0.055), 0.008, *metal)
            for s in (-1, 1)
        ],
    )


@register("an ice and water dispenser")
def dispenser(look):
    return concat_shapes(
        block((0, 0, 0), (0.17, 0.3, 0.006), *look), block((0, 0.25, 0.002), (0.12, 0.03, 0.012), *finish("lit screen"))
    )


@register("a touch screen")
def touch_screen(look):
    return concat_shapes(
        block((0, 0, 0), (0.3, 0.45, 0.006), *look),
        block((0, 0.02, 0.0005), (0.27, 0.41, 0.008), *finish("lit screen")),
    )


@register("a tall refrigerator with a freezer drawer")
def fridge(
    *, width=0.82, depth=0.72, height=1.78, screen=False, body="brushed steel", paint=None, handles="steel"
) -> Shape:
    look, metal = finish(body, paint), finish(handles)
    dark = darker(look[0], 0.45), look[1]
    black = finish("black plastic")
    low = height * 0.36
    front = depth / 2 - 0.086
    parts = [
        carcass((0, 0.042, -0.059), (width - 0.01, height - 0.054, depth - 0.122), 0.045, *dark),
        block((0, low - 0.0145, -0.036), (width - 0.1, 0.03, depth - 0.168), *dark),
        block((0, height - 0.02, -0.055), (width, 0.02, depth - 0.11), *look),
    ]
    parts += [
        block((s * (width / 2 - 0.006), 0.04, -0.055), (0.012, height - 0.05, depth - 0.11), *look) for s in (-1, 1)
    ]
    parts.append(block((0, 0, -0.05), (width - 0.06, 0.05, depth - 0.16), *black))
    half = width / 2
    for s in (-1, 1):
        leaf = library_call("door", width=half - 0.004, height=height - low - 0.01, look=look, metal=metal, side=-s)
        parts.append(moved(leaf, (s * half / 2, low + 0.005, front)))
    parts += [
        moved(
            library_call("freezer_drawer", width=width - 0.004, height=tall, depth=depth - 0.2, look=look, metal=metal),
            (0, y, front),
        )
        for y, tall in ((0.05, low * 0.44), (0.06 + low * 0.44, low * 0.56 - 0.06))
    ]
    extra = "touch_screen" if screen else "dispenser"
    x = half / 2 if screen else -half / 2
    parts.append(place(extra, at=(x, low + 0.42 if not screen else low + 0.36, front + 0.026), look=black))
    return fitted(concat_shapes(*parts), width, height, depth)
