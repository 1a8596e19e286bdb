# /// asset
# word = "playhouse"
# synonyms = ["play house", "wendy house", "children's house", "kids playhouse", "garden playhouse"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "roof"]
# ///
import math

from scene.language import *
from scene.language.modelling import block, box, finish, fitted, moved, rod, rotated


@register("a wall of boards")
def boards(*, width, height, look):
    count = max(int(height / 0.14), 1)
    step = height / count
    return concat_shapes(*[block((0, step * i, 0), (width, step * 0.94, 0.03), *look) for i in range(count)])


@register("a small window with a flower box")
def small_window(*, size, frame):
    flowers = [(0.9, 0.25, 0.35), (0.98, 0.8, 0.2), (0.7, 0.4, 0.85)]
    return concat_shapes(
        box((0, size / 2, 0), (size, size, 0.035), *finish("glass")),
        *[box((0, size * f, 0.005), (size + 0.06, 0.04, 0.05), *frame) for f in (0.0, 0.5, 1.0)],
        *[box((s * size / 2, size / 2, 0.005), (0.04, size, 0.05), *frame) for s in (-1, 0, 1)],
        block((0, -0.13, 0.07), (size + 0.04, 0.11, 0.12), *frame),
        *[
            rod((size * (i - 2) / 5, -0.02, 0.07), (size * (i - 2) / 5, 0.03, 0.07), 0.035, flowers[i % 3])
            for i in range(5)
        ],
    )


@register("a half of the roof, from the ridge at the origin")
def roof_side(*, length, rise, run, look):
    rows, slope = 6, math.hypot(rise, run)
    step, angle = slope / rows, math.atan2(rise, run)
    shingles = [
        box((0, 0.014 * (1 - i / rows), step * (i + 0.5)), (length, 0.03, step * 1.06), *look) for i in range(rows)
    ]
    return rotated(concat_shapes(*shingles), angle, (1, 0, 0))


@register("a little wooden house that children play in")
def playhouse(*, width=1.7, depth=1.4, height=1.9, paint=(0.55, 0.75, 0.8), roof=(0.7, 0.24, 0.2)) -> Shape:
    wall, tiles, white = finish("paint", paint), finish("paint", roof), finish("paint", (0.95, 0.95, 0.92))
    eave = height * 0.64
    door = 0.5
    rise, run = height - eave - 0.03, depth / 2 + 0.12
    half = library_call("roof_side", length=width + 0.24, rise=rise, run=run, look=tiles)
    sides = [moved(half, (0, height - 0.04, 0)), moved(rotated(half, math.pi), (0, height - 0.04, 0))]
    gable = [
        block(
            (s * (width / 2 - 0.015), eave + rise * i / 6, 0),
            (0.03, rise / 6, 2 * (depth / 2) * (1 - (i + 0.9) / 6)),
            *wall,
        )
        for s in (-1, 1)
        for i in range(6)
    ]
    left = width / 2 - 0.12 - door
    return fitted(
        concat_shapes(
            block((0, 0, 0), (width + 0.06, 0.06, depth + 0.06), *finish("pine")),
            place("boards", at=(0, 0.06, -depth / 2 + 0.015), width=width, height=eave - 0.06, look=wall),
            *[
                transform_shape(
                    place("boards", at=(0, 0.06, 0), width=depth, height=eave - 0.06, look=wall),
                    translation_matrix((s * (width / 2 - 0.015), 0, 0))
                    @ rotation_matrix(math.pi / 2, (0, 1, 0), (0, 0, 0)),
                )
                for s in (-1, 1)
            ],
            place(
                "boards",
                at=((-width / 2 + left) / 2, 0.06, depth / 2 - 0.015),
                width=left + width / 2,
                height=eave - 0.06,
                look=wall,
            ),
            block((width / 2 - 0.06, 0.06, depth / 2 - 0.015), (0.12, eave - 0.06, 0.03), *wall),
            block((left + door / 2, 0.06, depth / 2 - 0.03), (door, eave - 0.2, 0.03), *finish("paint", roof)),
            rod(
                (left + 0.08, eave * 0.45, depth / 2 - 0.01),
                (left + 0.08, eave * 0.45, depth / 2 + 0.02),
                0.025,
                *finish("brass"),
            ),
            block((left + door / 2, eave - 0.14, depth / 2 - 0.015), (door, 0.14, 0.03), *wall),
            moved(
                library_call("small_window", size=0.36, frame=white), ((-width / 2 + left) / 2, eave * 0.46, depth / 2)
            ),
            *gable,
            *sides,
        ),
        None,
        height,
        None,
    )
