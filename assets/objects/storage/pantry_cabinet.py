# /// asset
# word = "pantry cabinet"
# synonyms = ["pantry", "larder", "kitchen pantry", "tall kitchen cabinet", "food cabinet", "freestanding pantry"]
# phrase = "a tall pantry cabinet, its doors open, with jars and boxes on the shelves"
# category = "storage"
# support = "floor"
# clearance = {front = 0.7}
# [colors]
# paint = [0.937, 0.925, 0.894]
# [materials]
# frame = "white wood"
# handles = "black metal"
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


@register("an open door with spice racks")
def door(width, height, look, metal):
    groove = tuple(0.85 * c for c in look[0]), look[1]
    parts = [
        box((width, height, 0.02), (width / 2, 0, 0), look),
        box((width - 0.1, height - 0.1, 0.004), (width / 2, 0.05, 0.009), groove),
    ]
    parts.append(rod((width - 0.04, height * 0.45, 0.03), (width - 0.04, height * 0.45 + 0.15, 0.03), 0.006, metal))
    return concat_shapes(*parts)


@register("a glass jar with a lid")
def jar(fill):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.15, 0), 0.05, finish("glass")),
        rod((0, 0.004, 0), (0, 0.11, 0), 0.045, fill),
        rod((0, 0.15, 0), (0, 0.175, 0), 0.045, finish("oak")),
    )


@register("a tin")
def tin(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.11, 0), 0.038, finish("tin")), rod((0, 0.012, 0), (0, 0.098, 0), 0.039, look)
    )


@register("a box of food")
def packet(look):
    return concat_shapes(
        box((0.13, 0.2, 0.06), (0, 0, 0), look), box((0.09, 0.07, 0.002), (0, 0.08, 0.03), finish("white paper"))
    )


@register("a tall pantry cabinet, its doors open, with jars and boxes on the shelves")
def pantry_cabinet(*, width=0.9, depth=0.6, height=2.0, frame="white wood", paint=None, handles="black metal") -> Shape:
    wood, metal = finish(frame, paint), finish(handles)
    pale = tuple(0.8 * c for c in wood[0]), wood[1]
    w, d, thick, low = 0.84, 0.4, 0.022, 0.5
    z0 = -depth / 2 + d / 2
    parts = [box((thick, height, d), (s * (w - thick) / 2, 0, z0), wood) for s in (-1, 1)]
    parts += [box((w - 2 * thick, thick, d), (0, y, z0), wood) for y in (0.06, low, height - thick)]
    parts.append(box((w - 0.02, height - 0.02, 0.01), (0, 0.01, -depth / 2 + 0.006), pale))
    levels = [low + 0.022 + 0.37 * i for i in range(4)]
    parts += [box((w - 2 * thick, 0.018, d - 0.03), (0, y - 0.018, z0 - 0.01), wood) for y in levels[1:]]
    parts.append(box((w - 2 * thick, 0.06, 0.02), (0, 0, z0 + d / 2 - 0.03), pale))
    parts += [
        box((w / 2 - 0.03, low - 0.09, 0.02), (s * (w / 4 - 0.008), 0.07, z0 + d / 2 - 0.01), wood) for s in (-1, 1)
    ]
    parts += [
        rod((s * 0.05, 0.25, z0 + d / 2 + 0.02), (s * 0.05, 0.4, z0 + d / 2 + 0.02), 0.006, metal) for s in (-1, 1)
    ]
    leaf = library_call("door", width=w / 2 - 0.01, height=height - low - 0.05, look=wood, metal=metal)
    hinge = translation_matrix((w / 2 - 0.01, low + 0.03, z0 + d / 2)) @ rotation_matrix(-1.45, (0, 1, 0), (0, 0, 0))
    right = transform_shape(leaf, hinge)
    parts += [right, transform_shape(right, reflection_matrix((0, 0, 0), (1, 0, 0)))]
    fills = [finish(c) for c in ("ochre sand", "cream sand", "brown sand", "red sand")]
    parts += [place("jar", at=(-0.3 + 0.13 * i, levels[1], z0), fill=fills[i % 4]) for i in range(5)]
    parts += [
        place("packet", at=(-0.28 + 0.16 * i, levels[0], z0), look=finish(c + " cardboard"))
        for i, c in enumerate(("red", "mustard", "teal", "orange"))
    ]
    parts += [
        place("tin", at=(-0.3 + 0.1 * i, levels[2], z0 + 0.02), look=finish(c + " paper"))
        for i, c in enumerate(("red", "green", "blue", "red", "ochre", "green"))
    ]
    parts += [place("jar", at=(-0.25 + 0.16 * i, levels[3], z0), fill=fills[(i + 1) % 4]) for i in range(2)]
    parts.append(place("packet", at=(0.2, levels[3], z0), look=finish("purple cardboard")))
    return fitted(concat_shapes(*parts), width, height, depth)
