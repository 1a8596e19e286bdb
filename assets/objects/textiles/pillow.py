# /// asset
# word = "pillow"
# synonyms = [
#     "cushion", "throw pillow", "scatter cushion", "bed pillow", "decorative pillow", "sofa pillow",
#     "lumbar pillow",
# ]
# stands_for = ["pillowcase", "body pillow", "seat cushion"]
# category = "textiles"
# support = "surface"
# colors = ["cover"]
# materials = ["fabric"]
# [variants.tasseled]
# "tasseled" = true
# "tassels" = true
# [variants.pattern]
# "patterned" = "geometric"
# "geometric" = "geometric"
# "colorful" = "geometric"
# "vibrant" = "geometric"
# "striped" = "striped"
# "plain" = "plain"
# ///
import math

from scene.language import *
from scene.language.modelling import cone, ellipsoid, finish, moved, rotated


def spoke(side, thick, turn, look):
    """A lens through the middle that reaches the square's edge in the direction `turn`."""
    reach = 0.47 / max(abs(math.cos(turn)), abs(math.sin(turn)))
    lens = ellipsoid((0, 0, 0), (side * reach, side * 0.24, thick * (0.5 - 0.35 * (reach - 0.47))), *look)
    return rotated(lens, turn, (0, 0, 1))


@register("the stuffed cover: lenses that fan out to the sides and the four corners")
def cover_part(*, side, thick, look, second):
    spokes = 16
    fan = loop(spokes, lambda i: spoke(side, thick, i * math.pi / spokes, second if i % 4 == 2 else look))
    return concat_shapes(ellipsoid((0, 0, 0), (side * 0.4, side * 0.4, thick * 0.51), *look), fan)


@register("the stripes, lenses that follow the curve of the cover")
def stripes(*, side, thick, tone):
    def stripe(x, wide):
        share = math.sqrt(1 - (2 * x) ** 2)
        return ellipsoid((x * side, 0, 0), (wide * side, side * 0.49, thick * 0.53 * share), tone, {"roughness": 0.9})

    return concat_shapes(
        *[stripe(x, wide) for x, wide in ((-0.33, 0.03), (-0.17, 0.03), (0.0, 0.03), (0.17, 0.03), (0.33, 0.03))]
    )


@register("a tassel at a corner")
def tassel(*, length, tone):
    return concat_shapes(
        ellipsoid((0, 0, 0), (length * 0.16,) * 3, tone),
        cone((0, -length, 0), (0, length * 0.1, 0), length * 0.24, tone),
    )


@register("a plump square throw pillow with piping and a button")
def pillow(
    *, width=0.45, height=0.16, depth=0.42, cover=None, fabric="mustard cotton", pattern="plain", tasseled=False
):
    look = finish(fabric, cover)
    contrast = tuple(min(1.0, 0.35 * c + 0.62) for c in look[0])
    side, thick = width, height
    accent = (contrast, look[1])
    parts = [
        library_call("cover_part", side=side, thick=thick, look=look, second=accent if pattern == "geometric" else look)
    ]
    if pattern == "striped":
        parts.append(library_call("stripes", side=side, thick=thick, tone=contrast))
    else:
        parts.append(ellipsoid((0, 0, thick * 0.5), (side * 0.04, side * 0.04, thick * 0.05), contrast))
    if tasseled:
        tassel = library_call("tassel", length=side * 0.14, tone=contrast)
        outward = moved(tassel, (side * 0.64, 0, 0), math.pi / 2, (0, 0, 1))
        parts += [rotated(outward, math.pi / 4 + k * math.pi / 2, (0, 0, 1)) for k in range(4)]
    lying = rotated(concat_shapes(*parts), -math.pi / 2, (1, 0, 0))
    low, high = compute_shape_min(lying), compute_shape_max(lying)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    middle = (low + high) / 2
    return transform_shape(lying, fit @ translation_matrix((-middle[0], -low[1], -middle[2])))
