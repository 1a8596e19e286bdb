# /// asset
# word = "lap pool"
# synonyms = [
#     "indoor pool", "swimming lanes", "lane pool", "training pool", "sports pool", "olympic pool", "competition pool", "pool lanes",
#     "pool with lanes", "rectangular pool", "tiled pool",
# ]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["tiles"]
# [variants]
# lanes = {"two lane" = 2, "three lane" = 3, "four lane" = 4, "six lane" = 6}
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, rod

WATER = ((0.16, 0.55, 0.72), {"roughness": 0.04, "opacity": 0.82})
FLOATS = ((0.85, 0.12, 0.12), (0.95, 0.95, 0.95), (0.1, 0.3, 0.75))
WIDTH, HEIGHT, DEPTH = 6.4, 0.34, 11.0
RIM = 0.32


@register("the tiled wall and the floor of the pool with a dark line below each lane")
def basin(*, tiles, lanes):
    gloss = {"roughness": 0.25}
    inner = WIDTH - 2 * RIM
    walls = [
        *[block((s * (WIDTH - RIM) / 2, 0, 0), (RIM, HEIGHT, DEPTH), tiles, gloss) for s in (-1, 1)],
        *[block((0, 0, s * (DEPTH - RIM) / 2), (inner, HEIGHT, RIM), tiles, gloss) for s in (-1, 1)],
    ]
    edge = [
        *[
            block((s * (WIDTH - 0.06) / 2, 0, 0), (0.065, HEIGHT + 0.004, DEPTH + 0.004), darker(tiles, 0.55), gloss)
            for s in (-1, 1)
        ],
        *[
            block((0, 0, s * (DEPTH - 0.06) / 2), (WIDTH, HEIGHT + 0.004, 0.065), darker(tiles, 0.55), gloss)
            for s in (-1, 1)
        ],
    ]
    lines = [
        box((inner * ((k + 0.5) / lanes - 0.5), 0.045, 0), (0.14, 0.01, DEPTH - 2.2), (0.06, 0.12, 0.3))
        for k in range(lanes)
    ]
    return concat_shapes(*walls, *edge, block((0, 0, 0), (inner, 0.04, DEPTH - 2 * RIM), (0.55, 0.83, 0.9)), *lines)


@register("a rope of floats between two lanes")
def lane_rope():
    count = 44
    long = DEPTH - 2 * RIM
    return concat_shapes(
        *[
            rod(
                (0, 0, long * (k / count - 0.5)),
                (0, 0, long * ((k + 0.8) / count - 0.5)),
                0.045,
                FLOATS[(k // 4) % 3],
                {"roughness": 0.4},
            )
            for k in range(count)
        ]
    )


@register("a tiled pool of water with lanes")
def lap_pool(*, width=6.4, height=0.34, depth=11.0, lanes=4, tiles=(0.86, 0.93, 0.95)):
    inner = WIDTH - 2 * RIM
    ropes = [
        transform_shape(library_call("lane_rope"), translation_matrix((inner * (k / lanes - 0.5), 0.262, 0)))
        for k in range(1, lanes)
    ]
    whole = concat_shapes(
        library_call("basin", tiles=tiles, lanes=lanes),
        *ropes,
        block((0, 0.05, 0), (inner, 0.2, DEPTH - 2 * RIM), *WATER),
    )
    return fitted(whole, width, height, depth)
