# /// asset
# word = "tesla coil"
# synonyms = ["lightning coil", "tesla tower", "electric coil", "plasma coil"]
# category = "electronics"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "spark"]
# materials = ["winding"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, darker, ellipsoid, finish, fitted, hoop, rod, tube


@register("the cabinet with its switch")
def cabinet(*, paint):
    return concat_shapes(
        block((0, 0, 0), (0.7, 0.06, 0.7), darker(paint, 0.5)),
        block((0, 0.06, 0), (0.64, 0.36, 0.64), paint, {"metallic": 0.3, "roughness": 0.5}),
        block((0, 0.42, 0), (0.7, 0.04, 0.7), *finish("dark oak")),
        rod((-0.15, 0.25, 0.32), (-0.15, 0.25, 0.34), 0.08, *finish("brass")),
        rod((-0.15, 0.25, 0.33), (-0.15, 0.25, 0.345), 0.068, (0.95, 0.94, 0.88)),
        box((-0.13, 0.27, 0.347), (0.05, 0.008, 0.004), (0.8, 0.1, 0.08)),
        box((0.15, 0.25, 0.325), (0.1, 0.18, 0.02), (0.12, 0.12, 0.13)),
        rod((0.15, 0.22, 0.33), (0.15, 0.31, 0.38), 0.012, *finish("brass")),
        ellipsoid((0.15, 0.315, 0.383), (0.02, 0.02, 0.02), (0.8, 0.1, 0.08)),
    )


@register("the wound column")
def coil(*, copper):
    wires = [hoop(0.105, 0.011, *copper, center=(0, 0.52 + 0.0285 * i, 0), parts=20) for i in range(28)]
    flat = [hoop(0.18 + 0.035 * i, 0.011, *copper, center=(0, 0.485 + 0.02 * i, 0), parts=24) for i in range(4)]
    return concat_shapes(rod((0, 0.46, 0), (0, 1.4, 0), 0.1, darker(copper[0], 0.7), copper[1]), *wires, *flat)


@register("the metal torus on top")
def top_load():
    steel = ((0.8, 0.82, 0.84), {"metallic": 1.0, "roughness": 0.15})
    return concat_shapes(
        hoop(0.23, 0.095, *steel, center=(0, 1.46, 0), parts=30), rod((0, 1.44, 0), (0, 1.48, 0), 0.22, *steel)
    )


@register("the sparks")
def sparks(*, spark):
    glow, parts = {"emission": 3.0}, []
    for k in range(7):
        a = 2 * math.pi * k / 7 + 0.3
        points, r, y = [], 0.3, 1.5
        for i in range(6):
            b = a + 0.16 * math.sin(3.7 * i + 2.1 * k)
            points.append((r * math.cos(b), y + 0.05 * math.sin(5.1 * i + k), r * math.sin(b)))
            r, y = r + 0.055, y + 0.05 * math.cos(1.7 * k)
        parts.append(tube(points, 0.005, spark, glow))
    return concat_shapes(*parts)


@register("a tesla coil that throws sparks")
def tesla_coil(
    *, width=1.15, height=1.8, depth=1.15, winding="copper", paint=(0.3, 0.33, 0.36), spark=(0.62, 0.7, 1.0)
):
    whole = concat_shapes(
        library_call("cabinet", paint=paint),
        library_call("coil", copper=finish(winding)),
        library_call("top_load"),
        library_call("sparks", spark=spark),
    )
    return fitted(whole, width, height, depth)
