# /// asset
# word = "cash register"
# synonyms = ["till", "checkout register", "register"]
# stands_for = ["point of sale", "POS terminal"]
# category = "shop"
# support = "surface"
# colors = ["casing", "accent"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, rotated


@register("the body with its sloping keyboard")
def body(*, width, height, depth, casing):
    look = (casing, {"roughness": 0.4})
    slope = moved(box((0, 0, 0), (width, 0.03, depth * 0.6), *look), (0, height * 0.48, depth * 0.14), 0.42, (1, 0, 0))
    return concat_shapes(
        box(
            (0, height * 0.16, -depth * 0.02),
            (width * 1.01, height * 0.32, depth * 0.96),
            darker(casing, 0.75),
        ),
        box((0, height * 0.44, -depth * 0.28), (width, height * 0.5, depth * 0.43), *look),
        box((0, height * 0.38, depth * 0.1), (width, height * 0.14, depth * 0.4), *look),
        slope,
    )


@register("the keys")
def keys(*, width, depth):
    tints = ((0.95, 0.94, 0.9), (0.95, 0.94, 0.9), (0.95, 0.94, 0.9), (0.5, 0.65, 0.85), (0.9, 0.4, 0.3))
    return concat_shapes(
        *[
            box(
                (width * (-0.36 + 0.155 * i), 0.02, depth * (-0.34 + 0.22 * j)),
                (width * 0.12, 0.014, depth * 0.16),
                tints[i] if not (i == 4 and j == 3) else (0.35, 0.75, 0.4),
            )
            for i in range(5)
            for j in range(4)
        ]
    )


@register("the customer display on a neck")
def display(*, width, height, accent):
    digits = [
        box((width * (-0.28 + 0.14 * i), 0, 0.013), (width * 0.08, height * 0.5, 0.002), accent, {"emission": 1.5})
        for i in range(5)
    ]
    return concat_shapes(
        rod((0, -height * 1.2, 0), (0, 0, 0), 0.016, (0.15, 0.15, 0.17)),
        box((0, 0, 0), (width, height, 0.024), (0.15, 0.15, 0.17)),
        *digits,
    )


@register("the open drawer with notes and coins")
def money_drawer(*, width, height, depth, casing):
    dark = darker(casing, 0.6)
    notes = [
        box((width * (-0.33 + 0.22 * i), height * 0.7, depth * 0.02), (width * 0.18, height * 0.16, depth * 0.44), tone)
        for i, tone in enumerate(((0.45, 0.62, 0.45), (0.75, 0.5, 0.4), (0.45, 0.55, 0.75), (0.7, 0.65, 0.45)))
    ]
    coins = [
        rod(
            (width * (-0.33 + 0.22 * i) + 0.012 * (k % 2), height * 0.6, depth * 0.36 + 0.01 * (k // 2)),
            (width * (-0.33 + 0.22 * i) + 0.012 * (k % 2), height * (0.72 + 0.06 * k), depth * 0.36 + 0.01 * (k // 2)),
            0.012,
            (0.85, 0.7, 0.3) if i % 2 else (0.78, 0.79, 0.8),
            {"metallic": 1.0, "roughness": 0.3},
        )
        for i in range(4)
        for k in range(3)
    ]
    return concat_shapes(
        box((0, height * 0.3, 0), (width, height * 0.5, depth), dark),
        box((0, height * 0.5, depth * 0.49), (width * 1.02, height, depth * 0.03), casing),
        *[box((x * width * 0.49, height * 0.6, 0), (width * 0.02, height * 0.4, depth), dark) for x in (-1, 1)],
        *[
            box((width * (-0.22 + 0.22 * i), height * 0.66, 0), (width * 0.012, height * 0.3, depth), dark)
            for i in range(3)
        ],
        *notes,
        *coins,
        rod(
            (width * 0.38, height * 0.5, depth * 0.5),
            (width * 0.38, height * 0.5, depth * 0.53),
            0.01,
            (0.8, 0.8, 0.82),
        ),
    )


@register("a strip of printed receipt")
def receipt(*, width):
    return rotated(
        concat_shapes(
            box((0, 0.05, 0), (width, 0.1, 0.002), (0.98, 0.98, 0.97)),
            *[
                box(
                    (-width * 0.08 * (i % 2), 0.09 - 0.016 * i, 0.0015),
                    (width * (0.6 - 0.15 * (i % 2)), 0.004, 0.001),
                    (0.4, 0.4, 0.42),
                )
                for i in range(5)
            ],
        ),
        -0.25,
        (1, 0, 0),
    )


@register("a cash register with keys, a display and an open drawer of money")
def cash_register(*, width=0.42, height=0.42, depth=0.55, casing=(0.3, 0.33, 0.38), accent=(0.3, 0.85, 0.5)):
    tall, deep = 0.3, 0.38
    whole = concat_shapes(
        library_call("body", width=width, height=tall, depth=deep, casing=casing),
        moved(
            library_call("keys", width=width * 0.9, depth=deep * 0.5), (0, tall * 0.49, deep * 0.15), 0.42, (1, 0, 0)
        ),
        moved(
            library_call("display", width=width * 0.5, height=0.06, accent=accent),
            (width * 0.15, tall * 0.97, -deep * 0.3),
        ),
        moved(
            library_call("money_drawer", width=width * 0.92, height=tall * 0.28, depth=deep * 0.6, casing=casing),
            (0, tall * 0.015, deep * 0.58),
        ),
        moved(library_call("receipt", width=0.06), (-width * 0.3, tall * 0.67, -deep * 0.2)),
    )
    return fitted(whole, width, height, depth)
