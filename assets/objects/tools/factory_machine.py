# /// asset
# word = "factory machine"
# synonyms = ["industrial machine", "production machine", "manufacturing machine", "machinery", "hydraulic press",
#   "industrial press"]
# category = "tools"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, finish, fitted, hoop, lathe, moved, pipe, rod

STEEL = ((0.74, 0.75, 0.77), {"metallic": 0.9, "roughness": 0.3})


@register("the bed with its press")
def press(*, paint):
    metal = {"metallic": 0.2, "roughness": 0.45}
    return concat_shapes(
        block((-0.35, 0, 0), (1.3, 0.75, 1.0), darker(paint, 0.75), metal),
        block((-0.35, 0.75, 0), (1.36, 0.06, 1.06), *STEEL),
        *[
            rod((-0.35 + s * 0.48, 0.8, t * 0.36), (-0.35 + s * 0.48, 1.62, t * 0.36), 0.055, *STEEL)
            for s in (-1, 1)
            for t in (-1, 1)
        ],
        block((-0.35, 1.6, 0), (1.3, 0.34, 1.0), paint, metal),
        block((-0.35, 1.15, 0), (1.16, 0.14, 0.86), darker(paint, 0.85), metal),
        rod((-0.35, 1.28, 0), (-0.35, 1.62, 0), 0.11, *STEEL),
        block((-0.35, 0.81, 0), (0.6, 0.1, 0.5), *finish("gunmetal")),
        block((-0.35, 1.05, 0), (0.6, 0.1, 0.5), *finish("gunmetal")),
        *[
            box(
                (-0.93 + 0.13 * i, 1.77, 0.502),
                (0.07, 0.24, 0.006),
                (0.08, 0.08, 0.08) if i % 2 else (0.95, 0.75, 0.08),
            )
            for i in range(10)
        ],
        moved(lathe([(0.2, 0), (0.2, 0.2), (0.15, 0.28)], darker(paint, 0.6), metal, slices=20), (-0.35, 1.94, 0)),
    )


@register("the control cabinet with a gauge, lamps and a wheel")
def cabinet(*, paint):
    metal = {"metallic": 0.2, "roughness": 0.45}
    parts = [
        block((0.68, 0, -0.05), (0.66, 1.55, 0.8), paint, metal),
        box((0.68, 1.2, 0.352), (0.52, 0.5, 0.012), (0.16, 0.17, 0.19)),
        box((0.6, 1.32, 0.36), (0.3, 0.18, 0.008), *finish("lit screen")),
        rod((0.85, 1.32, 0.355), (0.85, 1.32, 0.375), 0.07, *STEEL),
        rod((0.85, 1.32, 0.37), (0.85, 1.32, 0.38), 0.06, (0.95, 0.95, 0.92)),
        box((0.862, 1.338, 0.382), (0.05, 0.008, 0.004), (0.8, 0.1, 0.08)),
        rod((0.68, 0.62, 0.34), (0.68, 0.62, 0.43), 0.03, *STEEL),
        hoop(0.17, 0.018, (0.75, 0.1, 0.08), center=(0.68, 0.62, 0.42), axis=(0, 0, 1), parts=26),
        *[box((0.68, 0.62, 0.42), size, (0.75, 0.1, 0.08)) for size in ((0.34, 0.024, 0.02), (0.024, 0.34, 0.021))],
    ]
    tones = [(0.15, 0.65, 0.25), (0.95, 0.75, 0.1), (0.85, 0.12, 0.1), (0.2, 0.45, 0.85)]
    parts += [
        rod((0.5 + 0.115 * i, 1.07, 0.355), (0.5 + 0.115 * i, 1.07, 0.38), 0.032, tone) for i, tone in enumerate(tones)
    ]
    stack = [((0.15, 0.7, 0.25), 1.72), ((0.95, 0.7, 0.1), 1.8), ((0.9, 0.12, 0.1), 1.88)]
    parts += [rod((0.85, y, -0.3), (0.85, y + 0.075, -0.3), 0.045, tone, {"emission": 0.5}) for tone, y in stack]
    parts.append(rod((0.85, 1.55, -0.3), (0.85, 1.72, -0.3), 0.018, *STEEL))
    return concat_shapes(*parts)


@register("the pipes between them")
def pipes():
    copper = finish("copper")
    parts = [
        pipe([(-0.35, 2.2, 0), (-0.35, 2.32, 0), (0.6, 2.32, 0), (0.6, 1.5, 0)], 0.035, *copper),
        pipe([(0.2, 1.75, -0.35), (0.5, 1.75, -0.35), (0.5, 1.5, -0.35)], 0.028, *copper),
        pipe([(0.3, 0.3, 0.2), (0.4, 0.3, 0.2)], 0.04, *copper),
    ]
    parts += [ball((0.6, 1.95, 0), 0.06, *STEEL), rod((0.6, 1.9, 0), (0.6, 2.0, 0), 0.055, *STEEL)]
    return concat_shapes(*parts)


@register("an industrial press with a control cabinet and pipes")
def factory_machine(*, width=2.04, height=2.36, depth=1.06, paint=(0.2, 0.45, 0.38)):
    whole = concat_shapes(
        library_call("press", paint=paint), library_call("cabinet", paint=paint), library_call("pipes")
    )
    return fitted(whole, width, height, depth)
