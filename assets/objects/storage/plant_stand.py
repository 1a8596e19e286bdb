# /// asset
# word = "plant stand"
# synonyms = ["flower stand", "plant pedestal"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# materials = ["frame"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, darker, ellipsoid, finish, fitted, moved, pipe, ring, rod, rotated


@register("a leg, bowed outward at its foot")
def leg(angle, height, look):
    arc = pipe([(0.172, 0.011, 0), (0.158, 0.05, 0), (0.15, height * 0.45, 0), (0.15, height, 0)], 0.011, *look)
    return rotated(arc, angle)


@register("a round shelf with its rim")
def shelf(radius, rim, look):
    pale = darker(look[0], 0.86), look[1]
    return concat_shapes(
        rod((0, 0, 0), (0, 0.012, 0), radius, *pale),
        *[ring((0, y, 0), radius, 0.009, *look, parts=28) for y in (0.009, rim)],
        *[
            rod((radius * math.cos(a), 0.01, radius * math.sin(a)), (radius * math.cos(a), rim, radius * math.sin(a)), 0.004, *look)
            for a in [math.pi * (i + 0.5) / 9 for i in range(18)]
        ],
    )  # fmt: skip


@register("the free top with a railing of little posts below its edge")
def top(radius, drop, look):
    """Its upper face is at y = 0, so that a pot stands on it and not on the rim."""
    pale = darker(look[0], 0.86), look[1]
    posts = [math.pi * (i + 0.5) / 9 for i in range(18)]
    return concat_shapes(
        rod((0, -0.014, 0), (0, 0, 0), radius, *pale),
        *[ring((0, y, 0), radius, 0.01, *look, parts=28) for y in (-0.012, -drop)],
        *[
            rod(
                (radius * math.cos(a), -drop, radius * math.sin(a)),
                (radius * math.cos(a), -0.01, radius * math.sin(a)),
                0.004,
                *look,
            )
            for a in posts
        ],
    )


@register("a clay pot with its rim and soil")
def pot(radius):
    clay = finish("terracotta")
    tall = radius * 1.5
    steps = 6
    body = [
        rod((0, tall * i / steps, 0), (0, tall * (i + 1) / steps, 0), radius * (0.72 + 0.22 * (i + 1) / steps), *clay)
        for i in range(steps)
    ]
    return concat_shapes(
        *body,
        rod((0, tall * 0.78, 0), (0, tall, 0), radius * 1.04, *clay),
        rod((0, tall * 0.9, 0), (0, tall * 1.01, 0), radius * 0.9, *finish("soil")),
    )


@register("a small leafy plant in a pot")
def leafy_plant(radius):
    greens = [((0.2, 0.45, 0.18), {"roughness": 0.6}), ((0.3, 0.56, 0.24), {"roughness": 0.6})]
    parts = [library_call("pot", radius=radius)]
    for i in range(16):
        turn, lean = 2.4 * i, 0.25 + 0.065 * i
        tilt = rotation_matrix(turn, (0, 1, 0), (0, 0, 0)) @ rotation_matrix(lean, (0, 0, 1), (0, 0, 0))
        long = radius * (2.0 - 0.03 * i)
        blade = ellipsoid((0, long / 2, 0), (radius * 0.1, long / 2, radius * 0.26), *greens[i % 2])
        parts.append(transform_shape(blade, translation_matrix((0, radius * 1.4, 0)) @ tilt))
    return concat_shapes(*parts)


@register("a cactus in a pot")
def cactus(radius):
    green = (0.25, 0.5, 0.3), {"roughness": 0.7}
    bloom = (0.93, 0.4, 0.55), {"roughness": 0.6}
    top = radius * 1.4
    parts = [library_call("pot", radius=radius)]
    for i in range(9):
        a = 2 * math.pi * i / 9
        at = (radius * 0.28 * math.cos(a), top + radius * 0.85, radius * 0.28 * math.sin(a))
        parts.append(ellipsoid(at, (radius * 0.34, radius * 0.95, radius * 0.34), *green))
    parts += [
        ball((radius * x, top + radius * 1.85, radius * z), radius * 0.16, *bloom) for x, z in ((0, 0), (0.2, 0.1))
    ]
    return concat_shapes(*parts)


@register("a slender plant stand with small pots on its lower shelf and a free round top for one more")
def plant_stand(*, width=0.32, depth=0.32, height=0.7, frame="rattan", paint=None) -> Shape:
    cane = finish(frame, paint)
    tall = 0.71
    parts = [library_call("leg", angle=math.pi * i / 2, height=tall - 0.015, look=cane) for i in range(4)]
    parts.append(moved(library_call("top", radius=0.16, drop=0.055, look=cane), (0, tall, 0)))
    parts.append(moved(library_call("shelf", radius=0.15, rim=0.035, look=cane), (0, 0.2, 0)))
    parts.append(place("leafy_plant", at=(-0.055, 0.212, -0.02), radius=0.06))
    parts.append(place("cactus", at=(0.075, 0.212, 0.05), radius=0.042))
    return fitted(concat_shapes(*parts), width, height, depth)
