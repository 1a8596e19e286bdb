"""Sets the parameters of an object from a noun phrase: colours, surfaces, variants and sizes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scenewright.assets.entry import CatalogueEntry
from scenewright.scene.language.vocabulary import find_color, find_surface, surface_kind, surface_words
from scenewright.scene.model import Vec3
from scenewright.scene.semantics.words import Dimensions, ObjectPhrase, lexicon, normalise

__all__ = ["FitChoice", "choose", "reached_target", "size_arguments", "target_size"]

# Factors of size words on (width, height, depth).
_FACTORS: dict[str, Vec3] = {
    "small": (0.8, 0.85, 0.8),
    "tiny": (0.6, 0.6, 0.6),
    "large": (1.25, 1.15, 1.25),
    "huge": (1.5, 1.35, 1.5),
    "tall": (1.0, 1.25, 1.0),
    "low": (1.0, 0.72, 1.0),
    "wide": (1.3, 1.0, 1.0),
    "narrow": (0.72, 1.0, 0.8),
    "long": (1.35, 1.0, 1.0),
    "deep": (1.0, 1.0, 1.25),
    "child": (0.7, 0.65, 0.7),
}

# (width, depth) in metres of beds with their frame: mattress sizes of the trade plus 10 cm; None keeps the object's own.
_BEDS: dict[str, tuple[float, float | None]] = {
    "california king": (1.93, 2.25), "super king": (1.95, 2.15), "king size": (2.03, 2.15), "queen size": (1.63, 2.15),
    "full size": (1.47, None), "double": (1.47, None), "twin": (1.09, None), "single": (1.05, None),
}  # fmt: skip

_SAME = {"blanket": "throw"}
"""What a parameter is called that is said in another word, beside the names of parts."""

_SOFT = frozenset({"fabric", "leather"})
_EARTHEN, _METALS = frozenset({"ceramic", "stone"}), frozenset({"metal"})
_ALL_CLOTH = ("cloth", "fabric", "textile", "pile", "upholstery")
"""Parameters of objects that one sees as cloth, whatever rod or feet they have."""
_SCREENS = re.compile(r"\b(tv|television|monitor|screen|display|tablet|laptop)\b")
_NUMBERS = {str(n): word for word, n in lexicon.COUNTS.items() if " " not in word and n <= 12 and word.isalpha()}
_EVEN = ("round", "square")
_ALIKE = 0.02
"""Share by which two sides of something round or square may differ."""
_WIDTHS, _HEIGHTS, _DEPTHS = ("width", "diameter", "length"), ("height",), ("depth", "diameter")


@dataclass(slots=True)
class FitChoice:
    """The result for one phrase. `arguments`: of the root function. `factors`: on the natural (width, height, depth), before any given
    size. `leftover`: words without an effect."""

    arguments: dict[str, Any] = field(default_factory=dict)
    factors: Vec3 = (1.0, 1.0, 1.0)
    leftover: tuple[str, ...] = ()


def choose(entry: CatalogueEntry, phrase: ObjectPhrase) -> FitChoice:
    """The arguments for colours, surfaces and variants of `phrase`, its size factors, and the words without an effect."""
    work = _Work(entry, phrase)
    work.pick_variants()
    work.paint_parts()
    work.surface_whole()
    work.color_whole()
    work.scale()
    words = [*phrase.colors, *phrase.materials, *(f"{p.words} {p.part}" for p in phrase.parts), *phrase.sizes]
    words += [*([phrase.shape] if phrase.shape else []), *phrase.styles, *phrase.others, *phrase.leftover]
    leftover = tuple(w for w in words if w not in work.served)
    return FitChoice(arguments=work.arguments, factors=work.factors, leftover=leftover)


def target_size(natural: Vec3, factors: Vec3, dimensions: Dimensions, head: str, shape: str | None = None) -> Vec3:
    """(width, height, depth) in metres for an object of the natural size, from the size words and dimensions of a phrase.

    What is round or square (`shape`) stays so: one length of its top, or of its face, is the other one as well. A length that would
    change the object's size by more than a factor of five describes something else (*a 50 mm lens*) and is
    ignored.
    """
    w, h, d = (n * f for n, f in zip(natural, factors, strict=True))
    dim = dimensions
    diagonal = dim.length if dim.length and _SCREENS.search(head) else None
    if diagonal is not None:
        scale = diagonal / max((w * w + h * h) ** 0.5, 1e-9)
        return (w * scale, h * scale, d) if 0.2 <= scale <= 5 else (w, h, d)
    across = dim.diameter
    lengths = {"w": dim.width or across, "d": dim.depth or across, "h": dim.height}
    if dim.length and not dim.width:
        longest = max((w, "w"), (h, "h"), (d, "d"))[1]
        lengths[longest] = lengths[longest] or dim.length
    if shape in _EVEN:
        other = next((axis for axis, size in (("d", d), ("h", h)) if abs(size - w) <= _ALIKE * w), None)
        if other is not None:
            lengths["w"], lengths[other] = lengths["w"] or lengths[other], lengths[other] or lengths["w"]
    sizes = {"w": w, "h": h, "d": d}
    for axis, metres in lengths.items():
        if metres and 0.2 <= metres / max(sizes[axis], 1e-9) <= 5:
            sizes[axis] = metres
    return (sizes["w"], sizes["h"], sizes["d"])


def size_arguments(parameters: Mapping[str, Any], natural: Vec3, target: Vec3) -> dict[str, float]:
    """Length arguments of the root function that change an object from its natural size to about the target.

    Args:
        parameters: of the object of the natural size.
    """
    out: dict[str, float] = {}
    for names, have, want in zip((_WIDTHS, _HEIGHTS, _DEPTHS), natural, target, strict=True):
        name = next((n for n in names if _is_length(parameters.get(n))), None)
        if name is not None and name not in out and abs(want - have) > 1e-6:
            out[name] = round(float(parameters[name]) * want / max(have, 1e-9), 4)
    return out


def reached_target(parameters: Mapping[str, Any], reached: Vec3, target: Vec3) -> Vec3:
    """The size to scale an object to after its length arguments were set: the reached size along axes with a length parameter, the
    target along the others."""
    own = (any(_is_length(parameters.get(n)) for n in names) for names in (_WIDTHS, _HEIGHTS, _DEPTHS))
    w, h, d = (r if has else t for has, r, t in zip(own, reached, target, strict=True))
    return (w, h, d)


def _is_length(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _canonical(words: Iterable[str]) -> str:
    """A common spelling for words of variants and phrases: 'King-size' and 'king', 'circular' and 'round'."""
    phrase = " ".join(_NUMBERS.get(w, w) for w in words)
    for table in (lexicon.BED_SIZES, lexicon.SHAPES, lexicon.SIZES):
        if phrase in table:
            return table[phrase]
    return re.sub(r"\b(seaters?|seats)\b", "seat", phrase)


def _toned(tone: str, surface: str) -> str:
    """A surface in another colour: 'green' and 'white linen' make 'green linen'."""
    words = surface.split()
    stuff = next(
        (" ".join(words[i:]) for i in range(len(words)) if find_color(words[:i]) and _is_stuff(words[i:])), surface
    )
    toned = f"{tone} {stuff}"
    return toned if find_surface(toned) is not None else tone


def _is_stuff(words: list[str]) -> bool:
    return " ".join(words) in surface_words()


def _told_apart(entry: CatalogueEntry, phrase: ObjectPhrase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The materials and the colours that a phrase says of the whole object.

    *Terracotta*, *gold* and *copper* are both. Of what is made of cloth first they are the colour: terracotta curtains are not a
    terracotta rod.
    """
    name, main = next(iter(entry.materials.items()), ("", ""))
    if surface_kind(main) not in _SOFT or not entry.colors:
        return phrase.materials, phrase.colors
    no_part = _EARTHEN | (_METALS if name in _ALL_CLOTH else frozenset())
    both = tuple(words for words in phrase.materials if surface_kind(words) in no_part and find_color(words))
    return tuple(words for words in phrase.materials if words not in both), (*phrase.colors, *both)


class _Work:
    """Collects the arguments of one object for one phrase."""

    def __init__(self, entry: CatalogueEntry, phrase: ObjectPhrase) -> None:
        self.entry = entry
        self.phrase = phrase
        self.materials, self.colors = _told_apart(entry, phrase)
        self.arguments: dict[str, Any] = {}
        self.served: set[str] = set()
        self.factors: Vec3 = (1.0, 1.0, 1.0)

    # -- variants ---------------------------------------------------------------------------------------------------

    def pick_variants(self) -> None:
        phrase = self.phrase
        tokens = normalise(f"{phrase.text} {phrase.head}")
        spoken = f" {_canonical(tokens)} "
        canonical = {phrase.shape, *phrase.sizes, phrase.head}
        for parameter, values in self.entry.variants.items():
            for words in sorted(values, key=lambda w: (-len(w), w)):
                form = _canonical(normalise(words))
                if form in canonical or f" {form} " in spoken:
                    self.arguments[parameter] = values[words]
                    self._mark(form)
                    break

    def _mark(self, form: str) -> None:
        """Mark the words that chose a variant as used."""
        words = set(form.split())
        phrase_words = [self.phrase.shape or "", *self.phrase.sizes, *self.phrase.others, *self.phrase.styles]
        self.served.update(s for s in phrase_words if s and (s == form or set(_canonical(s.split()).split()) <= words))
        left = [_canonical([w]) for w in self.phrase.leftover]
        self.served.update(w for w, c in zip(self.phrase.leftover, left, strict=True) if c in words)

    # -- colours and surfaces ---------------------------------------------------------------------------------------

    def _aliases(self, part: str) -> tuple[str, ...]:
        """Names of parameters for a part: the word that was said, where one of the object's parameters has it, else all that mean it."""
        aliases = lexicon.PARTS.get(part, (part,))
        said = [_SAME.get(word, word) for word in normalise(self.phrase.text) if word in aliases]
        own = {
            word
            for table in (self.entry.colors, self.entry.materials)
            for n in table
            for word in re.split(r"[_\d]+", n)
        }
        exact = tuple(word for word in said if word in own)
        return exact or aliases

    def _parameter(self, part: str, table: Mapping[str, Any]) -> str | None:
        for alias in self._aliases(part):
            for name in table:
                if alias in re.split(r"[_\d]+", name):
                    return name
        return None

    def paint_parts(self) -> None:
        for item in self.phrase.parts:
            painted = self._parameter(item.part, self.entry.materials)
            colored = self._parameter(item.part, self.entry.colors)
            surface, color = find_surface(item.words), find_color(item.words)
            done = False
            if painted is not None and surface is not None:
                # A colour changes the tone of the part's surface; a material replaces the surface.
                tone = item.words not in surface_words() and color is not None
                self.arguments[painted] = _toned(item.words, self.entry.materials[painted]) if tone else item.words
                done = painted in self.entry.painted
            if colored is not None and surface is not None and not done:
                self.arguments[colored] = color or surface.color
                done = True
            if done or painted is not None:
                self.served.add(f"{item.words} {item.part}")

    def _main_material(self, kind: str) -> str | None:
        """The first free parameter for a kind of material in the same family (soft or hard).

        Fibre (wicker, rattan) covers the whole object, so it goes to the main surface of either family.
        """
        if kind == "fibre":
            return next((n for n in self.entry.materials if n not in self.arguments), None)
        for name, default in self.entry.materials.items():
            if ((surface_kind(default) or "") in _SOFT) == (kind in _SOFT) and name not in self.arguments:
                return name
        return None

    def surface_whole(self) -> None:
        """Assign the materials of the whole object to its surfaces, in order."""
        for words in self.materials:
            found = find_surface(words)
            if found is None:
                continue
            name = self._main_material(found.kind)
            if name is not None:
                default = self.entry.materials[name]
                generic = words in {
                    "wooden",
                    "wood",
                    "metal",
                    "metallic",
                    "fabric",
                    "cloth",
                    "plastic",
                    "stone",
                    "glass",
                }
                self.arguments[name] = default if generic and surface_kind(default) == found.kind else words
                self.served.add(words)
                if name in self.entry.painted or not self.entry.colors:
                    continue
            # The colour of this surface is not visible: use it as the main colour, unless the phrase has a colour.
            if self.entry.colors and not self.colors:
                main = next(iter(self.entry.colors))
                if main not in self.arguments and surface_kind(words) is not None:
                    self.arguments[main] = tuple(round(c, 4) for c in found.color)
                    self.served.add(words)

    def color_whole(self) -> None:
        """Assign the colours of the whole object to its colour parameters, in order."""
        tones: list[tuple[str, str]] = []  # the colour, and the words of the phrase that it comes from
        for said in self.colors:
            first, _, second = said.partition(" and ")
            tones += [(said, said)] if not second or find_color(first) is None else [(first, said), (second, said)]
        free = [n for n in self.entry.colors if n not in self.arguments]
        for position, (tone, said) in enumerate(tones):
            color = find_color(tone)
            if color is None:
                continue
            if position < len(free):
                self.arguments[free[position]] = tuple(round(c, 4) for c in color)
                self.served.add(said)
            elif not self.entry.colors and self.entry.materials and position == 0:
                main = next(iter(self.entry.materials))
                self.arguments[main] = _toned(tone, self.arguments.get(main, self.entry.materials[main]))
                self.served.add(said)
        # 'gold' and 'silver' are read as materials; on an object without hard surfaces they are colours.
        for words in self.materials:
            color = find_color(words)
            if words not in self.served and color is not None and not self.colors and free:
                self.arguments.setdefault(free[0], tuple(round(c, 4) for c in color))
                self.served.add(words)

    # -- size -------------------------------------------------------------------------------------------------------

    def scale(self) -> None:
        w, h, d = self.factors
        for size in self.phrase.sizes:
            if size in self.served:
                continue
            if size in _BEDS:
                width, depth = _BEDS[size]
                w *= width / self.entry.size[0]
                d *= depth / self.entry.size[2] if depth else 1.0
                self.served.add(size)
            elif size in _FACTORS:
                fw, fh, fd = _FACTORS[size]
                w, h, d = w * fw, h * fh, d * fd
                self.served.add(size)
        self.factors = (w, h, d)
