# /// asset
# word = "power rack"
# synonyms = ["squat rack", "pull-up rack", "squat stand"]
# stands_for = [
#     "pull-up bar", "pull up bar", "chin-up bar", "cable machine", "smith machine", "leg press",
#     "home gym machine", "multi-gym", "weight machine", "cable crossover", "lat pulldown machine", "gym machine",
#     "leg press machine", "exercise machine",
# ]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod, tube


@register("the uprights and the bars")
def frame_part(*, paint):
    posts = [
        box((x, 1.1, z), (0.07, 2.2, 0.07), paint, {"roughness": 0.4}) for x in (-0.55, 0.55) for z in (-0.55, 0.5)
    ]
    beams = [box((s * 0.55, y, -0.025), (0.06, 0.06, 1.05), paint) for s in (-1, 1) for y in (0.04, 2.16)] + [
        box((0, y, -0.55), (1.1, 0.06, 0.06), paint) for y in (0.3, 2.16)
    ]
    holes = [
        rod((s * 0.55, 0.3 + 0.11 * i, 0.53), (s * 0.55, 0.3 + 0.11 * i, 0.537), 0.013, (0.05, 0.05, 0.05))
        for s in (-1, 1)
        for i in range(16)
    ]
    return concat_shapes(
        *posts,
        *beams,
        *holes,
        rod((-0.55, 2.12, 0.5), (0.55, 2.12, 0.5), 0.018, *surface("steel")),
        *[box((s * 0.55, 0.62, -0.02), (0.05, 0.04, 1.0), *surface("steel")) for s in (-1, 1)],
    )


@register("the loaded barbell")
def loaded_bar():
    steel = surface("steel")
    plates = [
        rod(
            (s * x0, 0, 0), (s * x1, 0, 0), r, (0.14, 0.14, 0.15) if r > 0.2 else (0.75, 0.14, 0.12), {"roughness": 0.6}
        )
        for s in (-1, 1)
        for x0, x1, r in ((0.68, 0.73, 0.225), (0.735, 0.765, 0.15))
    ]
    return concat_shapes(rod((-0.95, 0, 0), (0.95, 0, 0), 0.016, *steel), *plates)


@register("a hook for the bar")
def j_hook():
    return tube([(0, 0, 0.035), (0, -0.04, 0.09), (0, -0.035, 0.12), (0, 0.01, 0.135)], 0.013, *surface("steel"))


@register("a steel rack with a barbell")
def power_rack(*, width=1.9, height=2.2, depth=1.3, paint=(0.16, 0.16, 0.18)):
    whole = concat_shapes(
        library_call("frame_part", paint=paint),
        moved(library_call("loaded_bar"), (0, 1.32, 0.6)),
        *[moved(library_call("j_hook"), (s * 0.55, 1.32, 0.5)) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
