"""Nouns for reading descriptions without a catalogue."""

from __future__ import annotations

from scenewright.app.writers.embedded.description import Nouns
from scenewright.scene.semantics.words import Vocabulary

SUPPORTS = {
    "floor": """bed|bunk bed|sofa|couch|armchair|chair|dining chair|office chair|stool|bar stool|bench|table|coffee table|dining table|side table|desk|nightstand
        |dresser|wardrobe|bookshelf|shelf|cabinet|wine cabinet|tv stand|floor lamp|ottoman|bathtub|toilet|vanity|fridge|stove|island|basket|toy chest|crib|tree|fountain
        |piano|easel|cart|plant stand|rocking chair""",
    "surface": """book|lamp|table lamp|vase|laptop|monitor|keyboard|mouse|candle|plant|potted plant|pillow|tv|cup|mug|plate|bowl|bowl of fruit|glass|wine glass|tray|clock radio
        |teapot|tulips|scissors|towel|doll|globe|towel rack""",
    "wall": "painting|mirror|clock|poster|sconce|wall shelf",
    "ceiling": "pendant light|chandelier|ceiling light|light",
    "rug": "rug|area rug",
}  # fmt: skip
"""Nouns by their support."""


def nouns() -> Nouns:
    """The words of :data:`SUPPORTS` for the reader of descriptions. Any other word has the support 'floor'."""
    words = {w.strip(): kind for kind, text in SUPPORTS.items() for w in text.replace("\n", "").split("|")}
    return Nouns(Vocabulary(words), lambda word: words.get(word, "floor"))
