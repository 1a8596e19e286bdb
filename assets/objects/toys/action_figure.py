# /// asset
# word = "action figure"
# synonyms = ["superhero figure", "hero figure", "collectible figure"]
# category = "toys"
# support = "surface"
# colors = ["suit", "cape"]
# ///
import itertools
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the torso with emblem and belt")
def torso(*, s, suit, cape):
    return concat_shapes(
        ellipsoid((0, s * 0.68, 0), (s * 0.14, s * 0.12, s * 0.08), suit),
        ellipsoid((0, s * 0.56, 0), (s * 0.1, s * 0.1, s * 0.065), suit),
        box((0, s * 0.5, 0), (s * 0.19, s * 0.035, s * 0.13), (0.95, 0.78, 0.2)),
        ellipsoid((0, s * 0.45, 0), (s * 0.1, s * 0.06, s * 0.07), cape),
        *[
            moved(box((0, 0, 0), (w, w, 0.004), tone), (0, s * 0.69, s * 0.08 + k), math.pi / 4, (0, 0, 1))
            for w, tone, k in ((s * 0.085, (0.95, 0.78, 0.2), 0), (s * 0.055, cape, 0.001))
        ],
    )


@register("an arm or leg with joints")
def joined_limb(*, points, radii, tones):
    rods = [rod(a, b, r, tone) for (a, b), r, tone in zip(itertools.pairwise(points), radii, tones, strict=True)]
    return concat_shapes(
        *rods,
        *[ellipsoid(p, (r * 1.08,) * 3, tone) for p, r, tone in zip(points[1:], radii, tones, strict=True)],
        ellipsoid(points[0], (radii[0] * 1.2,) * 3, tones[0]),
    )


@register("the head with mask and hair")
def hero_head(*, r, cape):
    skin = (0.9, 0.7, 0.56)
    return concat_shapes(
        ellipsoid((0, 0, 0), (r * 0.85, r, r * 0.88), skin),
        ellipsoid((0, r * 0.34, -r * 0.16), (r * 0.9, r * 0.74, r * 0.84), (0.15, 0.1, 0.08)),
        ellipsoid((0, r * 0.08, r * 0.58), (r * 0.7, r * 0.2, r * 0.32), (0.1, 0.12, 0.2)),
        *[
            ellipsoid((x * r * 0.32, r * 0.08, r * 0.86), (r * 0.15, r * 0.1, r * 0.06), (0.98, 0.98, 0.98))
            for x in (-1, 1)
        ],
        ellipsoid((0, -r * 0.45, r * 0.72), (r * 0.24, r * 0.05, r * 0.08), (0.65, 0.25, 0.22)),
    )


@register("the flowing cape")
def cape_part(*, s, cape):
    """A cloth of small leaning tiles: it widens, swings back and falls in folds."""
    across, down, cloth = 30, 9, {"roughness": 0.8}

    def at(u, v):
        fold = 0.011 * v * math.cos(4.5 * math.pi * u)
        return (
            s * u * (0.125 + 0.1 * v),
            s * (0.775 - 0.66 * v),
            -s * (0.07 + 0.02 * v + 0.09 * v * v + fold - 0.03 * u * u * (1 - v)),
        )

    def tile(i, j):
        u0, u1 = ((i + k - 0.01 + 0.02 * k) / across * 2 - 1 for k in (0, 1))
        v0, v1 = (j / down, (j + 1) / down)
        u, v = (u0 + u1) / 2, (v0 + v1) / 2
        x = [b - a for a, b in zip(at(u0, v), at(u1, v), strict=True)]
        y = [b - a for a, b in zip(at(u, v1), at(u, v0), strict=True)]
        pose = translation_matrix(at(u, v))
        pose[:3, 0], pose[:3, 1], pose[2, 2] = x, y, s * 0.012
        return transform_shape(box((0, 0, 0), (1, 1, 1), cape, cloth), pose)

    return concat_shapes(*[tile(i, j) for i in range(across) for j in range(down)])


@register("a caped superhero action figure on a base")
def action_figure(*, width=0.13, height=0.3, depth=0.1, suit=(0.15, 0.3, 0.65), cape=(0.8, 0.12, 0.14)):
    s, skin = height, (0.9, 0.7, 0.56)
    legs = [
        library_call(
            "joined_limb",
            points=[(x * s * 0.055, s * 0.45, 0), (x * s * 0.075, s * 0.25, s * 0.01), (x * s * 0.095, s * 0.05, 0)],
            radii=[s * 0.046, s * 0.04],
            tones=[suit, cape],
        )
        for x in (-1, 1)
    ]
    boots = [ellipsoid((x * s * 0.097, s * 0.035, s * 0.025), (s * 0.04, s * 0.03, s * 0.07), cape) for x in (-1, 1)]
    arms = [
        library_call(
            "joined_limb",
            points=[(x * s * 0.15, s * 0.72, 0), (x * s * 0.235, s * 0.6, 0), (x * s * 0.13, s * 0.51, s * 0.04)],
            radii=[s * 0.036, s * 0.032],
            tones=[suit, suit],
        )
        for x in (-1, 1)
    ]
    fists = [ellipsoid((x * s * 0.12, s * 0.505, s * 0.05), (s * 0.04,) * 3, cape) for x in (-1, 1)]
    whole = concat_shapes(
        library_call("torso", s=s, suit=suit, cape=cape),
        *legs,
        *boots,
        *arms,
        *fists,
        rod((0, s * 0.76, 0), (0, s * 0.84, 0), s * 0.03, skin),
        moved(library_call("hero_head", r=s * 0.075, cape=cape), (0, s * 0.89, 0.0)),
        library_call("cape_part", s=s, cape=cape),
        rod((0, 0, 0), (0, s * 0.012, 0), s * 0.17, (0.12, 0.12, 0.14)),
    )
    return fitted(whole, width, height, depth)
