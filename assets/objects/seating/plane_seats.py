# /// asset
# word = "plane seat"
# synonyms = [
#     "plane seats", "plane seat row", "row of plane seats", "airplane seat", "airline seat", "airplane seats", "airline seats",
#     "aircraft seats", "airline seat row", "aeroplane seats",
# ]
# category = "seating"
# support = "floor"
# clearance = {front = 0.25}
# colors = ["fabric", "cover"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, pad, upright_pad

GREY = (0.62, 0.63, 0.66)


@register("a seat with its back, head cover and belt")
def place(*, x, fabric, cover):
    soft = {"roughness": 0.9}
    return concat_shapes(
        pad((x, 0.36, 0.04), (0.46, 0.12, 0.46), fabric, soft),
        box((x, 0.74, -0.24), (0.45, 0.62, 0.1), darker(fabric, 0.85), soft),
        upright_pad((x, 0.46, -0.17), (0.44, 0.56, 0.1), fabric, soft),
        upright_pad((x, 0.98, -0.17), (0.4, 0.22, 0.1), fabric, soft),
        box((x, 1.1, -0.116), (0.3, 0.18, 0.008), cover, soft),
        box((x, 0.72, -0.296), (0.4, 0.26, 0.02), GREY, {"roughness": 0.4}),
        box((x, 0.95, -0.3), (0.24, 0.15, 0.016), (0.08, 0.1, 0.14), {"emission": 0.15}),
        box((x - 0.1, 0.485, 0.06), (0.16, 0.012, 0.05), (0.2, 0.2, 0.22)),
        box((x + 0.02, 0.487, 0.06), (0.06, 0.016, 0.055), *finish("chrome")),
    )


@register("the rails, the legs and the armrests")
def frame(*, seats, pitch):
    half = seats * pitch / 2
    parts = [block((0, 0.27, z), (2 * half - 0.1, 0.06, 0.05), GREY) for z in (-0.12, 0.2)]
    for s in (-1, 1):
        x = s * (half - pitch * 0.5)
        parts += [
            beam((x, 0, -0.22), (x, 0.3, 0.0), (0.05, 0.04), GREY),
            beam((x, 0, 0.24), (x, 0.3, 0.1), (0.05, 0.04), GREY),
        ]
        parts.append(block((x, 0, 0.0), (0.06, 0.02, 0.56), GREY))
    for i in range(seats + 1):
        x = -half + i * pitch
        parts.append(block((x, 0.58, 0.0), (0.05, 0.05, 0.42), (0.16, 0.17, 0.2), {"roughness": 0.6}))
        parts.append(block((x, 0.3, -0.16), (0.04, 0.3, 0.1), GREY))
    return concat_shapes(*parts)


@register("a row of three seats of an aeroplane")
def plane_seats(*, width=1.59, height=1.21, depth=0.62, fabric=(0.13, 0.24, 0.46), cover=(0.93, 0.93, 0.92)):
    pitch = 0.52
    whole = concat_shapes(
        *[library_call("place", x=(i - 1) * pitch, fabric=fabric, cover=cover) for i in range(3)],
        library_call("frame", seats=3, pitch=pitch),
    )
    return fitted(whole, width, height, depth)
