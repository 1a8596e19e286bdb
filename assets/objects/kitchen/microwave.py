# /// asset
# word = "microwave"
# synonyms = ["microwave oven", "countertop microwave"]
# category = "kitchen"
# support = "surface"
# clearance = {front = 0.3}
# colors = ["paint"]
# materials = ["body"]
# [joints.door]
# hinge = "left"
# reach = 110
# ///
from scene.language import *
from scene.language.modelling import block, carcass, finish, fitted, moved, rod


@register("the door with its window")
def door(width, height, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.025), *look),
        block((-width * 0.03, height * 0.14, 0.0115), (width * 0.8, height * 0.72, 0.004), *finish("black glass")),
        rod((width * 0.44, height * 0.15, 0.035), (width * 0.44, height * 0.85, 0.035), 0.007, *metal),
        *[rod((width * 0.44, height * f, 0.01), (width * 0.44, height * f, 0.035), 0.006, *metal) for f in (0.2, 0.8)],
    )


@register("the keypad and clock")
def keypad(width, height, look):
    keys = [
        block((0.028 * (i - 1), height * 0.18 + 0.024 * j, 0.0135), (0.02, 0.014, 0.004), *finish("light gray plastic"))
        for i in range(3)
        for j in range(4)
    ]
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.025), *look),
        block((0, height * 0.76, 0.0115), (width * 0.7, 0.035, 0.004), *finish("lit screen")),
        *keys,
    )


@register("a microwave oven with a window, keypad and clock")
def microwave(*, width=0.5, depth=0.38, height=0.29, body="stainless steel", paint=None) -> Shape:
    look, metal, black = finish(body, paint), finish("chrome"), finish("black plastic")
    d = 0.34
    w = width * 0.75
    parts = [
        carcass(((w - width) / 2, 0.012, -0.044), (w, height - 0.012, d - 0.028), 0.012, *look),
        block((w / 2, 0.012, -0.0425), (width - w, height - 0.012, d - 0.025), *look),
    ]
    parts += [
        rod((s * 0.2, 0, z), (s * 0.2, 0.014, z), 0.014, *finish("rubber")) for s in (-1, 1) for z in (-0.14, 0.08)
    ]
    parts.append(
        place(
            "door",
            at=(-width / 2 + w / 2, 0.012, d / 2 - 0.028),
            width=w - 0.002,
            height=height - 0.012,
            look=look,
            metal=metal,
        )
    )
    side = library_call("keypad", width=width - w, height=height - 0.012, look=black)
    parts.append(moved(side, (width / 2 - (width - w) / 2, 0.012, d / 2 - 0.042)))
    return fitted(concat_shapes(*parts), width, height, depth)
