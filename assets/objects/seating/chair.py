# /// asset
# word = "chair"
# synonyms = [
#     "dining chair", "side chair", "kitchen chair", "seat", "desk chair", "writing chair", "visitor chair",
#     "guest chair",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint", "cushion_color"]
# materials = ["frame", "cushion"]
# [variants]
# height = {"high backed" = 1.12, "high back" = 1.12}
# [variants.back]
# "slat back" = "slat"
# "ladder back" = "ladder"
# "spindle back" = "spindle"
# "windsor" = "spindle"
# "upholstered" = "padded"
# "padded back" = "padded"
# "tufted" = "padded"
# [variants.padded]
# "padded" = true
# "cushioned" = true
# "cushion" = true
# "seat cushion" = true
# "upholstered" = true
# "leather" = true
# "velvet" = true
# "fabric" = true
# "comfortable" = true
# ///
from scene.language import *
from scene.language.modelling import block, finish, moved, pad, rod, upright_pad


@register("a square leg that carries the seat")
def leg(height, thickness, look):
    return block((0, 0, 0), (thickness, height, thickness), *look)


@register("the seat of the chair")
def seat(width, depth, look):
    return pad((0, 0, 0), (width, 0.04, depth), *look, edge=0.03)


@register("a loose seat cushion")
def cushion(width, depth, look):
    return pad((0, 0, 0), (width, 0.05, depth), *look, edge=0.04)


@register("the back: two posts and what fills them")
def back(width, height, style, look, cloth):
    post = 0.034
    inner = width - 2 * post
    parts = [block((s * (width - post) / 2, 0, 0), (post, height, post), *look) for s in (-1, 1)]
    if style == "padded":
        parts.append(upright_pad((0, height * 0.1, 0.01), (inner + 0.02, height * 0.92, 0.07), *cloth, edge=0.05))
        return concat_shapes(*parts)
    parts.append(block((0, height - 0.08, 0), (inner, 0.075, 0.022), *look))
    if style == "ladder":
        parts += [block((0, height * f, 0), (inner, 0.05, 0.02), *look) for f in (0.2, 0.43, 0.66)]
        return concat_shapes(*parts)
    parts.append(block((0, height * 0.2, 0), (inner, 0.04, 0.022), *look))
    for i in range(5):
        x = inner * (i - 2) / 5
        low, high = (x, height * 0.22, 0), (x, height - 0.07, 0)
        slat = (
            rod(low, high, 0.008, *look) if style == "spindle" else block(low, (0.03, high[1] - low[1], 0.014), *look)
        )
        parts.append(slat)
    return concat_shapes(*parts)


@register("a dining chair with a shaped seat and an open back")
def chair(
    *,
    width=0.45,
    depth=0.52,
    height=0.9,
    back="slat",
    padded=False,
    frame="oak",
    paint=None,
    cushion="fabric",
    cushion_color=None,
) -> Shape:
    wood, cloth = finish(frame, paint), finish(cushion, cushion_color)
    top, thick = 0.45 * min(1, height / 0.9), 0.036
    x, z = width / 2 - thick / 2, depth / 2 - thick / 2
    parts = [
        place("leg", at=(s * x, 0, t * z), height=top - 0.03, thickness=thick, look=wood)
        for t in (1, -1)
        for s in (-1, 1)
    ]
    parts += [block((0, top - 0.085, t * z), (2 * x, 0.05, 0.02), *wood) for t in (1, -1)]
    parts += [block((s * x, top - 0.085, 0), (0.02, 0.05, 2 * z), *wood) for s in (1, -1)]
    parts.append(place("seat", at=(0, top - 0.035, 0.005), width=width, depth=depth - 0.01, look=wood))
    if padded or back == "padded" or cushion != "fabric" or cushion_color is not None:
        parts.append(place("cushion", at=(0, top, 0.02), width=width - 0.04, depth=depth - 0.08, look=cloth))
    rise = height - top
    upright = library_call("back", width=width, height=rise, style=back, look=wood, cloth=cloth)
    parts.append(moved(upright, (0, top, -z)))
    return concat_shapes(*parts)
