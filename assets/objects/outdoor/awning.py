# /// asset
# word = "awning"
# synonyms = ["striped awning", "shop awning", "canopy awning", "sun awning", "storefront awning", "store awning"]
# category = "outdoor"
# support = "wall"
# colors = ["paint", "second"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, darker, fitted, rod


@register("the sloping striped cloth with its scallops")
def cloth_part(*, width, paint, second):
    n = max(5, 2 * round(width / 0.4) + 1)
    each, soft, parts = width / n, {"roughness": 0.9}, []
    for i in range(n):
        x = (i - (n - 1) / 2) * each
        tone = second if i % 2 else paint
        parts.append(beam((x, 0.8, -0.5), (x, 0.22, 0.5), (each + 0.001, 0.014), tone, soft))
        parts.append(box((x, 0.15, 0.5), (each + 0.001, 0.15, 0.012), tone, soft))
        parts.append(rod((x, 0.076, 0.494), (x, 0.076, 0.506), each / 2, tone, soft))
    return concat_shapes(*parts)


@register("the frame and its arms")
def frame(*, width):
    steel = ((0.85, 0.86, 0.87), {"metallic": 0.5, "roughness": 0.4})
    parts = [
        rod((-width / 2, 0.8, -0.48), (width / 2, 0.8, -0.48), 0.05, *steel),
        rod((-width / 2, 0.215, 0.49), (width / 2, 0.215, 0.49), 0.022, *steel),
    ]
    for s in (-1, 1):
        x = s * (width / 2 - 0.12)
        parts.append(rod((x, 0.22, 0.48), (x, 0.3, -0.5), 0.02, *steel))
        parts.append(box((x, 0.3, -0.49), (0.08, 0.16, 0.02), *steel))
    parts.append(box((0, 0.8, -0.49), (width, 0.12, 0.03), darker(steel[0], 0.9), steel[1]))
    return concat_shapes(*parts)


@register("a striped awning over a window or a door")
def awning(*, width=2.6, height=0.87, depth=1.05, paint=(0.75, 0.14, 0.16), second=(0.96, 0.95, 0.92)):
    whole = concat_shapes(
        library_call("cloth_part", width=width, paint=paint, second=second), library_call("frame", width=width)
    )
    return fitted(whole, width, height, depth)
