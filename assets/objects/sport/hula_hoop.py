# /// asset
# word = "hula hoop"
# synonyms = ["hoop", "hoops"]
# stands_for = ["aerial hoop"]
# category = "sport"
# support = "floor"
# colors = ["first", "second"]
# ///
import math

from scene.language import *
from scene.language.modelling import fitted, tube


@register("the striped ring")
def ring_part(*, first, second):
    def piece(i):
        a, b = i * math.pi / 30, (i + 1) * math.pi / 30
        tone = first if (i // 6) % 2 else second
        return tube(
            [(0.385 * math.cos(a), 0.014, 0.385 * math.sin(a)), (0.385 * math.cos(b), 0.014, 0.385 * math.sin(b))],
            0.014,
            tone,
            {"roughness": 0.3},
        )

    return loop(60, piece)


@register("a striped hoop")
def hula_hoop(*, width=0.8, height=0.028, depth=0.8, first=(0.9, 0.25, 0.5), second=(0.95, 0.85, 0.3)):
    whole = library_call("ring_part", first=first, second=second)
    return fitted(whole, width, height, depth)
