"""Looks of what a person did not describe: colours and woods that go together, and variants of objects, chosen by the seed.

What the text gives a colour, a material or a style keeps it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import ObjectRequest
from scenewright.assets.palettes import Palette, own_palettes
from scenewright.scene.language.vocabulary import named_surfaces

if TYPE_CHECKING:
    from scenewright.assets import Catalogue, CatalogueEntry

__all__ = ["RoomLooks", "chosen_palette", "look_role", "main_surface_kind"]

_SOFT = word_set(
    "sofa couch armchair loveseat sectional ottoman recliner pouf daybed chaise futon curtain curtains drape drapes"
)
_PLAIN_SEATS = word_set("chair stool bench")
_ACCENTED = word_set("cushion pillow rug throw blanket vase carpet")
_PAINTS = frozenset(["white", "black", "gray", "grey", "cream", "ivory"])
"""Colors of a room that its wooden furniture takes as well."""
_WOODEN_KINDS = frozenset(["tables", "storage", "beds"])
_FREE_VARIANTS = frozenset(["style", "pattern", "back", "base", "doors", "shade"])
"""Variants that change how a thing looks, and neither its size nor its use."""


def chosen_palette(seed: int, kind: str, text: str) -> Palette:
    """The palette of one room: one that suits the style that its text names, if it names one."""
    palettes, said = own_palettes(), _words_of(text)
    suited = [p for p in palettes if p.styles & said] or palettes
    return suited[random.Random(f"{seed}/{kind}/palette").randrange(len(suited))]


def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z][a-z-]+", text.lower()))


class RoomLooks:
    """Looks for one room. Equal things get equal looks.

    Attributes:
        palette: what goes together: one that suits the style that the text names, if it names one.
        heard: words of the text that chose it.
    """

    def __init__(self, seed: int, kind: str, text: str, colors: Sequence[str] = ()) -> None:
        """
        Args:
            colors: those that the text gives the room as a whole.
        """
        self._seed = f"{seed}/{kind}"
        self.palette = chosen_palette(seed, kind, text)
        self.heard = self.palette.styles & _words_of(text)
        if colors:
            painted = tuple(c for c in colors if c in _PAINTS)
            self.palette = replace(
                self.palette,
                wood=(*painted, *self.palette.wood),
                fabric=(*colors, *self.palette.fabric[:1]),
                accent=tuple(colors),
            )

    def words_for(self, request: ObjectRequest, entry: CatalogueEntry, words: str, catalogue: Catalogue) -> str:
        """The words that ask the catalogue for an object, with a look before them where the text gives none."""
        reading = catalogue.parse(words)
        said = (*reading.colors, *reading.materials, *reading.parts, *reading.styles, *reading.others)
        if said or reading.shape or catalogue.parse(request.phrase).colors:
            return words
        look = self._look(entry)
        variant = self._variant(entry)
        for before in ([variant, look], [look], [variant]):
            chosen = " ".join(w for w in (*before, words) if w)
            read = catalogue.parse(chosen)
            if chosen != words and read.known and read.head == reading.head and read.compound == reading.compound:
                return chosen
        return words

    def _look(self, entry: CatalogueEntry) -> str:
        role = look_role(entry)
        if role == "fabric":
            return self._pick(self.palette.fabric, f"soft/{entry.key}")
        if role == "accent":
            return self._pick(self.palette.accent, f"accent/{entry.key}")
        if role == "wood":
            # the furniture of one room is mostly of one wood
            return self._pick(self.palette.wood[:1] * 3 + self.palette.wood[1:], f"wood/{entry.category}")
        return ""

    def _variant(self, entry: CatalogueEntry) -> str:
        words = sorted(word for kind, named in entry.variants.items() if kind in _FREE_VARIANTS for word in named)
        return self._pick(("", *words), f"variant/{entry.key}") if words else ""

    def _pick(self, among: tuple[str, ...], what: str) -> str:
        return among[self._random(what).randrange(len(among))]

    def _random(self, what: str) -> random.Random:
        return random.Random(f"{self._seed}/{what}")


def look_role(entry: CatalogueEntry) -> str:
    """Which looks of a palette an object takes: wood, fabric or accent; '' where it keeps its own."""
    said = set(entry.word.lower().split())
    if said & _SOFT:
        return "fabric"
    if said & _ACCENTED:
        return "accent"
    if said & _PLAIN_SEATS and not _is_wooden(entry):
        return ""
    if main_surface_kind(entry) == "fibre":
        return ""  # a basket is woven, whatever the furniture is made of
    wooden = entry.category in _WOODEN_KINDS or said & _PLAIN_SEATS or ("counter" in said and _is_wooden(entry))
    return "wood" if wooden else ""


def _is_wooden(entry: CatalogueEntry) -> bool:
    """Whether what an object is mostly made of is wood: a stool with a leather seat takes no wood for it."""
    return main_surface_kind(entry) == "wood"


def main_surface_kind(entry: CatalogueEntry) -> str:
    """The kind of surface that an object is mostly made of; '' where nothing says so."""
    main = next(iter(entry.materials.values()), "")
    surface = named_surfaces(main).get(main) if main else None
    return "" if surface is None else surface.kind
