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
# [joints.drawer]
# reach = 0.75
# ///
from scene.language import *
from scene.language.modelling import block, carcass, darker, finish, fitted, moved, tray


@register("the drawer")
def drawer(width, height, depth, look):
    return concat_shapes(
        block((0, 0, 0), (width, height, 0.018), *look),
        tray((0, 0.012, -0.009 - depth / 2), (width - 0.03, height - 0.022, depth), 0.006, *look),
    )


@register("a floating nightstand with a drawer, hung on the wall")
def floating_nightstand(*, width=0.48, depth=0.36, height=0.28, frame="walnut", paint=None) -> Shape:
    wood = finish(frame, paint)
    dark = darker(wood[0], 0.5), wood[1]
    thick, split = 0.022, height * 0.52
    parts = [block((0, y, 0), (width, thick, depth), *wood) for y in (0, height - thick)]
    parts += [block((s * (width - thick) / 2, 0.005, 0), (thick, height - 0.01, depth - 0.002), *wood) for s in (-1, 1)]
    parts.append(block((0, 0.01, -depth / 2 + 0.009), (width - 0.02, height - 0.02, 0.012), *dark))
    parts.append(block((0, split, -0.005), (width - 0.03, thick, depth - 0.02), *wood))
    case = (width - 2 * thick + 0.012, split - thick + 0.012, depth - 0.049)
    parts.append(carcass((0, thick - 0.006, -0.0095), case, 0.01, *dark))
    drawer = library_call(
        "drawer", width=width - 2 * thick - 0.008, height=split - thick - 0.02, depth=depth - 0.08, look=wood
    )
    parts.append(moved(drawer, (0, thick + 0.004, depth / 2 - 0.02)))
    return fitted(concat_shapes(*parts), width, height, depth)
