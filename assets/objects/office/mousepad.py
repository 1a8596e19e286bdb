# /// asset
# word = "mousepad"
# synonyms = ["mouse pad", "desk pad", "desk mat", "mouse mat", "gaming mat"]
# phrase = "a mouse pad with a coloured hem, a printed mouse pointer and a wrist rest"
# category = "office"
# support = "surface"
# [colors]
# cloth = [0.15, 0.16, 0.2]
# trim = [0.3, 0.6, 0.9]
# ///
from scene.language import *


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


@register("the pad with its coloured hem")
def pad(*, width, depth, height, cloth, trim):
    r = depth * 0.08

    def sheet(grow, y0, y1, tone):
        x, z, corner = width / 2 - r, depth / 2 - r, r + grow
        parts = [
            box((0, (y0 + y1) / 2, 0), (width + 2 * grow, y1 - y0, 2 * z), tone),
            box((0, (y0 + y1) / 2, 0), (2 * x, y1 - y0, depth + 2 * grow), tone),
        ]
        return parts + [rod((i * x, y0, j * z), (i * x, y1, j * z), corner, tone) for i in (-1, 1) for j in (-1, 1)]

    return concat_shapes(*sheet(0.0, 0, height * 0.8, trim), *sheet(-0.005, height * 0.5, height, cloth))


@register("a printed arrow pointer")
def pointer(*, size, y, tone):
    def wedge(left, right, tip):
        """A flat triangle: two corners at the same z, and a tip, each (x, z)."""
        flat = primitive_call("cone", {"radius": 1.0, "p0": (0, 0, 0), "p1": (0, 0, 1)}, color=tone)
        middle, z = (left[0] + right[0]) / 2, left[1]
        shaped = translation_matrix((middle, y, z)) @ scale_matrix(
            (abs(right[0] - left[0]) / 2, 0.0012, tip[1] - z), (0, 0, 0)
        )
        shaped[0, 2] = tip[0] - middle
        return transform_shape(flat, shaped)

    return concat_shapes(
        wedge((-size * 0.36, size * 0.16), (size * 0.36, size * 0.16), (0, -size * 0.55)),
        box((0, y, size * 0.3), (size * 0.15, 0.0016, size * 0.34), tone),
    )


@register("the padded wrist rest")
def wrist_rest(*, width, depth, height, trim):
    look = (trim, {"roughness": 0.7})
    return concat_shapes(
        *[
            ellipsoid((x * width * 0.22, height * 0.5, 0), (width * 0.28, height * 0.5, depth / 2), *look)
            for x in (-1, 0, 1)
        ]
    )


@register("a mouse pad with a coloured hem, a printed mouse pointer and a wrist rest")
def mousepad(*, width=0.26, depth=0.24, height=0.025, cloth=(0.15, 0.16, 0.2), trim=(0.3, 0.6, 0.9)):
    mark = transform_shape(
        library_call("pointer", size=depth * 0.34, y=0.0052, tone=trim),
        translation_matrix((0, 0, -depth * 0.14)) @ rotation_matrix(0.5, (0, 1, 0), (0, 0, 0)),
    )
    rest = place(
        "wrist_rest",
        at=(0, 0.003, depth * 0.37),
        width=width * 0.94,
        depth=depth * 0.24,
        height=height - 0.003,
        trim=trim,
    )
    return concat_shapes(
        library_call("pad", width=width, depth=depth, height=0.005, cloth=cloth, trim=trim), mark, rest
    )
