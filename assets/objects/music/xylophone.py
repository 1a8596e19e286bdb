# /// asset
# word = "xylophone"
# synonyms = ["marimba", "glockenspiel", "toy xylophone", "metallophone"]
# stands_for = ["vibraphone"]
# category = "music"
# support = "surface"
# colors = ["first"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, moved, rod


@register("the frame")
def frame_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        *[moved(box((0, 0.018, 0), (0.42, 0.03, 0.018), *look), (0, 0, s * 0.062), s * -0.1) for s in (-1, 1)],
        *[box((s * 0.2, 0.014, 0), (0.018, 0.028, 0.19 if s < 0 else 0.11), *look) for s in (-1, 1)],
    )


@register("the bars, long to short")
def bars(*, first):
    tones = (
        first,
        (0.95, 0.5, 0.15),
        (0.96, 0.8, 0.2),
        (0.45, 0.75, 0.3),
        (0.2, 0.6, 0.55),
        (0.2, 0.45, 0.8),
        (0.45, 0.3, 0.7),
        (0.85, 0.35, 0.6),
    )
    parts = []
    for i, tone in enumerate(tones):
        x, length = -0.17 + 0.0486 * i, 0.24 - 0.014 * i
        parts += [
            box((x, 0.039, 0), (0.04, 0.01, length), tone, {"roughness": 0.3}),
            *[ball((x, 0.045, s * (0.066 - 0.0035 * i)), 0.0045, (0.9, 0.9, 0.92)) for s in (-1, 1)],
        ]
    return concat_shapes(*parts)


@register("a mallet")
def mallet():
    return concat_shapes(
        rod((-0.12, 0, 0), (0.09, 0, 0), 0.0042, *surface("beech")), ball((0.1, 0, 0), 0.0135, (0.8, 0.12, 0.12))
    )


@register("a xylophone with coloured bars and two mallets")
def xylophone(*, width=0.42, height=0.07, depth=0.26, first=(0.85, 0.15, 0.15), wood="beech"):
    whole = concat_shapes(
        library_call("frame_part", wood=wood),
        library_call("bars", first=first),
        moved(library_call("mallet"), (-0.02, 0.057, 0.03), 0.5),
        moved(library_call("mallet"), (0.03, 0.057, -0.02), -0.3),
    )
    return fitted(whole, width, height, depth)
