# /// asset
# word = "camping stove"
# synonyms = ["camp stove", "gas camping stove", "portable stove", "two burner stove"]
# category = "outdoor"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, finish, fitted, hoop, moved, rod, rotated


@register("a burner under its grate")
def burner(*, radius, look, iron):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.02, 0), radius * 0.42, *look),
        hoop(radius, 0.004, *iron, center=(0, 0.028, 0)),
        *[
            rod((x * radius, 0.028, z * radius), (-x * radius, 0.028, -z * radius), 0.003, *iron)
            for x, z in ((1, 0), (0, 1))
        ],
    )


@register("a two-burner gas stove with its lid open")
def camping_stove(*, width=0.5, depth=0.32, height=0.32, paint=(0.12, 0.33, 0.22)) -> Shape:
    shell, steel, iron = finish("paint", paint), finish("stainless steel"), finish("black metal")
    body = 0.09
    lid = rotated(box((0, (height - body) / 2, 0), (width, height - body, 0.014), *shell), -0.15, (1, 0, 0))
    knobs = [
        concat_shapes(
            rod((s * width * 0.24, 0.045, depth / 2), (s * width * 0.24, 0.045, depth / 2 + 0.022), 0.017, *iron),
            box((s * width * 0.24, 0.052, depth / 2 + 0.024), (0.004, 0.016, 0.004), (0.9, 0.9, 0.9)),
        )
        for s in (-1, 1)
    ]
    return fitted(
        concat_shapes(
            block((0, 0, 0), (width, body - 0.01, depth), *shell),
            block((0, body - 0.01, 0), (width * 0.96, 0.008, depth * 0.94), *steel),
            *[
                place("burner", at=(s * width * 0.24, body - 0.004, 0.01), radius=0.085, look=iron, iron=iron)
                for s in (-1, 1)
            ],
            moved(lid, (0, body, -depth / 2 + 0.01)),
            *knobs,
            beam((width / 2, 0.05, -0.04), (width / 2 + 0.05, 0.05, -0.04), (0.02, 0.02), *steel),
        ),
        None,
        height,
        None,
    )
