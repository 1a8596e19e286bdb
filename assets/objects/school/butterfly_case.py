# /// asset
# word = "butterfly display"
# synonyms = [
#     "butterfly case", "framed butterflies", "insect collection", "butterfly collection", "pinned butterflies",
#     "insect display", "framed insects", "mounted butterflies", "beetle collection",
# ]
# category = "school"
# support = "wall"
# colors = ["ground"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, fitted, moved, rod, rotated, tube

TONES = (
    (0.16, 0.45, 0.85),
    (0.96, 0.55, 0.1),
    (0.98, 0.85, 0.2),
    (0.6, 0.25, 0.65),
    (0.2, 0.6, 0.4),
    (0.85, 0.2, 0.2),
    (0.95, 0.92, 0.85),
    (0.3, 0.7, 0.75),
    (0.55, 0.3, 0.15),
)


@register("a pinned butterfly")
def butterfly(*, tone):
    parts = [rod((0, -0.025, 0.006), (0, 0.03, 0.006), 0.004, (0.1, 0.08, 0.07))]
    for s in (-1, 1):
        upper = concat_shapes(
            ellipsoid((0, 0, 0), (0.036, 0.022, 0.0015), darker(tone, 0.35)),
            ellipsoid((0, 0, 0.001), (0.029, 0.016, 0.0015), tone),
        )
        lower = concat_shapes(
            ellipsoid((0, 0, 0), (0.024, 0.02, 0.0015), darker(tone, 0.35)),
            ellipsoid((0, 0, 0.001), (0.018, 0.014, 0.0015), tone),
        )
        parts.append(moved(rotated(upper, s * 0.5, (0, 0, 1)), (s * 0.034, 0.018, 0.004)))
        parts.append(moved(rotated(lower, -s * 0.6, (0, 0, 1)), (s * 0.024, -0.02, 0.003)))
        parts.append(tube([(0, 0.03, 0.006), (s * 0.012, 0.05, 0.006)], 0.0008, (0.1, 0.08, 0.07)))
    return concat_shapes(*parts)


@register("a framed case of pinned butterflies")
def butterfly_case(*, width=0.6, height=0.48, depth=0.05, ground=(0.96, 0.94, 0.88), frame="walnut"):
    look = surface(frame)
    insects = [
        moved(library_call("butterfly", tone=TONES[i]), (-0.18 + 0.18 * (i % 3), 0.37 - 0.13 * (i // 3), 0.0))
        for i in range(9)
    ]
    labels = [
        box((-0.18 + 0.18 * (i % 3), 0.308 - 0.13 * (i // 3), -0.001), (0.05, 0.01, 0.002), (0.99, 0.98, 0.95))
        for i in range(9)
    ]
    whole = concat_shapes(
        box((0, 0.24, -0.012), (0.58, 0.46, 0.016), ground),
        *[box((0, y, 0.0), (0.6, 0.03, 0.05), *look) for y in (0.015, 0.465)],
        *[box((s * 0.285, 0.24, 0.0), (0.03, 0.48, 0.05), *look) for s in (-1, 1)],
        *insects,
        *labels,
    )
    return fitted(whole, width, height, depth)
