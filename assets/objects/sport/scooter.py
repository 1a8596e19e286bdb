# /// asset
# word = "scooter"
# synonyms = ["kick scooter", "push scooter", "kids scooter", "e-scooter", "toy scooter"]
# stands_for = ["electric scooter"]
# category = "sport"
# support = "floor"
# colors = ["paint", "grips"]
# ///
import numpy as np

from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, moved, rod


@register("a wheel with its hub")
def wheel(*, radius):
    return concat_shapes(
        rod((-0.014, 0, 0), (0.014, 0, 0), radius, *surface("rubber")),
        rod((-0.017, 0, 0), (0.017, 0, 0), radius * 0.72, (0.95, 0.95, 0.93)),
        rod((-0.022, 0, 0), (0.022, 0, 0), radius * 0.22, *surface("steel")),
    )


@register("the deck with its grip tape and mudguard")
def deck(*, paint, grips):
    guard = [
        moved(box((0, 0.112, 0), (0.05, 0.008, 0.035), paint), (0, 0.1, -0.36), a, (1, 0, 0))
        for a in np.linspace(-1.1, 0.5, 7)
    ]
    return concat_shapes(
        box((0, 0.085, -0.02), (0.12, 0.026, 0.5), paint, {"roughness": 0.3}),
        box((0, 0.0995, -0.02), (0.1, 0.005, 0.46), grips, {"roughness": 0.98}),
        *[box((s * 0.035, 0.092, -0.31), (0.014, 0.03, 0.14), *surface("steel")) for s in (-1, 1)],
        beam((0, 0.085, 0.22), (0, 0.3, 0.36), (0.06, 0.035), paint, {"roughness": 0.3}),
        *guard,
    )


@register("the fork and steering column with handlebars")
def steering(*, paint, grips):
    steel = surface("steel")
    top = (0, 0.93, 0.24)
    return concat_shapes(
        *[beam((s * 0.032, 0.1, 0.43), (s * 0.032, 0.24, 0.395), (0.012, 0.03), *steel) for s in (-1, 1)],
        box((0, 0.245, 0.394), (0.08, 0.03, 0.045), *steel),
        rod((0, 0.23, 0.398), (0, 0.42, 0.356), 0.03, paint, {"roughness": 0.3}),
        rod((0, 0.25, 0.394), top, 0.02, *steel),
        rod((0, 0.6, 0.316), (0, 0.64, 0.307), 0.028, grips),
        rod((-0.23, 0.93, 0.24), (0.23, 0.93, 0.24), 0.015, *steel),
        ellipsoid(top, (0.028, 0.028, 0.028), paint),
        *[rod((s * 0.14, 0.93, 0.24), (s * 0.25, 0.93, 0.24), 0.021, grips, {"roughness": 0.9}) for s in (-1, 1)],
    )


@register("a kick scooter with two wheels, a deck and handlebars")
def scooter(*, width=0.5, height=0.95, depth=1.0, paint=(0.15, 0.55, 0.75), grips=(0.1, 0.1, 0.11)):
    whole = concat_shapes(
        moved(library_call("wheel", radius=0.1), (0, 0.1, 0.43)),
        moved(library_call("wheel", radius=0.1), (0, 0.1, -0.36)),
        library_call("deck", paint=paint, grips=grips),
        library_call("steering", paint=paint, grips=grips),
    )
    return fitted(whole, width, height, depth)
