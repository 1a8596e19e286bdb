# /// asset
# word = "slide"
# synonyms = ["mini slide", "toddler slide", "playground slide", "kids slide", "indoor slide"]
# category = "toys"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["chute_color", "frame_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the sloping chute, flattening out at its end")
def chute(*, width, height, length, chute_color):
    def profile(t):
        return height * (1 - t) ** 1.35 * 0.94 + height * 0.06

    count, parts = 18, []
    look = (chute_color, {"roughness": 0.25})
    for i in range(count):
        a, b = i / count, (i + 1) / count
        y0, y1 = profile(a), profile(b)
        run, angle = math.hypot(length / count, y1 - y0) * 1.06, math.atan2(y1 - y0, length / count)
        piece = concat_shapes(
            box((0, 0, 0), (width * 0.86, 0.02, run), *look),
            *[box((x * width * 0.45, 0.055, 0), (width * 0.08, 0.13, run), *look) for x in (-1, 1)],
        )
        parts.append(moved(piece, (0, (y0 + y1) / 2, length * (a + b) / 2), -angle, (1, 0, 0)))
    rise = profile(1.0) + 0.02
    feet = [
        box((x * width * 0.45, (rise - 0.018) / 2, length * 0.97), (width * 0.08, rise + 0.018, length * 0.05), *look)
        for x in (-1, 1)
    ]
    return concat_shapes(*parts, *feet)


@register("the ladder with rungs and the platform")
def ladder(*, width, height, depth, frame_color):
    look = (frame_color, {"roughness": 0.35})
    rungs = [
        rod(
            (-width * 0.42, height * (0.18 + 0.2 * i), -depth * (0.92 - 0.2 * i)),
            (width * 0.42, height * (0.18 + 0.2 * i), -depth * (0.92 - 0.2 * i)),
            0.018,
            (0.95, 0.8, 0.25),
        )
        for i in range(4)
    ]
    rails = [
        rod((x * width * 0.45, 0, -depth * 1.1), (x * width * 0.45, height, -depth * 0.1), 0.024, *look)
        for x in (-1, 1)
    ]
    posts = [rod((x * width * 0.45, 0, 0.02), (x * width * 0.45, height * 1.38, 0.0), 0.024, *look) for x in (-1, 1)]
    loops = [
        concat_shapes(
            rod(
                (x * width * 0.45, height, -depth * 0.1), (x * width * 0.45, height * 1.38, -depth * 0.18), 0.022, *look
            ),
            rod((x * width * 0.45, height * 1.38, -depth * 0.18), (x * width * 0.45, height * 1.38, 0.0), 0.022, *look),
            *[ellipsoid((x * width * 0.45, height * 1.38, z), (0.022,) * 3, *look) for z in (-depth * 0.18, 0.0)],
        )
        for x in (-1, 1)
    ]
    return concat_shapes(
        *rungs, *rails, *posts, *loops, box((0, height * 0.99, -depth * 0.05), (width * 0.9, 0.025, depth * 0.3), *look)
    )


@register("a child's slide with a ladder and side rails")
def slide(*, width=0.5, height=1.1, depth=1.7, chute_color=(0.9, 0.25, 0.2), frame_color=(0.2, 0.45, 0.75)):
    top, run = height * 0.72, depth * 0.7
    whole = concat_shapes(
        library_call("chute", width=width * 0.96, height=top, length=run, chute_color=chute_color),
        library_call("ladder", width=width, height=top, depth=depth - run, frame_color=frame_color),
    )
    return fitted(whole, width, height, depth)
