# /// asset
# word = "gaming desk"
# synonyms = ["gamer desk", "gaming table", "esports desk", "led desk", "carbon fiber desk"]
# category = "tables"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "glow"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, darker, finish, fitted, rod


@register("a Z-shaped leg")
def leg(depth, height, look, light):
    z = depth / 2 - 0.04
    return concat_shapes(
        block((0, 0, 0), (0.06, 0.05, depth - 0.04), *look),
        block((0, height - 0.04, 0), (0.06, 0.04, depth * 0.8), *look),
        rod((0, 0.04, -z + 0.06), (0, height - 0.03, z - 0.16), 0.028, *look),
        rod((0.0, 0.05, -z + 0.09), (0, height - 0.05, z - 0.13), 0.022, *light),
    )


@register("the top with its glowing edge")
def top(width, depth, look, light):
    return concat_shapes(
        block((0, 0, -0.003), (width, 0.03, depth - 0.006), *look),
        block((0, 0.01, depth / 2 - 0.003), (width - 0.04, 0.01, 0.006), *light),
        block((0, 0.03, 0.06), (width * 0.6, 0.004, 0.36), darker(look[0], 0.35), look[1]),
    )


@register("a cup holder on an arm")
def cup_holder(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.07, 0), 0.045, *look), block((-0.05, 0.04, 0), (0.06, 0.015, 0.03), *look)
    )


@register("a hook for headphones")
def headphone_hook(look):
    return concat_shapes(block((0, 0, 0), (0.07, 0.012, 0.03), *look), block((-0.03, 0, 0), (0.012, 0.04, 0.03), *look))


@register("a black gaming desk with Z-shaped legs and a glowing edge")
def gaming_desk(
    *, width=1.4, depth=0.65, height=0.76, body="black plastic", paint=None, glow=(0.9, 0.1, 0.25)
) -> Shape:
    black = finish(body, paint)
    light = glow, {"roughness": 0.4, "emission": 1.2}
    under, w = height - 0.034, width - 0.18
    parts = [
        place("leg", at=(s * (w / 2 - 0.12), 0, 0), depth=depth, height=under, look=black, light=light) for s in (-1, 1)
    ]
    parts.append(block((0, under - 0.12, -depth * 0.28), (w - 0.3, 0.08, 0.02), *black))
    parts.append(place("top", at=(0, under, 0), width=w, depth=depth, look=black, light=light))
    parts.append(place("cup_holder", at=(w / 2 + 0.045, under - 0.05, 0.05), look=black))
    parts.append(place("headphone_hook", at=(-w / 2 - 0.035, under - 0.03, 0.05), look=black))
    return fitted(concat_shapes(*parts), width, height, depth)
