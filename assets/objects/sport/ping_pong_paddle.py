# /// asset
# word = "ping pong paddle"
# synonyms = ["paddle", "table tennis racket", "ping pong racket", "table tennis bat"]
# category = "sport"
# support = "surface"
# colors = ["rubber", "second"]
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, rod


@register("one paddle")
def paddle_part(*, length, rubber, wood):
    r = length * 0.29
    return concat_shapes(
        rod((0, 0.002, 0), (0, 0.009, 0), r, *surface(wood)),
        rod((0, 0.0, 0), (0, 0.011, 0), r * 0.98, rubber, {"roughness": 0.8}),
        box((0, 0.0055, r * 1.1), (length * 0.13, 0.009, r * 0.5), *surface(wood)),
        box((0, 0.007, r * 1.0 + length * 0.26), (length * 0.13, 0.02, length * 0.44), *surface(wood)),
        box((0, 0.007, r * 1.0 + length * 0.4), (length * 0.135, 0.021, length * 0.03), rubber),
    )


@register("the ball")
def small_ball(*, radius):
    return ellipsoid((0, radius, 0), (radius,) * 3, (0.98, 0.96, 0.9), {"roughness": 0.3})


@register("two ping-pong paddles with a ball")
def ping_pong_paddle(
    *, width=0.36, depth=0.3, height=0.042, rubber=(0.8, 0.15, 0.15), second=(0.12, 0.12, 0.13), wood="oak"
):
    whole = concat_shapes(
        place("paddle_part", at=(-0.112, 0, 0), turn=-28, length=0.26, rubber=rubber, wood=wood),
        place("paddle_part", at=(0.112, 0, 0.01), turn=36, length=0.26, rubber=second, wood=wood),
        place("small_ball", at=(0.01, 0, -0.12), radius=0.02),
    )
    return fitted(whole, width, height, depth)
