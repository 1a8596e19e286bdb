# /// asset
# word = "volleyball net"
# synonyms = ["beach volleyball net", "badminton net", "tennis net", "sports net"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0, back = 1.0}
# colors = ["paint", "tape"]
# [variants]
# top = {"badminton" = 1.55, "tennis" = 1.0}
# height = {"badminton" = 1.6, "tennis" = 1.05}
# ///
from scene.language import *
from scene.language.modelling import box, disc, fitted, rod


@register("the mesh between its tapes")
def mesh(*, width, low, top, tape):
    nx = round(width / 0.16)
    dark = (0.13, 0.13, 0.14)
    ny = max(3, round((top - low) / 0.14))
    return concat_shapes(
        *[box((0, y, 0), (width, 0.07, 0.016), tape) for y in (top - 0.035, low + 0.035)],
        *[box((s * (width / 2 - 0.03), (low + top) / 2, 0), (0.06, top - low, 0.0155), tape) for s in (-1, 1)],
        *[
            box(((i / nx - 0.5) * width, (low + top) / 2, 0), (0.009, top - low - 0.1, 0.006), dark)
            for i in range(1, nx)
        ],
        *[box((0, low + (top - low) * i / ny, 0), (width - 0.1, 0.009, 0.006), dark) for i in range(1, ny)],
    )


@register("a post with its foot and padding")
def post(*, x, top, paint):
    return concat_shapes(
        disc((x, 0, 0), (0.32, 0.32), 0.06, (0.2, 0.21, 0.22)),
        rod((x, 0.05, 0), (x, top + 0.05, 0), 0.04, (0.75, 0.76, 0.78), {"metallic": 0.8, "roughness": 0.3}),
        rod((x, 0.06, 0), (x, min(1.5, top * 0.65), 0), 0.085, paint),
    )


@register("a cord from the net to its post")
def cords(*, width, reach, low, top):
    return concat_shapes(
        *[
            rod((s * width / 2, y, 0), (s * reach, y, 0), 0.008, (0.9, 0.9, 0.88))
            for s in (-1, 1)
            for y in (low + 0.03, top - 0.03)
        ]
    )


@register("a volleyball net between two padded posts")
def volleyball_net(*, width=7.0, height=2.48, depth=0.64, top=2.43, paint=(0.15, 0.32, 0.7), tape=(0.95, 0.95, 0.93)):
    reach, wide = width / 2 - 0.32, width - 1.0
    low = top - 0.9 if top > 1.2 else 0.12
    whole = concat_shapes(
        library_call("mesh", width=wide, low=low, top=top, tape=tape),
        *[library_call("post", x=s * reach, top=top, paint=paint) for s in (-1, 1)],
        library_call("cords", width=wide, reach=reach, low=low, top=top),
    )
    return fitted(whole, width, height, depth)
