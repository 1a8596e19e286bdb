# /// asset
# word = "cell bars"
# synonyms = [
#     "prison bars", "jail bars", "iron bars", "cell door", "prison door", "jail cell door", "barred door",
#     "prison cell bars",
# ]
# category = "doors"
# support = "floor"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import block, box, finish, fitted, rod


@register("upright bars between rails")
def bars(*, left, right, height, look):
    n = max(2, round((right - left) / 0.12))
    step = (right - left) / n
    return concat_shapes(
        *[
            rod((left + (i + 0.5) * step, 0.02, 0), (left + (i + 0.5) * step, height - 0.02, 0), 0.013, *look)
            for i in range(n)
        ],
        *[
            box(((left + right) / 2, y, 0), (right - left, 0.05, 0.016), *look)
            for y in (0.03, height * 0.36, height * 0.68, height - 0.03)
        ],
    )


@register("the lock with its keyhole")
def lock(*, x, look):
    return concat_shapes(
        box((x, 1.05, 0.0), (0.13, 0.22, 0.06), *look),
        rod((x, 1.07, 0.03), (x, 1.07, 0.034), 0.016, (0.05, 0.05, 0.05)),
        box((x, 1.045, 0.032), (0.012, 0.05, 0.004), (0.05, 0.05, 0.05)),
        rod((x + 0.03, 1.1, 0.05), (x + 0.03, 0.98, 0.05), 0.009, *finish("steel")),
    )


@register("a wall of prison bars with a barred door")
def cell_bars(*, width=2.4, height=2.3, depth=0.12, metal="wrought iron", paint=None) -> Shape:
    look = finish(metal, paint)
    gate = min(0.9, width * 0.5)
    left = -gate / 2 - 0.03
    parts = [
        block((0, 0, 0), (width, 0.02, 0.08), *look),
        block((0, height - 0.06, 0), (width, 0.06, 0.08), *look),
        library_call("bars", left=-gate / 2, right=gate / 2, height=height - 0.05, look=look),
        library_call("lock", x=gate / 2 - 0.02, look=look),
    ]
    for s in (-1, 1):
        parts.append(block((s * (width / 2 - 0.03), 0.02, 0), (0.06, height - 0.08, 0.08), *look))
        parts.append(block((s * (gate / 2 + 0.03), 0.02, 0), (0.05, height - 0.08, 0.07), *look))
        if width > gate + 0.3:
            a, b = sorted((s * (gate / 2 + 0.055), s * (width / 2 - 0.06)))
            parts.append(library_call("bars", left=a, right=b, height=height - 0.05, look=look))
    parts += [rod((left, y - 0.06, 0.05), (left, y + 0.06, 0.05), 0.018, *look) for y in (0.4, height * 0.78)]
    return fitted(concat_shapes(*parts), width, height, depth)
