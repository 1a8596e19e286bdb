# /// asset
# word = "TV stand"
# synonyms = [
#     "media console", "tv console", "media cabinet", "television stand", "media unit", "entertainment center",
#     "entertainment unit", "tv cabinet", "media bench", "tv unit", "entertainment console",
# ]
# category = "storage"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["frame"]
# [variants]
# height = {"tall" = 0.75}
# [joints.door]
# hinge = "outer"
# reach = 90
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, moved


@register("a door with fluted slats")
def door(width, height, look):
    dark = darker(look[0], 0.7), look[1]
    n = 10
    slats = [block((width / n * (i - (n - 1) / 2), 0, 0.008), (width / n * 0.6, height, 0.01), *look) for i in range(n)]
    return concat_shapes(block((0, 0.002, 0.00175), (width - 0.014, height - 0.004, 0.0175), *dark), *slats)


@register("a media player with its display")
def media_player(look):
    return concat_shapes(
        block((0, 0, 0), (0.36, 0.06, 0.22), *look),
        block((0.09, 0.02, 0.11), (0.09, 0.02, 0.004), *finish("lit screen")),
    )


@register("a foot")
def foot(height, look):
    return block((0, 0, 0), (0.05, height, 0.05), *look)


@register("a low TV stand with two doors and open compartments")
def tv_stand(*, width=1.6, depth=0.4, height=0.5, frame="oak", paint=None) -> Shape:
    wood, black = finish(frame, paint), finish("black plastic")
    dark = darker(wood[0], 0.5), wood[1]
    low, thick = 0.08, 0.024
    tall = height - low
    parts = [
        place("foot", at=(s * (width / 2 - 0.08), 0, t * (depth / 2 - 0.05)), height=low, look=finish("black metal"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts += [block((0, y, 0), (width, thick, depth), *wood) for y in (low, height - thick)]
    walls = (-width / 2 + thick / 2, -width / 4, width / 4, width / 2 - thick / 2)
    parts += [block((x, low + 0.005, 0), (thick, tall - 0.01, depth - 0.004), *wood) for x in walls]
    parts.append(block((0, low + 0.01, -depth / 2 + 0.01), (width - 0.02, tall - 0.02, 0.012), *dark))
    parts.append(block((0, low + tall * 0.5, -0.005), (width / 2 - thick, thick, depth - 0.02), *wood))
    w = width / 4 - 1.5 * thick
    parts += [
        moved(
            library_call("door", width=w + 0.008, height=tall - 2 * thick - 0.008, look=wood),
            (s * (width * 3 / 8 - thick / 4), low + thick + 0.004, depth / 2 - 0.019),
        )
        for s in (-1, 1)
    ]
    parts.append(place("media_player", at=(0.0, low + tall * 0.5 + thick, 0.02), look=black))
    return fitted(concat_shapes(*parts), width, height, depth)
