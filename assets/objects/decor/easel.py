# /// asset
# word = "easel"
# synonyms = ["art easel", "painting stand", "canvas easel", "painting easel", "artist easel", "half painted canvas"]
# stands_for = ["chalkboard easel"]
# category = "decor"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "brushwork"]
# materials = ["wood"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, finish, fitted, moved, rod


@register("the three legs with their crossbars")
def tripod(*, width, height, depth, look):
    t = width * 0.028
    top = (0, height * 0.93, 0)
    return concat_shapes(
        rod((-width * 0.47, 0, depth * 0.36), (-width * 0.06, top[1], 0), t, *look),
        rod((width * 0.47, 0, depth * 0.36), (width * 0.06, top[1], 0), t, *look),
        rod((0, 0, -depth * 0.58), (0, top[1], -0.02), t, *look),
        rod((0, height * 0.3, 0.19 * depth), (0, height * 0.995, 0), t, *look),
        box((0, height * 0.38, depth * 0.26), (width * 0.86, 0.03, 0.07), *look),
        box((0, height * 0.24, depth * 0.26), (width * 0.72, 0.03, 0.02), *look),
        box((0, height * 0.92, 0.0), (width * 0.26, 0.03, 0.04), *look),
    )


@register("the canvas, half painted")
def canvas(*, width, height, brushwork):
    ground, t = (0.96, 0.95, 0.91), 0.02
    strokes = [
        box((0, height * 0.3, t / 2), (width * 0.94, height * 0.36, 0.003), brushwork, {"roughness": 0.8}),
        ellipsoid((width * 0.22, height * 0.3, t / 2 + 0.002), (width * 0.1, width * 0.1, 0.002), (0.98, 0.8, 0.35)),
    ]
    strokes += [
        ellipsoid((width * x, height * y, t / 2 + 0.002), (width * w, height * 0.1, 0.003), tone)
        for x, y, w, tone in (
            (-0.25, 0.14, 0.26, (0.32, 0.5, 0.3)),
            (0.15, 0.1, 0.34, (0.4, 0.58, 0.32)),
            (-0.1, 0.02, 0.4, (0.28, 0.44, 0.26)),
            (0.3, 0.0, 0.2, (0.36, 0.54, 0.3)),
        )
    ]
    strokes += [
        moved(
            box((0, 0, t / 2), (width * 0.3, height * 0.03, 0.003), brushwork),
            (width * x, height * y, 0),
            0.2,
            (0, 0, 1),
        )
        for x, y in ((-0.28, -0.14), (-0.2, -0.2))
    ]
    return concat_shapes(box((0, 0, 0), (width, height, t), ground), *strokes)


@register("a wooden studio easel with a half-painted canvas")
def easel(*, width=0.75, height=1.65, depth=0.75, paint=None, brushwork=(0.3, 0.55, 0.75), wood="oak"):
    look = finish(wood, paint)
    board = moved(
        library_call("canvas", width=width * 0.86, height=height * 0.42, brushwork=brushwork),
        (0, height * 0.605, depth * 0.19),
        math.radians(-11),
        (1, 0, 0),
    )
    whole = concat_shapes(library_call("tripod", width=width, height=height, depth=depth, look=look), board)
    return fitted(whole, width, height, depth)
