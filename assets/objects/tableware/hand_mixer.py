# /// asset
# word = "hand mixer"
# synonyms = ["electric mixer", "electric hand mixer", "beater", "handheld mixer", "egg mixer"]
# category = "tableware"
# support = "surface"
# colors = ["shell", "trim"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod, rotated


@register("the motor housing with its handle")
def housing(*, length, height, width, shell, trim):
    look = (shell, {"roughness": 0.25})
    grip = pipe(
        [
            (length * 0.34, height * 0.3, 0),
            (length * 0.26, height * 0.95, 0),
            (-length * 0.3, height * 0.95, 0),
            (-length * 0.44, height * 0.6, 0),
            (-length * 0.42, height * 0.2, 0),
        ],
        width * 0.2,
        *look,
    )
    return concat_shapes(
        ellipsoid((0, 0, 0), (length * 0.5, height * 0.36, width * 0.5), *look),
        ellipsoid((length * 0.26, 0, 0), (length * 0.24, height * 0.36, width * 0.48), *look),
        grip,
        box((length * 0.08, height * 0.99, 0), (length * 0.14, height * 0.12, width * 0.2), trim),
        *[
            ellipsoid(
                (length * (0.3 - 0.05 * i), height * 0.02, width * 0.47),
                (length * 0.012, height * 0.14, width * 0.05),
                trim,
            )
            for i in range(4)
        ],
    )


@register("one beater of four wires")
def beater(*, length, radius):
    steel = ((0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.2})

    def wire(i):
        path = [(0.0, -length * 0.45, 0), (radius, -length * 0.58, 0), (radius, -length * 0.88, 0), (0.0, -length, 0)]
        return rotated(pipe(path, radius * 0.09, *steel), i * math.pi / 2)

    return concat_shapes(rod((0, 0, 0), (0, -length, 0), radius * 0.13, *steel), loop(4, wire))


@register("the cord")
def cord(*, length, height):
    return pipe(
        [
            (-length * 0.46, 0, 0),
            (-length * 0.6, -height * 0.25, 0.01),
            (-length * 0.66, -height * 0.9, 0.03),
            (-length * 0.52, -height * 1.45, 0.05),
            (-length * 0.1, -height * 1.47, 0.07),
        ],
        0.004,
        (0.15, 0.15, 0.16),
    )


@register("an electric hand mixer with two beaters")
def hand_mixer(*, width=0.27, height=0.26, depth=0.14, shell=(0.85, 0.2, 0.22), trim=(0.95, 0.95, 0.95)):
    length, tall = 0.2, 0.1
    whole = concat_shapes(
        library_call("housing", length=length, height=tall, width=0.09, shell=shell, trim=trim),
        *[
            moved(library_call("beater", length=0.15, radius=0.023), (length * 0.28, -0.015, z * 0.026))
            for z in (-1, 1)
        ],
        library_call("cord", length=length, height=tall * 1.1),
    )
    return fitted(whole, width, height, depth)
