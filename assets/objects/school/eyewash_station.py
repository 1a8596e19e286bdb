# /// asset
# word = "eyewash station"
# synonyms = ["eye wash station", "eyewash", "emergency eyewash", "eye wash"]
# category = "school"
# support = "wall"
# clearance = {front = 0.5}
# colors = ["paint", "basin_color"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, disc, ellipsoid, fitted, lathe, moved, pipe, rod

STEEL = ((0.78, 0.79, 0.81), {"metallic": 0.9, "roughness": 0.25})


@register("the basin on its pipe")
def basin(*, basin_color):
    return concat_shapes(
        moved(
            lathe([(0.04, 0), (0.1, 0.02), (0.145, 0.07), (0.15, 0.09)], basin_color, {"roughness": 0.3}, slices=22),
            (0, 0.16, 0.06),
        ),
        disc((0, 0.235, 0.06), (0.138, 0.138), 0.012, (0.75, 0.77, 0.79)),
        rod((0, 0.0, 0.06), (0, 0.17, 0.06), 0.025, *STEEL),
        pipe([(0, 0.02, 0.06), (0, 0.02, -0.12)], 0.025, *STEEL),
        box((0, 0.1, -0.125), (0.16, 0.3, 0.012), *STEEL),
        pipe([(0, 0.2, -0.12), (0, 0.2, -0.08)], 0.03, *STEEL),
    )


@register("the two spray heads")
def sprays(*, paint):
    parts = [
        pipe([(-0.065, 0.29, 0.06), (-0.065, 0.26, 0.06), (0.065, 0.26, 0.06), (0.065, 0.29, 0.06)], 0.012, *STEEL)
    ]
    for s in (-1, 1):
        parts.append(rod((s * 0.065, 0.285, 0.06), (s * 0.065, 0.32, 0.06), 0.03, paint))
        parts.append(rod((s * 0.065, 0.318, 0.06), (s * 0.065, 0.324, 0.06), 0.025, (0.95, 0.95, 0.95)))
        parts.append(
            cone(
                (s * 0.05, 0.43, 0.06),
                (s * 0.065, 0.32, 0.06),
                0.02,
                (0.65, 0.85, 0.95),
                {"opacity": 0.5, "roughness": 0.05},
            )
        )
    parts.append(pipe([(0.13, 0.2, 0.06), (0.18, 0.2, 0.09)], 0.01, *STEEL))
    parts.append(box((0.195, 0.2, 0.1), (0.02, 0.1, 0.12), paint))
    return concat_shapes(*parts)


@register("the green sign with an eye")
def sign():
    green, white = (0.05, 0.5, 0.25), (0.96, 0.97, 0.96)
    drops = [
        ellipsoid((x, y, -0.113), (0.007, 0.014, 0.003), white)
        for x, y in ((-0.05, 0.565), (-0.02, 0.55), (0.02, 0.55), (0.05, 0.565))
    ]
    return concat_shapes(
        box((0, 0.62, -0.122), (0.26, 0.26, 0.008), green),
        ellipsoid((0, 0.65, -0.117), (0.085, 0.042, 0.003), white),
        rod((0, 0.65, -0.116), (0, 0.65, -0.112), 0.032, green),
        rod((0, 0.65, -0.114), (0, 0.65, -0.11), 0.014, white),
        box((0, 0.52, -0.117), (0.16, 0.012, 0.004), white),
        *drops,
    )


@register("a wall-mounted eyewash station with a sign")
def eyewash_station(*, width=0.36, height=0.77, depth=0.34, paint=(0.05, 0.5, 0.25), basin_color=(0.95, 0.8, 0.1)):
    whole = concat_shapes(
        library_call("basin", basin_color=basin_color), library_call("sprays", paint=paint), library_call("sign")
    )
    return fitted(whole, width, height, depth)
