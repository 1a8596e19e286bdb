# /// asset
# word = "beach hut"
# synonyms = ["beach cabin", "bathing hut", "beach cabana", "striped beach hut", "bathing cabin"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "second", "roof"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, block, box, darker, fitted, moved, rod


@register("the striped walls with a gable")
def walls(*, paint, second):
    parts = [block((0, 0.25, 0), (1.7, 1.75, 1.7), second)]
    n = 12
    for i in range(n):
        x = (i - (n - 1) / 2) * 1.72 / n
        tone = paint if i % 2 else second
        tall = 1.78 + 0.72 * (1 - abs(x) / 0.86)
        parts.append(block((x, 0.25, 0.86), (1.72 / n + 0.001, tall, 0.03), tone))
        parts.append(block((x, 0.25, -0.86), (1.72 / n + 0.001, tall, 0.03), tone))
        parts += [block((s * 0.86, 0.25, x), (0.03, 1.75, 1.72 / n + 0.001), tone) for s in (-1, 1)]
    parts += [block((s * 0.84, 0.25, 0.87), (0.08, 1.75, 0.04), (0.97, 0.97, 0.95)) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("the roof with its bargeboards")
def roof_part(*, roof):
    lean = math.atan2(0.72, 0.86)
    parts = []
    for s in (-1, 1):
        parts.append(
            moved(
                box((s * 0.6, 0.0, 0.0), (1.32, 0.05, 2.0), roof, {"roughness": 0.8}),
                (0, 2.79, 0),
                -s * lean,
                (0, 0, 1),
            )
        )
        parts.append(
            moved(
                box((s * 0.6, -0.05, 1.01), (1.34, 0.14, 0.03), (0.97, 0.97, 0.95)), (0, 2.79, 0), -s * lean, (0, 0, 1)
            )
        )
    parts.append(box((0, 2.8, 0), (0.12, 0.06, 2.02), darker(roof, 0.8)))
    parts.append(rod((0, 2.8, 1.0), (0, 2.95, 1.0), 0.03, (0.97, 0.97, 0.95)))
    parts.append(ball((0, 2.98, 1.0), 0.05, (0.97, 0.97, 0.95)))
    return concat_shapes(*parts)


@register("the double door with its heart windows")
def doors(*, second):
    white = (0.97, 0.97, 0.95)
    tone = (0.93, 0.93, 0.9)
    parts = [box((0, 1.15, 0.885), (0.96, 1.84, 0.02), white)]
    for s in (-1, 1):
        parts.append(box((s * 0.22, 1.13, 0.898), (0.42, 1.74, 0.02), tone))
        parts += [box((s * 0.22 + 0.1 * k, 1.13, 0.909), (0.006, 1.7, 0.002), (0.7, 0.7, 0.68)) for k in (-1, 0, 1)]
        parts.append(rod((s * 0.22, 1.6, 0.9), (s * 0.22, 1.6, 0.912), 0.09, (0.3, 0.45, 0.55)))
        parts.append(ball((s * 0.06, 1.1, 0.92), 0.025, (0.85, 0.65, 0.25)))
    return concat_shapes(*parts)


@register("the steps and the stilts")
def foot():
    wood = (0.6, 0.45, 0.3)
    return concat_shapes(
        *[block((s * 0.75, 0, t * 0.75), (0.14, 0.26, 0.14), darker(wood, 0.8)) for s in (-1, 1) for t in (-1, 1)],
        block((0, 0.2, 0.1), (1.9, 0.06, 2.0), wood),
        block((0, 0.0, 1.22), (1.0, 0.11, 0.24), darker(wood, 0.9)),
    )


@register("a striped beach hut with a gable roof")
def beach_hut(
    *, width=2.1, height=3.03, depth=2.4, paint=(0.2, 0.5, 0.75), second=(0.96, 0.96, 0.94), roof=(0.75, 0.2, 0.18)
):
    whole = concat_shapes(
        library_call("foot"),
        library_call("walls", paint=paint, second=second),
        library_call("roof_part", roof=roof),
        library_call("doors", second=second),
    )
    return fitted(whole, width, height, depth)
