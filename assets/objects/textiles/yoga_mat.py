# /// asset
# word = "yoga mat"
# synonyms = ["exercise mat", "gym mat", "rolled up yoga mat", "fitness mat", "rolling mat", "camping mat"]
# stands_for = ["prayer mat", "prayer rug"]
# category = "textiles"
# support = "rug"
# colors = ["mat", "strap"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, rod, tinted


@register("the flat part of the mat")
def sheet(*, length, depth, thick, mat):
    lines = [box((0, thick, z), (length * 0.98, 0.001, 0.012), tinted(mat, 1.35)) for z in (-depth * 0.4, depth * 0.4)]
    return concat_shapes(box((0, thick / 2, 0), (length, thick, depth), mat, {"roughness": 0.9}), *lines)


@register("the rolled-up end")
def roll(*, radius, depth, mat, strap):
    coils = [
        rod(
            (0, radius, -depth / 2 - 0.001 * i),
            (0, radius, depth / 2 + 0.001 * i),
            radius * r,
            tone,
            {"roughness": 0.9},
        )
        for i, (r, tone) in enumerate(
            (
                (1.0, mat),
                (0.86, darker(mat, 0.55)),
                (0.78, mat),
                (0.62, darker(mat, 0.55)),
                (0.54, mat),
                (0.36, darker(mat, 0.55)),
                (0.28, mat),
                (0.12, (0.05, 0.05, 0.05)),
            )
        )
    ]
    bands = [
        rod((0, radius, z - 0.012), (0, radius, z + 0.012), radius * 1.02, strap) for z in (-depth * 0.3, depth * 0.3)
    ]
    return concat_shapes(*coils, *bands)


@register("a half-unrolled yoga mat with straps")
def yoga_mat(*, width=1.3, depth=0.61, height=0.13, mat=(0.45, 0.35, 0.62), strap=(0.92, 0.9, 0.86)):
    radius, wide = height / 2 / 1.01, depth * 0.975
    return concat_shapes(
        place("sheet", at=(radius / 2, 0, 0), length=width - radius, depth=wide, thick=0.008, mat=mat),
        place("roll", at=(-width / 2 + radius * 1.02, 0, 0), radius=radius, depth=wide, mat=mat, strap=strap),
    )
