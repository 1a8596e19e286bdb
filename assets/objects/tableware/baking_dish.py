# /// asset
# word = "baking dish"
# synonyms = [
#     "casserole dish", "roasting tin", "roasting pan", "baking pan", "lasagna dish", "oven dish", "gratin dish",
# ]
# stands_for = [
#     "loaf pan", "loaf tin", "muffin tin", "cake tin", "cake pan", "pie dish", "springform pan", "tart pan",
#     "bread pan", "muffin pan", "pie tin", "tureen", "soup tureen",
# ]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "inside"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, stretched, tube


@register("the dish")
def dish_part(*, glaze, inside):
    gloss = {"roughness": 0.2}
    walls = [
        moved(box((0, 0.035, 0), (0.3, 0.07, 0.009), glaze, gloss), (0, 0, s * 0.1), s * 0.12, (1, 0, 0))
        for s in (-1, 1)
    ] + [
        moved(box((0, 0.035, 0), (0.009, 0.07, 0.2), glaze, gloss), (s * 0.145, 0, 0), -s * 0.12, (0, 0, 1))
        for s in (-1, 1)
    ]
    corners = [
        tube([(x * 0.146, 0.006, z * 0.1), (x * 0.152, 0.068, z * 0.106)], 0.008, glaze, gloss)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    rims = [rod((-0.152, 0.069, s * 0.107), (0.152, 0.069, s * 0.107), 0.0065, glaze, gloss) for s in (-1, 1)] + [
        rod((s * 0.153, 0.069, -0.107), (s * 0.153, 0.069, 0.107), 0.0065, glaze, gloss) for s in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0.006, 0), (0.29, 0.012, 0.2), glaze, gloss),
        box((0, 0.013, 0), (0.284, 0.004, 0.194), inside, gloss),
        *walls,
        *corners,
        *rims,
    )


@register("a handle")
def handle(*, glaze):
    return tube(
        [(0.152, 0.066, -0.045), (0.178, 0.068, -0.035), (0.178, 0.068, 0.035), (0.152, 0.066, 0.045)],
        0.0075,
        glaze,
        {"roughness": 0.2},
    )


@register("an oven dish with two handles")
def baking_dish(*, width=0.36, height=0.075, depth=0.22, glaze=(0.72, 0.25, 0.18), inside=(0.94, 0.91, 0.85)):
    ear = library_call("handle", glaze=glaze)
    whole = concat_shapes(
        library_call("dish_part", glaze=glaze, inside=inside),
        ear,
        stretched(ear, (-1, 1, 1)),
    )
    return fitted(whole, width, height, depth)
