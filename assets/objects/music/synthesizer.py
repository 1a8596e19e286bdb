# /// asset
# word = "synthesizer"
# synonyms = [
#     "synth", "synthesiser", "keyboard stand", "keyboard on a stand", "stage piano", "synthesizer on a stand",
#     "synth on a stand", "electronic keyboard", "digital piano", "synths", "electric keyboard", "music keyboard",
# ]
# category = "music"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["body_color", "panel"]
# ///
from scene.language import *
from scene.language.modelling import beam, box, ellipsoid, fitted, rod


@register("the crossed legs of the stand")
def cross_stand(*, steel):
    parts = []
    for z in (-0.13, 0.13):
        for s in (-1, 1):
            parts.append(beam((s * 0.36, 0.03, z + 0.02 * s), (-s * 0.34, 0.72, z + 0.02 * s), (0.035, 0.02), *steel))
            parts.append(rod((s * 0.36, 0.015, z - 0.06), (s * 0.36, 0.015, z + 0.06), 0.016, (0.05, 0.05, 0.06)))
    parts += [rod((s * 0.34, 0.73, -0.17), (s * 0.34, 0.73, 0.19), 0.017, *steel) for s in (-1, 1)]
    parts.append(rod((0, 0.37, -0.17), (0, 0.37, 0.17), 0.03, *steel))
    return concat_shapes(*parts)


@register("the keys, knobs, sliders and screen")
def key_panel(*, panel):
    white, black = (0.96, 0.95, 0.92), (0.04, 0.04, 0.05)
    keys = [box((-0.5 + 0.0281 * i, 0.05, 0.09), (0.0266, 0.022, 0.15), white, {"roughness": 0.25}) for i in range(36)]
    sharps = [
        box((-0.486 + 0.0281 * i, 0.066, 0.06), (0.015, 0.02, 0.09), black, {"roughness": 0.3})
        for i in range(35)
        if i % 7 in (0, 1, 3, 4, 5)
    ]
    knobs = [
        rod((-0.42 + 0.055 * i, 0.066, z), (-0.42 + 0.055 * i, 0.085, z), 0.014, (0.15, 0.15, 0.16))
        for i in range(6)
        for z in (-0.115, -0.06)
    ]
    sliders = [box((0.2 + 0.035 * i, 0.066, -0.085), (0.006, 0.004, 0.09), black) for i in range(9)]
    caps = [
        box((0.2 + 0.035 * i, 0.075, -0.11 + 0.012 * (i * 5 % 6)), (0.018, 0.016, 0.014), (0.9, 0.35, 0.15))
        for i in range(9)
    ]
    return concat_shapes(
        *keys, *sharps, *knobs, *sliders, *caps,
        box((0.045, 0.067, -0.088), (0.17, 0.006, 0.075), (0.25, 0.75, 0.85), {"emission": 0.9}),
        *[box((-0.02 + 0.035 * i, 0.068, -0.03), (0.024, 0.01, 0.014), (0.85, 0.25, 0.2) if i == 1 else panel) for i in range(4)],
    )  # fmt: skip


@register("a synthesizer on a crossed stand")
def synthesizer(*, width=1.12, height=0.88, depth=0.38, body_color=(0.1, 0.1, 0.12), panel=(0.85, 0.85, 0.86)):
    steel = ((0.13, 0.13, 0.14), {"roughness": 0.4, "metallic": 0.4})
    case = concat_shapes(
        box((0, 0.03, 0), (1.1, 0.06, 0.34), body_color, {"roughness": 0.35}),
        box((0, 0.055, -0.085), (1.04, 0.02, 0.16), body_color, {"roughness": 0.5}),
        *[box((s * 0.545, 0.045, 0), (0.03, 0.085, 0.35), *surface("walnut")) for s in (-1, 1)],
        *[ellipsoid((s * 0.52, 0.01, 0.1), (0.02, 0.012, 0.02), (0.05, 0.05, 0.05)) for s in (-1, 1)],
        library_call("key_panel", panel=panel),
    )
    lifted = transform_shape(case, translation_matrix((0, 0.745, 0.01)))
    return fitted(concat_shapes(library_call("cross_stand", steel=steel), lifted), width, height, depth)
