# /// asset
# word = "bench"
# synonyms = [
#     "dining bench", "entryway bench", "bedroom bench", "plank bench", "hallway bench", "waiting bench",
#     "altar bench", "locker room bench", "meditation bench", "piano stool bench",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint", "cushion_color"]
# materials = ["frame", "cushion"]
# [variants.padded]
# "upholstered" = true
# "padded" = true
# "cushioned" = true
# "cushion" = true
# "leather" = true
# "velvet" = true
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, pad


@register("a slab leg at one end")
def leg(height, depth, look):
    return concat_shapes(
        *[block((0, 0, s * (depth / 2 - 0.03)), (0.05, height, 0.06), *look) for s in (-1, 1)],
        block((0, height - 0.07, 0), (0.04, 0.06, depth - 0.08), *look),
    )


@register("a seat of planks")
def seat(width, depth, look):
    plank = depth / 3
    return concat_shapes(*[block((0, 0, plank * (i - 1)), (width, 0.04, plank - 0.008), *look) for i in range(3)])


@register("a long seat cushion")
def cushion(width, depth, look):
    return pad((0, 0, 0), (width, 0.07, depth), *look, edge=0.035)


@register("a simple plank bench without a back")
def bench(
    *,
    width=1.2,
    depth=0.38,
    height=0.45,
    padded=False,
    frame="oak",
    paint=None,
    cushion="beige linen",
    cushion_color=None,
) -> Shape:
    wood = finish(frame, paint)
    padded = padded or cushion != "beige linen" or cushion_color is not None
    top = height - (0.1 if padded else 0.04)
    parts = [
        place("leg", at=(s * (width / 2 - 0.14), 0, 0), height=top, depth=depth - 0.04, look=wood) for s in (-1, 1)
    ]
    parts.append(block((0, top * 0.3, 0), (width - 0.28, 0.06, 0.035), *wood))
    parts += [block((s * (width / 2 - 0.14), top * 0.3, 0), (0.04, 0.06, depth - 0.12), *wood) for s in (-1, 1)]
    parts.append(place("seat", at=(0, top, 0), width=width, depth=depth, look=wood))
    if padded:
        cloth = finish(cushion, cushion_color)
        parts.append(place("cushion", at=(0, top + 0.035, 0), width=width - 0.02, depth=depth - 0.02, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
