# /// asset
# word = "sticky notes"
# synonyms = ["sticky note", "post-it notes", "post-it note", "post-it", "notepad cube", "memo cube"]
# stands_for = [
#     "eraser", "erasers", "rubber eraser", "pencil sharpener", "sharpener", "stamp", "rubber stamp", "postage stamp",
#     "ink pad", "business card holder",
# ]
# category = "office"
# support = "surface"
# colors = ["paper"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved


@register("the coloured layers")
def layers(*, paper):
    tones = (paper, (0.95, 0.6, 0.7), (0.6, 0.82, 0.9), (0.7, 0.88, 0.55))
    return concat_shapes(
        *[box((0, 0.004 + 0.0088 * i, 0), (0.076, 0.0088, 0.076), tones[3 - i % 4]) for i in range(4)],
        moved(box((0, 0, 0.038), (0.076, 0.0008, 0.076), paper), (0, 0.0355, -0.038), -0.09, (1, 0, 0)),
    )


@register("a block of coloured sticky notes")
def sticky_notes(*, width=0.08, height=0.04, depth=0.08, paper=(0.98, 0.88, 0.35)):
    whole = library_call("layers", paper=paper)
    return fitted(whole, width, height, depth)
