# /// asset
# word = "server rack"
# synonyms = ["server cabinet", "network rack", "rack cabinet", "data rack", "server"]
# phrase = "a tall black server rack with blinking units"
# category = "storage"
# support = "floor"
# clearance = {front = 0.6}
# [colors]
# paint = [0.149, 0.153, 0.165]
# [materials]
# frame = "black metal"
# ///
from scene.language import *


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


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


@register("a server unit with lights")
def unit(width, height, look, tone):
    lights = [box((0.012, 0.008, 0.004), (width * 0.3 + 0.022 * i, height * 0.5, 0.011), tone) for i in range(3)]
    vents = [
        box((0.006, height * 0.5, 0.003), (-width * 0.4 + 0.016 * i, height * 0.25, 0.0105), finish("black plastic"))
        for i in range(9)
    ]
    return concat_shapes(box((width, height, 0.02), (0, 0, 0), look), *lights, *(vents if height > 0.06 else ()))


@register("a patch panel with cables")
def patch_panel(width, look):
    hues = ["blue", "yellow", "red", "green"]
    plugs = [
        box((0.014, 0.016, 0.02), (width * (i - 3.5) / 9, 0.012, 0.012), finish(hues[i % 4] + " plastic"))
        for i in range(8)
    ]
    return concat_shapes(box((width, 0.04, 0.02), (0, 0, 0), look), *plugs)


@register("a tall black server rack with blinking units")
def server_rack(*, width=0.6, depth=0.8, height=2.0, frame="black metal", paint=None) -> Shape:
    look, gray = finish(frame, paint), finish("dark gray metal")
    parts = [
        box((0.04, height, 0.04), (s * (width / 2 - 0.02), 0, t * (depth / 2 - 0.02)), look)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts += [box((width, 0.04, depth), (0, y, 0), look) for y in (0.02, height - 0.04)]
    parts += [box((0.012, height - 0.06, depth - 0.06), (s * (width / 2 - 0.008), 0.03, 0), look) for s in (-1, 1)]
    parts.append(box((width - 0.05, height - 0.06, depth - 0.14), (0, 0.03, -0.05), finish("black plastic")))
    front, w, y, i = depth / 2 - 0.11, width - 0.1, 0.1, 0
    green, amber = ((0.2, 1.0, 0.4), {"emission": 2.0}), ((0.3, 0.6, 1.0), {"emission": 2.0})
    scale = (height - 0.2) / 1.8
    for tall in (0.16, 0.08, 0.08, 0.16, 0.05, 0.04, 0.05, 0.08, 0.08, 0.16, 0.08, 0.04, 0.05, 0.05):
        if tall == 0.04:
            parts.append(
                transform_shape(library_call("patch_panel", width=w, look=gray), translation_matrix((0, y, front)))
            )
        else:
            parts.append(
                transform_shape(
                    library_call("unit", width=w, height=tall, look=gray, tone=green if i % 3 else amber),
                    translation_matrix((0, y, front)),
                )
            )
        y, i = y + (tall + 0.045) * scale, i + 1
    return fitted(concat_shapes(*parts), width, height, depth)
