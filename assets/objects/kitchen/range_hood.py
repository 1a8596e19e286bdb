# /// asset
# word = "range hood"
# synonyms = [
#     "cooker hood", "extractor hood", "kitchen hood", "vent hood", "extractor fan", "exhaust hood",
# ]
# category = "kitchen"
# support = "wall"
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, rod


@register("the canopy of sloping panels")
def canopy(width, depth, look):
    """Each slope is made of strips that lean from the rim to the chimney, every strip with a lean of its own."""
    low, rise, count, wall = 0.06, 0.24, 60, 0.02
    back = -depth / 2

    def strip(foot, head, size):
        lean = identity_matrix()
        lean[0, 1], lean[2, 1] = (head[0] - foot[0]) / rise, (head[1] - foot[1]) / rise
        slat = block((0, 0, 0), (size[0], rise, size[1]), *look)
        return transform_shape(slat, translation_matrix((foot[0], low, foot[1])) @ lean)

    parts = [block((0, 0, 0), (width, low, depth), *look)]
    for i in range(count):
        f = (i + 0.5) / count - 0.5
        wide = (width / count * 1.05, wall)
        parts.append(strip((width * f, -back - wall / 2), (0.3 * f, back + 0.28 - wall / 2), wide))
    for i in range(count // 2):
        f = (i + 0.5) / (count // 2)
        deep = (wall, depth / (count // 2) * 1.05)
        for s in (-1, 1):
            foot, head = (s * (width - wall) / 2, back + depth * f), (s * (0.3 - wall) / 2, back + 0.28 * f)
            parts.append(strip(foot, head, deep))
    return concat_shapes(*parts)


@register("the chimney")
def chimney(height, look):
    return block((0, 0, 0), (0.3, height, 0.28), *look)


@register("a button")
def button(look):
    return rod((0, 0, 0), (0, 0, 0.006), 0.01, *look)


@register("a chimney range hood over a stove")
def range_hood(*, width=0.8, depth=0.5, height=0.85, body="stainless steel", paint=None) -> Shape:
    look = finish(body, paint)
    parts = [
        library_call("canopy", width=width, depth=depth, look=look),
        place("chimney", at=(0, 0.28, -depth / 2 + 0.14), height=height - 0.28, look=look),
    ]
    parts += [
        place("button", at=(0.04 * (i - 2), 0.022, depth / 2 + 0.003), look=finish("black plastic")) for i in range(5)
    ]
    parts += [
        rod((s * width * 0.28, -0.001, 0.08), (s * width * 0.28, 0.004, 0.08), 0.03, *finish("lamp glow"))
        for s in (-1, 1)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
