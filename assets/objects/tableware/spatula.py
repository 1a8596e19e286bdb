# /// asset
# word = "spatula"
# synonyms = ["turner", "fish slice", "pancake turner", "cooking utensil", "kitchen utensil"]
# stands_for = [
#     "peeler", "vegetable peeler", "potato masher", "pizza cutter", "can opener", "bottle opener", "corkscrew",
#     "garlic press", "pastry brush", "basting brush", "tin opener", "wine opener",
# ]
# phrase = "a slotted spatula"
# category = "tableware"
# support = "surface"
# [colors]
# grip = [0.15, 0.15, 0.16]
# metal = [0.8, 0.81, 0.83]
# ///
import itertools

from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def tube(points, radius, color, material=None):
    """A bent rod through `points`, rounded at its bends and ends."""
    rods = [
        primitive_call("cylinder", {"radius": radius, "p0": a, "p1": b}, color=color, material=material)
        for a, b in itertools.pairwise(points)
    ]
    bends = [
        transform_shape(
            primitive_call("sphere", {"radius": radius}, color=color, material=material), translation_matrix(p)
        )
        for p in points
    ]
    return concat_shapes(*rods, *bends)


def fitted(shape, width, height, depth):
    """The shape stretched to exactly its stated size, its base centred on the origin."""
    low, size = compute_shape_min(shape), compute_shape_sizes(shape)
    middle = translation_matrix((-low[0] - size[0] / 2, -low[1], -low[2] - size[2] / 2))
    return transform_shape(
        shape, scale_matrix((width / size[0], height / size[1], depth / size[2]), (0, 0, 0)) @ middle
    )


@register("the slotted blade")
def blade(*, metal):
    look = {"metallic": 0.9, "roughness": 0.3}
    bars = [box((x, 0.008, -0.115), (0.011, 0.003, 0.07), metal, look) for x in (-0.036, -0.018, 0.0, 0.018, 0.036)]
    return concat_shapes(*bars, *[box((0, 0.008, z), (0.084, 0.003, 0.018), metal, look) for z in (-0.157, -0.073)])


@register("the neck and the handle")
def handle_part(*, metal, grip):
    neck = tube(
        [(0, 0.008, -0.068), (0, 0.012, -0.045), (0, 0.028, 0.02)], 0.0045, metal, {"metallic": 0.9, "roughness": 0.3}
    )
    return concat_shapes(neck, ellipsoid((0, 0.027, 0.09), (0.011, 0.008, 0.075), grip, {"roughness": 0.6}))


@register("a slotted spatula")
def spatula(*, width=0.09, height=0.035, depth=0.33, grip=(0.15, 0.15, 0.16), metal=(0.8, 0.81, 0.83)):
    whole = concat_shapes(library_call("blade", metal=metal), library_call("handle_part", metal=metal, grip=grip))
    return fitted(whole, width, height, depth)
