# /// asset
# word = "floating nightstand"
# synonyms = [
#     "wall-mounted nightstand", "floating bedside table", "floating side table", "wall mounted bedside table",
#     "floating drawer",
# ]
# category = "storage"
# support = "wall"
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted


@register("the drawer")
def drawer(width, height, look):
    return block((0, 0, 0), (width, height, 0.018), *look)


@register("a floating nightstand with a drawer, hung on the wall")
def floating_nightstand(*, width=0.48, depth=0.36, height=0.28, frame="walnut", paint=None) -> Shape:
    wood = finish(frame, paint)
    dark = darker(wood[0], 0.5), wood[1]
    thick, split = 0.022, height * 0.52
    parts = [block((0, y, 0), (width, thick, depth), *wood) for y in (0, height - thick)]
    parts += [block((s * (width - thick) / 2, 0.005, 0), (thick, height - 0.01, depth - 0.002), *wood) for s in (-1, 1)]
    parts.append(block((0, 0.01, -depth / 2 + 0.009), (width - 0.02, height - 0.02, 0.012), *dark))
    parts.append(block((0, split, -0.005), (width - 0.03, thick, depth - 0.02), *wood))
    parts.append(block((0, 0.02, -0.015), (width - 0.03, split - 0.03, depth - 0.06), *dark))
    parts.append(
        place(
            "drawer",
            at=(0, thick + 0.004, depth / 2 - 0.02),
            width=width - 2 * thick - 0.008,
            height=split - thick - 0.02,
            look=wood,
        )
    )
    return fitted(concat_shapes(*parts), width, height, depth)
