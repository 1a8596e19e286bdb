# /// asset
# word = "play mat"
# synonyms = ["kids mat", "baby mat", "playmat", "road rug", "crawling mat"]
# stands_for = ["obstacle mat", "foam mat", "tumbling mat", "gymnastics mat"]
# category = "toys"
# support = "rug"
# colors = ["grass", "road", "trim"]
# ///
from scene.language import *
from scene.language.modelling import box, moved, rod, stretched


@register("the printed ground with roads")
def ground(*, width, depth, height, grass, road, trim):
    t = 0.001
    roads = [box((0, height, z * depth), (width * 0.92, t, depth * 0.11), road) for z in (-0.26, 0.26)] + [
        box((x * width, height, 0), (width * 0.075, t, depth * 0.62), road) for x in (-0.34, 0.02, 0.36)
    ]
    dashes = [
        box((width * (-0.42 + 0.093 * i), height + t, z * depth), (width * 0.035, t, depth * 0.012), (0.98, 0.95, 0.8))
        for i in range(10)
        for z in (-0.26, 0.26)
    ]
    return concat_shapes(
        box((0, height * 0.4, 0), (width, height * 0.8, depth), trim, {"roughness": 0.95}),
        box((0, height * 0.6, 0), (width * 0.94, height * 0.8, depth * 0.91), grass, {"roughness": 0.95}),
        *roads,
        *dashes,
        rod(
            (width * 0.2, height, -depth * 0.02),
            (width * 0.2, height + t, -depth * 0.02),
            depth * 0.11,
            (0.4, 0.68, 0.85),
        ),
    )


@register("a printed house")
def printed_house(*, size, y, wall, roof):
    rows = [
        box((0, y + 0.0003, -size * (0.3 + 0.06 * i)), (size * (1.1 - 0.18 * i), 0.001, size * 0.07), roof)
        for i in range(6)
    ]
    return concat_shapes(
        box((0, y, 0), (size * 0.9, 0.001, size * 0.6), wall),
        *rows,
        box((0, y + 0.0006, size * 0.14), (size * 0.2, 0.001, size * 0.3), (0.4, 0.25, 0.16)),
        *[
            box((x * size * 0.28, y + 0.0006, -size * 0.06), (size * 0.16, 0.001, size * 0.16), (0.75, 0.88, 0.95))
            for x in (-1, 1)
        ],
    )


@register("a printed tree")
def printed_tree(*, size, y):
    return concat_shapes(
        box((0, y, size * 0.3), (size * 0.14, 0.001, size * 0.4), (0.45, 0.3, 0.18)),
        rod((0, y, -size * 0.1), (0, y + 0.001, -size * 0.1), size * 0.34, (0.2, 0.5, 0.24)),
    )


@register("a play mat printed with roads, houses and trees")
def play_mat(
    *, width=1.5, depth=1.0, height=0.0015, grass=(0.5, 0.74, 0.4), road=(0.4, 0.42, 0.45), trim=(0.9, 0.35, 0.3)
):
    base = 0.012
    y = base + 0.0006
    homes = [
        ((-0.16, -0.03), (0.96, 0.88, 0.65), (0.8, 0.3, 0.25)),
        ((-0.42, -0.02), (0.75, 0.85, 0.92), (0.3, 0.45, 0.7)),
        ((-0.2, 0.4), (0.95, 0.8, 0.82), (0.6, 0.35, 0.5)),
        ((0.22, -0.4), (0.97, 0.95, 0.85), (0.85, 0.55, 0.2)),
    ]
    trees = (
        (-0.08, 0.1),
        (-0.26, 0.1),
        (0.3, 0.12),
        (0.14, 0.13),
        (-0.36, -0.41),
        (-0.05, -0.41),
        (0.4, 0.38),
        (0.08, 0.38),
        (-0.4, 0.38),
    )
    whole = concat_shapes(
        library_call("ground", width=width, depth=depth, height=base, grass=grass, road=road, trim=trim),
        *[
            moved(
                library_call("printed_house", size=depth * 0.17, y=y, wall=wall, roof=roof), (x * width, 0, z * depth)
            )
            for (x, z), wall, roof in homes
        ],
        *[moved(library_call("printed_tree", size=depth * 0.12, y=y), (x * width, 0, z * depth)) for x, z in trees],
    )
    # what stands on a mat stands on the floor through it: it is drawn as thin as feet press it
    return stretched(whole, (1, height / compute_shape_max(whole)[1], 1))
