# /// asset
# word = "pantry cabinet"
# synonyms = ["pantry", "larder", "kitchen pantry", "tall kitchen cabinet", "food cabinet", "freestanding pantry"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# materials = ["frame", "handles"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, mirrored, moved, rod


@register("an open door with spice racks")
def door(width, height, look, metal):
    """Hung at x = 0, its inner side towards -z."""
    groove = darker(look[0], 0.85), look[1]
    spices = [finish(hue) for hue in ("paprika red", "mustard yellow", "olive green", "brown", "orange")]
    parts = [
        block((width / 2, 0, 0), (width, height, 0.02), *look),
        block((width / 2, 0.05, 0.0105), (width - 0.1, height - 0.1, 0.003), *groove),
    ]
    parts.append(rod((width - 0.04, height * 0.45, 0.03), (width - 0.04, height * 0.45 + 0.15, 0.03), 0.006, *metal))
    count, wide = max(2, int((width - 0.12) / 0.055)), width - 0.08
    for level, y in enumerate((0.2, 0.5, 0.8)):
        parts.append(block((width / 2, height * y, -0.036), (wide, 0.012, 0.055), *look))
        parts.append(
            rod(
                (width / 2 - wide / 2, height * y + 0.035, -0.06),
                (width / 2 + wide / 2, height * y + 0.035, -0.06),
                0.004,
                *metal,
            )
        )
        for i in range(count):
            x, base = width / 2 + wide * ((i + 0.5) / count - 0.5), height * y + 0.012
            parts.append(rod((x, base, -0.035), (x, base + 0.07, -0.035), 0.019, *spices[(i + 2 * level) % 5]))
            parts.append(rod((x, base + 0.07, -0.035), (x, base + 0.088, -0.035), 0.0175, *finish("black plastic")))
    return concat_shapes(*parts)


@register("a tall jar with a wooden lid")
def jar(height, fill):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.76, 0), 0.05, *fill),
        rod((0, height * 0.76, 0), (0, height * 0.9, 0), 0.05, *finish("light blue plastic")),
        rod((0, height * 0.9, 0), (0, height, 0), 0.046, *finish("oak")),
    )


@register("a tin")
def tin(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.11, 0), 0.04, *finish("tin")),
        rod((0, 0.01, 0), (0, 0.1, 0), 0.041, *look),
        rod((0, 0.042, 0), (0, 0.068, 0), 0.0418, *finish("white paper")),
    )


@register("a box of cereal")
def packet(height, look):
    """Printed on its front: a bowl with a spoonful in it, and a stripe for the name."""
    bowl, y = finish("white paper"), height * 0.36
    return concat_shapes(
        block((0, 0, 0), (0.15, height, 0.06), *look),
        block((0, height * 0.76, 0.03), (0.13, height * 0.16, 0.002), *bowl),
        rod((0, y, 0.0295), (0, y, 0.0315), 0.045, *bowl),
        rod((0, y, 0.031), (0, y, 0.0325), 0.034, *finish("ochre")),
    )


@register("a bottle with its label")
def bottle(height, look):
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.62, 0), 0.036, *look),
        ellipsoid((0, height * 0.62, 0), (0.036, 0.05, 0.036), *look),
        rod((0, height * 0.62, 0), (0, height * 0.93, 0), 0.013, *look),
        rod((0, height * 0.93, 0), (0, height, 0), 0.016, *finish("black plastic")),
        rod((0, height * 0.18, 0), (0, height * 0.46, 0), 0.0366, *finish("cream paper")),
    )


@register("a loaf of bread")
def loaf():
    crust, cut = finish("golden brown"), finish("brown")
    return concat_shapes(
        ellipsoid((0, 0.058, 0), (0.13, 0.06, 0.06), *crust),
        *[ellipsoid((0.055 * i, 0.115 - 0.006 * i * i, 0), (0.012, 0.008, 0.035), *cut) for i in (-1, 0, 1)],
    )


@register("a wicker basket of vegetables")
def basket(width, depth, heap):
    """`heap` names a form and its colours: long ones lie with their tops outward, round ones are piled."""
    cane, dark = finish("wicker"), (darker(finish("wicker")[0], 0.8), finish("wicker")[1])
    tall, rows = 0.17, 6
    parts = []
    for k in range(rows):
        tone, grow = (cane, 0) if k % 2 else (dark, -0.008)
        parts.append(block((0, tall / rows * k, 0), (width + grow, tall / rows, depth + grow), *tone))
    for i in range(12):
        x, z = width * (-0.36 + 0.24 * (i % 4)), depth * (0.3 - 0.3 * (i // 4))
        lift = 0.02 if i % 2 else 0.005
        if heap == "potatoes":
            hue = ("tan", "golden brown", "burgundy")[(i * 5) % 3]
            parts.append(ellipsoid((x, tall + lift, z), (0.05, 0.042, 0.042), *finish(hue)))
        elif heap == "apples":
            hue = ("red", "orange", "green")[(i * 2) % 3]
            parts.append(ellipsoid((x, tall + lift, z), (0.043, 0.04, 0.043), *finish(hue)))
    return concat_shapes(*parts)


@register("a tall pantry cabinet, its doors open, full of jars, tins, packets, bottles and baskets of vegetables")
def pantry_cabinet(
    *, width=0.9, depth=0.75, height=2.0, frame="white wood", paint=None, handles="black metal"
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    pale = darker(wood[0], 0.8), wood[1]
    w, d, thick = 0.84, 0.34, 0.022
    z0 = -depth / 2 + d / 2
    parts = [block((s * (w - thick) / 2, 0, z0), (thick, height, d), *wood) for s in (-1, 1)]
    parts += [block((0, y, z0), (w - 2 * thick, thick, d), *wood) for y in (0.06, height - thick)]
    parts.append(block((0, 0.01, -depth / 2 + 0.006), (w - 0.02, height - 0.02, 0.01), *pale))
    levels = [0.06 + thick, 0.46, 0.85, 1.22, 1.56]
    parts += [block((0, y - 0.018, z0 - 0.01), (w - 2 * thick, 0.018, d - 0.03), *wood) for y in levels[1:]]
    parts.append(block((0, 0, z0 + d / 2 - 0.03), (w - 2 * thick, 0.06, 0.02), *pale))
    leaf = library_call("door", width=w / 2 - 0.01, height=height - 0.1, look=wood, metal=metal)
    left = moved(leaf, (-w / 2 + 0.01, 0.07, z0 + d / 2), -1.75)
    parts += [left, mirrored(left)]
    parts += [
        place("basket", at=(s * 0.2, levels[0], z0), width=0.36, depth=0.28, heap=heap)
        for s, heap in ((-1, "potatoes"), (1, "apples"))
    ]
    parts += [
        place("packet", at=(-0.3 + 0.18 * i, levels[1], z0 + 0.06), height=tall, look=finish(hue + " cardboard"))
        for i, (hue, tall) in enumerate((("red", 0.3), ("mustard", 0.27), ("teal", 0.3)))
    ]
    parts.append(place("loaf", at=(0.25, levels[1], z0 + 0.06)))
    fills = ("cream", "brown", "ochre", "burgundy", "olive green", "white")
    parts += [
        place("jar", at=(-0.32 + 0.128 * i, levels[2], z0 + 0.06), height=0.2 + 0.06 * (i % 2), fill=finish(hue))
        for i, hue in enumerate(fills)
    ]
    hues = ("red", "green", "blue", "orange", "red", "ochre", "green")
    parts += [
        place(
            "tin",
            at=(-0.33 + 0.11 * i, levels[3] + 0.112 * k, z0 + 0.06),
            look=finish(hues[(i + 3 * k) % 7] + " paper"),
        )
        for k in range(2)
        for i in range(7 - 3 * k)
    ]
    parts += [
        place("bottle", at=(-0.33 + 0.11 * i, levels[4], z0 + 0.06), height=tall, look=look)
        for i, (tall, look) in enumerate(
            (
                (0.3, ((0.35, 0.42, 0.1), {"roughness": 0.2})),
                (0.27, ((0.75, 0.1, 0.08), {"roughness": 0.2})),
                (0.31, ((0.3, 0.12, 0.08), {"roughness": 0.2})),
                (0.26, ((0.85, 0.6, 0.12), {"roughness": 0.2})),
            )
        )
    ]
    parts += [
        place("packet", at=(0.14 + 0.18 * i, levels[4], z0 + 0.06), height=0.26, look=finish(hue + " cardboard"))
        for i, hue in enumerate(("purple", "orange"))
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
