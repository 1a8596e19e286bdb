# /// asset
# word = "play kitchen"
# synonyms = ["toy kitchen", "play kitchen set", "kids kitchen", "pretend kitchen", "children's kitchen"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "doors"]
# materials = ["top"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, pipe, rod


@register("the cabinets with oven and cupboard door")
def cabinets(*, width, height, depth, paint, doors):
    t = 0.006
    oven = [
        box((-width * 0.24, height * 0.42, depth / 2), (width * 0.4, height * 0.62, 0.02), doors),
        box(
            (-width * 0.24, height * 0.4, depth / 2 + 0.012),
            (width * 0.3, height * 0.34, t),
            (0.18, 0.2, 0.23),
            {"roughness": 0.1},
        ),
        rod(
            (-width * 0.38, height * 0.66, depth / 2 + 0.03),
            (-width * 0.1, height * 0.66, depth / 2 + 0.03),
            0.008,
            (0.8, 0.8, 0.82),
        ),
    ]
    knobs = [
        rod(
            (width * (-0.39 + 0.1 * i), height * 0.84, depth / 2),
            (width * (-0.39 + 0.1 * i), height * 0.84, depth / 2 + 0.03),
            height * 0.045,
            tone,
        )
        for i, tone in enumerate(((0.9, 0.35, 0.3), (0.95, 0.75, 0.3), (0.35, 0.65, 0.45), (0.35, 0.5, 0.8)))
    ]
    door = [
        box((width * 0.25, height * 0.47, depth / 2), (width * 0.4, height * 0.78, 0.02), doors),
        ellipsoid((width * 0.1, height * 0.55, depth / 2 + 0.02), (0.014,) * 3, (0.85, 0.7, 0.35)),
    ]
    return concat_shapes(box((0, height / 2, 0), (width, height, depth), paint), *oven, *knobs, *door)


@register("the worktop with hob, sink and tap")
def worktop(*, width, depth, thick, top):
    rings = [
        concat_shapes(
            rod((x * width, thick, z * depth), (x * width, thick + 0.004, z * depth), width * 0.085, (0.2, 0.2, 0.22)),
            rod((x * width, thick, z * depth), (x * width, thick + 0.006, z * depth), width * 0.055, (0.85, 0.3, 0.2)),
        )
        for x, z in ((-0.36, -0.1), (-0.14, 0.12))
    ]
    sink = [
        box(
            (width * 0.25, thick, 0),
            (width * 0.34, 0.004, depth * 0.66),
            (0.75, 0.76, 0.78),
            {"metallic": 0.8, "roughness": 0.3},
        ),
        box((width * 0.25, thick + 0.001, 0), (width * 0.29, 0.005, depth * 0.55), (0.45, 0.46, 0.48)),
    ]
    tap = pipe(
        [
            (width * 0.25, thick, -depth * 0.38),
            (width * 0.25, thick + 0.12, -depth * 0.38),
            (width * 0.25, thick + 0.15, -depth * 0.28),
            (width * 0.25, thick + 0.11, -depth * 0.16),
        ],
        0.011,
        (0.8, 0.8, 0.82),
        {"metallic": 0.9, "roughness": 0.2},
    )
    return concat_shapes(box((0, thick / 2, 0), (width, thick, depth), *surface(top)), *rings, *sink, tap)


@register("the back board with a shelf, a window and hanging spoons")
def back_board(*, width, height, paint, top):
    spoons = [
        concat_shapes(
            rod((width * x, height * 0.62, 0.02), (width * x, height * 0.36, 0.02), 0.006, *surface(top)),
            ellipsoid((width * x, height * 0.32, 0.02), (0.02, 0.028, 0.008), tone),
        )
        for x, tone in ((-0.36, (0.9, 0.35, 0.3)), (-0.26, (0.95, 0.75, 0.3)), (-0.16, (0.35, 0.5, 0.8)))
    ]
    window = [
        box((width * 0.22, height * 0.42, 0.012), (width * 0.38, height * 0.46, 0.006), (0.7, 0.86, 0.95)),
        box((width * 0.22, height * 0.42, 0.016), (width * 0.376, height * 0.025, 0.008), (0.97, 0.97, 0.95)),
        box((width * 0.22, height * 0.42, 0.016), (width * 0.016, height * 0.456, 0.008), (0.97, 0.97, 0.95)),
    ]
    return concat_shapes(
        box((0, height / 2, 0), (width, height, 0.02), paint),
        box((0, height * 0.86, 0.06), (width * 0.94, 0.018, 0.12), *surface(top)),
        *spoons,
        *window,
        *[
            rod((width * x, height * 0.87, 0.06), (width * x, height * 1.0, 0.06), 0.03, tone)
            for x, tone in ((-0.3, (0.9, 0.45, 0.35)), (0.0, (0.95, 0.8, 0.4)), (0.3, (0.5, 0.7, 0.5)))
        ],
    )


@register("a toy pot with handles")
def toy_pot(*, radius):
    return concat_shapes(
        rod((0, 0, 0), (0, radius * 1.1, 0), radius, (0.9, 0.3, 0.25)),
        rod((0, radius * 1.1, 0), (0, radius * 1.22, 0), radius * 1.06, (0.97, 0.96, 0.93)),
        ellipsoid((0, radius * 1.36, 0), (radius * 0.2,) * 3, (0.9, 0.3, 0.25)),
        *[
            rod((x * radius, radius * 0.8, 0), (x * radius * 1.4, radius * 0.8, 0), radius * 0.14, (0.2, 0.2, 0.22))
            for x in (-1, 1)
        ],
    )


@register("a child's play kitchen with a hob, an oven, a sink and a pot")
def play_kitchen(
    *, width=0.85, height=0.98, depth=0.36, paint=(0.55, 0.82, 0.8), doors=(0.97, 0.96, 0.93), top="birch"
):
    counter, deep = height * 0.5, depth * 0.9
    whole = concat_shapes(
        library_call("cabinets", width=width * 0.96, height=counter, depth=deep, paint=paint, doors=doors),
        moved(library_call("worktop", width=width, depth=deep * 1.04, thick=0.025, top=top), (0, counter, 0)),
        moved(
            library_call("back_board", width=width * 0.96, height=height - counter - 0.025, paint=paint, top=top),
            (0, counter + 0.025, -deep * 0.47),
        ),
        place("toy_pot", at=(-width * 0.14, counter + 0.028, deep * 0.12), radius=width * 0.07),
    )
    return fitted(whole, width, height, depth)
