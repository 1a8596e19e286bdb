# /// asset
# word = "bath mat"
# synonyms = ["floor mat", "bathroom mat", "bath rug", "doormat", "door mat", "shower mat", "bathroom rug",
#   "anti slip mat", "mat"]
# phrase = "a thick fluffy bath mat with two footprints"
# category = "textiles"
# support = "rug"
# [colors]
# pile = [0.75, 0.85, 0.88]
# trim = [0.95, 0.96, 0.95]
# [variants.striped]
# "striped" = true
# ///
from scene.language import *


def rod(start, end, radius, color, material=None):
    return primitive_call("cylinder", {"radius": radius, "p0": start, "p1": end}, color=color, material=material)


def ellipsoid(center, radii, color, material=None):
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=material)
    return transform_shape(unit, translation_matrix(center) @ scale_matrix(radii, (0, 0, 0)))


def box(center, size, color, material=None):
    return transform_shape(
        primitive_call("cube", {"scale": size}, color=color, material=material), translation_matrix(center)
    )


@register("the backing with its hem")
def backing(*, width, depth, height, trim):
    r = depth * 0.1
    x, z = width / 2 - r, depth / 2 - r
    return concat_shapes(
        box((0, height / 2, 0), (width, height, 2 * z), trim),
        box((0, height / 2, 0), (2 * x, height, depth), trim),
        *[rod((i * x, 0, j * z), (i * x, height, j * z), r, trim) for i in (-1, 1) for j in (-1, 1)],
    )


@register("one tufted ridge of pile")
def tuft(*, length, radius, tone):
    body = rod((0, 0, -length / 2), (0, 0, length / 2), radius, tone, {"roughness": 0.98})
    ends = [ellipsoid((0, 0, side * length / 2), (radius,) * 3, tone, {"roughness": 0.98}) for side in (-1, 1)]
    return concat_shapes(body, *ends)


@register("the print of a bare foot")
def footprint(*, length, thick, tone):
    look = (tone, {"roughness": 0.98})
    toes = [
        ellipsoid((x * length, 0, -length * y), (length * r, thick, length * r), *look)
        for x, y, r in (
            (-0.12, 0.5, 0.065),
            (-0.02, 0.53, 0.048),
            (0.07, 0.51, 0.043),
            (0.14, 0.46, 0.039),
            (0.2, 0.39, 0.035),
        )
    ]
    return concat_shapes(
        ellipsoid((0.01 * length, 0, -length * 0.24), (length * 0.2, thick, length * 0.19), *look),
        ellipsoid((0.04 * length, 0, length * 0.05), (length * 0.13, thick, length * 0.3), *look),
        ellipsoid((0, 0, length * 0.3), (length * 0.16, thick, length * 0.18), *look),
        *toes,
    )


@register("a thick fluffy bath mat with two footprints")
def bath_mat(*, width=0.8, depth=0.5, height=0.03, pile=(0.75, 0.85, 0.88), trim=(0.95, 0.96, 0.95), striped=False):
    count = 17
    step = width * 0.93 / count
    base = height * 0.35
    ridge = library_call("tuft", length=depth * 0.84, radius=step * 0.54, tone=pile)
    other = library_call("tuft", length=depth * 0.84, radius=step * 0.54, tone=trim)
    flatten = scale_matrix((1, (height - base) / (step * 0.54), 1), (0, 0, 0))
    rows = [
        transform_shape(
            other if striped and (i // 2) % 2 else ridge,
            translation_matrix(((i - (count - 1) / 2) * step, base, 0)) @ flatten,
        )
        for i in range(count)
    ]
    upper = concat_shapes(*rows)
    drop = compute_shape_min(upper)[1]
    lift = scale_matrix((1, height / (height - min(drop, 0)), 1), (0, 0, 0)) @ translation_matrix((0, -min(drop, 0), 0))
    feet = []
    if not striped:
        print_shape = library_call("footprint", length=depth * 0.74, thick=height * 0.08, tone=trim)
        left = translation_matrix((width * 0.14, height * 0.92, 0))
        feet = [
            transform_shape(print_shape, left),
            transform_shape(print_shape, reflection_matrix((0, 0, 0), (1, 0, 0)) @ left),
        ]
    return concat_shapes(
        library_call("backing", width=width, depth=depth, height=base, trim=trim), transform_shape(upper, lift), *feet
    )
