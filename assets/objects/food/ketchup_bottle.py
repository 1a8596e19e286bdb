# /// asset
# word = "ketchup bottle"
# synonyms = ["ketchup", "bottle of ketchup", "squeeze bottle", "condiment bottle", "condiment", "condiments"]
# stands_for = [
#     "mustard", "mustard bottle", "hot sauce", "hot sauce bottle", "mayonnaise", "syrup bottle", "syrup",
#     "soy sauce", "vinegar", "barbecue sauce", "glue bottle", "bottle of glue", "glue",
# ]
# category = "food"
# support = "surface"
# colors = ["sauce", "cap"]
# ///
from scene.language import *
from scene.language.modelling import darker, fitted, lathe, rod


@register("the bottle with its label")
def flask_body(*, sauce):
    return concat_shapes(
        lathe(
            [(0.03, 0), (0.034, 0.008), (0.034, 0.12), (0.026, 0.145), (0.016, 0.155)],
            sauce,
            {"roughness": 0.25},
            slices=60,
        ),
        rod((0, 0.035, 0), (0, 0.1, 0), 0.0348, (0.97, 0.95, 0.9)),
        rod((0, 0.052, 0), (0, 0.084, 0), 0.0352, darker(sauce, 0.8)),
    )


@register("the pointed cap")
def nozzle(*, cap):
    return concat_shapes(
        rod((0, 0.152, 0), (0, 0.168, 0), 0.019, cap),
        lathe([(0.017, 0.168), (0.009, 0.182), (0.004, 0.2)], cap, slices=20),
    )


@register("a squeeze bottle with a pointed cap")
def ketchup_bottle(*, width=0.07, height=0.2, depth=0.07, sauce=(0.76, 0.1, 0.08), cap=(0.95, 0.95, 0.93)):
    whole = concat_shapes(library_call("flask_body", sauce=sauce), library_call("nozzle", cap=cap))
    return fitted(whole, width, height, depth)
