# /// asset
# word = "webcam"
# synonyms = ["web cam"]
# stands_for = ["baby monitor", "dash cam", "action camera"]
# category = "electronics"
# support = "surface"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, darker, fitted, moved, rod


@register("the camera")
def eye(*, paint):
    return concat_shapes(
        rod((-0.045, 0.085, 0), (0.045, 0.085, 0), 0.02, paint, {"roughness": 0.35}),
        *[ball((s * 0.045, 0.085, 0), 0.02, paint) for s in (-1, 1)],
        rod((0, 0.085, 0.01), (0, 0.085, 0.024), 0.0145, (0.05, 0.05, 0.06)),
        rod((0, 0.085, 0.02), (0, 0.085, 0.026), 0.009, (0.15, 0.2, 0.35), {"roughness": 0.05}),
        ball((0.03, 0.087, 0.018), 0.0025, (0.3, 0.9, 0.4), {"emission": 1.5}),
    )


@register("the clip")
def clip(*, paint):
    return concat_shapes(
        rod((0, 0.03, -0.005), (0, 0.07, 0), 0.008, darker(paint, 0.8)),
        box((0, 0.025, 0.005), (0.05, 0.012, 0.05), darker(paint, 0.8)),
        box((0, 0.0, 0.0), (0.056, 0.006, 0.06), darker(paint, 0.8)),
        moved(box((0, 0, 0), (0.05, 0.045, 0.008), darker(paint, 0.8)), (0, 0.022, -0.025), 0.2, (1, 0, 0)),
    )


@register("a small camera on a clip")
def webcam(*, width=0.1, height=0.11, depth=0.07, paint=(0.14, 0.14, 0.15)):
    whole = concat_shapes(library_call("eye", paint=paint), library_call("clip", paint=paint))
    return fitted(whole, width, height, depth)
