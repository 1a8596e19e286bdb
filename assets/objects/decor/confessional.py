# /// asset
# word = "confessional"
# synonyms = ["confession booth", "confessional booth", "confession box"]
# category = "decor"
# support = "floor"
# clearance = {front = 0.9}
# colors = ["curtain"]
# materials = ["wood"]
# ///

from scene.language import *
from scene.language.modelling import block, box, finish, fitted, rod


@register("a bay with a curtain")
def curtained_bay(*, width, height, cloth):
    folds = 7
    step = width / folds
    return concat_shapes(
        *[
            rod(
                (step * (i + 0.5) - width / 2, 0.06, 0.012 * (-1) ** i),
                (step * (i + 0.5) - width / 2, height, 0.012 * (-1) ** i),
                step * 0.55,
                *cloth,
            )
            for i in range(folds)
        ],
        rod((-width / 2, height, 0), (width / 2, height, 0), 0.014, *finish("brass")),
    )


@register("the priest's door with its lattice")
def lattice_door(*, width, height, look):
    window = height * 0.4
    parts = [
        block((0, 0, 0), (width, height - window, 0.04), *look),
        block((0, 0.12, 0.02), (width * 0.7, height - window - 0.26, 0.02), *look),
        block((0, height - 0.07, 0), (width, 0.07, 0.04), *look),
        *[block((s * (width - 0.06) / 2, height - window, 0), (0.06, window, 0.04), *look) for s in (-1, 1)],
        box((0, height - window / 2, -0.03), (width, window, 0.01), (0.03, 0.02, 0.02)),
    ]
    for i in range(-3, 4):
        parts += [
            rod((i * 0.08 - 0.1, height - window, 0), (i * 0.08 + 0.1, height - 0.07, 0), 0.007, *look),
            rod((i * 0.08 + 0.1, height - window, 0), (i * 0.08 - 0.1, height - 0.07, 0), 0.007, *look),
        ]
    return concat_shapes(*parts)


@register("a wooden confessional of three bays")
def confessional(*, width=2.2, depth=0.95, height=2.4, wood="dark oak", curtain=(0.36, 0.06, 0.1)) -> Shape:
    look, cloth = finish(wood), finish("velvet", curtain)
    bay = (width - 0.4) / 3
    body = height - 0.3
    front = depth / 2 - 0.06
    posts = [
        block((x, 0, front - 0.02), (0.1, body, 0.12), *look)
        for x in (-width / 2 + 0.05, -bay / 2 - 0.05, bay / 2 + 0.05, width / 2 - 0.05)
    ]
    walls = [
        block((x, 0, -0.05), (0.04, body, depth - 0.14), *look)
        for x in (-width / 2 + 0.02, -bay / 2 - 0.05, bay / 2 + 0.05, width / 2 - 0.02)
    ]
    side = bay / 2 + 0.1 + bay / 2
    return fitted(
        concat_shapes(
            block((0, 0, 0), (width, 0.06, depth), *look),
            block((0, 0, -depth / 2 + 0.02), (width, body, 0.04), *look),
            *posts,
            *walls,
            *[
                place("curtained_bay", at=(s * side, 0.04, front - 0.03), width=bay, height=body - 0.25, cloth=cloth)
                for s in (-1, 1)
            ],
            *[block((s * side, body - 0.22, front - 0.02), (bay, 0.22, 0.06), *look) for s in (-1, 1)],
            place("lattice_door", at=(0, 0.06, front - 0.02), width=bay, height=body - 0.06, look=look),
            block((0, body, 0), (width + 0.1, 0.1, depth + 0.06), *look),
            block((0, body + 0.1, front - 0.1), (bay + 0.3, 0.08, 0.2), *look),
            block((0, body + 0.18, front - 0.1), (0.05, height - body - 0.18, 0.04), *look),
            block((0, height - 0.07, front - 0.1), (0.16, 0.04, 0.04), *look),
        ),
        width,
        height,
        depth,
    )
