# /// asset
# word = "scoreboard"
# synonyms = ["score board", "sports scoreboard", "electronic scoreboard", "score display"]
# category = "sport"
# support = "wall"
# colors = ["paint", "digits"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, moved

SEGMENTS = {
    "a": (0, 0.5, 0), "b": (0.28, 0.25, 1), "c": (0.28, -0.25, 1), "d": (0, -0.5, 0), "e": (-0.28, -0.25, 1),
    "f": (-0.28, 0.25, 1), "g": (0, 0, 0),
}  # fmt: skip
NUMBERS = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgecd", "7": "abc",
    "8": "abcdefg", "9": "abcdfg",
}  # fmt: skip


@register("a lit digit")
def digit(*, number, size, tone):
    lit = {"emission": 1.4}
    parts = []
    for name, (x, y, upright) in SEGMENTS.items():
        on = name in NUMBERS[number]
        wide, tall = (0.09, 0.42) if upright else (0.48, 0.09)
        look = (tone, lit) if on else (darker(tone, 0.12), None)
        parts.append(box((x * size, y * size, 0), (wide * size, tall * size, 0.006), *look))
    return concat_shapes(*parts)


@register("a field of digits in its frame")
def counter(*, text, size, tone, frame):
    step = size * 0.8
    field = len(text) * step + size * 0.2
    parts = [
        box((0, 0, -0.004), (field + 0.03, size * 1.45 + 0.03, 0.008), frame),
        box((0, 0, 0.001), (field, size * 1.45, 0.008), (0.03, 0.03, 0.04)),
    ]
    for i, character in enumerate(text):
        x = (i - (len(text) - 1) / 2) * step
        if character == ":":
            parts += [
                box((x, s * size * 0.2, 0.006), (0.1 * size, 0.1 * size, 0.006), tone, {"emission": 1.4})
                for s in (-1, 1)
            ]
        else:
            parts.append(moved(library_call("digit", number=character, size=size, tone=tone), (x, 0, 0.006)))
    return concat_shapes(*parts)


@register("an electronic scoreboard with a clock and two scores")
def scoreboard(*, width=2.0, height=1.1, depth=0.12, paint=(0.1, 0.16, 0.32), digits=(1.0, 0.2, 0.12)):
    white = (0.93, 0.93, 0.93)
    amber = (1.0, 0.75, 0.2)
    parts = [
        block((0, 0, 0), (2.0, 1.1, 0.1), paint, {"roughness": 0.4}),
        *[box((0, y, 0.051), (1.94, 0.02, 0.006), white) for y in (0.04, 1.06)],
        *[box((s * 0.96, 0.55, 0.051), (0.02, 1.04, 0.006), white) for s in (-1, 1)],
        moved(library_call("counter", text="12:45", size=0.2, tone=amber, frame=white), (0, 0.82, 0.055)),
        moved(library_call("counter", text="2", size=0.14, tone=amber, frame=white), (0, 0.3, 0.055)),
    ]
    for s, text in ((-1, "58"), (1, "61")):
        parts.append(
            moved(library_call("counter", text=text, size=0.26, tone=digits, frame=white), (s * 0.58, 0.32, 0.055))
        )
        parts += [box((s * 0.58 + (i - 2) * 0.07, 0.62, 0.052), (0.045, 0.06, 0.006), white) for i in range(5)]
    return fitted(concat_shapes(*parts), width, height, depth)
