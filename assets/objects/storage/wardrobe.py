# /// asset
# word = "wardrobe"
# synonyms = ["closet", "armoire", "clothes cabinet", "clothing wardrobe", "garderobe", "clothes closet"]
# phrase = "a wardrobe with two tall doors over two drawers"
# category = "storage"
# support = "floor"
# clearance = {front = 0.7}
# [colors]
# paint = [0.388, 0.263, 0.188]
# [materials]
# frame = "walnut"
# handles = "brass"
# [variants]
# rows = {"multiple drawers" = 2, "drawers" = 2, "four drawers" = 2}
# [variants.doors]
# "mirrored" = "mirror"
# "sliding door" = "sliding"
# "carved" = "carved"
# "antique" = "carved"
# "open" = "open"
# ///
from scene.language import *


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


def ball(radii, at, look):
    """An ellipsoid with its centre at `at`."""
    sphere = primitive_call("sphere", {"radius": 1.0}, color=look[0], material=look[1])
    return transform_shape(sphere, translation_matrix(at) @ scale_matrix(radii, (0, 0, 0)))


def finish(word, paint=None):
    """The look of a material: its own colour, or `paint` where one is given."""
    color, material = surface(word)
    return (color if paint is None else paint), material


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("a tall door")
def door(width, height, style, look, metal, side):
    groove = tuple(0.78 * c for c in look[0]), look[1]
    parts = [box((width, height, 0.024), (0, 0, 0), look)]
    panels = [(0.06, height * 0.36), (height * 0.36 + 0.12, height - height * 0.36 - 0.18)]
    if style == "mirror":
        parts.append(box((width - 0.1, height - 0.12, 0.004), (0, 0.06, 0.012), finish("mirror")))
    elif style != "sliding":
        for y, tall in panels:
            parts.append(box((width - 0.12, tall, 0.006), (0, y, 0.0105), groove))
            parts.append(box((width - 0.17, tall - 0.05, 0.008), (0, y + 0.025, 0.0125), look))
    if style == "carved":
        leaves = [(0.05 * i, height * 0.7 - 0.012 * i**2, 0.018) for i in range(-2, 3)]
        parts += [ball((0.022, 0.05, 0.01), at, groove) for at in leaves]
    x = side * (width / 2 - 0.035)
    parts.append(rod((x, height * 0.42, 0.035), (x, height * 0.55, 0.035), 0.008, metal))
    parts += [rod((x, height * f, 0.01), (x, height * f, 0.035), 0.005, metal) for f in (0.43, 0.54)]
    return concat_shapes(*parts)


@register("a wide drawer")
def drawer(width, height, look, metal):
    return concat_shapes(
        box((width, height, 0.024), (0, 0, 0), look),
        *[ball((0.015, 0.015, 0.015), (s * width * 0.28, height / 2, 0.026), metal) for s in (-1, 1)],
    )


@register("clothes on a rail")
def clothes(width, height):
    hues = ["navy blue", "white", "gray", "dusty pink", "beige", "charcoal", "teal", "cream", "burgundy"]
    step = width / len(hues)
    parts = [rod((-width / 2, height, 0), (width / 2, height, 0), 0.014, finish("chrome"))]
    for i, hue in enumerate(hues):
        tall = height * (0.62 + 0.1 * (i % 3))
        parts.append(box((step * 0.6, tall, 0.36), (step * (i - 4), height - tall - 0.03, 0), finish(hue + " cotton")))
    return concat_shapes(*parts)


@register("a wardrobe with two tall doors over two drawers")
def wardrobe(
    *, width=1.2, depth=0.6, height=2.0, doors="panel", rows=1, frame="walnut", paint=None, handles="brass"
) -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    dark = tuple(0.62 * c for c in wood[0]), wood[1]
    plinth, low = 0.08, 0.3 if rows == 1 else 0.46
    front = depth / 2 - 0.014
    top_door = height - plinth - low - 0.08
    parts = [box((0.03, height - 0.04, depth - 0.03), (s * (width / 2 - 0.025), 0, -0.015), wood) for s in (-1, 1)]
    parts.append(box((width, 0.05, depth), (0, height - 0.05, 0), wood))
    parts.append(box((width - 0.06, plinth, depth - 0.06), (0, 0, -0.02), dark))
    parts.append(box((width - 0.06, height - 0.06, 0.02), (0, 0.02, -depth / 2 + 0.02), dark))
    inside = depth - 0.09
    if doors == "open":
        parts.append(box((width - 0.06, 0.025, inside), (0, plinth + low, -0.02), wood))
        rail = library_call("clothes", width=width - 0.1, height=top_door - 0.12)
        parts.append(transform_shape(rail, translation_matrix((0, plinth + low + 0.03, -0.02))))
    else:
        parts.append(box((width - 0.06, height - plinth - 0.06, inside), (0, plinth, -0.022), dark))
        w = width / 2 - 0.045
        parts += [
            transform_shape(
                library_call("door", width=w - 0.004, height=top_door, style=doors, look=wood, metal=metal, side=-s),
                translation_matrix(
                    (s * w / 2, plinth + low + 0.015, front - (0.014 if doors == "sliding" and s > 0 else 0))
                ),
            )
            for s in (-1, 1)
        ]
    w = width / 2 - 0.045
    parts += [
        place(
            "drawer",
            at=(s * w / 2, plinth + 0.01 + low / rows * k, front + 0.005),
            width=w - 0.006,
            height=low / rows - 0.01,
            look=wood,
            metal=metal,
        )
        for s in (-1, 1)
        for k in range(rows)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
