# /// asset
# word = "crate"
# synonyms = [
#     "wooden crate", "wine crate", "fruit crate", "apple crate", "vegetable crate", "packing crate",
#     "produce crate", "wood crate", "slatted crate", "crates",
# ]
# stands_for = ["milk crate", "plastic crate"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted


@register("the slatted sides")
def slats(*, look):
    long_sides = [box((0, 0.06 + 0.085 * i, s * 0.172), (0.5, 0.07, 0.014), *look) for s in (-1, 1) for i in range(3)]
    ends = [
        box((s * 0.236, 0.06 + 0.085 * i, 0), (0.014, 0.07, 0.33), *look) for s in (-1, 1) for i in range(3) if i != 1
    ] + [box((s * 0.236, 0.145, z), (0.014, 0.07, 0.11), *look) for s in (-1, 1) for z in (-0.11, 0.11)]
    floor = [box((0, 0.012, 0.07 * (i - 2)), (0.47, 0.014, 0.06), *look) for i in range(5)]
    return concat_shapes(*long_sides, *ends, *floor)


@register("the corner posts")
def posts(*, look):
    return concat_shapes(
        *[
            box((x * 0.218, 0.15, z * 0.15), (0.03, 0.3, 0.03), darker(look[0], 0.85), look[1])
            for x in (-1, 1)
            for z in (-1, 1)
        ]
    )


@register("an open slatted crate")
def crate(*, width=0.5, height=0.3, depth=0.36, paint=None, frame="pine"):
    look = finish(frame, paint)
    whole = concat_shapes(library_call("slats", look=look), library_call("posts", look=look))
    return fitted(whole, width, height, depth)
