# /// asset
# word = "drill"
# synonyms = ["power drill", "cordless drill", "electric drill", "drill driver", "power tool"]
# category = "tools"
# support = "surface"
# colors = ["shell", "trim"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod, rotated


@register("the motor body")
def motor(*, length, radius, shell, trim):
    look = (shell, {"roughness": 0.4})
    vents = [
        box((-length * (0.34 - 0.05 * i), radius * 0.1, z * radius * 0.98), (length * 0.02, radius * 0.9, 0.004), trim)
        for i in range(4)
        for z in (-1, 1)
    ]
    return concat_shapes(
        rod((-length * 0.5, 0, 0), (length * 0.3, 0, 0), radius, *look),
        ellipsoid((-length * 0.5, 0, 0), (radius * 0.4, radius, radius), *look),
        rod((length * 0.28, 0, 0), (length * 0.46, 0, 0), radius * 0.86, trim),
        *vents,
    )


@register("the chuck with a bit")
def chuck(*, length, radius, metal):
    twist = [
        rod((length * (0.42 + 0.07 * i), 0, 0), (length * (0.45 + 0.07 * i), 0, 0), radius * 0.24, *surface(metal))
        for i in range(7)
    ]
    return concat_shapes(
        rod((0, 0, 0), (length * 0.22, 0, 0), radius, (0.2, 0.2, 0.22)),
        rod((length * 0.2, 0, 0), (length * 0.34, 0, 0), radius * 0.7, *surface(metal)),
        rod((length * 0.3, 0, 0), (length * 0.92, 0, 0), radius * 0.17, *surface(metal)),
        *twist,
        cone((length * 0.9, 0, 0), (length, 0, 0), radius * 0.2, *surface(metal)),
    )


@register("the pistol grip with trigger")
def pistol_grip(*, height, thick, shell, trim):
    grip = rotated(
        concat_shapes(
            box((0, -height / 2, 0), (thick * 1.7, height, thick * 1.25), shell, {"roughness": 0.4}),
            box((thick * 0.86, -height / 2, 0), (thick * 0.12, height * 0.86, thick * 1.1), trim),
            box((-thick * 0.86, -height / 2, 0), (thick * 0.12, height * 0.86, thick * 1.1), trim),
        ),
        0.16,
        (0, 0, -1),
    )
    return concat_shapes(
        grip, box((thick * 1.05, -height * 0.2, 0), (thick * 0.5, height * 0.26, thick * 0.6), (0.8, 0.15, 0.12))
    )


@register("the battery")
def battery(*, width, height, depth, trim, shell):
    return concat_shapes(
        box((0, height / 2, 0), (width, height, depth), trim, {"roughness": 0.5}),
        box((0, height * 0.85, 0), (width * 1.04, height * 0.25, depth * 1.04), trim),
        box((width * 0.2, height * 0.45, depth * 0.51), (width * 0.4, height * 0.3, 0.002), shell),
    )


@register("a cordless drill standing on its battery")
def drill(*, width=0.27, height=0.23, depth=0.085, shell=(0.95, 0.65, 0.1), trim=(0.13, 0.13, 0.14), metal="steel"):
    whole = concat_shapes(
        moved(library_call("motor", length=0.17, radius=0.032, shell=shell, trim=trim), (0, 0.19, 0)),
        moved(library_call("chuck", length=0.12, radius=0.022, metal=metal), (0.078, 0.19, 0)),
        moved(library_call("pistol_grip", height=0.13, thick=0.026, shell=shell, trim=trim), (-0.025, 0.17, 0)),
        moved(library_call("battery", width=0.13, height=0.05, depth=0.078, trim=trim, shell=shell), (-0.03, 0, 0)),
    )
    return fitted(whole, width, height, depth)
