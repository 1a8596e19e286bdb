# /// asset
# word = "cable machine"
# synonyms = ["cable crossover", "multi gym", "cable station", "lat pulldown machine", "weight machine", "pulley machine"]
# category = "sport"
# support = "floor"
# clearance = {front = 1.0}
# colors = ["paint", "accent"]
# ///
from scene.language import *
from scene.language.modelling import block, box, finish, fitted, hoop, moved, rod


@register("a tower with its stack of weights on two guide rods")
def tower(*, height, frame, steel, plate):
    stack = [block((0, 0.12 + 0.052 * i, 0), (0.3, 0.046, 0.14), *plate) for i in range(14)]
    return concat_shapes(
        block((0, 0, 0), (0.5, 0.06, 0.62), *frame),
        *[block((s * 0.2, 0.06, 0), (0.07, height - 0.13, 0.1), *frame) for s in (-1, 1)],
        *[rod((s * 0.1, 0.06, 0), (s * 0.1, height - 0.1, 0), 0.011, *steel) for s in (-1, 1)],
        *stack,
        block((0, 0.12 + 0.052 * 14, 0), (0.32, 0.07, 0.15), *steel),
        rod((0, 0.9, 0), (0, height - 0.1, 0), 0.004, (0.08, 0.08, 0.08)),
        block((0, height - 0.12, 0), (0.5, 0.12, 0.14), *frame),
    )


@register("a pulley on its arm, with cable and handle")
def pulley(*, drop, steel, grip):
    return concat_shapes(
        box((0, 0, 0.06), (0.05, 0.05, 0.22), *steel),
        rod((-0.014, -0.03, 0.16), (0.014, -0.03, 0.16), 0.05, *grip),
        rod((0, -0.05, 0.2), (0, -drop, 0.2), 0.004, (0.08, 0.08, 0.08)),
        rod((-0.06, -drop - 0.1, 0.2), (0.06, -drop - 0.1, 0.2), 0.016, *grip),
        *[rod((s * 0.055, -drop - 0.1, 0.2), (0, -drop, 0.2), 0.004, *steel) for s in (-1, 1)],
    )


@register("two towers of weights with pulleys and a bar to pull up on")
def cable_machine(*, width=2.6, depth=0.75, height=2.2, paint=(0.12, 0.12, 0.13), accent=(0.78, 0.14, 0.12)) -> Shape:
    frame, plate = finish("paint", paint), finish("paint", accent)
    steel, grip = finish("chrome"), finish("rubber", (0.07, 0.07, 0.07))
    x = width / 2 - 0.25
    parts = [place("tower", at=(s * x, 0, 0), height=height, frame=frame, steel=steel, plate=plate) for s in (-1, 1)]
    parts += [
        moved(library_call("pulley", drop=0.7, steel=steel, grip=grip), (s * (x - 0.3), height - 0.13, 0.02))
        for s in (-1, 1)
    ]
    parts += [
        box((0, height - 0.05, 0), (2 * x, 0.1, 0.1), *frame),
        rod((-0.55, height - 0.2, 0.16), (0.55, height - 0.2, 0.16), 0.018, *steel),
        *[rod((s * 0.5, height - 0.06, 0), (s * 0.5, height - 0.2, 0.16), 0.016, *steel) for s in (-1, 1)],
        hoop(0.03, 0.006, *steel, center=(0, height - 0.02, 0.056), axis=(0, 0, 1)),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
