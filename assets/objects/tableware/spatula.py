# /// asset
# word = "spatula"
# synonyms = ["turner", "fish slice", "pancake turner", "cooking utensil", "kitchen utensil"]
# stands_for = [
#     "peeler", "vegetable peeler", "potato masher", "pizza cutter", "can opener", "bottle opener", "corkscrew",
#     "garlic press", "pastry brush", "basting brush", "tin opener", "wine opener",
# ]
# category = "tableware"
# support = "surface"
# colors = ["grip", "metal"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, tube


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
