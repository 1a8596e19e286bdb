# /// asset
# word = "rubber duck"
# synonyms = ["bath duck", "rubber duckie", "toy duck"]
# category = "toys"
# support = "surface"
# colors = ["skin", "bill"]
# ///
from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, moved


@register("the body with wings and tail")
def duck_body(*, s, skin):
    look = (skin, {"roughness": 0.3})
    wings = [ellipsoid((-s * 0.06, s * 0.33, z * s * 0.34), (s * 0.24, s * 0.16, s * 0.08), *look) for z in (-1, 1)]
    return concat_shapes(
        ellipsoid((0, s * 0.28, 0), (s * 0.5, s * 0.28, s * 0.38), *look),
        moved(cone((0, 0, 0), (-s * 0.34, s * 0.22, 0), s * 0.22, *look), (-s * 0.3, s * 0.34, 0)),
        ellipsoid((s * 0.22, s * 0.46, 0), (s * 0.2, s * 0.2, s * 0.2), *look),
        *wings,
    )


@register("the head with bill and eyes")
def duck_head(*, r, skin, bill):
    look, beak = (skin, {"roughness": 0.3}), (bill, {"roughness": 0.35})
    eyes = [
        concat_shapes(
            ellipsoid((r * 0.62, r * 0.25, z * r * 0.55), (r * 0.2,) * 3, (0.98, 0.98, 0.98)),
            ellipsoid((r * 0.75, r * 0.27, z * r * 0.6), (r * 0.11,) * 3, (0.05, 0.05, 0.05), {"roughness": 0.1}),
        )
        for z in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, 0, 0), (r, r, r), *look),
        ellipsoid((r * 1.05, -r * 0.08, 0), (r * 0.5, r * 0.12, r * 0.42), *beak),
        ellipsoid((r * 0.95, -r * 0.26, 0), (r * 0.38, r * 0.1, r * 0.34), *beak),
        *eyes,
    )


@register("a yellow rubber duck with an orange bill")
def rubber_duck(*, width=0.11, height=0.1, depth=0.08, skin=(0.98, 0.82, 0.12), bill=(0.95, 0.45, 0.1)):
    s = height
    whole = concat_shapes(
        library_call("duck_body", s=s, skin=skin),
        moved(library_call("duck_head", r=s * 0.26, skin=skin, bill=bill), (s * 0.28, s * 0.74, 0)),
    )
    return fitted(whole, width, height, depth)
