# /// asset
# word = "toy dinosaur"
# synonyms = ["dinosaur", "dino", "t-rex", "dinosaur toy"]
# stands_for = ["plush dinosaur"]
# category = "toys"
# support = "surface"
# colors = ["skin", "spikes"]
# ///
import itertools

from scene.language import *
from scene.language.modelling import cone, ellipsoid, fitted, moved, rod, stretched


def chain(points, look):
    """Balls along a line, joined by rods: (x, y, z, radius)."""
    balls = [ellipsoid(p[:3], (p[3],) * 3, *look) for p in points]
    rods = [rod(a[:3], b[:3], min(a[3], b[3]) * 0.97, *look) for a, b in itertools.pairwise(points)]
    return concat_shapes(*balls, *rods)


@register("the body with tail, belly and legs")
def dinosaur_body(*, s, skin):
    look = (skin, {"roughness": 0.7})
    pale = (tuple(min(1.0, 0.5 * c + 0.45) for c in skin), {"roughness": 0.7})
    tail = [
        (-s * 0.15, s * 0.34, 0, s * 0.17),
        (-s * 0.34, s * 0.2, 0, s * 0.115),
        (-s * 0.5, s * 0.1, 0, s * 0.075),
        (-s * 0.64, s * 0.045, 0, s * 0.045),
        (-s * 0.76, s * 0.022, 0, s * 0.022),
    ]
    legs = [
        concat_shapes(
            ellipsoid((0.02 * s, s * 0.25, z * s * 0.14), (s * 0.13, s * 0.17, s * 0.085), *look),
            rod((s * 0.06, s * 0.2, z * s * 0.15), (s * 0.03, s * 0.04, z * s * 0.15), s * 0.06, *look),
            ellipsoid((s * 0.09, s * 0.035, z * s * 0.15), (s * 0.11, s * 0.035, s * 0.065), *look),
        )
        for z in (-1, 1)
    ]
    arms = [
        rod((s * 0.2, s * 0.5, z * s * 0.13), (s * 0.32, s * 0.42, z * s * 0.15), s * 0.032, *look) for z in (-1, 1)
    ]
    return concat_shapes(
        chain(tail, look),
        ellipsoid((0.03 * s, s * 0.4, 0), (s * 0.2, s * 0.24, s * 0.17), *look),
        ellipsoid((s * 0.14, s * 0.56, 0), (s * 0.13, s * 0.17, s * 0.12), *look),
        ellipsoid((s * 0.11, s * 0.4, 0), (s * 0.16, s * 0.2, s * 0.13), *pale),
        *legs,
        *arms,
    )


@register("the head with teeth and eyes")
def dinosaur_head(*, s, skin):
    look = (skin, {"roughness": 0.7})
    teeth = [
        cone(
            (s * (0.12 + 0.045 * i), -s * 0.012, z * s * 0.07),
            (s * (0.12 + 0.045 * i), -s * 0.05, z * s * 0.07),
            s * 0.014,
            (0.98, 0.97, 0.92),
        )
        for i in range(4)
        for z in (-1, 1)
    ]
    eyes = [
        concat_shapes(
            ellipsoid((s * 0.04, s * 0.1, z * s * 0.085), (s * 0.036,) * 3, (0.97, 0.97, 0.95)),
            ellipsoid((s * 0.058, s * 0.105, z * s * 0.108), (s * 0.017,) * 3, (0.05, 0.05, 0.05), {"roughness": 0.1}),
        )
        for z in (-1, 1)
    ]
    return concat_shapes(
        ellipsoid((0, s * 0.04, 0), (s * 0.13, s * 0.11, s * 0.11), *look),
        ellipsoid((s * 0.16, s * 0.03, 0), (s * 0.16, s * 0.06, s * 0.09), *look),
        ellipsoid((s * 0.12, -s * 0.055, 0), (s * 0.15, s * 0.035, s * 0.075), *look),
        *teeth,
        *eyes,
        *[ellipsoid((s * 0.3, s * 0.06, z * s * 0.03), (s * 0.012,) * 3, (0.1, 0.15, 0.1)) for z in (-1, 1)],
    )


@register("the row of spikes")
def spike_row(*, s, spikes):
    spots = [
        (0.12, 0.82, 0.05),
        (0.0, 0.74, 0.5),
        (-0.08, 0.62, 0.75),
        (-0.17, 0.5, 0.95),
        (-0.3, 0.37, 1.0),
        (-0.43, 0.28, 0.85),
        (-0.55, 0.215, 0.6),
    ]
    return concat_shapes(
        *[
            moved(
                stretched(cone((0, 0, 0), (0, s * 0.11 * (0.6 + 0.4 * w), 0), s * 0.05, spikes), (1, 1, 0.5)),
                (x * s, y * s - s * 0.02, 0),
                0.5 + 0.2 * w,
                (0, 0, 1),
            )
            for x, y, w in spots
        ]
    )


@register("a green toy dinosaur with spikes along its back")
def toy_dinosaur(*, width=0.36, height=0.28, depth=0.12, skin=(0.35, 0.62, 0.3), spikes=(0.95, 0.6, 0.2)):
    s = height
    whole = concat_shapes(
        library_call("dinosaur_body", s=s, skin=skin),
        moved(library_call("dinosaur_head", s=s, skin=skin), (s * 0.2, s * 0.76, 0)),
        library_call("spike_row", s=s, spikes=spikes),
    )
    return fitted(whole, width, height, depth)
