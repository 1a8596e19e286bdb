# /// asset
# word = "cheese"
# synonyms = ["cheese wheel", "cheese wedge", "wheel of cheese", "gouda"]
# stands_for = ["block of cheese"]
# category = "food"
# support = "surface"
# colors = ["rind", "paste"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, moved, rod, rotated, stretched


def sector(radius, height, start, stop, rind, paste):
    """A piece of the wheel between two angles, in radians about +y: thin leaves of paste with rind at their ends."""
    step = 0.115
    count = math.ceil((stop - start) / step)

    def leaf(i):
        angle = start + (stop - start) * (i + 0.5) / count
        meat = box(
            (radius * 0.48, height / 2, 0),
            (radius * 0.94, height * 0.98, radius * step * 0.55),
            paste,
            {"roughness": 0.6},
        )
        crust = box(
            (radius * 0.97, height / 2, 0), (radius * 0.06, height, radius * step * 1.05), rind, {"roughness": 0.5}
        )
        return rotated(concat_shapes(meat, crust), angle)

    return loop(count, leaf)


def holes(radius, height, angle, side, paste):
    """Hollows in the cut face at `angle`."""
    spots = ((0.25, 0.35, 0.1), (0.45, 0.68, 0.12), (0.6, 0.28, 0.13), (0.78, 0.62, 0.1))
    dots = []
    for x, y, size in spots:
        unit = ball((0, 0, 0), 1.0, darker(paste, 0.7))
        dots.append(
            moved(
                stretched(unit, (radius * size, height * size * 1.1, radius * 0.012)),
                (radius * x, height * y, side * radius * 0.02),
            )
        )
    return rotated(concat_shapes(*dots), angle)


@register("the wheel with a gap")
def wheel(*, radius, height, rind, paste):
    gap = (-1.75, -0.85)
    body = sector(radius, height, gap[1], gap[0] + 2 * math.pi, rind, paste)
    core = rod((0, height * 0.01, 0), (0, height * 0.99, 0), radius * 0.1, paste)
    return concat_shapes(body, core, holes(radius, height, gap[0], 1, paste))


@register("the wedge that was cut out, with holes")
def wedge(*, radius, height, rind, paste):
    return concat_shapes(
        sector(radius, height, -0.33, 0.33, rind, paste),
        holes(radius, height, 0.33, 1, paste),
        holes(radius, height, -0.33, -1, paste),
    )


@register("a wheel of cheese with a wedge cut out of it")
def cheese(*, width=0.3, depth=0.27, height=0.08, rind=(0.93, 0.62, 0.12), paste=(0.98, 0.86, 0.45)):
    radius = width * 0.36
    slice_shape = moved(
        library_call("wedge", radius=radius, height=height, rind=rind, paste=paste),
        (radius * 1.15, 0, radius * 0.95),
        math.radians(205),
    )
    whole = concat_shapes(library_call("wheel", radius=radius, height=height, rind=rind, paste=paste), slice_shape)
    return fitted(whole, width, None, depth)
