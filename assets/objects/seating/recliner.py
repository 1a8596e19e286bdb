# /// asset
# word = "recliner"
# synonyms = ["recliner chair", "reclining chair", "reclining armchair", "lazy boy", "home theater seat"]
# stands_for = ["massage chair", "racing simulator seat"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.5, back = 0.3}
# colors = ["paint"]
# materials = ["upholstery"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pad, rod


@register("a thick padded arm")
def arm(width, height, depth, look):
    return concat_shapes(
        block((0, 0, 0), (width * 0.9, height - 0.1, depth), *look),
        pad((0, height - 0.16, 0), (width, 0.16, depth), *look, edge=0.06),
    )


@register("the footrest, raised")
def footrest(width, length, look):
    panels = [pad((0, 0, length * (0.25 + 0.5 * i)), (width, 0.11, length / 2), *look, edge=0.05) for i in (0, 1)]
    return concat_shapes(*panels)


@register("the back in three padded rolls")
def back(width, height, look):
    roll = height / 3
    return concat_shapes(
        *[pad((0, 0, -roll * (i + 0.5)), (width, 0.2, roll * 1.25), *look, edge=0.08) for i in range(3)]
    )


@register("a padded recliner leaning back with its footrest raised")
def recliner(*, width=0.92, depth=1.55, height=1.02, upholstery="brown leather", paint=None) -> Shape:
    hide, dark = finish(upholstery, paint), finish("black metal")
    arm_width, body = 0.2, depth * 0.5
    inner = width - 2 * arm_width + 0.02
    z0 = -0.04 * depth
    parts = [block((0, 0, z0), (width - 0.14, 0.1, body - 0.1), *dark), block((0, 0.08, z0), (inner, 0.3, body), *hide)]
    parts += [
        place(
            "arm",
            at=(s * (width - arm_width) / 2, 0.05, z0),
            width=arm_width,
            height=0.56,
            depth=body + 0.06,
            look=hide,
        )
        for s in (-1, 1)
    ]
    parts.append(pad((0, 0.32, z0 + 0.05), (inner, 0.19, body - 0.02), *hide, edge=0.07))
    rest = library_call("footrest", width=inner, length=0.46, look=hide)
    parts.append(moved(rest, (0, 0.4, z0 + body / 2), 0.12, (1, 0, 0)))
    parts += [
        rod((s * inner * 0.35, 0.2, z0 + body / 2 - 0.05), (s * inner * 0.35, 0.39, z0 + body / 2 + 0.2), 0.014, *dark)
        for s in (-1, 1)
    ]
    upright = library_call("back", width=inner + 0.02, height=0.78, look=hide)
    parts.append(moved(upright, (0, 0.42, z0 - body / 2 + 0.13), 0.95, (1, 0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
