# /// asset
# word = "stage platform"
# synonyms = ["stage", "podium stage", "concert stage", "stage deck", "raised platform", "stage riser"]
# category = "outdoor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "trim"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, finish, fitted, rod


@register("the deck with its skirt")
def deck(*, width, depth, paint, trim):
    n = max(4, round(width / 0.25))
    boards = [
        block(
            ((i - (n - 1) / 2) * width / n, 0.54, 0),
            (width / n - 0.004, 0.06, depth),
            darker(paint, 0.9 + 0.05 * (i % 3)),
            {"roughness": 0.6},
        )
        for i in range(n)
    ]
    folds = []
    m = max(8, round(width / 0.09))
    folds += [
        rod(
            ((i - (m - 1) / 2) * width / m, 0.0, depth / 2 - 0.06),
            ((i - (m - 1) / 2) * width / m, 0.53, depth / 2 - 0.06),
            0.045,
            darker(trim, 0.85 + 0.15 * (i % 2)),
        )
        for i in range(m)
    ]
    return concat_shapes(
        *boards,
        *folds,
        block((0, 0, -0.02), (width - 0.06, 0.53, depth - 0.1), darker(trim, 0.7)),
        box((0, 0.57, depth / 2 + 0.004), (width, 0.06, 0.01), *finish("brass")),
    )


@register("the foot lights and the steps")
def extras(*, width, depth, paint):
    n = max(3, round(width / 0.7))
    lights = []
    for i in range(n):
        x = (i - (n - 1) / 2) * (width - 0.5) / max(1, n - 1)
        lights.append(rod((x, 0.64, depth / 2 - 0.1), (x, 0.66, depth / 2 - 0.2), 0.06, (0.1, 0.1, 0.11)))
        lights.append(rod((x, 0.66, depth / 2 - 0.2), (x, 0.661, depth / 2 - 0.205), 0.052, *finish("lamp glow")))
    steps = [
        block((width / 2 + 0.16 + 0.24 * i, 0, 0), (0.26, 0.45 - 0.15 * i, 0.8), darker(paint, 0.75)) for i in range(3)
    ]
    return concat_shapes(*lights, *steps)


@register("a stage platform with a skirt, foot lights and steps")
def stage_platform(*, width=4.7, height=0.72, depth=2.5, paint=(0.3, 0.2, 0.14), trim=(0.1, 0.1, 0.12)):
    deck_width = width - 0.7
    whole = concat_shapes(
        library_call("deck", width=deck_width, depth=depth, paint=paint, trim=trim),
        library_call("extras", width=deck_width, depth=depth, paint=paint),
    )
    return fitted(whole, width, height, depth)
