# /// asset
# word = "ball rack"
# synonyms = ["sports ball rack", "basketball rack", "ball cart", "ball storage rack", "ball trolley", "ball cage"]
# category = "storage"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, fitted, hoop, moved, rod


@register("the frame on casters")
def frame(*, paint):
    metal = {"metallic": 0.5, "roughness": 0.4}
    parts = []
    for s in (-1, 1):
        for t in (-1, 1):
            parts.append(rod((s * 0.62, 0.1, t * 0.16), (s * 0.62, 1.14, t * 0.16), 0.018, paint, metal))
            parts.append(
                rod((s * 0.62 - 0.015, 0.05, t * 0.16), (s * 0.62 + 0.015, 0.05, t * 0.16), 0.05, (0.12, 0.12, 0.12))
            )
        parts += [rod((s * 0.62, y, -0.16), (s * 0.62, y, 0.16), 0.018, paint, metal) for y in (0.12, 1.14)]
    for i in range(3):
        y = 0.2 + 0.36 * i
        parts += [rod((-0.62, y, t * 0.085), (0.62, y, t * 0.085), 0.012, paint, metal) for t in (-1, 1)]
        parts += [rod((s * 0.62, y, -0.16), (s * 0.62, y, 0.16), 0.012, paint, metal) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a basketball")
def basket_ball():
    orange, dark = (0.87, 0.42, 0.13), (0.1, 0.07, 0.05)
    return concat_shapes(
        ball((0, 0, 0), 0.12, orange, {"roughness": 0.8}),
        *[hoop(0.1185, 0.0035, dark, axis=axis, parts=20) for axis in ((1, 0, 0), (0, 1, 0), (0, 0, 1))],
    )


@register("a football")
def foot_ball():
    spots = [(0, 1, 0), (0.9, 0.45, 0), (0.28, 0.45, 0.85), (-0.72, 0.45, 0.53), (-0.72, 0.45, -0.53), (0.28, 0.45, -0.85),
             (0.72, -0.45, 0.53), (-0.28, -0.45, 0.85), (-0.9, -0.45, 0), (-0.28, -0.45, -0.85), (0.72, -0.45, -0.53)]  # fmt: skip
    return concat_shapes(
        ball((0, 0, 0), 0.11, (0.96, 0.96, 0.95)),
        *[ball((0.082 * x, 0.082 * y, 0.082 * z), 0.034, (0.08, 0.08, 0.09)) for x, y, z in spots],
    )


@register("a volleyball")
def volley_ball():
    return concat_shapes(
        ball((0, 0, 0), 0.105, (0.95, 0.85, 0.3)),
        *[hoop(0.1035, 0.006, (0.15, 0.3, 0.65), axis=axis, parts=20) for axis in ((1, 0, 0), (0, 0, 1))],
    )


@register("a rack of balls on casters")
def ball_rack(*, width=1.28, height=1.19, depth=0.36, paint=(0.16, 0.17, 0.19)):
    parts = [library_call("frame", paint=paint)]
    kinds = (("basket_ball", 0.12, 5), ("foot_ball", 0.11, 5), ("volley_ball", 0.105, 5))
    for i, (kind, r, n) in enumerate(kinds):
        y = 0.2 + 0.36 * i + (r**2 - 0.085**2) ** 0.5 + 0.008
        parts += [moved(library_call(kind), ((k - (n - 1) / 2) * 0.242, y, 0), 0.7 * k) for k in range(n)]
    return fitted(concat_shapes(*parts), width, height, depth)
