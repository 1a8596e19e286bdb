# /// asset
# word = "briefcase"
# synonyms = ["attache case", "hard case", "carrying case", "case"]
# stands_for = [
#     "violin case", "guitar case", "instrument case", "trumpet case", "laptop bag", "camera bag", "makeup case",
#     "flight case",
# ]
# category = "storage"
# support = "floor"
# colors = ["leather"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, tube


@register("the two halves with their edges")
def shell_part(*, leather):
    soft = {"roughness": 0.5}
    corners = [
        ball((x * 0.212, 0.155 + y * 0.147, z * 0.05), 0.014, *surface("brass"))
        for x in (-1, 1)
        for y in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        box((0, 0.155, 0), (0.44, 0.31, 0.11), leather, soft),
        box((0, 0.155, 0), (0.443, 0.313, 0.012), darker(leather, 0.6)),
        *corners,
    )


@register("the handle and the locks")
def fittings(*, leather):
    brass = surface("brass")
    locks = [box((x, 0.29, 0.057), (0.035, 0.026, 0.008), brass[0], brass[1]) for x in (-0.13, 0.13)]
    return concat_shapes(
        tube([(-0.06, 0.308, 0), (-0.055, 0.345, 0), (0.055, 0.345, 0), (0.06, 0.308, 0)], 0.012, darker(leather, 0.6)),
        *locks,
    )


@register("a case with a handle and two locks")
def briefcase(*, width=0.44, height=0.36, depth=0.12, leather=(0.42, 0.26, 0.15)):
    whole = concat_shapes(library_call("shell_part", leather=leather), library_call("fittings", leather=leather))
    return fitted(whole, width, height, depth)
