from scene.language import *


@register("a mug")
def mug():
    return primitive_call("cylinder", {"radius": 0.04, "p0": (0, 0, 0), "p1": (0, 0.1, 0)}, color=(0.8, 0.3, 0.2))


@register("a table with a mug on it")
def table():
    top = primitive_call("cube", {"scale": (1.2, 0.04, 0.7)}, color=(0.6, 0.4, 0.25))
    return concat_shapes(place(top, at=(0, 0.71, 0)), place("mug", at=(0.2, 0.75, 0), name="mug"))
