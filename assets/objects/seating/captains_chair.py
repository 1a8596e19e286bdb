# /// asset
# word = "captain's chair"
# synonyms = ["captain chair", "captains chair", "command chair", "spaceship chair", "bridge chair", "pilot seat", "cockpit seat"]
# category = "seating"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint", "glow"]
# materials = ["cover"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, disc, finish, fitted, moved, pad, plate, rod, upright_pad

HULL = ((0.72, 0.75, 0.79), {"metallic": 0.3, "roughness": 0.35})


@register("the pedestal on its lit disc")
def pedestal(*, glow):
    return concat_shapes(
        disc((0, 0, 0), (0.48, 0.48), 0.05, *HULL),
        disc((0, 0.05, 0), (0.44, 0.44), 0.012, glow, {"emission": 1.5}),
        disc((0, 0.06, 0), (0.4, 0.4), 0.03, (0.12, 0.13, 0.15)),
        rod((0, 0.06, 0), (0, 0.36, 0), 0.13, *HULL),
        rod((0, 0.18, 0), (0, 0.21, 0), 0.138, glow, {"emission": 1.5}),
    )


@register("the shell with its cushions")
def seat(*, look):
    return concat_shapes(
        plate((0, 0.34, 0.02), (0.68, 0.1, 0.66), 0.12, *HULL),
        pad((0, 0.42, 0.04), (0.58, 0.14, 0.56), *look),
        moved(upright_pad((0, 0, 0), (0.7, 0.98, 0.1), *HULL), (0, 0.42, -0.31), -0.16, (1, 0, 0)),
        moved(upright_pad((0, 0, 0), (0.58, 0.6, 0.16), *look), (0, 0.5, -0.25), -0.16, (1, 0, 0)),
        moved(upright_pad((0, 0, 0), (0.4, 0.22, 0.14), *look), (0, 1.12, -0.35), -0.16, (1, 0, 0)),
        *[
            moved(
                upright_pad((s * 0.3, 0, 0), (0.12, 0.7, 0.24), darker(look[0], 0.8), look[1]),
                (0, 0.5, -0.24),
                -0.16,
                (1, 0, 0),
            )
            for s in (-1, 1)
        ],
    )


@register("an arm rest with its controls")
def arm(*, side, glow):
    x = side * 0.42
    tones = [(0.95, 0.3, 0.2), (0.98, 0.78, 0.2), (0.3, 0.85, 0.45)]
    parts = [
        block((x, 0.36, -0.08), (0.1, 0.3, 0.3), *HULL),
        plate((x, 0.64, 0.06), (0.18, 0.07, 0.62), 0.07, *HULL),
        box((x, 0.712, 0.16), (0.13, 0.006, 0.26), (0.05, 0.06, 0.08)),
        box((x, 0.716, 0.21), (0.1, 0.004, 0.11), glow, {"emission": 1.2}),
    ]
    parts += [
        box((x - 0.035 + 0.035 * i, 0.717, 0.1), (0.024, 0.008, 0.05), tone, {"emission": 0.8})
        for i, tone in enumerate(tones)
    ]
    if side > 0:
        parts += [
            rod((x, 0.7, 0.0), (x, 0.82, 0.02), 0.014, (0.1, 0.1, 0.11)),
            rod((x, 0.8, 0.016), (x, 0.87, 0.024), 0.026, (0.8, 0.12, 0.1)),
        ]
    return concat_shapes(*parts)


@register("a captain's chair with controls in its arms")
def captains_chair(*, width=1.02, height=1.42, depth=0.98, cover="black leather", paint=None, glow=(0.25, 0.7, 1.0)):
    whole = concat_shapes(
        library_call("pedestal", glow=glow),
        library_call("seat", look=finish(cover, paint)),
        *[library_call("arm", side=s, glow=glow) for s in (-1, 1)],
    )
    return fitted(whole, width, height, depth)
