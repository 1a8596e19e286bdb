# /// asset
# word = "tattoo machine"
# synonyms = ["tattoo gun", "tattoo needle", "tattoo pen", "tattooing machine"]
# category = "tools"
# support = "surface"
# colors = ["paint"]
# materials = ["metal"]
# ///
from scene.language import *
from scene.language.modelling import (
    block,
    box,
    cone,
    disc,
    finish,
    fitted,
    hoop,
    lathe,
    moved,
    pipe,
    rod,
    rotated,
    tube,
)


@register("the frame with its two coils")
def frame(*, look, paint):
    coils = []
    for s in (-1, 1):
        x = 0.014 * s
        coils.append(rod((x, 0.0, 0), (x, 0.032, 0), 0.0105, paint))
        coils += [
            hoop(0.0105, 0.0014, tuple(0.8 * c for c in paint), center=(x, 0.003 + 0.0045 * i, 0), parts=14)
            for i in range(7)
        ]
        coils += [rod((x, y, 0), (x, y + 0.002, 0), 0.0125, (0.06, 0.06, 0.06)) for y in (-0.002, 0.032)]
    return concat_shapes(
        *coils,
        box((0.0, -0.006, 0), (0.066, 0.007, 0.02), *look),
        box((0.032, 0.02, 0), (0.007, 0.058, 0.018), *look),
        box((0.03, 0.05, 0), (0.018, 0.007, 0.018), *look),
        box((-0.004, 0.042, 0), (0.056, 0.004, 0.012), *finish("steel")),
        rod((-0.026, 0.042, 0), (-0.026, 0.062, 0), 0.004, *finish("brass")),
        box((-0.026, 0.062, 0), (0.02, 0.006, 0.01), *look),
        box((-0.034, 0.028, 0), (0.006, 0.07, 0.014), *look),
    )


@register("the grip with the needle")
def grip(*, look):
    return concat_shapes(
        moved(
            lathe([(0.007, 0), (0.0125, 0.008), (0.0115, 0.03), (0.013, 0.05), (0.008, 0.058)], *look, slices=30),
            (-0.034, -0.075, 0),
        ),
        rod((-0.034, -0.02, 0), (-0.034, 0.0, 0), 0.005, *finish("steel")),
        rod((-0.034, -0.1, 0), (-0.034, -0.07, 0), 0.004, *finish("steel")),
        cone((-0.034, -0.098, 0), (-0.034, -0.118, 0), 0.003, *finish("steel")),
    )


@register("the cord")
def cord():
    return tube(
        [(0.05, 0.02, 0.0), (0.09, 0.008, 0.03), (0.12, 0.004, 0.0), (0.1, 0.004, -0.05), (0.04, 0.004, -0.07)],
        0.003,
        (0.06, 0.06, 0.06),
    )


@register("a small cup of ink")
def ink_cup(*, tone):
    return concat_shapes(
        disc((0, 0, 0), (0.013, 0.013), 0.016, (0.92, 0.92, 0.94)), disc((0, 0.014, 0), (0.01, 0.01), 0.0028, tone)
    )


@register("a tattoo machine with its cord and cups of ink")
def tattoo_machine(*, width=0.24, height=0.075, depth=0.17, metal="chrome", paint=(0.75, 0.1, 0.12)):
    look = finish(metal)
    lying = rotated(
        concat_shapes(library_call("frame", look=look, paint=paint), library_call("grip", look=look)), 1.45, (0, 0, -1)
    )
    whole = concat_shapes(
        moved(lying, (0, 0.042, 0)),
        library_call("cord"),
        pipe([(0.02, 0.03, 0), (0.05, 0.02, 0)], 0.004, (0.06, 0.06, 0.06)),
        *[
            moved(library_call("ink_cup", tone=t), (-0.06 + 0.032 * i, 0, 0.065))
            for i, t in enumerate(((0.03, 0.03, 0.04), (0.7, 0.08, 0.1), (0.1, 0.25, 0.6)))
        ],
        block((-0.0, 0, 0), (0.001, 0.001, 0.001), *look),
    )
    return fitted(whole, width, height, depth)
