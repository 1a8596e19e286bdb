# /// asset
# word = "radiator"
# synonyms = ["heater", "cast iron radiator", "heating"]
# category = "appliances"
# support = "floor"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, moved, rod


@register("one rib: two columns joined at top and bottom")
def rib(*, width, height, depth, paint):
    r, foot = width * 0.47, height * 0.08
    look = (paint, {"roughness": 0.4})
    columns = [
        rod((0, foot + r, z * depth * 0.3), (0, height - r, z * depth * 0.3), r * 0.82, *look) for z in (-1, 0, 1)
    ]
    ends = [
        concat_shapes(
            rod((0, y, -depth * 0.36), (0, y, depth * 0.36), r, *look),
            *[ellipsoid((0, y, z * depth * 0.36), (r,) * 3, *look) for z in (-1, 1)],
        )
        for y in (foot + r, height - r)
    ]
    return concat_shapes(*columns, *ends)


@register("a foot")
def foot_pair(*, width, height, depth, paint):
    return concat_shapes(
        *[rod((0, 0, z * depth * 0.33), (0, height, z * depth * 0.3), width * 0.38, paint) for z in (-1, 1)]
    )


@register("the valve with its pipe")
def valve(*, size, height, metal):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), size * 0.22, *surface(metal)),
        rod((-size * 0.6, height, 0), (size * 0.3, height, 0), size * 0.3, *surface(metal)),
        rod((size * 0.0, height, 0), (size * 0.0, height + size * 0.9, 0), size * 0.4, (0.93, 0.93, 0.93)),
        ellipsoid((0, height + size * 0.9, 0), (size * 0.4, size * 0.2, size * 0.4), (0.93, 0.93, 0.93)),
    )


@register("a ribbed cast-iron radiator with a valve")
def radiator(*, width=1.0, height=0.62, depth=0.17, paint=(0.94, 0.93, 0.9), metal="brass"):
    ribs, end = 12, 0.09
    step = (width - end) / ribs
    start = -width / 2 + step / 2
    r = step * 0.47
    spread = (depth - 2 * r * 1.04) / 0.72
    return concat_shapes(
        *[
            place(
                "rib",
                at=(start + i * step, height * 0.08, 0),
                width=step * 1.04,
                height=height,
                depth=spread,
                paint=paint,
            )
            for i in range(ribs)
        ],
        *[
            place("foot_pair", at=(start + i * step, 0, 0), width=step, height=height * 0.12, depth=spread, paint=paint)
            for i in (0, ribs - 1)
        ],
        moved(library_call("valve", size=0.06, height=height * 0.17, metal=metal), (width / 2 - 0.024, 0, 0)),
    )
