# /// asset
# word = "stool"
# synonyms = ["milking stool", "vanity stool", "bedside stool", "side stool"]
# category = "seating"
# support = "floor"
# colors = ["paint", "cushion_color"]
# materials = ["frame", "cushion"]
# [variants.padded]
# "padded" = true
# "cushioned" = true
# "cushion" = true
# "upholstered" = true
# "leather" = true
# "velvet" = true
# ///
from scene.language import *
from scene.language.modelling import finish, fitted, ring, rod, taper


@register("a splayed tapered leg")
def leg(foot, top, look):
    return taper(top, foot, 0.02, 0.013, *look)


@register("the round seat")
def seat(radius, look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.026, 0), radius, *look), rod((0, 0.026, 0), (0, 0.034, 0), radius * 0.95, *look)
    )


@register("a stuffed round top")
def cushion(radius, look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.05, 0), radius * 0.96, *look), ring((0, 0.025, 0), radius * 0.96, 0.025, *look, parts=32)
    )


@register("a round wooden stool on four splayed legs")
def stool(
    *,
    width=0.38,
    depth=0.38,
    height=0.45,
    padded=False,
    frame="oak",
    paint=None,
    cushion="gray fabric",
    cushion_color=None,
) -> Shape:
    wood, cloth = finish(frame, paint), finish(cushion, cushion_color)
    padded = padded or cushion != "gray fabric" or cushion_color is not None
    radius, top = 0.165, height - (0.085 if padded else 0.034)
    corners = [(s, t) for s in (-1, 1) for t in (-1, 1)]
    parts = [
        library_call("leg", foot=(0.125 * s, 0, 0.125 * t), top=(0.085 * s, top, 0.085 * t), look=wood)
        for s, t in corners
    ]
    rung = 0.107
    parts += [rod((-rung, top * 0.4, s * rung), (rung, top * 0.4, s * rung), 0.009, *wood) for s in (-1, 1)]
    parts += [rod((s * rung, top * 0.48, -rung), (s * rung, top * 0.48, rung), 0.009, *wood) for s in (-1, 1)]
    parts.append(place("seat", at=(0, top, 0), radius=radius, look=wood))
    if padded:
        parts.append(place("cushion", at=(0, top + 0.034, 0), radius=radius, look=cloth))
    return fitted(concat_shapes(*parts), width, height, depth)
