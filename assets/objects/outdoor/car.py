# /// asset
# word = "car"
# synonyms = ["automobile", "sedan", "vehicle", "family car"]
# stands_for = ["hatchback"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "trim"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, moved, rod, rotated


def body_top(t):
    """The height of the lower body in metres at a share of its length from the rear."""
    return 0.86 - 0.2 * max(0.0, (t - 0.68) / 0.32) ** 1.6 - 0.06 * max(0.0, (0.12 - t) / 0.12) ** 2


@register("the lower body with bonnet, boot and arches")
def lower_body(*, length, width, paint, trim):
    look = (paint, {"roughness": 0.15, "metallic": 0.3})

    def section(i):
        t = (i + 0.5) / 24
        x = length * (t - 0.5)
        top = body_top(t)
        wide = width * (1 - 0.14 * abs(2 * t - 1) ** 4)
        return concat_shapes(box((x, (0.26 + top) / 2, 0), (length / 23.5, top - 0.26, wide), *look))

    arches = [
        rod((x, 0.32, z * width * 0.36), (x, 0.32, z * width * 0.502), 0.37, trim)
        for x in (-length * 0.31, length * 0.31)
        for z in (-1, 1)
    ]
    ends = (0.7, 0.78, 0.85, 0.91, 0.96, 0.99)
    bonnet = [
        beam(
            (length * (ends[k] - 0.5), body_top(ends[k]) + 0.004, 0),
            (length * (ends[k + 1] - 0.5), body_top(ends[k + 1]) + 0.004, 0),
            (width * (0.98 - 0.14 * abs(2 * ends[k + 1] - 1) ** 4), 0.03),
            *look,
        )
        for k in range(len(ends) - 1)
    ]
    bumpers = [box((x * length * 0.495, 0.38, 0), (0.1, 0.2, width * 0.86), trim, {"roughness": 0.6}) for x in (-1, 1)]
    return concat_shapes(
        loop(24, section),
        *arches,
        *bonnet,
        *bumpers,
        *[box((0, 0.3, z * width * 0.495), (length * 0.42, 0.09, 0.03), trim) for z in (-1, 1)],
    )


@register("the cabin with its windows")
def cabin(*, length, width, paint, trim):
    look, glass = (paint, {"roughness": 0.15, "metallic": 0.3}), ((0.15, 0.2, 0.24), {"roughness": 0.04})
    layers = []
    count = 28
    for i in range(count):
        t = (i + 0.5) / count
        front, rear = length * (0.2 - 0.19 * t), -length * (0.4 - 0.1 * t**1.6)
        wide = width * (0.93 - 0.15 * t)
        tone = look if t > 0.84 else glass
        layers.append(box(((front + rear) / 2, 0.84 + 0.6 * t, 0), (front - rear, 0.6 / count * 1.03, wide), *tone))

    def pillar(x0, x1, thick):
        return [
            rod((length * x0, 0.84, z * width * 0.462), (length * x1, 1.36, z * width * 0.402), thick, *look)
            for z in (-1, 1)
        ]

    panes = [
        beam((length * low, 0.85, 0), (length * high, 1.345, 0), (width * 0.83, 0.03), *glass)
        for low, high in ((0.206, 0.046), (-0.414, -0.334))
    ]
    roof = box((length * -0.14, 1.43, 0), (length * 0.34, 0.035, width * 0.8), *look)
    return concat_shapes(
        *panes, roof, *layers, *pillar(0.2, 0.04, 0.032), *pillar(-0.08, -0.095, 0.034), *pillar(-0.36, -0.305, 0.05)
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
