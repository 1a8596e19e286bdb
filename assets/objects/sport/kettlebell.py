# /// asset
# word = "kettlebell"
# synonyms = ["kettlebells", "kettle bell"]
# category = "sport"
# support = "floor"
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, darker, fitted, rod, tube


@register("the ball on its flat foot")
def ball_part(*, paint):
    return concat_shapes(
        ball((0, 0.105, 0), 0.098, paint, {"roughness": 0.4}),
        rod((0, 0, 0), (0, 0.02, 0), 0.06, darker(paint, 0.8)),
        rod((0, 0.105, 0.09), (0, 0.105, 0.1), 0.035, (0.9, 0.9, 0.92)),
    )


@register("the handle")
def handle_part():
    return tube(
        [(-0.06, 0.17, 0), (-0.078, 0.22, 0), (-0.06, 0.26, 0), (0.06, 0.26, 0), (0.078, 0.22, 0), (0.06, 0.17, 0)],
        0.0165,
        (0.25, 0.25, 0.27),
        {"roughness": 0.4},
    )


@register("a kettlebell")
def kettlebell(*, width=0.2, height=0.28, depth=0.19, paint=(0.2, 0.2, 0.22)):
    whole = concat_shapes(library_call("ball_part", paint=paint), library_call("handle_part"))
    return fitted(whole, width, height, depth)
