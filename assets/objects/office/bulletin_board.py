# /// asset
# word = "bulletin board"
# synonyms = [
#     "cork board", "corkboard", "pinboard", "pin board", "notice board", "noticeboard", "vision board", "memo board",
#     "message board", "mood board", "felt board", "pin-up board",
# ]
# category = "office"
# support = "wall"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, fitted, moved


@register("the cork in its frame")
def board_part(*, wood):
    look = surface(wood)
    return concat_shapes(
        box((0, 0.325, 0.009), (0.86, 0.61, 0.018), *surface("cork")),
        *[box((0, y, 0.012), (0.9, 0.03, 0.024), *look) for y in (0.015, 0.635)],
        *[box((s * 0.435, 0.325, 0.012), (0.03, 0.65, 0.024), *look) for s in (-1, 1)],
    )


@register("a pinned note")
def note(*, size, tone):
    return concat_shapes(
        box((0, 0, 0.02), (size[0], size[1], 0.0015), tone), ball((0, size[1] * 0.42, 0.025), 0.007, (0.8, 0.15, 0.15))
    )


@register("a cork board with pinned notes")
def bulletin_board(*, width=0.9, height=0.65, depth=0.035, wood="oak"):
    notes = (
        (-0.3, 0.44, (0.16, 0.2), (0.98, 0.97, 0.94), 0.05),
        (-0.08, 0.46, (0.1, 0.1), (0.98, 0.88, 0.4), -0.08),
        (0.12, 0.4, (0.18, 0.13), (0.6, 0.75, 0.88), 0.03),
        (0.31, 0.46, (0.12, 0.16), (0.98, 0.97, 0.94), -0.05),
        (-0.25, 0.18, (0.11, 0.11), (0.95, 0.65, 0.7), 0.1),
        (-0.02, 0.2, (0.16, 0.22), (0.97, 0.96, 0.9), -0.02),
        (0.26, 0.19, (0.2, 0.15), (0.75, 0.88, 0.65), 0.04),
    )
    whole = concat_shapes(
        library_call("board_part", wood=wood),
        *[
            moved(library_call("note", size=size, tone=tone), (x, y, 0), turn, (0, 0, 1))
            for x, y, size, tone, turn in notes
        ],
    )
    return fitted(whole, width, height, depth)
