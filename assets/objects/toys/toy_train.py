# /// asset
# word = "toy train"
# synonyms = [
#     "model train", "wooden train", "steam engine toy",
#     "locomotive", "toy locomotive", "model locomotive", "toy steam train", "wagon", "toy wagon", "goods wagon",
#     "train wagon", "freight car", "coal car", "railway carriage",
# ]
# stands_for = ["train car"]
# category = "toys"
# support = "surface"
# colors = ["engine_color", "second", "third"]
# [variants]
# width = {"locomotive" = 0.19, "wagon" = 0.16, "freight" = 0.16, "coal" = 0.16, "carriage" = 0.16}
# rails = {"trackless" = false}
# kind = {"locomotive" = "engine", "wagon" = "wagon", "freight" = "wagon", "coal" = "coal", "carriage" = "wagon"}
# ///
from scene.language import *
from scene.language.modelling import box, cone, ellipsoid, fitted, moved, rod


@register("four wheels under a chassis")
def bogie(*, length, width, radius):
    wood = surface("beech")
    return concat_shapes(
        box((0, radius * 1.3, 0), (length, radius * 0.6, width * 0.7), *wood),
        *[
            rod(
                (x * length * 0.3, radius, z * width * 0.36),
                (x * length * 0.3, radius, z * width * 0.5),
                radius,
                (0.2, 0.2, 0.22),
            )
            for x in (-1, 1)
            for z in (-1, 1)
        ],
        *[
            rod(
                (x * length * 0.3, radius, z * width * 0.48),
                (x * length * 0.3, radius, z * width * 0.52),
                radius * 0.45,
                (0.9, 0.75, 0.3),
            )
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )


@register("the engine with boiler, cab and chimney")
def engine(*, length, width, height, engine_color):
    r = height * 0.1
    look = (engine_color, {"roughness": 0.3})
    dark = (0.15, 0.15, 0.17)
    return concat_shapes(
        library_call("bogie", length=length, width=width, radius=r * 1.2),
        rod((-length * 0.12, height * 0.45, 0), (length * 0.44, height * 0.45, 0), height * 0.2, *look),
        rod((length * 0.44, height * 0.45, 0), (length * 0.48, height * 0.45, 0), height * 0.21, dark),
        ellipsoid(
            (length * 0.48, height * 0.45, 0),
            (length * 0.03, height * 0.1, height * 0.1),
            (1.0, 0.92, 0.6),
            {"emission": 0.6},
        ),
        box((-length * 0.3, height * 0.52, 0), (length * 0.34, height * 0.56, width * 0.82), *look),
        box((-length * 0.3, height * 0.82, 0), (length * 0.42, height * 0.06, width * 0.98), dark),
        *[
            box(
                (-length * 0.3, height * 0.62, z * width * 0.412),
                (length * 0.2, height * 0.2, 0.002),
                (0.75, 0.88, 0.95),
            )
            for z in (-1, 1)
        ],
        rod((length * 0.28, height * 0.6, 0), (length * 0.28, height * 0.9, 0), height * 0.055, dark),
        cone((length * 0.28, height * 0.99, 0), (length * 0.28, height * 0.7, 0), height * 0.12, dark),
        ellipsoid((length * 0.06, height * 0.65, 0), (height * 0.07, height * 0.08, height * 0.07), (0.9, 0.75, 0.3)),
    )


@register("a wagon")
def wagon(*, length, width, height, tone, load):
    wood = surface("beech")
    cargo = (
        [
            rod(
                (-length * 0.3, height * (0.5 + 0.14 * (k // 3)), width * (-0.2 + 0.2 * (k % 3) + 0.1 * (k // 3))),
                (length * 0.3, height * (0.5 + 0.14 * (k // 3)), width * (-0.2 + 0.2 * (k % 3) + 0.1 * (k // 3))),
                height * 0.085,
                (0.55, 0.36, 0.2),
            )
            for k in range(5)
        ]
        if load == "logs"
        else [
            ellipsoid(
                (length * 0.1 * (k % 4 - 1.5) * 1.6, height * 0.52, width * 0.22 * (k // 4 - 0.5) * 1.5),
                (height * 0.11,) * 3,
                (0.13, 0.13, 0.14),
            )
            for k in range(8)
        ]
    )
    walls = [
        box((0, height * 0.42, z * width * 0.38), (length * 0.86, height * 0.24, width * 0.06), tone) for z in (-1, 1)
    ] + [box((x * length * 0.41, height * 0.42, 0), (length * 0.04, height * 0.24, width * 0.8), tone) for x in (-1, 1)]
    return concat_shapes(
        library_call("bogie", length=length * 0.9, width=width, radius=height * 0.12),
        *walls,
        *cargo,
        rod((length * 0.44, height * 0.26, 0), (length * 0.56, height * 0.26, 0), height * 0.03, *wood),
    )


@register("straight track with sleepers")
def track(*, length, width, height):
    wood = surface("pine")
    return concat_shapes(
        *[
            box((length * (-0.47 + 0.094 * i), height * 0.3, 0), (length * 0.04, height * 0.6, width), *wood)
            for i in range(11)
        ],
        *[
            box((0, height * 0.75, z * width * 0.34), (length, height * 0.5, width * 0.07), (0.55, 0.56, 0.58))
            for z in (-1, 1)
        ],
    )


@register("a wooden toy train with an engine and two wagons on a track")
def toy_train(
    *,
    width=0.5,
    height=0.12,
    depth=0.09,
    engine_color=(0.8, 0.2, 0.18),
    second=(0.2, 0.45, 0.7),
    third=(0.95, 0.75, 0.2),
    kind="train",
    rails=True,
):
    base, wide = height * 0.1, depth * 0.72
    tall = (height - base) / 0.99
    if kind != "train":
        load = "logs" if kind == "wagon" else "coal"
        one = (
            library_call("engine", length=width, width=wide, height=tall, engine_color=engine_color)
            if kind == "engine"
            else library_call("wagon", length=width, width=wide, height=tall, tone=engine_color, load=load)
        )
        return fitted(one, width, height, depth)
    own = [library_call("track", length=width, width=depth, height=base)] if rails else []
    return concat_shapes(
        *own,
        moved(
            library_call("engine", length=width * 0.32, width=wide, height=tall, engine_color=engine_color),
            (width * 0.31, base, 0),
        ),
        moved(
            library_call("wagon", length=width * 0.27, width=wide, height=tall * 0.9, tone=second, load="logs"),
            (-width * 0.02, base, 0),
        ),
        moved(
            library_call("wagon", length=width * 0.27, width=wide, height=tall * 0.9, tone=third, load="coal"),
            (-width * 0.33, base, 0),
        ),
    )
