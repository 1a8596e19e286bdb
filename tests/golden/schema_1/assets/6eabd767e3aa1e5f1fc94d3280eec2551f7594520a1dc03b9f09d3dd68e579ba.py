# /// asset
# word = "stool"
# phrase = "a round stool"
# category = "seating"
# support = "floor"
# ///
from scene.language import *


@register("a round stool")
def stool(width=0.35, depth=0.35, height=0.45):
    return primitive_call("cylinder", {"radius": 0.175, "p0": (0, 0, 0), "p1": (0, 0.45, 0)}, color=(0.5, 0.35, 0.2))
