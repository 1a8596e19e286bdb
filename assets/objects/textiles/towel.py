# /// asset
# word = "towel"
# synonyms = ["bath towel", "hand towel", "folded towel", "dish towel", "washcloth", "face cloth",
#   "stack of towels", "beach towel", "tea towel", "kitchen towel", "towels"]
# category = "textiles"
# support = "surface"
# colors = ["cloth", "second"]
# [variants.style]
# "folded" = "folded"
# "neatly folded" = "folded"
# "rolled" = "rolled"
# "rolled up" = "rolled"
# "stack" = "stack"
# ///
from scene.language import *
from scene.language.modelling import box, darker, rod


@register("a folded towel with its rounded edge")
def folded_towel(*, width, depth, height, cloth):
    r, count = height / 4, 2
    look = (cloth, {"roughness": 0.98})

    def layer(i):
        y = r + 2 * r * i
        return concat_shapes(
            box((0, y, -r / 2), (width, 2 * r * 0.97, depth - r), *look),
            rod((-width / 2, y, depth / 2 - r), (width / 2, y, depth / 2 - r), r * 0.97, *look),
        )

    hem = box(
        (width * 0.36, height / 2, -r * 0.3),
        (width * 0.05, height * 1.01, depth * 0.97 - r),
        darker(cloth, 0.82),
    )
    return concat_shapes(loop(count, layer), hem)


@register("a rolled towel")
def rolled_towel(*, width, radius, cloth):
    shade = darker(cloth, 0.68)
    coils = [
        rod(
            (-width / 2 - 0.0006 * i, radius, 0),
            (width / 2 + 0.0006 * i, radius, 0),
            radius * r,
            tone,
            {"roughness": 0.98},
        )
        for i, (r, tone) in enumerate(
            ((1.0, cloth), (0.84, shade), (0.74, cloth), (0.56, shade), (0.46, cloth), (0.27, shade), (0.18, cloth))
        )
    ]
    return concat_shapes(
        *coils, rod((width * 0.3, radius, 0), (width * 0.36, radius, 0), radius * 1.01, darker(cloth, 0.82))
    )


@register("a stack of folded towels with a rolled one on top")
def towel(*, width=0.36, depth=0.26, height=0.25, cloth=(0.55, 0.7, 0.74), second=(0.95, 0.94, 0.9), style="stack"):
    thick = height * 0.22
    if style == "folded":
        return library_call("folded_towel", width=width, depth=depth, height=thick * 1.3, cloth=cloth)
    if style == "rolled":
        return library_call("rolled_towel", width=width, radius=height * 0.25, cloth=cloth)
    layers = [
        place(
            "folded_towel",
            at=(0, i * thick, 0),
            width=width * (1 - 0.02 * i),
            depth=depth * (1 - 0.03 * i),
            height=thick * 0.98,
            cloth=second if i == 1 else cloth,
        )
        for i in range(3)
    ]
    return concat_shapes(
        *layers,
        place(
            "rolled_towel",
            at=(0, 3 * thick, 0),
            width=width * 0.9,
            radius=(height - 3 * thick) / 2 / 1.005,
            cloth=second,
        ),
    )
