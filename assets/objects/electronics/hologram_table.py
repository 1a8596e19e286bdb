# /// asset
# word = "hologram table"
# synonyms = ["holographic table", "holotable", "holo table", "hologram projector", "hologram display"]
# category = "electronics"
# support = "floor"
# clearance = {front = 0.7}
# colors = ["paint", "glow"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, cone, disc, ellipsoid, fitted, hoop, lathe, moved, ring, rod, rotated


@register("the round table with its lit rim")
def base(*, paint, glow):
    hull = {"metallic": 0.3, "roughness": 0.35}
    lit = {"emission": 1.6}
    return concat_shapes(
        lathe([(0.62, 0), (0.62, 0.05), (0.42, 0.12), (0.34, 0.4), (0.42, 0.62), (0.72, 0.74)], paint, hull, slices=40),
        disc((0, 0.74, 0), (0.78, 0.78), 0.1, paint, hull),
        ring((0, 0.79, 0), 0.785, 0.014, glow, lit, parts=40),
        ring((0, 0.06, 0), 0.62, 0.012, glow, lit, parts=36),
        disc((0, 0.84, 0), (0.7, 0.7), 0.012, (0.04, 0.05, 0.07), {"roughness": 0.1}),
        *[hoop(r, 0.006, glow, lit, center=(0, 0.853, 0), parts=40) for r in (0.3, 0.5, 0.66)],
        *[rotated(rod((0.3, 0.853, 0), (0.66, 0.853, 0), 0.003, glow, lit), i * math.pi / 6) for i in range(12)],
    )


@register("the planet that floats in light")
def hologram(*, glow):
    lit = {"emission": 1.6, "opacity": 0.55}
    line = {"emission": 2.0}
    beams = [cone((0, 1.3, 0), (0, 0.86, 0), 0.42, glow, {"emission": 0.6, "opacity": 0.14})]
    globe = [ball((0, 1.42, 0), 0.27, glow, lit)]
    globe += [
        hoop(0.272 * math.cos(a), 0.004, glow, line, center=(0, 1.42 + 0.272 * math.sin(a), 0), parts=28)
        for a in (-0.9, -0.45, 0, 0.45, 0.9)
    ]
    globe += [rotated(hoop(0.272, 0.004, glow, line, axis=(0, 0, 1), parts=28), i * math.pi / 4) for i in range(0)]
    for i in range(4):
        meridian = rotated(hoop(0.272, 0.004, glow, line, axis=(0, 0, 1), parts=28), i * math.pi / 4)
        globe.append(moved(meridian, (0, 1.42, 0)))
    orbit = moved(hoop(0.46, 0.005, glow, line, parts=40), (0, 1.42, 0), 0.35, (0, 0, 1))
    moon = ellipsoid((0.43, 1.58, 0.0), (0.045, 0.045, 0.045), (0.95, 0.95, 0.98), line)
    return concat_shapes(*beams, *globe, orbit, moon)


@register("a round table with a hologram of a planet")
def hologram_table(*, width=1.6, height=1.7, depth=1.6, paint=(0.5, 0.54, 0.6), glow=(0.25, 0.75, 1.0)):
    return fitted(
        concat_shapes(library_call("base", paint=paint, glow=glow), library_call("hologram", glow=glow)),
        width,
        height,
        depth,
    )
