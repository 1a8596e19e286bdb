"""Classifies noun phrases: an object to place, the room or a part of it, a region, a person, an abstract noun."""

from __future__ import annotations

import re

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.description import Description, Nouns
from scenewright.app.writers.embedded.elements import Phrase
from scenewright.app.writers.embedded.lexicon import (
    ABSTRACT,
    ARCHITECTURE,
    PARTS,
    REFERRING,
    REGIONS,
    is_abstract,
    is_person,
)
from scenewright.app.writers.embedded.nominals import is_outdoor, is_room, is_room_name, phrase_text, room_kind
from scenewright.assets.area_book import area_named
from scenewright.scene.semantics.words import ObjectPhrase, parse

__all__ = ["PhraseKinds"]

_ABSTRACT_PAIRS = frozenset([
    "color palette", "colour palette", "color scheme", "colour scheme", "focal point", "center stage", "centre stage",
    "storage space", "seating option",
])  # fmt: skip
_MACHINES = word_set("player host cook model washer server guard mechanic user twin baker fan")
_SOME_THING = word_set("item object thing piece unit appliance gear equipment furniture furnishing")

_WITHIN = re.compile(r"(?i)\b(?=(?:in|of|inside|within) (?:an?|the|my|our) ((?:[\w'-]+ ){0,3}[\w'-]+))")
_HOURS = word_set("morning noon afternoon evening night dawn dusk sunset sunrise day sun")
"""Words before *light* that make it daylight, not a lamp: *morning light*."""


class PhraseKinds:
    """Classifies noun phrases by the catalogue's words and by what the description has named so far."""

    def __init__(self, description: Description, nouns: Nouns) -> None:
        self.description = description
        self.nouns = nouns
        self._room_later: bool | None = None

    def read(self, phrase: Phrase) -> ObjectPhrase:
        """The attributes and noun of a phrase."""
        assert phrase.head is not None
        reading = parse(phrase_text(phrase), self.nouns.vocabulary)
        if (
            reading.head.split()[-1:] != [phrase.head.lemma]
            and phrase.head.low not in reading.head
            and not reading.known
        ):
            # 'half-finished relief': the parser ends a phrase at a participle with a hyphen
            plain = [t.low for t in phrase.modifiers if "-" not in t.low and t.pos != "E"]
            reading = parse(" ".join([*plain, phrase.head.low]), self.nouns.vocabulary)
        return reading

    def known(self, phrase: Phrase) -> str | None:
        """The longest word of the catalogue that matches the phrase's noun; None where none does."""
        assert phrase.head is not None
        reading = self.read(phrase)
        return reading.head if reading.known else None

    def names_place(self, phrase: Phrase) -> bool:
        """Whether a phrase is the kind of place that the text opens with, or names it again."""
        place = self.description.place
        if not place or phrase.head is None or (self.description.zones and self.description.zones[0].kind != place):
            return False
        said = " ".join([*(t.low for t in phrase.modifiers), phrase.head.low])
        return f" {said}".endswith(f" {place}") and (not self.description.zones or phrase.definite)

    def area(self, phrase: Phrase) -> str:
        """The name of the area within the room that a phrase names; '' for none. A text that names no other place is about the area itself:
        *a reading nook with an armchair* is a small room."""
        if phrase.head is None or (not self.description.zones and not self._names_room_later()):
            return ""
        found = area_named(" ".join([*(t.low for t in phrase.modifiers), phrase.head.lemma]))
        return "" if found is None or found[0] == self.description.place else found[0]

    def _names_room_later(self) -> bool:
        """Whether the text names the room that an area is in: *a coffee station in an office*."""
        if self._room_later is None:
            self._room_later = any(
                is_room_name(" ".join(words[:size])) and area_named(" ".join(words[:size])) is None
                for found in _WITHIN.finditer(self.description.text)
                for words in [found[1].lower().split()]
                for size in range(1, len(words) + 1)
            )
        return self._room_later

    def kind(self, phrase: Phrase) -> str:
        """'object', 'area', 'room', 'place', 'region', 'part', 'person', 'abstract', 'refer' or 'pronoun'."""
        head = phrase.head
        if head is None:
            return "pronoun"
        low, lemma = head.low, head.lemma
        if self.names_place(phrase):
            return "room"
        if self.area(phrase):
            return "area"
        known = self.known(phrase)
        compound = known is not None and " " in known.replace("-", " ")
        whole = f"{phrase.modifiers[-1].low} {lemma}" if phrase.modifiers else lemma
        if whole in _ABSTRACT_PAIRS:
            return "abstract"
        if compound:
            return "object"
        if whole in ARCHITECTURE and " " in whole:
            return "place"
        if self.description.zones and (lemma in ARCHITECTURE or low in ARCHITECTURE) and lemma != "room":
            return "region" if lemma == "corner" and phrase.of and self._is_thing(phrase.of) else "place"
        if is_room(phrase) and not self._object_after_all(phrase, known):
            return "room"
        bare = not phrase.determiner and phrase.number is None and not phrase.plural
        if lemma in ARCHITECTURE or low in ARCHITECTURE:
            return "region" if lemma == "corner" and phrase.of and self._is_thing(phrase.of) else "place"
        unowned = known is None or not phrase.determiner or phrase.of or phrase.possessor
        if unowned and (low in REGIONS or lemma in REGIONS):
            return "region"
        if known is not None:
            vague = bare or (phrase.determiner in ("the", "this") and phrase.number is None and not self._named(lemma))
            if vague and lemma in ABSTRACT and not _thinglike(phrase):
                return "abstract"
            return "object"
        if (is_person(lemma) or is_person(low)) and not (lemma in _MACHINES and _thinglike(phrase)):
            return "person"
        if low in REFERRING or lemma in REFERRING:
            if not phrase.definite and lemma in _SOME_THING and (phrase.modifiers or phrase.plural):
                return "object"
            if any(t.pos == "N" for t in phrase.modifiers) and not phrase.definite:
                return "object"  # 'a model train set'
            return "refer" if phrase.definite or not phrase.modifiers else "abstract"
        if lemma in PARTS or low in PARTS:
            return "part"
        if is_abstract(low) or is_abstract(lemma):
            return "abstract"
        return "object"

    def _named(self, noun: str) -> bool:
        return any(request.head == noun for request in self.description.requests)

    def _is_thing(self, phrase: Phrase) -> bool:
        return phrase.head is None or self.kind(phrase) in ("object", "refer", "part")

    def _object_after_all(self, phrase: Phrase, known: str | None) -> bool:
        """Whether a word for a room and an object ('a pantry', 'a bar', 'a puppet theater') means the object, as once the room is known."""
        assert phrase.head is not None
        compound = any(t.pos in ("N", "G") for t in phrase.modifiers) and len(room_kind(phrase).split()) == 1
        if not self.description.zones and not (self.description.requests and compound):
            return phrase.number is not None and phrase.number > 1 and known is not None
        if known is not None and known != phrase.head.lemma:
            return True
        place = self.description.zones[0].kind if self.description.zones else ""
        if is_outdoor(place) and not is_outdoor(room_kind(phrase)) and not phrase.definite:
            return True  # 'a village square with a church at one end'
        named = room_kind(phrase).split()
        before = [t for t in phrase.modifiers if t.pos in ("N", "G")]
        return len(named) == 1 and (known is not None or bool(before)) and not phrase.possessor


def _thinglike(phrase: Phrase) -> bool:
    return any(t.pos == "N" and t.lemma not in _HOURS for t in phrase.modifiers)
