# /// asset
# word = "pinata"
# synonyms = ["piñata", "donkey pinata", "party pinata"]
# category = "toys"
# support = "ceiling"
# colors = ["first", "second", "third", "fourth"]
# ///

from scene.language import *
from scene.language.modelling import ball, box, cone, ellipsoid, fitted, moved, rod, tube


def fringed(size, tones, count):
    """A box of bands of coloured paper, each with a fringe below; it stands on y = 0."""
    w, h, d = size
    parts = []
    for i in range(count):
        y = h * (i + 0.5) / count
        tone = tones[i % len(tones)]
        parts.append(box((0, y, 0), (w, h / count + 0.001, d), tone, {"roughness": 0.95}))
        parts.append(
            box((0, y - h / count * 0.15, 0), (w + 0.014, h / count * 0.72, d + 0.014), tone, {"roughness": 0.95})
        )
    return concat_shapes(*parts)


@register("the body, the legs and the tail")
def body_part(*, tones):
    legs = [moved(fringed((0.075, 0.2, 0.08), tones, 6), (s * 0.06, 0.0, z)) for s in (-1, 1) for z in (-0.13, 0.13)]
    tail = tube([(0, 0.36, -0.19), (0, 0.33, -0.25), (0, 0.24, -0.27)], 0.016, tones[0])
    return concat_shapes(
        *legs, moved(fringed((0.2, 0.2, 0.38), tones, 6), (0, 0.19, 0)), tail, ball((0, 0.23, -0.27), 0.026, tones[2])
    )


@register("the head with long ears")
def head(*, tones):
    neck = moved(moved(fringed((0.11, 0.18, 0.11), tones, 5), (0, 0, 0), 0.5, (1, 0, 0)), (0, 0.36, 0.14))
    skull = moved(moved(fringed((0.12, 0.13, 0.2), tones, 4), (0, 0, 0), 0.25, (1, 0, 0)), (0, 0.49, 0.27))
    ears = [
        moved(ellipsoid((0, 0.07, 0), (0.024, 0.085, 0.014), tones[1]), (s * 0.04, 0.6, 0.2), -s * 0.25, (0, 0, 1))
        for s in (-1, 1)
    ]
    eyes = [
        concat_shapes(
            ellipsoid((s * 0.066, 0.575, 0.3), (0.008, 0.022, 0.022), (0.97, 0.97, 0.97)),
            ellipsoid((s * 0.071, 0.573, 0.305), (0.006, 0.011, 0.011), (0.04, 0.04, 0.05)),
        )
        for s in (-1, 1)
    ]
    mane = [
        cone((0, 0.44 + 0.045 * i, 0.13 + 0.025 * i), (0, 0.47 + 0.045 * i, 0.07 + 0.025 * i), 0.03, tones[i % 4])
        for i in range(4)
    ]
    return concat_shapes(neck, skull, *ears, *eyes, *mane)


@register("a donkey pinata of coloured paper on a string")
def pinata(
    *,
    width=0.24,
    height=1.05,
    depth=0.68,
    first=(0.92, 0.22, 0.4),
    second=(0.98, 0.78, 0.15),
    third=(0.2, 0.65, 0.85),
    fourth=(0.4, 0.75, 0.3),
):
    tones = (first, second, third, fourth)
    cord = [rod((0, 0.38, 0.0), (0, 1.05, 0.0), 0.005, (0.85, 0.8, 0.7))]
    return fitted(
        concat_shapes(library_call("body_part", tones=tones), library_call("head", tones=tones), *cord),
        width,
        height,
        depth,
    )
