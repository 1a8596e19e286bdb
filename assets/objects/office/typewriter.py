# /// asset
# word = "typewriter"
# synonyms = ["vintage typewriter", "old typewriter"]
# category = "office"
# support = "surface"
# colors = ["shell", "keys"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the sloping body")
def body(*, width, depth, height, shell):
    look = (shell, {"roughness": 0.35})
    return concat_shapes(
        box((0, height * 0.12, 0), (width, height * 0.24, depth), *look),
        box((0, height * 0.5, -depth * 0.22), (width * 0.94, height * 0.8, depth * 0.5), *look),
        box((0, height * 0.3, depth * 0.08), (width * 0.9, height * 0.4, depth * 0.2), *look),
        *[
            box((side * width * 0.46, height * 0.3, 0.02), (width * 0.08, height * 0.36, depth * 0.9), *look)
            for side in (-1, 1)
        ],
        box((0, height * 0.86, -depth * 0.1), (width * 0.5, height * 0.1, depth * 0.2), (0.1, 0.1, 0.11)),
    )


@register("the rows of round keys")
def key_rows(*, width, depth, height, keys):
    parts = []
    for j in range(4):
        y, z = height * (0.56 - 0.1 * j), depth * (0.12 + 0.095 * j)
        for i in range(9):
            x = width * (-0.36 + 0.088 * i + 0.02 * j - 0.02)
            parts += [
                rod((x, y, z), (x, y + 0.006, z), width * 0.032, (0.15, 0.15, 0.16)),
                rod((x, y + 0.004, z), (x, y + 0.008, z), width * 0.026, keys),
            ]
    return concat_shapes(
        *parts, box((0, height * 0.2, depth * 0.48), (width * 0.5, 0.008, depth * 0.05), (0.15, 0.15, 0.16))
    )


@register("the carriage with its roller, knobs and lever")
def carriage(*, width, radius):
    steel = surface("chrome")
    return concat_shapes(
        rod((-width * 0.48, 0, 0), (width * 0.48, 0, 0), radius, *surface("rubber")),
        box((0, -radius * 0.9, 0), (width * 0.96, radius * 0.8, radius * 2.4), *steel),
        *[rod((s * width * 0.48, 0, 0), (s * width * 0.56, 0, 0), radius * 1.25, (0.12, 0.12, 0.13)) for s in (-1, 1)],
        rod((-width * 0.46, 0, radius), (-width * 0.58, radius * 0.6, radius * 3.4), radius * 0.2, *steel),
        ellipsoid((-width * 0.58, radius * 0.6, radius * 3.4), (radius * 0.35,) * 3, *steel),
    )


@register("a sheet of paper with typed lines")
def typed_sheet(*, width, height):
    lines = [
        box(
            (-width * 0.05 * (i % 3), height * (0.88 - 0.12 * i), 0.0012),
            (width * (0.72 - 0.1 * (i % 3)), height * 0.025, 0.0008),
            (0.2, 0.2, 0.22),
        )
        for i in range(6)
    ]
    return concat_shapes(box((0, height / 2, 0), (width, height, 0.0015), (0.98, 0.98, 0.96)), *lines)


@register("a vintage typewriter with round keys and a sheet of paper")
def typewriter(*, width=0.38, height=0.3, depth=0.33, shell=(0.25, 0.42, 0.42), keys=(0.95, 0.94, 0.88)):
    case = height * 0.46
    whole = concat_shapes(
        library_call("body", width=width * 0.84, depth=depth, height=case, shell=shell),
        library_call("key_rows", width=width * 0.84, depth=depth, height=case, keys=keys),
        moved(library_call("carriage", width=width * 0.9, radius=height * 0.065), (0, case * 1.12, -depth * 0.3)),
        moved(
            library_call("typed_sheet", width=width * 0.52, height=height * 0.5),
            (0, case * 1.1, -depth * 0.36),
            -0.2,
            (1, 0, 0),
        ),
    )
    return fitted(whole, width, height, depth)
