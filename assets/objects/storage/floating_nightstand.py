# /// asset
# word = "floating nightstand"
# synonyms = [
#     "wall-mounted nightstand", "floating bedside table", "floating side table", "wall mounted bedside table",
#     "floating drawer",
# ]
# phrase = "a floating nightstand with a drawer, hung on the wall"
# category = "storage"
# support = "wall"
# [colors]
# paint = [0.388, 0.263, 0.188]
# [materials]
# frame = "walnut"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


@register("the drawer")
def drawer(width, height, look):
    return box((width, height, 0.018), (0, 0, 0), look)


@register("a floating nightstand with a drawer, hung on the wall")
def floating_nightstand(*, width=0.48, depth=0.36, height=0.28, frame="walnut", paint=None) -> Shape:
    wood = finish(frame, paint)
    dark = tuple(0.5 * c for c in wood[0]), wood[1]
    thick, split = 0.022, height * 0.52
    parts = [box((width, thick, depth), (0, y, 0), wood) for y in (0, height - thick)]
    parts += [box((thick, height - 0.01, depth - 0.002), (s * (width - thick) / 2, 0.005, 0), wood) for s in (-1, 1)]
    parts.append(box((width - 0.02, height - 0.02, 0.012), (0, 0.01, -depth / 2 + 0.009), dark))
    parts.append(box((width - 0.03, thick, depth - 0.02), (0, split, -0.005), wood))
    parts.append(box((width - 0.03, split - 0.03, depth - 0.06), (0, 0.02, -0.015), dark))
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
