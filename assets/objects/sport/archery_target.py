# /// asset
# word = "archery target"
# synonyms = ["archery butt", "target with arrows", "bow target", "archery targets", "straw target", "round target"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["straw"]
# ///


from scene.language import *
from scene.language.modelling import beam, cone, fitted, moved, rod, rotated

RINGS = (
    (0.6, (0.95, 0.94, 0.9)),
    (0.48, (0.1, 0.1, 0.11)),
    (0.36, (0.15, 0.45, 0.8)),
    (0.24, (0.82, 0.12, 0.1)),
    (0.12, (0.98, 0.82, 0.15)),
)


@register("the round straw boss with its coloured rings")
def boss(*, straw):
    return concat_shapes(
        rod((0, 0, -0.14), (0, 0, 0), 0.65, straw, {"roughness": 0.95}),
        *[rod((0, 0, 0), (0, 0, 0.006 + 0.004 * i), r, c, {"roughness": 0.8}) for i, (r, c) in enumerate(RINGS)],
    )


@register("an arrow")
def arrow():
    feathers = [
        rotated(
            moved(concat_shapes(beam((0, 0, 0.46), (0, 0, 0.58), (0.002, 0.04), (0.85, 0.2, 0.15))), (0, 0.014, 0)),
            a,
            (0, 0, 1),
        )
        for a in (0, 2.09, 4.19)
    ]
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.6), 0.005, (0.8, 0.65, 0.42)),
        cone((0, 0, 0.02), (0, 0, -0.03), 0.009, (0.4, 0.4, 0.42)),
        *feathers,
    )


@register("an archery target on an easel with three arrows in it")
def archery_target(*, width=1.3, height=1.65, depth=1.1, straw=(0.82, 0.66, 0.36)):
    wood = surface("pine")
    shots = [
        moved(rotated(library_call("arrow"), 0.05 * (i - 1)), at)
        for i, at in enumerate(((0.05, 0.04, 0.0), (-0.16, 0.1, 0.0), (0.12, -0.2, 0.0)))
    ]
    face = moved(rotated(concat_shapes(library_call("boss", straw=straw), *shots), -0.16, (1, 0, 0)), (0, 0.98, 0.1))
    legs = [beam((s * 0.62, 0, 0.22), (s * 0.12, 1.75, -0.12), (0.07, 0.05), *wood) for s in (-1, 1)]
    whole = concat_shapes(
        face,
        *legs,
        beam((0, 0, -0.75), (0, 1.7, -0.12), (0.07, 0.05), *wood),
        beam((-0.5, 0.4, 0.15), (0.5, 0.4, 0.15), (0.06, 0.1), *wood),
    )
    return fitted(whole, width, height, depth)
