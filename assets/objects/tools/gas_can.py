# /// asset
# word = "gas can"
# synonyms = ["jerry can", "jerrycan", "fuel can", "petrol can", "gasoline can", "canister of fuel", "fuel canister"]
# stands_for = ["oil can", "motor oil", "oil bottle can", "bottle of motor oil", "water canister"]
# category = "tools"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod, tube


@register("the ribbed can")
def can_part(*, paint):
    plastic = {"roughness": 0.4}
    ribs = [
        moved(box((0, 0, 0), (0.24, 0.018, 0.006), darker(paint, 0.85), plastic), (0, 0.14, s * 0.1), turn, (0, 0, 1))
        for s in (-1, 1)
        for turn in (0.7, -0.7)
    ]
    return concat_shapes(
        box((0, 0.14, 0), (0.28, 0.26, 0.18), paint, plastic),
        box((0, 0.14, 0), (0.26, 0.28, 0.2), paint, plastic),
        *ribs,
        tube([(-0.1, 0.27, 0), (-0.09, 0.325, 0), (0.05, 0.325, 0), (0.06, 0.27, 0)], 0.014, paint, plastic),
    )


@register("the spout")
def spout():
    return concat_shapes(
        rod((0.1, 0.27, 0), (0.1, 0.3, 0), 0.03, (0.12, 0.12, 0.12)),
        tube([(0.1, 0.3, 0), (0.12, 0.34, 0), (0.15, 0.36, 0)], 0.0135, (0.95, 0.8, 0.15)),
    )


@register("a fuel can with a spout")
def gas_can(*, width=0.28, height=0.36, depth=0.2, paint=(0.82, 0.12, 0.1)):
    whole = concat_shapes(library_call("can_part", paint=paint), library_call("spout"))
    return fitted(whole, width, height, depth)
