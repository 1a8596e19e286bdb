# /// asset
# word = "whiteboard"
# synonyms = ["dry erase board", "freestanding whiteboard", "white board", "presentation board", "marker board"]
# category = "office"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["frame", "ink"]
# materials = ["metal"]
# [variants.mount]
# "wall mounted" = "wall"
# "on the wall" = "wall"
# "on wheels" = "wheels"
# ///
from scene.language import *
from scene.language.modelling import box, finish, moved, rod


@register("the board with a diagram in marker")
def board(*, width, height, look, ink):
    def line(x0, y0, x1, y1, tone):
        return rod((x0 * width, y0 * height, 0.012), (x1 * width, y1 * height, 0.012), width * 0.005, tone)

    bars = [
        box((width * (0.1 + 0.08 * i), height * (0.2 + h / 2), 0.012), (width * 0.05, height * h, 0.002), tone)
        for i, (h, tone) in enumerate(((0.16, ink), (0.28, (0.8, 0.2, 0.2)), (0.22, (0.2, 0.6, 0.3)), (0.42, ink)))
    ]
    text = [
        box(
            (-width * (0.24 - 0.02 * (i % 2)), height * (0.8 - 0.1 * i), 0.012),
            (width * (0.34 - 0.05 * (i % 3)), height * 0.016, 0.002),
            (ink, (0.15, 0.15, 0.16))[i % 2],
        )
        for i in range(6)
    ]
    frame = [box((0, y * height, 0.004), (width, height * 0.035, 0.034), *look) for y in (0.0175, 0.9825)] + [
        box((x * width, height / 2, 0.004), (width * 0.022, height, 0.034), *look) for x in (-0.489, 0.489)
    ]
    return concat_shapes(
        box((0, height / 2, 0), (width * 0.99, height * 0.99, 0.02), (0.98, 0.98, 0.98), {"roughness": 0.15}),
        *frame,
        *bars,
        *text,
        line(0.06, 0.2, 0.4, 0.2, (0.15, 0.15, 0.16)),
        line(0.06, 0.2, 0.06, 0.72, (0.15, 0.15, 0.16)),
        line(0.1, 0.45, 0.2, 0.58, (0.85, 0.2, 0.2)),
        line(0.2, 0.58, 0.28, 0.54, (0.85, 0.2, 0.2)),
        line(0.28, 0.54, 0.38, 0.76, (0.85, 0.2, 0.2)),
    )


@register("the tray with pens and a sponge")
def pen_tray(*, width, look):
    pens = [
        rod((x * width, 0.014, 0), (x * width + 0.12, 0.014, 0), 0.009, tone)
        for x, tone in ((-0.4, (0.15, 0.3, 0.7)), (-0.1, (0.8, 0.2, 0.2)), (0.15, (0.15, 0.15, 0.16)))
    ]
    return concat_shapes(
        box((0, 0, 0), (width, 0.01, 0.06), *look),
        *pens,
        box((width * 0.42, 0.022, 0), (0.1, 0.035, 0.045), (0.3, 0.35, 0.4)),
    )


@register("a side of the stand, on two castors")
def side_stand(*, height, depth, look):
    wheels = [
        concat_shapes(rod((-0.012, 0.03, z * depth * 0.46), (0.012, 0.03, z * depth * 0.46), 0.03, (0.15, 0.15, 0.16)))
        for z in (-1, 1)
    ]
    return concat_shapes(
        box((0, height * 0.5 + 0.03, 0), (0.035, height - 0.06, 0.035), *look),
        box((0, 0.07, 0), (0.035, 0.035, depth * 0.96), *look),
        *wheels,
    )


@register("a whiteboard on wheels with a chart drawn on it")
def whiteboard(*, width=1.6, height=1.8, depth=0.5, frame=None, ink=(0.15, 0.3, 0.7), metal="steel", mount="wheels"):
    look, low = finish(metal, frame), height * 0.4
    face = library_call("board", width=width * 0.94, height=height - low, look=look, ink=ink)
    if mount == "wall":
        tray = place("pen_tray", at=(0, 0.0, 0.045), width=width * 0.5, look=look)
        return concat_shapes(moved(face, (0, 0.02, 0)), tray)
    return concat_shapes(
        moved(face, (0, low, 0)),
        place("pen_tray", at=(0, low - 0.02, 0.045), width=width * 0.5, look=look),
        *[
            place(
                "side_stand",
                at=(side * (width / 2 - 0.0175), 0, 0),
                height=height * 0.99,
                depth=depth / 1.04,
                look=look,
            )
            for side in (-1, 1)
        ],
        box((0, height * 0.16, 0), (width * 0.96, 0.03, 0.03), *look),
    )
