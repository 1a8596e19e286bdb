# /// asset
# word = "handbag"
# synonyms = [
#     "purse", "tote bag", "tote", "shopping bag", "canvas bag", "shoulder bag", "gift bag", "beach bag",
#     "paper shopping bag", "bag", "grocery bag", "canvas tote", "bags",
# ]
# stands_for = [
#     "cosmetic bag", "makeup bag", "diaper bag", "clutch", "pouch", "toiletry bag", "satchel", "messenger bag",
# ]
# category = "storage"
# support = "floor"
# colors = ["cloth", "strap"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, stretched, tube


@register("the body of the bag")
def bag_body(*, cloth):
    soft = {"roughness": 0.8}
    sides = [box((s * 0.172, 0.15, 0), (0.006, 0.3, 0.13), darker(cloth, 0.9), soft) for s in (-1, 1)]
    panels = [
        moved(box((0, 0.15, 0), (0.34, 0.3, 0.006), cloth, soft), (0, 0, s * 0.066), -s * 0.03, (1, 0, 0))
        for s in (-1, 1)
    ]
    hems = [box((0, 0.292, s * 0.058), (0.346, 0.02, 0.01), darker(cloth, 0.75), soft) for s in (-1, 1)]
    return concat_shapes(box((0, 0.004, 0), (0.35, 0.008, 0.14), darker(cloth, 0.8), soft), *sides, *panels, *hems)


@register("a handle")
def handle(*, strap):
    return tube(
        [
            (-0.085, 0.24, 0.066),
            (-0.08, 0.33, 0.06),
            (-0.06, 0.41, 0.045),
            (0, 0.44, 0.04),
            (0.06, 0.41, 0.045),
            (0.08, 0.33, 0.06),
            (0.085, 0.24, 0.066),
        ],
        0.0085,
        strap,
    )


@register("an open bag with two handles")
def handbag(*, width=0.36, height=0.46, depth=0.15, cloth=(0.83, 0.74, 0.58), strap=(0.42, 0.28, 0.18)):
    whole = concat_shapes(
        library_call("bag_body", cloth=cloth),
        library_call("handle", strap=strap),
        stretched(library_call("handle", strap=strap), (1, 1, -1)),
    )
    return fitted(whole, width, height, depth)
