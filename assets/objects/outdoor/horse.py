# /// asset
# word = "horse"
# synonyms = [
#     "horses", "mare", "stallion", "riding horse", "pony", "foal", "toy horse", "horse figurine", "horse statue",
# ]
# category = "outdoor"
# support = "floor"
# colors = ["coat", "mane"]
# [variants.height]
# "figurine" = 0.22
# "statue" = 0.22
# "toy" = 0.22
# "pony" = 1.25
# "foal" = 1.15
# [variants.depth]
# "figurine" = 0.24
# "statue" = 0.24
# "toy" = 0.24
# "pony" = 1.5
# "foal" = 1.25
# [variants.width]
# "figurine" = 0.06
# "statue" = 0.06
# "toy" = 0.06
# "pony" = 0.42
# "foal" = 0.34
# ///
from scene.language import *
from scene.language.modelling import ball, cone, darker, ellipsoid, fitted, lathe, moved, rod, stretched, taper, tube

HOOF = (0.12, 0.1, 0.09)


@register("the body with its tail")
def body_part(*, coat, mane):
    return concat_shapes(
        ellipsoid((0, 1.2, -0.05), (0.27, 0.29, 0.62), coat),
        ellipsoid((0, 1.24, -0.5), (0.27, 0.3, 0.32), coat),
        ellipsoid((0, 1.22, 0.42), (0.25, 0.31, 0.33), coat),
        tube([(0, 1.42, -0.76), (0, 1.36, -0.9), (0, 1.1, -0.97)], 0.055, mane),
        ellipsoid((0, 0.98, -0.97), (0.085, 0.4, 0.075), mane),
    )


@register("a foreleg with its hoof")
def front_leg(*, coat):
    return concat_shapes(
        ellipsoid((0, 1.0, 0), (0.1, 0.3, 0.13), coat),
        taper((0, 0.92, 0), (0, 0.5, 0), 0.085, 0.05, coat),
        ball((0, 0.5, 0.005), 0.062, coat),
        rod((0, 0.5, 0), (0, 0.16, 0), 0.045, coat),
        ball((0, 0.16, 0), 0.056, coat),
        rod((0, 0.16, 0), (0, 0.07, 0.03), 0.046, coat),
        moved(lathe([(0.075, 0), (0.055, 0.08)], HOOF, slices=8), (0, 0, 0.03)),
    )


@register("a hind leg with its hoof")
def hind_leg(*, coat):
    return concat_shapes(
        ellipsoid((0, 1.06, 0.02), (0.12, 0.32, 0.22), coat),
        taper((0, 0.92, 0.03), (0, 0.55, -0.14), 0.11, 0.055, coat),
        ball((0, 0.55, -0.14), 0.066, coat),
        rod((0, 0.55, -0.14), (0, 0.17, -0.07), 0.047, coat),
        ball((0, 0.17, -0.07), 0.056, coat),
        rod((0, 0.17, -0.07), (0, 0.07, -0.04), 0.046, coat),
        moved(lathe([(0.075, 0), (0.055, 0.08)], HOOF, slices=8), (0, 0, -0.04)),
    )


@register("the neck and the head with mane and ears")
def head_part(*, coat, mane):
    neck = [(0, 1.34, 0.5), (0, 1.6, 0.72), (0, 1.84, 0.88)]
    strands = [
        moved(
            ellipsoid((0, 0, 0), (0.035, 0.13, 0.1), mane),
            (0.02 if i % 2 else -0.02, 1.5 + 0.085 * i, 0.46 + 0.075 * i),
        )
        for i in range(6)
    ]
    long_face = concat_shapes(
        ellipsoid((0, 0, 0), (0.115, 0.15, 0.17), coat),
        taper((0, -0.02, 0.02), (0, -0.08, 0.42), 0.135, 0.085, coat),
        ellipsoid((0, -0.085, 0.44), (0.09, 0.085, 0.1), darker(coat, 0.6)),
    )
    parts = [
        *[tube([a, b], r, coat) for a, b, r in ((neck[0], neck[1], 0.19), (neck[1], neck[2], 0.135))],
        ellipsoid((0, 1.45, 0.6), (0.17, 0.27, 0.2), coat),
        *strands,
        moved(long_face, (0, 1.92, 0.95), 0.75, (1, 0, 0)),
        ellipsoid((0, 1.99, 1.06), (0.05, 0.09, 0.05), mane),
    ]
    for s in (-1, 1):
        parts.append(cone((s * 0.065, 2.0, 0.9), (s * 0.085, 2.17, 0.91), 0.042, coat))
        parts.append(ellipsoid((s * 0.108, 1.93, 1.03), (0.018, 0.028, 0.028), (0.03, 0.02, 0.02), {"roughness": 0.1}))
        parts.append(ellipsoid((s * 0.05, 1.6, 1.245), (0.016, 0.024, 0.014), (0.05, 0.03, 0.03)))
    return concat_shapes(*parts)


@register("a standing horse")
def horse(*, width=0.55, height=2.1, depth=2.3, coat=(0.43, 0.24, 0.13), mane=(0.1, 0.07, 0.06)):
    front, hind = library_call("front_leg", coat=coat), library_call("hind_leg", coat=coat)
    whole = concat_shapes(
        library_call("body_part", coat=coat, mane=mane),
        library_call("head_part", coat=coat, mane=mane),
        *[moved(front, (s * 0.15, 0, 0.5 + s * 0.04)) for s in (-1, 1)],
        *[moved(stretched(hind, (s, 1, 1)), (s * 0.15, 0, -0.52 - s * 0.05)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
