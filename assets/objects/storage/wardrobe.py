# /// asset
# word = "wardrobe"
# synonyms = ["closet", "armoire", "clothes cabinet", "clothing wardrobe", "garderobe", "clothes closet"]
# category = "storage"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint"]
# materials = ["frame", "handles"]
# [variants]
# rows = {"multiple drawers" = 2, "drawers" = 2, "four drawers" = 2}
# [variants.doors]
# "mirrored" = "mirror"
# "sliding door" = "sliding"
# "carved" = "carved"
# "antique" = "carved"
# "open" = "open"
# [joints.door]
# hinge = "handle"
# reach = 110
# [joints.drawer]
# reach = 0.7
# ///
from scene.language import *
from scene.language.modelling import ball, block, carcass, cone, darker, ellipsoid, finish, fitted, moved, rod, tray


@register("a tall door")
def door(width, height, style, look, metal, side):
    groove = darker(look[0], 0.78), look[1]
    parts = [block((0, 0, 0), (width, height, 0.024), *look)]
    panels = [(0.06, height * 0.36), (height * 0.36 + 0.12, height - height * 0.36 - 0.18)]
    if style == "mirror":
        parts.append(block((0, 0.06, 0.012), (width - 0.1, height - 0.12, 0.004), *finish("mirror")))
    else:
        for y, tall in panels:
            parts.append(block((0, y, 0.0105), (width - 0.12, tall, 0.006), *groove))
            parts.append(block((0, y + 0.025, 0.0125), (width - 0.17, tall - 0.05, 0.008), *look))
    if style == "carved":
        leaves = [(0.05 * i, height * 0.7 - 0.012 * i**2, 0.018) for i in range(-2, 3)]
        parts += [ellipsoid(at, (0.022, 0.05, 0.01), *groove) for at in leaves]
    x = side * (width / 2 - 0.035)
    parts.append(rod((x, height * 0.42, 0.035), (x, height * 0.55, 0.035), 0.008, *metal))
    parts += [rod((x, height * f, 0.01), (x, height * f, 0.035), 0.005, *metal) for f in (0.43, 0.54)]
    return concat_shapes(*parts)


@register("a tall sliding door")
def sliding_door(width, height, look, metal, side):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.024), *look),
        rod(
            (side * (width / 2 - 0.035), height * 0.42, 0.014),
            (side * (width / 2 - 0.035), height * 0.55, 0.014),
            0.008,
            *metal,
        ),
    )


@register("a wide drawer")
def drawer(width, height, depth, look, metal):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.024), *look),
        tray((0, 0.015, -0.012 - depth / 2), (width - 0.05, height - 0.04, depth), 0.008, *look),
        *[ball((s * width * 0.28, height / 2, 0.026), 0.015, *metal) for s in (-1, 1)],
    )


@register("clothes on a rail")
def clothes(width, height, depth):
    """The rail at `height`, what hangs from it reaching down to y = 0 at most."""
    hues = ["navy blue", "white", "dusty pink", "gray", "teal", "cream", "burgundy", "charcoal", "mustard", "beige"]
    count = max(3, round(width / 0.075))
    step, reach = width / count, min(0.2, depth * 0.46)
    parts = [rod((-width / 2, height, 0), (width / 2, height, 0), 0.014, *finish("chrome"))]
    for i in range(count):
        look, x = finish(hues[i % len(hues)] + " cotton"), step * (i - (count - 1) / 2)
        drop, thick = height * (0.92 - 0.17 * ((i * 2) % 5) / 2), step * 0.68
        hook = rod((x, height - 0.03, 0), (x, height + 0.02, 0), 0.004, *finish("chrome"))
        neck, shoulder = height - 0.025, height - 0.13
        slope = cone((0, 0, 0), (0, 1, 0), 1.0, *look)
        shape = translation_matrix((x, shoulder, 0)) @ scale_matrix((thick / 2, neck - shoulder, reach), (0, 0, 0))
        cloth = block((x, height - drop, 0), (thick, drop - 0.13, reach * 1.86), *look)
        parts.append(concat_shapes(hook, transform_shape(slope, shape), cloth))
    return concat_shapes(*parts)


@register("folded jumpers and a hat box on the shelf")
def folded(width, depth):
    stack = [
        block((-width * 0.22, 0.036 * k, 0), (width * 0.42, 0.035, depth * 0.6), *finish(hue + " wool"))
        for k, hue in enumerate(("cream", "dusty pink", "navy blue"))
    ]
    r = min(width * 0.2, depth * 0.3)
    return concat_shapes(
        *stack,
        rod((width * 0.24, 0, 0), (width * 0.24, 0.1, 0), r * 0.95, *finish("teal cardboard")),
        rod((width * 0.24, 0.085, 0), (width * 0.24, 0.12, 0), r, *finish("cream cardboard")),
    )


@register("a wardrobe with two tall doors and an open bay of clothes over drawers")
def wardrobe(
    *, width=1.2, depth=0.6, height=2.0, doors="panel", rows=1, frame="walnut", paint=None, handles="brass"
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    dark = darker(wood[0], 0.62), wood[1]
    plinth, low = 0.08, 0.3 if rows == 1 else 0.46
    front, inside = depth / 2 - 0.014, depth - 0.09
    top_door = height - plinth - low - 0.08
    shut = 0 if doors == "open" else 2
    half = (width - 0.09) / 2
    w = half * (0.6 if doors == "panel" else 1)
    split = half - shut * w  # where the open bay on the left ends and the doors begin
    parts = [block((s * (width / 2 - 0.025), 0, -0.015), (0.03, height - 0.04, depth - 0.03), *wood) for s in (-1, 1)]
    parts.append(block((0, height - 0.05, 0), (width, 0.05, depth), *wood))
    parts.append(block((0, 0, -0.02), (width - 0.06, plinth, depth - 0.06), *dark))
    parts.append(block((0, 0.02, -depth / 2 + 0.02), (width - 0.06, height - 0.06, 0.02), *dark))
    parts.append(carcass((0, plinth, -0.022), (width - 0.06, low - 0.005, inside), 0.012, *dark))
    if shut:
        at = ((split + half) / 2, plinth + low, -0.022)
        parts.append(carcass(at, (half - split - 0.004, height - plinth - low - 0.06, inside), 0.012, *dark))
    if split > -half + 0.01:
        left, right = -width / 2 + 0.04, split if shut else width / 2 - 0.04
        bay, x, floor, shelf = right - left - 0.02, (left + right) / 2, plinth + low, height - 0.32
        if shut:
            parts.append(
                block((split - 0.006, floor - 0.005, -0.016), (0.02, height - floor - 0.04, depth - 0.04), *wood)
            )
        parts.append(block((x, floor - 0.01, -0.02), (right - left - 0.004, 0.022, depth - 0.05), *wood))
        parts.append(block((x - 0.005, shelf, -0.022), (bay, 0.02, inside), *wood))
        rail = library_call("clothes", width=bay - 0.02, height=shelf - floor - 0.09, depth=inside)
        parts.append(moved(rail, (x - 0.005, floor + 0.03, -0.02)))
        parts.append(place("folded", at=(x, shelf + 0.02, 0.0), width=bay - 0.04, depth=inside))
    for k in range(shut):
        own = {"width": w - 0.004, "height": top_door, "look": wood, "metal": metal, "side": -1 if k else 1}
        leaf = library_call("sliding_door", **own) if doors == "sliding" else library_call("door", style=doors, **own)
        behind = 0.014 if doors == "sliding" and k else 0
        at = (split + w * (k + 0.5), plinth + low + 0.015, front - behind)
        parts.append(moved(leaf, at))
    parts += [
        moved(
            library_call(
                "drawer", width=half - 0.006, height=low / rows - 0.01, depth=inside - 0.04, look=wood, metal=metal
            ),
            (s * half / 2, plinth + 0.01 + low / rows * k, front - 0.0095),
        )
        for s in (-1, 1)
        for k in range(rows)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
