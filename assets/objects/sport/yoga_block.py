# /// asset
# word = "yoga block"
# synonyms = ["yoga blocks", "yoga brick", "foam block", "pilates block"]
# category = "sport"
# support = "floor"
# colors = ["paint", "second"]
# ///
from scene.language import *
from scene.language.modelling import darker, fitted, moved, plate


@register("one foam block with bevelled edges")
def one_block(*, paint):
    soft = {"roughness": 0.9}
    return concat_shapes(
        plate((0, 0.004, 0), (0.23, 0.068, 0.15), 0.012, paint, soft),
        plate((0, 0, 0), (0.222, 0.076, 0.142), 0.011, darker(paint, 0.95), soft),
        plate((0, 0.0762, 0), (0.07, 0.0008, 0.03), 0.012, darker(paint, 0.7)),
    )


@register("two yoga blocks on each other")
def yoga_block(*, width=0.25, height=0.153, depth=0.18, paint=(0.45, 0.35, 0.65), second=(0.35, 0.62, 0.62)):
    whole = concat_shapes(
        library_call("one_block", paint=paint),
        moved(library_call("one_block", paint=second), (0.006, 0.0768, -0.004), 0.16),
    )
    return fitted(whole, width, height, depth)
