# /// asset
# word = "magnifying glass"
# synonyms = ["magnifier", "hand lens"]
# stands_for = ["loupe"]
# category = "office"
# support = "surface"
# colors = ["grip"]
# materials = ["rim"]
# ///
import math

from scene.language import *
from scene.language.modelling import ellipsoid, rod


@register("the lens in its metal ring")
def lens_ring(*, radius, thick, rim):
    ring = loop(
        28,
        lambda i: rod(
            (radius * math.cos(i * 0.2244), 0, radius * math.sin(i * 0.2244)),
            (radius * math.cos((i + 1) * 0.2244), 0, radius * math.sin((i + 1) * 0.2244)),
            thick,
            *surface(rim),
        ),
    )
    return concat_shapes(
        ring,
        ellipsoid(
            (0, 0, 0),
            (radius * 0.98, thick * 0.9, radius * 0.98),
            (0.75, 0.88, 0.95),
            {"opacity": 0.35, "roughness": 0.03},
        ),
    )


@register("the handle")
def handle(*, start, length, radius, grip, rim):
    return concat_shapes(
        rod((start, 0, 0), (start + length * 0.16, 0, 0), radius * 0.7, *surface(rim)),
        rod((start + length * 0.14, 0, 0), (start + length * 0.9, 0, 0), radius, grip, {"roughness": 0.35}),
        ellipsoid(
            (start + length * 0.5, 0, 0), (length * 0.3, radius * 1.18, radius * 1.18), grip, {"roughness": 0.35}
        ),
        ellipsoid((start + length * 0.9, 0, 0), (length * 0.1, radius, radius), *surface(rim)),
    )


@register("a magnifying glass lying on its round rim")
def magnifying_glass(*, width=0.2, depth=0.09, height=0.02, grip=(0.35, 0.2, 0.12), rim="brass"):
    radius = depth * 0.46
    lens = transform_shape(library_call("lens_ring", radius=radius, thick=depth * 0.04, rim=rim), identity_matrix())
    whole = concat_shapes(
        lens,
        library_call("handle", start=radius, length=width - depth * 0.98, radius=height * 0.42, grip=grip, rim=rim),
    )
    low, high = compute_shape_min(whole), compute_shape_max(whole)
    fit = scale_matrix((width / (high[0] - low[0]), height / (high[1] - low[1]), depth / (high[2] - low[2])), (0, 0, 0))
    return transform_shape(whole, fit @ translation_matrix((-(low[0] + high[0]) / 2, -low[1], 0)))
