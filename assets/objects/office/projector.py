# /// asset
# word = "projector"
# synonyms = ["video projector", "beamer", "home theater projector"]
# stands_for = ["film projector"]
# category = "office"
# support = "surface"
# colors = ["casing", "trim"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the flat case with vents")
def case(*, width, height, depth, casing, trim):
    look = (casing, {"roughness": 0.4})
    vents = [
        box((width * (0.2 + 0.035 * i), height * 0.5, depth * 0.5), (width * 0.016, height * 0.56, 0.004), trim)
        for i in range(8)
    ]
    side_vents = [
        box((width * 0.5, height * 0.5, depth * (-0.3 + 0.07 * i)), (0.004, height * 0.5, depth * 0.035), trim)
        for i in range(9)
    ]
    feet = [
        rod(
            (x * width * 0.4, -height * 0.12, z * depth * 0.4),
            (x * width * 0.4, 0, z * depth * 0.4),
            width * 0.03,
            trim,
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        box((0, height * 0.5, 0), (width, height * 0.84, depth), *look),
        box((0, height * 0.5, 0), (width * 0.96, height, depth * 0.96), *look),
        *vents,
        *side_vents,
        *feet,
    )


@register("the lens in its ring")
def lens(*, radius, length, trim):
    return concat_shapes(
        rod((0, 0, -length), (0, 0, length * 0.4), radius * 1.15, trim),
        rod((0, 0, 0), (0, 0, length), radius, (0.08, 0.08, 0.09)),
        rod(
            (0, 0, length * 0.8),
            (0, 0, length * 1.02),
            radius * 0.88,
            (0.3, 0.3, 0.32),
            {"metallic": 0.8, "roughness": 0.3},
        ),
        ellipsoid(
            (0, 0, length),
            (radius * 0.75, radius * 0.75, length * 0.3),
            (0.35, 0.5, 0.85),
            {"roughness": 0.03, "emission": 0.6},
        ),
    )


@register("the buttons on top")
def buttons(*, size, trim):
    ring = loop(
        4,
        lambda i: rod(
            (size * math.cos(i * math.pi / 2), 0, size * math.sin(i * math.pi / 2)),
            (size * math.cos(i * math.pi / 2), 0.004, size * math.sin(i * math.pi / 2)),
            size * 0.36,
            trim,
        ),
    )
    return concat_shapes(
        ring,
        rod((0, 0, 0), (0, 0.004, 0), size * 0.45, (0.85, 0.35, 0.25)),
        rod((size * 2.4, 0, 0), (size * 2.4, 0.004, 0), size * 0.4, (0.3, 0.75, 0.4)),
    )


@register("a projector with a lens, vents and buttons")
def projector(*, width=0.34, height=0.13, depth=0.3, casing=(0.92, 0.92, 0.92), trim=(0.2, 0.2, 0.22)):
    body, deep = height * 0.84, depth * 0.86
    whole = concat_shapes(
        library_call("case", width=width, height=body, depth=deep, casing=casing, trim=trim),
        moved(
            library_call("lens", radius=height * 0.34, length=depth * 0.12, trim=trim),
            (-width * 0.22, body * 0.5, deep * 0.5),
        ),
        moved(library_call("buttons", size=width * 0.07, trim=trim), (-width * 0.05, body, -deep * 0.12)),
    )
    return fitted(whole, width, height, depth)
