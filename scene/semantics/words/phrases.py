"""Parse an object phrase into its noun and attributes.

``parse('a small round marble-topped side table with brass legs', vocabulary)`` gives the head *side table*, the size
*small*, the shape *round*, and two parts: *top* of marble and *legs* of brass. It parses English by lexicon and longest match.
The nouns come from the caller, so that ``coffee table`` wins over ``table`` where a catalogue knows both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from scenewright.scene.english import Lead, cardinal
from scenewright.scene.language.vocabulary import find_color, find_surface, surface_words
from scenewright.scene.semantics.words import lexicon
from scenewright.scene.semantics.words.dimensions import Dimensions, read_dimensions

__all__ = ["ObjectPhrase", "PartAttribute", "Vocabulary", "normalise", "parse", "word_key"]


@dataclass(frozen=True, slots=True)
class PartAttribute:
    """A colour or surface of one part: *marble top* is ``PartAttribute('top', 'marble')``."""

    part: str
    words: str


@dataclass(frozen=True, slots=True)
class ObjectPhrase:
    """A parsed noun phrase. Words are lower case with spaces; tuples keep the order of the text.

    `text` is the phrase without count and article, as identity embeddings use it.
    `head` is the noun in the singular, in the vocabulary's spelling where `known`. `compound` is the head with the nouns before it
    that the vocabulary lacks (*pool table* where only *table* is known), else the head.
    `determiner` is as in :class:`scenewright.scene.english.noun_phrases.Lead`.
    `leftover` holds the words that are neither attribute nor part.
    """

    text: str
    head: str
    known: bool
    compound: str
    plural: bool = False
    count: int | None = None
    determiner: str = ""
    colors: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    parts: tuple[PartAttribute, ...] = ()
    sizes: tuple[str, ...] = ()
    dimensions: Dimensions = field(default_factory=Dimensions)
    shape: str | None = None
    styles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    leftover: tuple[str, ...] = ()


class Vocabulary:
    """A set of known nouns. Hyphens, underscores, case, plurals and joined spellings make no difference.

    Args:
        others: a vocabulary whose nouns are added; where both have a noun, `words` gives the spelling.
    """

    def __init__(self, words: Iterable[str], others: Vocabulary | None = None) -> None:
        own: dict[str, str] = {}
        self.longest: int = 1 if others is None else others.longest
        for word in words:
            own.setdefault(word_key(word), word)
            self.longest = max(self.longest, len(normalise(word)))
        self._words: dict[str, str] = own if others is None else {**others._words, **own}

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, word: str) -> bool:
        return self.get(normalise(word)) is not None

    def get(self, tokens: Sequence[str]) -> str | None:
        """The vocabulary's own spelling of a phrase; None where it does not know the phrase."""
        if not tokens:
            return None
        return next((self._words[k] for k in _keys(tokens) if k in self._words), None)


_LONGEST_KEPT = 60
"""Characters of a word whose key and tokens are kept: a query compares each name of a scene with the same words again and again."""
_MOST_PICTURES = 8
"""The most pictures of a text that are read. Their names are long, and nobody names a thing by more."""
_TOKEN = re.compile(r"#[0-9a-f]{6}(?![^\W_])|[23]d(?![^\W_])|\d+(?:[.,]\d+)?|[^\W\d_]+|[\"']")


def normalise(phrase: str) -> list[str]:
    """A phrase as lower-case tokens: hyphens, underscores and punctuation separate, a possessive 's is dropped. A colour in numbers
    (``#3f8a4a``) is one token."""
    return list(_kept_tokens(phrase)) if len(phrase) <= _LONGEST_KEPT else _tokens(phrase)


def _tokens(phrase: str) -> list[str]:
    text = unicodedata.normalize("NFC", phrase).replace("\u2019", "'").lower()
    if not text.isascii():
        text = _pictured(text)
    text = re.sub(r"(?<=[^\W\d_])'s?(?![^\W\d_])", "", text)
    return [t for t in _TOKEN.findall(text) if t not in {'"', "'"}]


@lru_cache(maxsize=16_384)
def _kept_tokens(phrase: str) -> tuple[str, ...]:
    return tuple(_tokens(phrase))


def _pictured(text: str) -> str:
    """A text whose first few pictures are words: a picture of a chair is a chair, by its name in Unicode."""
    out, left = [], _MOST_PICTURES
    for character in text:
        picture = left > 0 and character >= "\u2190" and unicodedata.category(character) == "So"
        left -= picture
        out.append(f" {unicodedata.name(character, '').lower()} " if picture else character)
    return "".join(out)


def _keys(tokens: Sequence[str]) -> list[str]:
    return [word_key(v) for v in lexicon.variants_of(" ".join(tokens))]


def word_key(word: str) -> str:
    """A key that is equal for all spellings of a word, such as 'TV-stand' and 'tv stand'. Singular and plural have different keys."""
    return _kept_key(word) if len(word) <= _LONGEST_KEPT else _key(word)


def _key(word: str) -> str:
    letters = unicodedata.normalize("NFKD", "".join(normalise(word)))
    return "".join(c for c in letters if not unicodedata.combining(c))


_kept_key = lru_cache(maxsize=16_384)(_key)


# -- attributes ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Item:
    kind: str  # color | material | size | shape | style | other | filler | unknown
    words: str


def _color_here(tokens: Sequence[str]) -> bool:
    if len(tokens) == 1 and (
        tokens[0] in lexicon.COLOR_NOUNS or not (tokens[0].isalpha() or tokens[0].startswith("#"))
    ):
        return False
    return find_color(tokens) is not None


def _surface_here(tokens: Sequence[str]) -> bool:
    phrase = " ".join(tokens)
    if phrase in lexicon.SURFACE_NOUNS:
        return False
    found = find_surface(phrase)
    if found is None or not any(" ".join(tokens[k:]) in surface_words() for k in range(len(tokens))):
        return False  # a colour with a finish ('shiny red') is a colour
    # A colour before a material is a separate attribute ('red leather'), unless the two are one name ('rose gold').
    if len(tokens) > 1 and phrase not in {"rose gold"}:
        return not any(_color_here(tokens[:k]) and find_surface(tokens[k:]) for k in range(1, len(tokens)))
    return True


def _item(tokens: Sequence[str], bed: bool) -> tuple[_Item, int]:
    """The longest attribute at the start of the tokens, and the number of its tokens."""
    for length in range(min(4, len(tokens)), 0, -1):
        part = tokens[:length]
        phrase = " ".join(part)
        if phrase in lexicon.BED_SIZES and (bed or "size" in phrase):
            return _Item("size", lexicon.BED_SIZES[phrase]), length
        color, material = _color_here(part), _surface_here(part)
        if color and material:  # gold, slate, terracotta: the material is meant where it is a hard one
            kind = getattr(find_surface(part), "kind", "")
            return _Item("material" if kind in {"metal", "stone", "wood", "ceramic"} else "color", phrase), length
        if color or material:
            return _Item("color" if color else "material", phrase), length
        if phrase in lexicon.SIZES:
            return _Item("size", lexicon.SIZES[phrase]), length
        if phrase in lexicon.SHAPES:
            return _Item("shape", lexicon.SHAPES[phrase]), length
        if phrase in lexicon.STYLES:
            return _Item("style", phrase), length
        if phrase in lexicon.OTHERS:
            return _Item("other", phrase), length
        if length == 1 and (phrase in lexicon.DETERMINERS or phrase in lexicon.INTENSIFIERS or phrase == "and"):
            return _Item("filler", phrase), 1
    return _Item("unknown", tokens[0]), 1


def _items(tokens: Sequence[str], bed: bool = False) -> list[_Item]:
    out: list[_Item] = []
    at = 0
    while at < len(tokens):
        item, length = _item(tokens[at:], bed)
        out.append(item)
        at += length
    return out


def _is_boundary(
    tokens: Sequence[str], at: int, vocabulary: Vocabulary, hyphenated: frozenset[tuple[str, str]]
) -> bool:
    """Whether the noun phrase proper ends before token `at`. In *a glass-topped table* it does not."""
    if at == 0 or tokens[at] not in lexicon.BOUNDARIES or (tokens[at - 1], tokens[at]) in hyphenated:
        return False
    for start in range(max(0, at - 2), at):  # 'walk in', 'back to wall', 'black and white'
        for end in range(at + 1, min(at + 3, len(tokens)) + 1):
            phrase = " ".join(tokens[start:end])
            if phrase in lexicon.OTHERS or phrase in lexicon.SHAPES:
                return False
    if any(vocabulary.get(tokens[k:at]) for k in range(max(0, at - vocabulary.longest), at)):
        return True
    return any(i.kind == "unknown" for i in _items(tokens[:at]))


def _split(
    tokens: list[str], vocabulary: Vocabulary, hyphenated: frozenset[tuple[str, str]]
) -> tuple[list[str], list[str], list[str], str | None]:
    """The tokens before, of and after the head, and the vocabulary's word for the head; None where it has none."""
    limit = next((i for i in range(len(tokens)) if _is_boundary(tokens, i, vocabulary, hyphenated)), len(tokens))
    for start in range(limit):  # 'chest of drawers': a known noun may contain the boundary
        for end in range(min(len(tokens), start + vocabulary.longest), limit, -1):
            word = vocabulary.get(tokens[start:end])
            if word is not None:
                return tokens[:start], tokens[start:end], tokens[end:], word
    for length in range(min(limit, vocabulary.longest), 0, -1):
        word = vocabulary.get(tokens[limit - length : limit])
        if word is not None:
            return tokens[: limit - length], tokens[limit - length : limit], tokens[limit:], word
    before = _items(tokens[: limit - 1])
    unknown = 0
    while unknown < len(before) and before[-1 - unknown].kind == "unknown":
        unknown += 1
    start = limit - 1 - unknown
    return tokens[:start], tokens[start:limit], tokens[limit:], None


_PART_OF = {alias: part for part, aliases in reversed(lexicon.PARTS.items()) for alias in (*aliases, part)}


def _part(noun: str) -> str | None:
    return noun if noun in lexicon.PARTS else _PART_OF.get(noun) or _PART_OF.get(lexicon.singular(noun))


class _Reader:
    """Collects the attributes of one head."""

    def __init__(self, bed: bool, measures: frozenset[tuple[str, str]]) -> None:
        self.bed = bed
        self.measures = measures
        self.found: dict[str, list[str]] = {
            k: [] for k in ("color", "material", "size", "shape", "style", "other", "leftover")
        }
        self.parts: list[PartAttribute] = []
        self.unknown: list[str] = []  # unknown words right before the head

    def before(self, tokens: Sequence[str]) -> None:
        """Read the tokens before the head: attributes of the whole, and parts by suffix (*marble topped*)."""
        pending: list[_Item] = []
        at = 0
        while at < len(tokens):
            word = tokens[at]
            stuff = [i for i in pending if i.kind in {"color", "material"}]
            if word in lexicon.PART_SUFFIXES and pending and pending[-1].kind in {"color", "material"}:
                taken = [stuff[-1]]
                if len(pending) > 1 and pending[-2].kind == "color" and pending[-1].kind == "material":
                    taken = pending[-2:]
                self.parts.append(PartAttribute(lexicon.PART_SUFFIXES[word], " ".join(i.words for i in taken)))
                del pending[-len(taken) :]
                at += 1
                continue
            if tuple(tokens[at : at + 2]) in self.measures and " ".join(tokens[at : at + 2]) not in lexicon.OTHERS:
                pending.append(_Item("other", " ".join(tokens[at : at + 2])))
                at += 2
                continue
            item, length = _item(tokens[at:], self.bed)
            pending.append(item)
            at += length
        tail = len(pending)
        while tail and pending[tail - 1].kind == "unknown":
            tail -= 1
        self.unknown = [i.words for i in pending[tail:]]
        if self.unknown and self.unknown[-1] in {"seater", "seat"}:  # 'three seater': a measure, not a kind of thing
            self.unknown = []
        for item in pending:
            self.take(item)

    def take(self, item: _Item) -> None:
        if item.kind == "unknown":
            self.found["leftover"].append(item.words)
        elif item.kind != "filler" and item.words not in self.found[item.kind]:
            self.found[item.kind].append(item.words)

    def after(self, tokens: Sequence[str]) -> None:
        """Read the tokens after the head, clause by clause: *with brass legs*, *made of oak*, *in navy velvet*."""
        clause: list[str] = []
        opener = ""
        for word in [*tokens, ""]:
            if word and word not in lexicon.BOUNDARIES:
                clause.append(word)
                continue
            self._clause(opener, clause)
            opener, clause = (word if word != "and" else opener), []

    def _clause(self, opener: str, tokens: list[str]) -> None:
        tokens = [t for t in tokens if t not in lexicon.DETERMINERS and t not in lexicon.COUNTS]
        if not tokens:
            return
        items = _items(tokens, self.bed)
        part = _part(tokens[-1]) if len(tokens) > 1 else None
        if opener in {"with", "having", "featuring", "on", "and"} and part is not None:
            stuff = [i.words for i in _items(tokens[:-1], self.bed) if i.kind in {"color", "material"}]
            if stuff:
                self.parts.append(PartAttribute(part, " ".join(stuff)))
                return
        whole = opener in {"of", "in", "from", "finished", "covered", "painted", "crafted", "wrapped", "for", "that"}
        if whole and all(i.kind != "unknown" for i in items):
            for item in items:
                self.take(item)
        else:
            self.found["leftover"].extend(tokens)


_HYPHENATED = re.compile(r"(?<![^\W_])([^\W_]+)-([^\W\d_]+)")
"""Hyphenated words. *glass-topped* is one word; *four-poster*, *6-burner* and *two-drawer* count parts, not things."""


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in lexicon.COUNTS


def _lead(
    tokens: list[str], vocabulary: Vocabulary, measures: frozenset[tuple[str, str]]
) -> tuple[Lead, list[str], list[str]]:
    """The lead of the tokens, the tokens after it without collectives (*stack of*), and these collectives."""
    lead = Lead()
    dropped: list[str] = []
    while len(tokens) > 1:
        if len(tokens) > 2 and tokens[1] == "of" and lexicon.singular(tokens[0]) in lexicon.COLLECTIVES:
            if any(vocabulary.get(tokens[:k]) for k in range(3, vocabulary.longest + 1)):
                break
            dropped, tokens = [*dropped, tokens[0]], tokens[2:]
            continue
        width = 0 if (tokens[0], tokens[1]) in measures else lead.take_from(tokens)
        if not width and tokens[0] not in lexicon.DETERMINERS:
            break
        tokens = tokens[max(width, 1) :]
    return lead, tokens, dropped


def parse(phrase: str, vocabulary: Vocabulary) -> ObjectPhrase:
    """Parse one noun phrase. `vocabulary` holds the known nouns.

    A phrase without a word ('', '!!!') has the head ''.
    """
    dimensions, rest = read_dimensions(unicodedata.normalize("NFC", phrase).replace("\u2019", "'").lower())
    hyphenated = frozenset(_HYPHENATED.findall(rest))
    measures = frozenset(
        (number, word) for number, word in hyphenated if _is_number(number) and cardinal(f"{number}-{word}") is None
    )
    lead, tokens, collectives = _lead(normalise(rest), vocabulary, measures)
    if not tokens:
        return ObjectPhrase(text="", head="", known=False, compound="", dimensions=dimensions)
    before, noun, after, word = _split(tokens, vocabulary, hyphenated)
    head = word if word is not None else lexicon.variants_of(" ".join(noun))[-1]
    reader = _Reader(bed=head.endswith(lexicon.BED_HEADS), measures=measures)
    reader.before(before)
    reader.after(after)
    found = {kind: tuple(words) for kind, words in reader.found.items()}
    spoken = " ".join(noun)
    one = lead.number is None and not lead.vague and lead.determiner in ("a", "another")
    count = 1 if one else lead.number
    if count == 2 and head in lexicon.PAIRS:  # a pair of scissors is one thing
        count = 1
    return ObjectPhrase(
        text=" ".join(tokens),
        head=head,
        known=word is not None,
        compound=" ".join([*reader.unknown, head]),
        plural=lexicon.variants_of(spoken)[-1] != spoken,
        count=count,
        determiner=lead.determiner,
        colors=found["color"],
        materials=found["material"],
        parts=tuple(reader.parts),
        sizes=found["size"],
        dimensions=dimensions,
        shape=found["shape"][0] if found["shape"] else None,
        styles=found["style"],
        others=found["other"],
        leftover=(*collectives, *found["leftover"]),
    )
