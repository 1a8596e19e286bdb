# /// asset
# word = "model station"
# synonyms = ["toy station", "miniature station"]
# category = "toys"
# support = "surface"
# colors = ["paint", "roof"]
# ///
from scene.language import *
from scene.language.modelling import beam, block, box, darker, fitted, rod

WHITE, GREEN = (0.95, 0.94, 0.9), (0.2, 0.36, 0.28)


@register("the brick building with its arched doors")
def building(*, paint, roof):
    parts = [
        block((0, 0.018, -0.045), (0.2, 0.07, 0.075), paint, {"roughness": 0.9}),
        block((0, 0.018, -0.045), (0.07, 0.1, 0.08), darker(paint, 1.06), {"roughness": 0.9}),
    ]
    parts.append(block((0, 0.0845, -0.045), (0.204, 0.004, 0.079), WHITE))
    for s in (-1, 1):
        parts.append(beam((0, 0.087, -0.045 + s * 0.044), (0, 0.112, -0.045), (0.214, 0.005), roof, {"roughness": 0.9}))
        parts.append(
            beam((s * 0.04, 0.116, -0.045), (0, 0.146, -0.045), (0.09, 0.005), darker(roof, 0.88), {"roughness": 0.9})
        )
    for k in range(6):
        t = (k + 0.5) / 6
        parts.append(box((0, 0.118 + 0.026 * t, -0.045), (0.068 * (1 - t), 0.0045, 0.08), paint))
        parts.append(box((0, 0.087 + 0.023 * t, -0.045), (0.198, 0.004, 0.075 * (1 - t)), paint))
    for x in (-0.076, -0.048, 0.048, 0.076):
        parts += [
            box((x, 0.058, -0.0065), (0.014, 0.024, 0.002), (0.98, 0.9, 0.62), {"emission": 0.2}),
            box((x, 0.058, -0.0058), (0.0016, 0.025, 0.002), WHITE),
        ]
    parts += [box((x, 0.038, -0.0045), (0.018, 0.04, 0.003), GREEN) for x in (-0.016, 0.016)]
    parts.append(rod((0, 0.104, -0.005), (0, 0.104, -0.002), 0.012, WHITE))
    parts += [
        box((0, 0.108, -0.0013), (0.0014, 0.009, 0.001), (0.1, 0.1, 0.1)),
        box((0.003, 0.104, -0.0013), (0.006, 0.0014, 0.001), (0.1, 0.1, 0.1)),
    ]
    return concat_shapes(*parts)


@register("the platform with its canopy, bench, lamps and name board")
def platform():
    parts = [
        block((0, 0, 0), (0.36, 0.018, 0.18), (0.72, 0.7, 0.66), {"roughness": 0.9}),
        box((0, 0.0186, 0.08), (0.36, 0.0012, 0.006), (0.95, 0.85, 0.3)),
    ]
    parts.append(beam((0, 0.079, -0.008), (0, 0.072, 0.052), (0.22, 0.004), GREEN))
    parts += [
        block((-0.1 + 0.025 * k, 0.066, 0.052), (0.013, 0.008, 0.0025), WHITE if k % 2 else GREEN) for k in range(9)
    ]
    for x in (-0.095, 0.0, 0.095):
        parts += [
            rod((x, 0.018, 0.046), (x, 0.074, 0.046), 0.0022, GREEN),
            beam((x, 0.058, 0.046), (x, 0.075, 0.03), (0.002, 0.002), GREEN),
        ]
    for x in (-0.155, 0.155):
        parts += [
            rod((x, 0.018, 0.03), (x, 0.075, 0.03), 0.0017, (0.15, 0.16, 0.17)),
            box((x, 0.079, 0.03), (0.008, 0.009, 0.008), (1.0, 0.93, 0.7), {"emission": 0.8}),
        ]
    for x in (-0.05, 0.05):
        parts += [
            block((x, 0.026, 0.02), (0.034, 0.002, 0.01), (0.5, 0.32, 0.18)),
            block((x, 0.028, 0.0155), (0.034, 0.011, 0.002), (0.5, 0.32, 0.18)),
        ]
        parts += [block((x + s * 0.014, 0.018, 0.02), (0.002, 0.008, 0.009), (0.15, 0.15, 0.16)) for s in (-1, 1)]
    for x in (-0.135, 0.135):
        parts += [
            rod((x + s * 0.016, 0.018, -0.03), (x + s * 0.016, 0.045, -0.03), 0.0013, (0.15, 0.15, 0.16))
            for s in (-1, 1)
        ]
        parts += [
            box((x, 0.044, -0.03), (0.042, 0.014, 0.002), (0.15, 0.25, 0.5)),
            box((x, 0.044, -0.0288), (0.03, 0.0035, 0.001), WHITE),
        ]
    return concat_shapes(*parts)


@register("a little brick house with a clock and a platform, to scale")
def model_station(*, width=0.36, height=0.15, depth=0.18, paint=(0.66, 0.34, 0.25), roof=(0.33, 0.35, 0.4)):
    return fitted(
        concat_shapes(library_call("platform"), library_call("building", paint=paint, roof=roof)), width, height, depth
    )
