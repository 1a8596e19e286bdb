"""The words of noun phrases: their text, their noun, the kind of room they name, and how well two phrases match."""

from __future__ import annotations

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import ObjectRequest
from scenewright.app.writers.embedded.elements import Phrase
from scenewright.app.writers.embedded.lexicon import OUTDOOR, ROOMS
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.language.vocabulary import color_words, surface_words
from scenewright.scene.semantics.words import OTHERS, SHAPES, SIZES, STYLES, SURFACE_NOUNS, ObjectPhrase, singular

__all__ = [
    "base_form",
    "fit_of",
    "from_tokens",
    "is_outdoor",
    "is_room",
    "is_room_name",
    "noun_of",
    "phrase_text",
    "room_kind",
    "says_no_more",
]


_LOOKS = (
    frozenset(SIZES)
    | frozenset(SHAPES)
    | STYLES
    | surface_words()
    | color_words()
    | {"wooden", "metallic", "upholstered"}
)
_LOOKS -= SURFACE_NOUNS | {"glass", "paper", "cork", "bar", "wine", "coffee", "picture", "high"}


_SETS = word_set("kit set")
"""Nouns of things that are called by what they consist of, too."""
_SECTIONS = word_set("setup corner area space nook zone layout section interior scene installation arrangement")


def phrase_text(phrase: Phrase, *, determiner: bool = False, singular_head: bool = False) -> str:
    """The words of a noun phrase without determiner and number."""
    assert phrase.head is not None
    if singular_head and phrase.plural:
        return " ".join([*(t.text if not t.text.istitle() else t.low for t in _said(phrase)), phrase.head.lemma])
    words = [t.text if not t.text.istitle() else t.low for t in [*_said(phrase), phrase.head]]
    if determiner and phrase.number:
        words.insert(0, str(phrase.number))
    text = " ".join(words)
    if determiner and phrase.of is not None and phrase.of.head is not None:
        text = f"{text} of {phrase_text(phrase.of)}"
    return text


def _said(phrase: Phrase) -> list[Token]:
    """The attributes of a phrase; *own* says whose it is, and not what it is like."""
    return [token for token in phrase.modifiers if token.low != "own"]


def noun_of(phrase: Phrase, reading: ObjectPhrase) -> str:
    """The noun of the text in the singular: 'coffee tables' -> 'coffee table'."""
    assert phrase.head is not None
    meant = "".join(singular(w) for w in (_bare_noun(reading.compound) or phrase.head.lemma).split())
    spoken = " ".join(t.low.replace("-", " ") for t in [*phrase.modifiers, phrase.head]).split()
    spoken[-1] = phrase.head.lemma.replace("-", " ").split()[-1]
    if spoken[-1] == "".join(singular(w) for w in reading.compound.split()):
        return spoken[-1]  # a whiteboard is not a white board
    for size in range(1, len(spoken) + 1):
        if "".join(singular(w) for w in spoken[-size:]) == meant:
            return " ".join(spoken[-size:])
    said = (_bare_noun(reading.compound) or phrase.head.lemma).split()
    return " ".join([*said[:-1], singular(said[-1])])


def _bare_noun(compound: str) -> str:
    """A compound without leading adjectives of look: 'wooden chair' -> 'chair'."""
    words = compound.split()
    while len(words) > 1 and words[0] in _LOOKS:
        words = words[1:]
    return " ".join(words)


def is_room(phrase: Phrase) -> bool:
    """Whether a phrase names a kind of room."""
    return room_kind(phrase) != ""


def is_room_name(words: str) -> bool:
    """Whether words are the name of a kind of room."""
    return words in ROOMS or (" " not in words and words.endswith("room") and words not in ("room", "mushroom"))


def room_kind(phrase: Phrase) -> str:
    """The kind of room that a phrase names, '' where it names none: the longest room name at its end."""
    if phrase.head is None:
        return ""
    words = [t.low for t in phrase.modifiers if t.pos in ("N", "A", "G", "E")] + [phrase.head.lemma]
    if words[-1] in _SECTIONS and len(words) > 1:
        inner = _longest_room(words[:-1])
        if inner:
            return inner
    name = _longest_room(words)
    return "" if name == "room" and not phrase.modifiers and phrase.definite else name


def _longest_room(words: list[str]) -> str:
    for size in range(min(3, len(words)), 0, -1):
        if " ".join(words[-size:]) in ROOMS:
            return " ".join(words[-size:])
    return words[-1] if words[-1].endswith("room") and words[-1] != "mushroom" else ""


def is_outdoor(kind: str) -> bool:
    """Whether a kind of scene has no walls."""
    return kind in OUTDOOR


def from_tokens(tokens: list[Token]) -> Phrase:
    """A definite phrase of these tokens; the last one is its head."""
    return Phrase(tokens=list(tokens), determiner="the", modifiers=list(tokens[:-1]), head=tokens[-1])


def fit_of(phrase: Phrase, reading: ObjectPhrase, request: ObjectRequest, *, same: bool = False) -> float:
    """How well a later phrase matches an earlier request, 0: not at all. `same`: the catalogue has one object for both words."""
    assert phrase.head is not None
    head = phrase.head.lemma.replace("-", " ")
    words = noun_of(phrase, reading)
    fit = 0.0
    if words == request.words:
        fit = 3.5
    elif request.words.endswith(f" {words}") or (request.words.endswith(f" {head}") and words == head):
        fit = 3.0
    elif words.endswith(f" {request.words}"):
        fit = 2.0  # 'a chair ... the reading chair'
    elif reading.known and request.known == reading.head:
        fit = 2.5
    elif len(head) >= 3 and request.head != head and request.head.endswith(head):
        fit = 2.0  # 'a bathtub ... the tub'
    elif " of " in request.words and request.words.partition(" of ")[0].endswith(words):
        fit = 3.0  # 'three shelves of bread ... the shelves'
    elif phrase.definite and request.words.split()[0] == words and request.head in _SETS:
        fit = 3.0  # 'a drum kit ... the drums'
    elif (
        request.words.split()[0] == words and len(request.words.split()) == 2 and request.head not in ("table", "stand")
    ):
        fit = 0.8
    elif same:
        fit = 1.5  # 'a television ... the screen', 'a sofa ... the couch'
    if fit == 0.0:
        return 0.0
    for said, before in (
        (reading.colors, request.reading.colors),
        (reading.materials, request.reading.materials),
        (reading.sizes, request.reading.sizes),
    ):
        if said and before and not set(said) & set(before):
            return 0.0
        if said and set(said) & set(before):
            fit += 0.5
    if reading.shape and request.reading.shape and reading.shape != request.reading.shape:
        return 0.0
    return fit


def base_form(adjective: str) -> str:
    """The base form of a comparative or superlative of look ('taller', 'tallest' -> 'tall'); other words unchanged."""
    for ending in ("er", "est"):
        if adjective.endswith(ending):
            stem = adjective[: -len(ending)]
            for form in (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"):
                if form in _LOOKS or form in OTHERS:
                    return form
    return adjective


def says_no_more(reading: ObjectPhrase, request: ObjectRequest) -> bool:
    """Whether a reading has no attribute that the request lacks."""
    before = request.reading
    return (
        set(reading.colors) <= set(before.colors)
        and set(reading.materials) <= set(before.materials)
        and set(reading.sizes) <= set(before.sizes)
        and (reading.shape is None or reading.shape == before.shape)
        and set(reading.styles) <= set(before.styles)
        and set(reading.others) - {"nearby"} <= set(before.others)
    )
