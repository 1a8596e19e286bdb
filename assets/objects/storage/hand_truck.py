# /// asset
# word = "hand truck"
# synonyms = ["sack truck", "dolly", "hand trolley", "sack barrow", "moving dolly", "two-wheel dolly", "hand cart"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, pipe, rod


@register("the bent frame with its rungs")
def frame(*, paint):
    metal = {"metallic": 0.3, "roughness": 0.4}
    rails = [
        pipe([(s * 0.2, 0.06, 0.02), (s * 0.2, 1.05, 0.02), (s * 0.2, 1.2, -0.1)], 0.018, paint, metal) for s in (-1, 1)
    ]
    return concat_shapes(
        *rails,
        rod((-0.2, 1.2, -0.1), (0.2, 1.2, -0.1), 0.018, paint, metal),
        *[rod((s * 0.08, 1.2, -0.1), (s * 0.2, 1.2, -0.1), 0.025, (0.08, 0.08, 0.09)) for s in (-1, 1)],
        *[
            pipe([(-0.2, y, 0.02), (0.0, y, -0.02), (0.2, y, 0.02)], 0.013, paint, metal)
            for y in (0.3, 0.55, 0.8, 1.03)
        ],
        rod((0, 0.3, -0.02), (0, 1.03, -0.02), 0.012, paint, metal),
        *[pipe([(s * 0.2, 0.55, 0.02), (s * 0.2, 0.13, -0.16)], 0.013, paint, metal) for s in (-1, 1)],
    )


@register("the toe plate")
def toe(*, paint):
    return concat_shapes(
        box((0, 0.012, 0.17), (0.46, 0.014, 0.28), darker(paint, 0.75), {"metallic": 0.4, "roughness": 0.45}),
        box((0, 0.1, 0.033), (0.44, 0.18, 0.012), darker(paint, 0.75), {"metallic": 0.4, "roughness": 0.45}),
    )


@register("a wheel")
def wheel():
    return concat_shapes(
        rod((-0.035, 0.13, 0), (0.035, 0.13, 0), 0.13, (0.1, 0.1, 0.11), {"roughness": 0.9}),
        rod((-0.04, 0.13, 0), (0.04, 0.13, 0), 0.075, (0.85, 0.85, 0.84)),
        rod((-0.05, 0.13, 0), (0.05, 0.13, 0), 0.022, (0.3, 0.31, 0.33)),
    )


@register("a two-wheeled hand truck")
def hand_truck(*, width=0.58, height=1.22, depth=0.62, paint=(0.75, 0.1, 0.1)):
    whole = concat_shapes(
        library_call("frame", paint=paint),
        library_call("toe", paint=paint),
        rod((-0.25, 0.13, -0.16), (0.25, 0.13, -0.16), 0.012, (0.5, 0.51, 0.53)),
        *[moved(library_call("wheel"), (s * 0.24, 0, -0.16)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
