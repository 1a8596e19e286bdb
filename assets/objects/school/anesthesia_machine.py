# /// asset
# word = "anesthesia machine"
# synonyms = ["anaesthesia machine", "anesthesia workstation", "anesthetic machine"]
# category = "school"
# support = "floor"
# clearance = {front = 0.5}
# colors = ["paint", "accent"]
# ///
from scene.language import *
from scene.language.modelling import ball, block, box, darker, ellipsoid, finish, fitted, pipe, rod

BLACK = (0.1, 0.1, 0.11)


@register("the cabinet with drawers on casters")
def cabinet(*, paint, accent):
    parts = [block((0, 0.14, 0), (0.66, 0.66, 0.5), paint, {"roughness": 0.35})]
    for s in (-1, 1):
        for t in (-1, 1):
            parts.append(rod((s * 0.28 - 0.02, 0.06, t * 0.22), (s * 0.28 + 0.02, 0.06, t * 0.22), 0.06, BLACK))
            parts.append(box((s * 0.28, 0.11, t * 0.22), (0.06, 0.07, 0.06), (0.6, 0.62, 0.65)))
    for i in range(3):
        y = 0.27 + 0.19 * i
        parts.append(box((0, y, 0.252), (0.58, 0.17, 0.014), darker(paint, 0.94)))
        parts.append(box((0, y + 0.05, 0.262), (0.3, 0.02, 0.015), accent))
    parts.append(block((0, 0.8, 0.06), (0.74, 0.04, 0.62), (0.6, 0.62, 0.65)))
    return concat_shapes(*parts)


@register("the back with vaporizers and flow meters")
def back(*, paint, accent):
    parts = [block((0, 0.84, -0.16), (0.66, 0.52, 0.2), paint, {"roughness": 0.35})]
    for i, tone in enumerate(((0.55, 0.2, 0.6), (0.95, 0.75, 0.1))):
        x = 0.06 + 0.16 * i
        parts.append(block((x, 0.98, 0.0), (0.12, 0.24, 0.14), (0.85, 0.86, 0.87)))
        parts.append(rod((x, 1.22, 0.0), (x, 1.27, 0.0), 0.055, tone))
        parts.append(box((x, 1.06, 0.072), (0.08, 0.05, 0.004), tone))
    parts.append(box((-0.2, 1.08, -0.05), (0.18, 0.34, 0.03), BLACK))
    for i, tone in enumerate(((0.95, 0.95, 0.95), (0.3, 0.5, 0.9), (0.2, 0.7, 0.35))):
        x = -0.25 + 0.05 * i
        parts.append(rod((x, 0.98, -0.03), (x, 1.22, -0.03), 0.011, (0.8, 0.88, 0.9)))
        parts.append(rod((x, 0.94, -0.03), (x, 0.94, 0.0), 0.018, tone))
        parts.append(ball((x, 1.06 + 0.05 * i, -0.022), 0.01, tone))
    return concat_shapes(*parts)


@register("two monitors on top")
def monitors(*, accent):
    parts = [block((0, 1.36, -0.16), (0.66, 0.03, 0.26), (0.6, 0.62, 0.65))]
    for x, w in ((-0.15, 0.36), (0.22, 0.28)):
        parts.append(box((x, 1.56, -0.12), (w, 0.28, 0.05), BLACK))
        parts.append(box((x, 1.56, -0.093), (w - 0.03, 0.25, 0.004), (0.02, 0.05, 0.08)))
        parts.append(rod((x, 1.38, -0.14), (x, 1.45, -0.14), 0.02, (0.6, 0.62, 0.65)))
        for k, tone in enumerate(((0.2, 0.9, 0.35), (0.95, 0.8, 0.2), (0.3, 0.7, 0.98))):
            line = [
                (
                    x - w * 0.42 + w * 0.6 * j / 12,
                    1.64 - 0.07 * k + (0.022 if j % 4 == 1 else -0.01 if j % 4 == 2 else 0),
                    -0.09,
                )
                for j in range(13)
            ]
            parts.append(pipe(line, 0.0028, tone, {"emission": 1.0}))
            parts.append(box((x + w * 0.36, 1.64 - 0.07 * k, -0.09), (w * 0.12, 0.035, 0.003), tone, {"emission": 1.0}))
    return concat_shapes(*parts)


@register("the bellows, the bag and the hoses")
def breathing_parts(*, accent):
    ribs = [
        rod((-0.26, 0.86 + 0.024 * i, 0.2), (-0.26, 0.872 + 0.024 * i, 0.2), 0.075 - 0.012 * (i % 2), BLACK)
        for i in range(8)
    ]
    hoses = [
        pipe(
            [
                (0.34, 0.8, 0.1 + 0.08 * k),
                (0.44, 0.72, 0.16 + 0.1 * k),
                (0.45, 0.5, 0.25 + 0.06 * k),
                (0.4, 0.45, 0.4),
                (0.3, 0.6, 0.44),
            ],
            0.016,
            (0.35, 0.6, 0.75),
        )
        for k in (0, 1)
    ]
    return concat_shapes(
        rod((-0.26, 0.84, 0.2), (-0.26, 1.1, 0.2), 0.085, *finish("glass")),
        *ribs,
        rod((-0.26, 1.1, 0.2), (-0.26, 1.12, 0.2), 0.088, (0.6, 0.62, 0.65)),
        *hoses,
        pipe([(0.36, 0.82, 0.28), (0.42, 0.86, 0.34), (0.42, 0.76, 0.36)], 0.014, (0.6, 0.62, 0.65)),
        ellipsoid((0.42, 0.65, 0.36), (0.055, 0.12, 0.055), (0.15, 0.3, 0.35)),
    )


@register("two gas cylinders behind")
def cylinders():
    return concat_shapes(
        *[
            concat_shapes(
                rod((s * 0.17, 0.2, -0.34), (s * 0.17, 0.85, -0.34), 0.085, tone),
                ball((s * 0.17, 0.85, -0.34), 0.085, tone),
                rod((s * 0.17, 0.93, -0.34), (s * 0.17, 1.0, -0.34), 0.025, *finish("brass")),
            )
            for s, tone in ((-1, (0.94, 0.94, 0.94)), (1, (0.2, 0.4, 0.75)))
        ],
        box((0, 0.19, -0.33), (0.56, 0.03, 0.2), (0.6, 0.62, 0.65)),
    )


@register("an anesthesia machine with monitors, a breathing bag and gas cylinders")
def anesthesia_machine(*, width=0.86, height=1.7, depth=0.9, paint=(0.92, 0.93, 0.94), accent=(0.2, 0.5, 0.65)):
    whole = concat_shapes(
        library_call("cabinet", paint=paint, accent=accent),
        library_call("back", paint=paint, accent=accent),
        library_call("monitors", accent=accent),
        library_call("breathing_parts", accent=accent),
        library_call("cylinders"),
    )
    return fitted(whole, width, height, depth)
