# /// asset
# word = "neon sign"
# synonyms = [
#     "neon light", "neon wall sign", "glowing sign", "led sign", "open neon sign", "bar neon sign", "cafe neon sign", "pizza neon sign",
#     "love neon sign", "hello neon sign", "game neon sign", "music neon sign", "beer neon sign", "coffee neon sign", "neon open sign",
#     "neon bar sign", "jazz neon sign", "relax neon sign", "play neon sign", "welcome neon sign", "dance neon sign",
# ]
# stands_for = ["bitcoin sign"]
# category = "lighting"
# support = "wall"
# colors = ["glow", "second_glow"]
# [variants.text]
# "open" = "OPEN"
# "bar" = "BAR"
# "cafe" = "CAFE"
# "pizza" = "PIZZA"
# "love" = "LOVE"
# "hello" = "HELLO"
# "game" = "GAME"
# "music" = "MUSIC"
# "beer" = "BEER"
# "coffee" = "COFFEE"
# "jazz" = "JAZZ"
# "relax" = "RELAX"
# "play" = "PLAY"
# "welcome" = "WELCOME"
# "dance" = "DANCE"
# ///
import math

from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pipe, rod

STROKES = {
    "A": ["00 26 40", "12 32"], "B": ["00 06 36 45 44 33 03", "33 42 41 30 00"], "C": ["45 36 16 05 01 10 30 41"],
    "D": ["00 06 26 44 42 20 00"], "E": ["40 00 06 46", "03 33"], "F": ["00 06 46", "03 33"],
    "G": ["45 36 16 05 01 10 30 41 43 23"], "H": ["00 06", "40 46", "03 43"], "I": ["20 26"], "J": ["46 41 30 10 01"],
    "L": ["06 00 40"], "M": ["00 06 23 46 40"], "N": ["00 06 40 46"], "O": ["10 30 41 45 36 16 05 01 10"],
    "P": ["00 06 36 45 44 33 03"], "R": ["00 06 36 45 44 33 03", "23 40"], "S": ["45 36 16 05 04 13 33 42 41 30 10 01"],
    "U": ["06 01 10 30 41 46"], "V": ["06 20 46"], "W": ["06 10 23 30 46"], "X": ["00 46", "06 40"], "Y": ["06 23 46", "23 20"],
    "Z": ["06 46 00 40"],
}  # fmt: skip
"""Letters as strokes through points of a grid, four steps wide and six high: '06' is the upper left corner."""


@register("a glowing word")
def glowing_word(text, look):
    step = min(0.045, 0.54 / (len(text) * 5 - 1))
    parts = []
    for i, letter in enumerate(text):
        left = (5 * i - (5 * len(text) - 1) / 2) * step
        for stroke in STROKES[letter]:
            points = [(left + int(p[0]) * step, (int(p[1]) - 3) * step * 1.25, 0) for p in stroke.split()]
            parts.append(pipe(points, step * 0.26, *look))
    return concat_shapes(*parts)


@register("a glowing heart")
def heart(look):
    points = []
    for i in range(25):
        t = 2 * math.pi * i / 24
        points.append(
            (
                0.0155 * 16 * math.sin(t) ** 3,
                0.0155 * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)),
                0,
            )
        )
    return pipe(points, 0.011, *look)


@register("a glowing lightning bolt")
def bolt(look):
    return pipe(
        [
            (0.03, 0.16, 0),
            (-0.06, 0.0, 0),
            (0.01, 0.0, 0),
            (-0.04, -0.15, 0),
            (0.07, 0.04, 0),
            (0.0, 0.04, 0),
            (0.03, 0.16, 0),
        ],
        0.01,
        *look,
    )


@register("a stand-off clip")
def clip(look):
    return rod((0, 0, -0.03), (0, 0, 0), 0.008, *look)


@register("a neon sign in the shape of a heart and lightning bolt")
def neon_sign(
    *, width=0.62, depth=0.07, height=0.54, glow=(1.0, 0.31, 0.63), second_glow=(0.35, 0.85, 1.0), text=""
) -> Shape:
    pink, blue = (glow, {"roughness": 0.4, "emission": 2.2}), (second_glow, {"roughness": 0.4, "emission": 2.2})
    if text:
        border = [(x, y, 0) for x, y in ((-0.3, -0.2), (-0.3, 0.2), (0.3, 0.2), (0.3, -0.2), (-0.3, -0.2))]
        shapes = [library_call("glowing_word", text=text, look=pink), pipe(border, 0.008, *blue)]
        clips = ((-0.3, 0.0), (0.3, 0.0), (0, -0.2), (0, 0.2))
        board = block((0, -0.23, -0.045), (0.66, 0.46, 0.014), *finish("black acrylic"))
    else:
        shapes = [
            moved(library_call("heart", look=pink), (0, 0.02, 0)),
            moved(library_call("bolt", look=blue), (0, 0.01, 0.004)),
        ]
        clips = ((-0.2, 0.12), (0.2, 0.12), (0, -0.22), (-0.07, 0.0))
        board = block((0, -0.27, -0.045), (0.62, 0.54, 0.014), *finish("black acrylic"))
    held = [moved(library_call("clip", look=finish("chrome")), (x, y, -0.005)) for x, y in clips]
    return fitted(concat_shapes(board, *shapes, *held), width, height, depth)
