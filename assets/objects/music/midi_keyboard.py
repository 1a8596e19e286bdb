# /// asset
# word = "midi keyboard"
# synonyms = ["keyboard piano", "electric piano", "piano keyboard"]
# category = "music"
# support = "surface"
# colors = ["casing", "accent"]
# ///
from scene.language import *
from scene.language.modelling import box, moved, rod


@register("the case with a panel of knobs and pads")
def case(*, width, depth, height, casing, accent):
    tints = (accent, (0.95, 0.45, 0.35), (0.95, 0.8, 0.3), (0.4, 0.8, 0.5))
    knobs = [
        concat_shapes(
            rod(
                (width * (-0.42 + 0.05 * i), height, -depth * 0.3),
                (width * (-0.42 + 0.05 * i), height * 1.3, -depth * 0.3),
                width * 0.014,
                (0.3, 0.3, 0.32),
            ),
            box(
                (width * (-0.42 + 0.05 * i), height * 1.31, -depth * 0.3 - width * 0.006),
                (width * 0.003, 0.002, width * 0.012),
                (0.95, 0.95, 0.95),
            ),
        )
        for i in range(6)
    ]
    pads = [
        box(
            (width * (0.22 + 0.05 * i), height * 1.03, depth * (-0.38 + 0.16 * j)),
            (width * 0.042, height * 0.16, depth * 0.13),
            tints[(i + j) % 4],
            {"emission": 0.3},
        )
        for i in range(5)
        for j in range(2)
    ]
    return concat_shapes(
        box((0, height / 2, 0), (width, height, depth), casing, {"roughness": 0.5}),
        *knobs,
        *pads,
        box((0, height * 1.02, -depth * 0.3), (width * 0.2, height * 0.1, depth * 0.2), (0.05, 0.06, 0.08)),
        box((0, height * 1.08, -depth * 0.3), (width * 0.17, height * 0.02, depth * 0.14), accent, {"emission": 0.8}),
    )


@register("the keys")
def key_bank(*, width, depth, height):
    count = 28
    step = width / count
    white = [
        box(
            ((i - (count - 1) / 2) * step, height / 2, 0),
            (step * 0.92, height, depth),
            (0.97, 0.96, 0.94),
            {"roughness": 0.2},
        )
        for i in range(count)
    ]
    black = [
        box(
            ((i - (count - 1) / 2 + 0.5) * step, height * 1.15, -depth * 0.18),
            (step * 0.55, height * 0.7, depth * 0.62),
            (0.06, 0.06, 0.07),
            {"roughness": 0.2},
        )
        for i in range(count - 1)
        if i % 7 not in (2, 6)
    ]
    return concat_shapes(*white, *black)


@register("an electronic keyboard with knobs, pads and a display")
def midi_keyboard(*, width=0.85, depth=0.27, height=0.08, casing=(0.14, 0.14, 0.16), accent=(0.3, 0.65, 0.9)):
    body = height * 0.755
    return concat_shapes(
        library_call("case", width=width, depth=depth, height=body, casing=casing, accent=accent),
        moved(
            library_call("key_bank", width=width * 0.95, depth=depth * 0.56, height=height * 0.2),
            (0, body * 0.82, depth * 0.21),
        ),
    )
