"""Looks of one style: which of them an object takes, and the words that ask the catalogue for it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.looks import RoomLooks, look_role, main_surface_kind
from scenewright.assets.moods import apart

if TYPE_CHECKING:
    from scenewright.app.writers.embedded.description import ObjectRequest
    from scenewright.assets import Catalogue, CatalogueEntry
    from scenewright.assets.room_style import Style

__all__ = ["StyledLooks", "StyledRoomLooks", "styled_role"]

_POTTERY = frozenset(["vase", "pot", "planter", "bowl", "candle", "lamp", "basket"])
"""Nouns of small things that take an accent."""
_HUNG = frozenset(["curtains", "curtain", "drapes", "blanket", "throw", "towel"])
"""What is made of cloth, whatever the seats are made of."""
_PLAINLY: Mapping[str, tuple[str, ...]] = {"rug": ("plain",)}
"""Object -> the kind of it that shows its colour best, for a style that does not say."""
_AT_WALLS = frozenset(["curtains", "curtain", "drapes"])
"""What hangs before the walls, and is not seen in their colour."""
_CLOTHS = frozenset(["towel", "towels", "tablecloth", "bath mat"])
_LIT = frozenset(["lighting"])
_FRAMED = frozenset(["mirror", "clock", "frame"])
_BUILT_IN = frozenset(["kitchen", "bath"])
"""Categories whose wooden things are furniture: cabinets, vanities, islands."""


def styled_role(entry: CatalogueEntry) -> str:
    """Which looks of a style an object takes; '' where it keeps its own."""
    role = look_role(entry)
    if role:
        return role
    said = set(entry.word.lower().split())
    if entry.word == "table lamp" or entry.word in _CLOTHS or (said & _POTTERY and entry.category == "decor"):
        return "accent"
    if entry.category in _LIT or said & _FRAMED:
        return "metal"
    return "wood" if entry.category in _BUILT_IN and main_surface_kind(entry) == "wood" else ""


class StyledLooks:
    """Chooses looks of one style. Things of a kind get one look; different kinds share the looks of the style among them."""

    def __init__(self, style: Style, catalogue: Catalogue) -> None:
        self._style, self._catalogue = style, catalogue
        self._chosen: dict[tuple[str, str], str] = {}
        self._used: dict[str, int] = {}

    def look(self, role: str, entry: CatalogueEntry) -> str:
        """The look of a role for a kind of object; '' where the style has none."""
        palette = self._style.palette
        looks: Mapping[str, tuple[str, ...]] = {
            "wood": palette.wood[:1] * 2 + palette.wood, "fabric": palette.fabric, "accent": palette.accent,
            "metal": self._style.metal,
        }  # fmt: skip
        among = looks.get(role, ())
        said = set(entry.word.lower().split())
        if _HUNG & said:
            among = tuple(look for look in among if "leather" not in look)
        if _AT_WALLS & said and palette.walls:
            among = tuple(sorted(among, key=lambda look: -apart(look, palette.walls[0])))[:1]
        if not among:
            return ""
        key = (role, entry.key)
        if key not in self._chosen:
            number = self._used.get(role, 0)
            self._used[role] = number + 1
            self._chosen[key] = among[number % len(among)]
        return self._chosen[key]

    def variant(self, entry: CatalogueEntry) -> str | None:
        """The kind of an object that suits the style: '' for a plain one; None where the style does not say."""
        words = self._style.variants.get(entry.word, _PLAINLY.get(entry.word))
        return None if words is None else words[0]

    def words(self, entry: CatalogueEntry, noun: str, kept: Sequence[str] = (), own: str = "") -> str | None:
        """What an object is asked for by; None where the style has nothing for it that the catalogue understands.

        Args:
            kept: words of size and shape that stay.
            own: what the object's present words say of its kind, for a style that does not say.
        """
        look, variant = self.look(styled_role(entry), entry), self.variant(entry)
        if not look and not variant:
            return None
        free = own if variant is None else variant
        parts = self._parts(entry, look)
        before = [*kept, free]
        if parts and self.understands(said := " ".join(w for w in (*before, noun, parts) if w), entry):
            return said
        for before in ([*kept, free, look], [*kept, look], [free, look], [look]):
            if self.understands(said := " ".join(w for w in (*before, noun) if w), entry):
                return said
        return None

    def understands(self, words: str, entry: CatalogueEntry) -> bool:
        """Whether words ask for an object, all of them."""
        found = self._catalogue.find(words, k=1, meaning=False)
        return bool(found) and found[0].entry.key == entry.key and not found[0].leftover

    def _parts(self, entry: CatalogueEntry, look: str) -> str:
        """What is said of the parts of furniture that one look does not cover: the bedding of a bed, the legs of a table."""
        palette, wooden = self._style.palette, styled_role(entry) == "wood" and bool(look)
        if wooden and "bedding" in entry.materials and palette.fabric:
            cloth = max(palette.fabric, key=lambda fabric: apart(fabric, look))
            return f"with {look} frame and {cloth} bedding"
        if wooden and {"top", "legs"} <= set(entry.materials):
            return f"with {look} top and {look} legs"
        if wooden and {"top", "body"} <= set(entry.materials):
            return f"with {look} body and {palette.wood[-1]} top"
        return ""


class StyledRoomLooks(RoomLooks):
    """Looks for a room whose text says its style: what belongs to it in place of what anybody likes."""

    def __init__(self, seed: int, kind: str, text: str, style: Style, catalogue: Catalogue) -> None:
        super().__init__(seed, kind, text)
        self.palette = style.palette
        self._looks = StyledLooks(style, catalogue)

    def words_for(self, request: ObjectRequest, entry: CatalogueEntry, words: str, catalogue: Catalogue) -> str:
        reading = catalogue.parse(words)
        said = (*reading.colors, *reading.materials, *reading.parts)
        if said or catalogue.parse(request.phrase).colors:
            return words
        return self._looks.words(entry, words) or words
