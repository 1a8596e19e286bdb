# /// asset
# word = "bus shelter"
# synonyms = ["bus stop shelter", "tram shelter", "bus stop", "transit shelter"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "poster"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, rod


@register("the frame with its roof")
def frame(*, paint):
    metal = {"metallic": 0.5, "roughness": 0.4}
    parts = [block((x, 0, -0.62), (0.08, 2.35, 0.08), paint, metal) for x in (-1.7, -0.57, 0.57, 1.7)]
    parts += [block((s * 1.7, 0, 0.3), (0.08, 2.35, 0.08), paint, metal) for s in (-1, 1)]
    parts.append(block((0, 2.35, 0.0), (3.7, 0.1, 1.6), paint, metal))
    parts.append(block((0, 2.45, 0.0), (3.5, 0.03, 1.4), darker(paint, 0.7), metal))
    parts.append(box((0, 2.4, 0.802), (1.5, 0.08, 0.006), (0.95, 0.95, 0.95)))
    parts += [box((-0.6 + 0.2 * i, 2.4, 0.806), (0.13, 0.045, 0.003), (0.1, 0.25, 0.55)) for i in range(7)]
    return concat_shapes(*parts)


@register("the panes of glass")
def panes():
    look = finish("glass")
    parts = [box((x, 1.22, -0.62), (1.05, 1.9, 0.012), *look) for x in (-1.135, 0, 1.135)]
    parts.append(box((-1.7, 1.22, -0.16), (0.012, 1.9, 0.84), *look))
    return concat_shapes(*parts)


@register("the bench")
def seat():
    wood = finish("teak")
    return concat_shapes(
        *[block((-0.3, 0.44, -0.42 + 0.12 * i), (2.0, 0.03, 0.1), *wood) for i in range(3)],
        *[block((-0.3 + s * 0.8, 0, -0.3), (0.05, 0.44, 0.3), (0.3, 0.31, 0.33)) for s in (-1, 1)],
    )


@register("a lit poster in the side wall")
def poster_case(*, poster):
    x = 1.7
    return concat_shapes(
        block((x, 0.2, -0.16), (0.12, 1.95, 0.94), (0.2, 0.21, 0.23)),
        *[
            concat_shapes(
                box((x + s * 0.062, 1.2, -0.16), (0.006, 1.75, 0.8), poster, {"emission": 0.3}),
                box((x + s * 0.066, 1.65, -0.16), (0.004, 0.3, 0.6), (0.95, 0.95, 0.92)),
                rod((x + s * 0.064, 1.05, -0.16), (x + s * 0.068, 1.05, -0.16), 0.26, (0.98, 0.8, 0.2)),
                box((x + s * 0.066, 0.55, -0.16), (0.004, 0.07, 0.5), (0.95, 0.95, 0.92)),
            )
            for s in (-1, 1)
        ],
    )


@register("the timetable on the back")
def timetable():
    return concat_shapes(
        box((1.13, 1.4, -0.6), (0.5, 0.7, 0.02), (0.95, 0.95, 0.93)),
        box((1.13, 1.7, -0.588), (0.44, 0.06, 0.004), (0.1, 0.25, 0.55)),
        *[box((1.13, 1.6 - 0.07 * i, -0.588), (0.42, 0.02, 0.004), (0.3, 0.3, 0.32)) for i in range(8)],
    )


@register("the pole with the stop sign of the bus")
def stop_sign(*, paint):
    x, z = -1.95, 0.6
    return concat_shapes(
        rod((x, 0, z), (x, 2.6, z), 0.03, paint),
        rod((x, 2.75, z - 0.015), (x, 2.75, z + 0.015), 0.22, (0.1, 0.3, 0.65)),
        box((x, 2.77, z), (0.22, 0.16, 0.04), (0.97, 0.97, 0.97)),
        box((x, 2.8, z), (0.18, 0.06, 0.044), (0.1, 0.3, 0.65)),
        *[
            rod((x + s * 0.06, 2.685, z - 0.02), (x + s * 0.06, 2.685, z + 0.02), 0.028, (0.97, 0.97, 0.97))
            for s in (-1, 1)
        ],
    )


@register("a glass bus shelter with a bench, a poster and a sign")
def bus_shelter(*, width=4.05, height=2.97, depth=1.6, paint=(0.3, 0.33, 0.36), poster=(0.75, 0.16, 0.24)):
    whole = concat_shapes(
        library_call("frame", paint=paint),
        library_call("panes"),
        library_call("seat"),
        library_call("poster_case", poster=poster),
        library_call("timetable"),
        library_call("stop_sign", paint=paint),
    )
    return fitted(whole, width, height, depth)
