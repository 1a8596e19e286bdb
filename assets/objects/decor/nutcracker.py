# /// asset
# word = "nutcracker"
# synonyms = ["nutcracker soldier", "wooden nutcracker", "christmas nutcracker", "nutcracker figure", "toy soldier"]
# category = "decor"
# support = "surface"
# colors = ["coat", "trousers"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, ellipsoid, fitted, lathe, moved, rod, tube

GOLD = ((0.88, 0.68, 0.22), {"metallic": 0.7, "roughness": 0.3})
BLACK = (0.06, 0.06, 0.07)
SKIN = (0.93, 0.74, 0.6)


@register("the legs in boots on a base")
def legs(*, trousers):
    parts = [block((0, 0, 0), (0.12, 0.018, 0.09), (0.15, 0.4, 0.25))]
    for s in (-1, 1):
        x = s * 0.024
        parts.append(rod((x, 0.018, 0), (x, 0.09, 0), 0.019, BLACK, {"roughness": 0.2}))
        parts.append(ellipsoid((x, 0.026, 0.018), (0.018, 0.012, 0.028), BLACK, {"roughness": 0.2}))
        parts.append(rod((x, 0.088, 0), (x, 0.094, 0), 0.021, *GOLD))
        parts.append(rod((x, 0.094, 0), (x, 0.17, 0), 0.02, trousers))
    return concat_shapes(*parts)


@register("the coat with buttons and epaulettes")
def coat_part(*, coat):
    parts = [
        moved(
            lathe(
                [(0.048, 0), (0.044, 0.02), (0.041, 0.05), (0.05, 0.1), (0.044, 0.12), (0.025, 0.13)],
                coat,
                {"roughness": 0.3},
                slices=26,
            ),
            (0, 0.165, 0),
        ),
        rod((0, 0.185, 0), (0, 0.197, 0), 0.0455, BLACK),
        box((0, 0.191, 0.045), (0.02, 0.016, 0.004), *GOLD),
    ]
    parts += [
        ball((s * 0.016, 0.215 + 0.022 * i, 0.044 + 0.003 * min(i, 2)), 0.0048, *GOLD)
        for s in (-1, 1)
        for i in range(4)
    ]
    for s in (-1, 1):
        parts.append(
            tube(
                [(s * 0.055, 0.268, 0), (s * 0.068, 0.215, 0), (s * 0.066, 0.18, 0.012)],
                0.0145,
                coat,
                {"roughness": 0.3},
            )
        )
        parts.append(rod((s * 0.0675, 0.19, 0.008), (s * 0.0665, 0.182, 0.011), 0.0165, *GOLD))
        parts.append(ball((s * 0.0655, 0.168, 0.014), 0.0145, SKIN))
        parts.append(rod((s * 0.055, 0.276, 0), (s * 0.056, 0.284, 0), 0.022, *GOLD))
        parts += [
            rod((s * 0.057 + 0.012 * k, 0.262, 0.012), (s * 0.057 + 0.012 * k, 0.278, 0.012), 0.0026, *GOLD)
            for k in (-1, 0, 1)
        ]
    return concat_shapes(*parts)


@register("the face with its big teeth and beard")
def face():
    white = (0.96, 0.95, 0.93)
    return concat_shapes(
        rod((0, 0.285, 0), (0, 0.365, 0), 0.036, SKIN),
        box((0, 0.313, 0.033), (0.034, 0.017, 0.012), BLACK),
        *[box((-0.0115 + 0.0077 * i, 0.3165, 0.0385), (0.0066, 0.0085, 0.004), white) for i in range(4)],
        *[box((-0.0115 + 0.0077 * i, 0.3075, 0.0385), (0.0066, 0.0065, 0.004), white) for i in range(4)],
        ellipsoid((0, 0.29, 0.028), (0.022, 0.022, 0.018), white),
        *[ellipsoid((s * 0.013, 0.326, 0.037), (0.014, 0.0045, 0.006), BLACK) for s in (-1, 1)],
        ellipsoid((0, 0.334, 0.039), (0.006, 0.009, 0.009), darker(SKIN, 0.9)),
        *[ellipsoid((s * 0.0145, 0.347, 0.0335), (0.007, 0.0085, 0.004), white) for s in (-1, 1)],
        *[ellipsoid((s * 0.0145, 0.346, 0.0365), (0.0036, 0.0046, 0.002), (0.1, 0.25, 0.5)) for s in (-1, 1)],
        *[box((s * 0.0145, 0.359, 0.035), (0.015, 0.0032, 0.004), BLACK) for s in (-1, 1)],
        *[ellipsoid((s * 0.034, 0.335, -0.006), (0.012, 0.032, 0.024), white) for s in (-1, 1)],
        ellipsoid((0, 0.33, -0.024), (0.034, 0.034, 0.02), white),
    )


@register("the tall hat")
def hat_part(*, coat):
    return concat_shapes(
        rod((0, 0.363, 0), (0, 0.372, 0), 0.042, *GOLD),
        lathe([(0.038, 0.37), (0.042, 0.43), (0.044, 0.445)], BLACK, {"roughness": 0.3}, slices=12),
        rod((0, 0.443, 0), (0, 0.45, 0), 0.046, *GOLD),
        ellipsoid((0, 0.412, 0.041), (0.013, 0.016, 0.005), *GOLD),
        ellipsoid((0, 0.462, 0.03), (0.009, 0.028, 0.009), coat),
        box((0, 0.371, 0.046), (0.05, 0.004, 0.022), BLACK),
    )


@register("a wooden nutcracker soldier with a tall hat")
def nutcracker(*, width=0.165, height=0.49, depth=0.1, coat=(0.78, 0.08, 0.1), trousers=(0.95, 0.94, 0.9)):
    whole = concat_shapes(
        library_call("legs", trousers=trousers),
        library_call("coat_part", coat=coat),
        library_call("face"),
        library_call("hat_part", coat=coat),
    )
    return fitted(whole, width, height, depth)
