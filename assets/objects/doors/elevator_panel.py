# /// asset
# word = "elevator panel"
# synonyms = ["elevator button", "elevator buttons", "elevator call button", "lift button", "call panel", "lift panel"]
# category = "doors"
# support = "wall"
# colors = ["glow"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import box, cone, darker, finish, fitted, rod


@register("a round call button")
def call_button(*, y, up, look, glow):
    tip = 0.013 if up else -0.013
    ring_light = (glow, {"emission": 1.5}) if up else (darker(look[0], 0.6), look[1])
    return concat_shapes(
        rod((0, y, 0), (0, y, 0.012), 0.03, *ring_light),
        rod((0, y, 0), (0, y, 0.016), 0.025, *look),
        cone((0, y - tip * 0.7, 0.016), (0, y + tip, 0.016), 0.011, (0.1, 0.1, 0.11)),
    )


@register("a steel elevator panel with two call buttons and a display")
def elevator_panel(*, width=0.12, height=0.34, depth=0.022, metal="brushed steel", glow=(1.0, 0.6, 0.2)):
    look = finish(metal)
    digit = [(0, 0.27, 0.016, 0.004), (0, 0.285, 0.016, 0.004), (0, 0.255, 0.016, 0.004), (0.008, 0.27, 0.004, 0.034)]
    whole = concat_shapes(
        box((0, 0.17, -0.001), (0.12, 0.34, 0.006), *look),
        box((0, 0.27, 0.003), (0.075, 0.07, 0.004), (0.03, 0.03, 0.04)),
        *[box((x - 0.008, y, 0.006), (w, h, 0.002), glow, {"emission": 1.5}) for x, y, w, h in digit],
        cone((0.022, 0.26, 0.005), (0.022, 0.283, 0.005), 0.008, glow, {"emission": 1.5}),
        library_call("call_button", y=0.17, up=True, look=look, glow=glow),
        library_call("call_button", y=0.09, up=False, look=look, glow=glow),
        rod((0, 0.03, 0), (0, 0.03, 0.005), 0.009, (0.2, 0.2, 0.22)),
    )
    return fitted(whole, width, height, depth)
