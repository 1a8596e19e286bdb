# /// asset
# word = "folder"
# synonyms = [
#     "file folder", "manila folder", "document", "documents", "paper document", "report folder", "stack of folders",
#     "file", "files", "dossier", "contract", "stack of documents", "case file", "blueprint folder", "paperwork",
# ]
# stands_for = ["invoice", "certificate paper", "x-ray film", "menu", "menus", "pamphlet", "test paper", "exam paper"]
# category = "office"
# support = "surface"
# colors = ["card"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, fitted, moved


@register("the folder with its tab")
def cover(*, card):
    rough = {"roughness": 0.9}
    return concat_shapes(
        box((0, 0.001, 0), (0.235, 0.002, 0.31), card, rough),
        moved(box((0, 0, 0), (0.232, 0.002, 0.305), card, rough), (0, 0.0145, 0), 0.016, (0, 0, 1)),
        box((0.05, 0.003, -0.159), (0.08, 0.002, 0.012), card, rough),
        box((0.05, 0.0045, -0.1585), (0.06, 0.001, 0.009), (0.97, 0.97, 0.95)),
    )


@register("the papers")
def sheets():
    return concat_shapes(
        *[
            moved(
                box((0, 0, 0), (0.212, 0.0012, 0.296), (0.98, 0.98, 0.97) if i % 2 else (0.94, 0.94, 0.92)),
                (0.003 * math.sin(3 * i), 0.003 + 0.0016 * i, 0.003 * math.cos(2 * i)),
                0.012 * math.sin(5 * i),
            )
            for i in range(6)
        ]
    )


@register("a folder with papers")
def folder(*, width=0.24, height=0.02, depth=0.32, card=(0.87, 0.73, 0.48)):
    whole = concat_shapes(library_call("cover", card=card), library_call("sheets"))
    return fitted(whole, width, height, depth)
