# /// asset
# word = "path"
# synonyms = ["garden path", "footpath", "walkway", "paved path", "gravel path", "pathway", "sidewalk", "stone path"]
# category = "outdoor"
# support = "rug"
# colors = ["paint", "edge"]
# [variants]
# surface_kind = {"gravel" = "gravel", "sand" = "gravel"}
# ///
import math

from scene.language import *
from scene.language.modelling import box, darker, disc, fitted


@register("the edging stones")
def edging(*, width, depth, edge):
    n = max(4, round(depth / 0.25))
    return concat_shapes(
        *[
            box(
                (s * (width / 2 - 0.05), 0.5, (i - (n - 1) / 2) * depth / n),
                (0.1, 1.0, depth / n - 0.012),
                darker(edge, 0.88 + 0.06 * ((i * 3 + s) % 3)),
            )
            for s in (-1, 1)
            for i in range(n)
        ]
    )


@register("the paving")
def paving(*, width, depth, paint, kind):
    inner = width - 0.22
    parts = [box((0, 0.3, 0), (inner, 0.6, depth), darker(paint, 0.7), {"roughness": 0.95})]
    if kind == "gravel":
        for i in range(220):
            x = inner * (0.5 * math.sin(12.9 * i + 1) * 0.96)
            z = depth * 0.49 * math.sin(78.2 * i * 0.37 + 0.3 * i)
            parts.append(
                disc(
                    (x, 0.6, z),
                    (0.035 + 0.01 * math.sin(i), 0.03),
                    0.1 + 0.02 * (i % 4),
                    darker(paint, 0.8 + 0.07 * (i % 4)),
                )
            )
        return concat_shapes(*parts)
    rows = max(4, round(depth / 0.3))
    for i in range(rows):
        cuts = ((0.0, 0.42, 1.0), (0.0, 0.62, 1.0), (0.0, 0.3, 0.68, 1.0))[i % 3]
        for k in range(len(cuts) - 1):
            x = -inner / 2 + inner * (cuts[k] + cuts[k + 1]) / 2
            tone = darker(paint, 0.86 + 0.045 * ((5 * i + 3 * k) % 4))
            parts.append(
                box(
                    (x, 0.45, (i - (rows - 1) / 2) * depth / rows),
                    (inner * (cuts[k + 1] - cuts[k]) - 0.014, 0.9, depth / rows - 0.014),
                    tone,
                    {"roughness": 0.85},
                )
            )
    return concat_shapes(*parts)


@register("a paved garden path with edging stones")
def path(*, width=1.2, height=0.004, depth=4.0, paint=(0.68, 0.63, 0.55), edge=(0.5, 0.48, 0.45), surface_kind="paved"):
    whole = concat_shapes(
        library_call("edging", width=width, depth=depth, edge=edge),
        library_call("paving", width=width, depth=depth, paint=paint, kind=surface_kind),
    )
    return fitted(whole, width, height, depth)
