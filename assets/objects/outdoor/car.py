# /// asset
# word = "car"
# synonyms = ["automobile", "sedan", "vehicle", "family car"]
# stands_for = ["hatchback"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "trim"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, moved, plate, rod, rotated


def sloped(low, high, base, height, across, look):
    """A block whose ends slope: from `low` (its rear and front x at its foot) to `high` (at its top), `across` wide."""
    (a, b), (c, d) = low, high

    def leaning(x0, x1, by):
        lean = np.eye(4)
        lean[0, 1], lean[0, 3] = by / height, -by / height * base
        return transform_shape(box(((x0 + x1) / 2, base + height / 2, 0), (x1 - x0, height, across), *look), lean)

    return concat_shapes(leaning(c, d, 0), leaning(b - (d - c), b, d - b), leaning(a, a + d - c, c - a))


def falling(x0, x1, top0, top1, thick, across, look):
    """A slab whose top falls or rises from `top0` at x0 to `top1` at x1."""
    tilt = np.eye(4)
    tilt[1, 0] = (top1 - top0) / (x1 - x0)
    tilt[1, 3] = -tilt[1, 0] * x0
    return transform_shape(box(((x0 + x1) / 2, top0 - thick / 2, 0), (x1 - x0, thick, across), *look), tilt)


@register("the lower body with bonnet, boot and arches")
def lower_body(*, length, width, paint, trim):
    look = (paint, {"roughness": 0.15, "metallic": 0.3})
    half = length / 2
    arches = [
        rod((x, 0.32, z * width * 0.36), (x, 0.32, z * width * 0.502), 0.37, trim)
        for x in (-length * 0.31, length * 0.31)
        for z in (-1, 1)
    ]
    return concat_shapes(
        plate((0, 0.24, 0), (length * 0.985, 0.4, width * 0.985), 0.22, *look),
        plate((0, 0.62, 0), (length * 0.965, 0.06, width * 0.965), 0.24, *look),
        box((-0.2, 0.7, 0), (length * 0.5, 0.34, width * 0.96), *look),
        falling(half * 0.35, half * 0.955, 0.87, 0.7, 0.2, width * 0.94, look),
        falling(-half * 0.955, -half * 0.6, 0.8, 0.87, 0.2, width * 0.94, look),
        *arches,
        *[
            plate((x * length * 0.485, 0.28, 0), (0.16, 0.2, width * 0.9), 0.07, trim, {"roughness": 0.6})
            for x in (-1, 1)
        ],
        *[box((0, 0.3, z * width * 0.495), (length * 0.42, 0.09, 0.03), trim) for z in (-1, 1)],
    )


@register("the cabin with its windows")
def cabin(*, length, width, paint, trim):
    look, glass = (paint, {"roughness": 0.15, "metallic": 0.3}), ((0.15, 0.2, 0.24), {"roughness": 0.04})
    low, high, base, tall = (-0.385, 0.205), (-0.25, 0.03), 0.85, 0.55
    foot, top = [tuple(length * v for v in ends) for ends in (low, high)]
    out, inward = width * 0.455, width * 0.07

    def side(s):
        lean = np.eye(4)
        lean[2, 1], lean[2, 3] = -s * inward / tall, s * inward / tall * base
        pane = moved(sloped(foot, top, base, tall, 0.03, glass), (0, 0, s * out))
        posts = [
            beam(
                (length * x0, base, s * (out + 0.006)),
                (length * x1, base + tall, s * (out + 0.006)),
                (0.07, 0.04),
                *look,
            )
            for x0, x1 in ((0.2, 0.026), (-0.075, -0.095), (-0.372, -0.244))
        ]
        rail = box((length * -0.11, base + tall - 0.012, s * out), (length * 0.29, 0.05, 0.045), *look)
        return transform_shape(concat_shapes(pane, *posts, rail), lean)

    return concat_shapes(
        sloped(foot, top, base, tall - 0.02, width * 0.77, glass),
        *[side(s) for s in (-1, 1)],
        plate((length * -0.11, base + tall - 0.03, 0), (length * 0.3, 0.05, width * 0.79), 0.1, *look),
    )


@register("a wheel with its spokes")
def wheel(*, radius, thick):
    steel = ((0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.3})
    spokes = loop(
        5,
        lambda i: rotated(
            box((radius * 0.34, 0, 0), (radius * 0.58, radius * 0.17, thick * 1.06), *steel), i * 1.257, (0, 0, 1)
        ),
    )
    return concat_shapes(
        rod((0, 0, -thick / 2), (0, 0, thick / 2), radius, *surface("rubber")),
        rod((0, 0, -thick * 0.505), (0, 0, thick * 0.505), radius * 0.66, (0.3, 0.31, 0.33)),
        spokes,
    )


@register("lamps, plates, mirrors and handles")
def fittings(*, length, width, paint):
    lamps = [
        ellipsoid(
            (length * 0.47, 0.64, z * width * 0.34),
            (0.09, 0.08, 0.16),
            (1.0, 0.98, 0.88),
            {"emission": 0.5, "roughness": 0.05},
        )
        for z in (-1, 1)
    ] + [
        box((-length * 0.492, 0.7, z * width * 0.36), (0.04, 0.14, 0.2), (0.8, 0.1, 0.1), {"emission": 0.4})
        for z in (-1, 1)
    ]
    mirrors = [
        ellipsoid((length * 0.15, 0.95, z * width * 0.53), (0.07, 0.07, 0.1), paint, {"roughness": 0.15})
        for z in (-1, 1)
    ]
    handles = [
        box(
            (x * length, 0.78, z * width * 0.5),
            (0.16, 0.03, 0.03),
            (0.75, 0.76, 0.78),
            {"metallic": 1.0, "roughness": 0.3},
        )
        for x in (-0.02, -0.24)
        for z in (-1, 1)
    ]
    seams = [
        box((x * length, 0.6, z * width * 0.4985), (0.012, 0.5, 0.012), (0.1, 0.1, 0.11))
        for x in (0.17, -0.09, -0.29)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *lamps,
        *mirrors,
        *handles,
        *seams,
        *[box((x * length * 0.51, 0.42, 0), (0.02, 0.1, 0.42), (0.95, 0.94, 0.88)) for x in (-1, 1)],
        *[box((length * 0.495, 0.58 + 0.035 * k, 0), (0.02, 0.014, 0.7), (0.2, 0.2, 0.21)) for k in range(3)],
    )


@register("a small car with four doors")
def car(*, width=4.0, height=1.48, depth=1.85, paint=(0.2, 0.4, 0.68), trim=(0.12, 0.12, 0.13)):
    length, wide, r = 4.0, 1.68, 0.32
    wheels = [
        moved(library_call("wheel", radius=r, thick=0.2), (x, r, z * (wide / 2 - 0.1)))
        for x in (-length * 0.31, length * 0.31)
        for z in (-1, 1)
    ]
    whole = concat_shapes(
        library_call("lower_body", length=length, width=wide, paint=paint, trim=trim),
        library_call("cabin", length=length, width=wide, paint=paint, trim=trim),
        *wheels,
        library_call("fittings", length=length, width=wide, paint=paint),
    )
    return fitted(whole, width, height, depth)
