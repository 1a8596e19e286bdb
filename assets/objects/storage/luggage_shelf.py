# /// asset
# word = "luggage shelf"
# synonyms = ["overhead rack", "overhead luggage rack", "train luggage rack", "overhead shelf for luggage", "luggage net"]
# category = "storage"
# support = "wall"
# colors = ["case", "bag"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, darker, finish, fitted, rod


@register("the brackets, the rails and the net of bars")
def rack(*, width):
    brass = finish("brass")
    parts = [
        beam((x, 0.0, -0.19), (x, 0.06, 0.19), (0.025, 0.03), *brass) for x in (-width / 2 + 0.06, 0, width / 2 - 0.06)
    ]
    parts += [
        rod(
            (-width / 2, 0.02 + 0.05 * k / 6, -0.18 + 0.06 * k),
            (width / 2, 0.02 + 0.05 * k / 6, -0.18 + 0.06 * k),
            0.007,
            *brass,
        )
        for k in range(7)
    ]
    parts.append(rod((-width / 2, 0.13, 0.2), (width / 2, 0.13, 0.2), 0.011, *brass))
    parts += [rod((x, 0.06, 0.19), (x, 0.13, 0.2), 0.008, *brass) for x in (-width / 2 + 0.06, 0, width / 2 - 0.06)]
    return concat_shapes(*parts)


@register("a suitcase and a bag that lie on it")
def luggage(*, case, bag):
    return concat_shapes(
        block((-0.36, 0.075, 0.0), (0.6, 0.2, 0.34), case, {"roughness": 0.6}),
        *[block((-0.36 + s * 0.2, 0.074, 0.0), (0.03, 0.203, 0.345), darker(case, 0.6)) for s in (-1, 1)],
        box((-0.36, 0.18, 0.18), (0.14, 0.025, 0.025), darker(case, 0.5)),
        block((0.34, 0.075, 0.0), (0.5, 0.16, 0.28), bag, {"roughness": 0.9}),
        block((0.34, 0.2, 0.0), (0.4, 0.05, 0.2), darker(bag, 0.9), {"roughness": 0.9}),
    )


@register("a luggage shelf of brass bars over the seats of a train")
def luggage_shelf(*, width=1.5, height=0.3, depth=0.42, case=(0.45, 0.26, 0.14), bag=(0.2, 0.28, 0.4)):
    return fitted(
        concat_shapes(library_call("rack", width=1.5), library_call("luggage", case=case, bag=bag)),
        width,
        height,
        depth,
    )
