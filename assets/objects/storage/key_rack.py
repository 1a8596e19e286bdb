# /// asset
# word = "key rack"
# synonyms = ["key cabinet", "key holder", "hotel key rack", "key hanger"]
# category = "storage"
# support = "wall"
# colors = ["paint"]
# materials = ["wood", "metal"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, finish, fitted, hoop, moved, pipe, rod

TAGS = [(0.75, 0.15, 0.14), (0.16, 0.34, 0.6), (0.86, 0.68, 0.2), (0.2, 0.48, 0.3)]


@register("a key with its tag")
def key_part(*, look, tag):
    return concat_shapes(
        hoop(0.013, 0.003, *look, center=(0, -0.016, 0), axis=(0, 0, 1), parts=14),
        rod((0, -0.03, 0), (0, -0.08, 0), 0.0035, *look),
        *[box((0.007, y, 0), (0.012, 0.006, 0.003), *look) for y in (-0.066, -0.077)],
        moved(box((0, -0.03, 0), (0.026, 0.05, 0.004), tag), (-0.005, -0.02, 0.005), -0.3, (0, 0, 1)),
        moved(
            rod((0, -0.03, 0.002), (0, -0.03, 0.0028), 0.009, (0.95, 0.94, 0.9)),
            (-0.005, -0.02, 0.005),
            -0.3,
            (0, 0, 1),
        ),
    )


@register("a hook below a number plate")
def hook(*, look):
    return concat_shapes(
        pipe([(0, 0, -0.005), (0, -0.006, 0.018), (0, 0.006, 0.024)], 0.0035, *look),
        box((0, 0.025, 0.0), (0.034, 0.018, 0.003), *look),
        *[box((-0.005 + 0.01 * i, 0.025, 0.002), (0.005, 0.009, 0.001), (0.1, 0.08, 0.06)) for i in range(2)],
    )


@register("a wooden board with rows of room keys")
def key_rack(*, width=0.8, height=0.56, depth=0.06, wood="walnut", paint=None, metal="brass"):
    look, brass = finish(wood, paint), finish(metal)
    dark = (darker(look[0], 0.75), look[1])
    parts = [
        box((0, 0.28, -0.012), (0.78, 0.54, 0.016), *look),
        *[box((0, y, -0.002), (0.8, 0.025, 0.036), *dark) for y in (0.0125, 0.5475)],
        *[box((s * 0.3875, 0.28, -0.002), (0.025, 0.51, 0.036), *dark) for s in (-1, 1)],
    ]
    for row in range(3):
        for i in range(7):
            at = ((i - 3) * 0.105, 0.47 - 0.165 * row, 0.0)
            parts.append(moved(library_call("hook", look=brass), at))
            if (3 * row + 2 * i) % 5 != 1:
                parts.append(
                    moved(library_call("key_part", look=brass, tag=TAGS[(i + row) % 4]), (at[0], at[1] - 0.003, 0.018))
                )
    return fitted(concat_shapes(*parts), width, height, depth)
