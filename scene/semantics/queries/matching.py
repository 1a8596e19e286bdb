"""How well a noun phrase names an entity, by the scene's words and the lexicon.

Grades are in [0, 1], in steps that never overlap (:class:`Grade`), so that a thing called *glass* wins over a thing of similar
meaning. Embeddings alone do not suffice: all-MiniLM-L6-v2 puts a quarter of the synonyms and four of ten descriptions nearer to
another entity of the room (tests/benchmarks/bench_query.py), and always finds something.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass

from scenewright.scene.english import article
from scenewright.scene.semantics.words import (
    EntityWords,
    Lexicon,
    ObjectPhrase,
    Vocabulary,
    lexicon_vocabulary,
    parse,
    singular,
    variants_of,
    word_key,
)
from scenewright.scene.semantics.words.lexicon import BOUNDARIES, PAIRS

__all__ = ["TOO_WIDE", "Grade", "Match", "NounMatcher", "a_noun"]


class Grade(float, enum.Enum):
    """The reason of a match."""

    SAME = 1.0
    """The entity has this name."""
    SYNONYM = 0.97
    """The noun is another name of the same thing."""
    HEAD = 0.94
    """The entity's name ends with the noun: *office chair* is a chair."""
    KIND = 0.9
    """The entity is of the kind that the noun names: a sofa is a seat."""
    WIDER = 0.8
    """The entity's name is wider than the noun: it is called *lamp*, and the noun is *floor lamp*."""
    MENTIONED = 0.78
    """The entity's description contains the noun."""
    LOOSE = 0.75
    """People use the noun for this thing, though strictly it means another."""


_CALLED = 0.02
"""Bonus of an entity of the kind whose own name contains the name of the kind."""
_VAGUE = frozenset(
    ("device", "equipment", "machine", "tool", "accessory", "part", "supply", "structure", "storage", "covering")
)
"""Kinds of which a description often means one."""
_BROAD = frozenset(("object", "thing", "decoration", "fixture", "household item", "item", "furniture", "container"))
"""Kinds that are too broad to say what a thing is."""


TOO_WIDE = _BROAD | {
    "seat",
    "storage",
    "machine",
    "part",
    "textile",
    "tool",
    "appliance",
    "electronic device",
    "living thing",
    "animal",
}
"""Kinds whose things nobody takes for each other."""
_PEOPLE = frozenset(
    (
        "teacher",
        "student",
        "pupil",
        "guest",
        "customer",
        "patient",
        "visitor",
        "child",
        "kid",
        "baby",
        "teenager",
        "grandma",
        "grandmother",
    )
)
"""Whom a name may say a thing to be for: the teacher's desk is no teacher."""
_UNCOUNTED = frozenset(
    [
        "furniture",
        "food",
        "equipment",
        "clothing",
        "luggage",
        "tableware",
        "cookware",
        "glassware",
        "footwear",
        "bread",
        "bedding",
        "jewelry",
        "decor",
        "lighting",
        "storage",
        "seating",
        "stationery",
        "cutlery",
        "crockery",
        "headwear",
        "goods",
        "water",
        "music",
        "paper",
    ]
)
"""Names of kinds without an article."""
_SPACES = frozenset(("room", "building"))
"""Kinds that say where things are: a room is no closet, though a closet is a room."""
_HOLDING = re.compile(
    r"\b(?:bowl|basket|plate|tray|dish|platter|jar|box|bag|pot|cup|mug|glass|bottle|crate|pan|can|tin)s? "
    r"(?:of|with|full of|filled with) (?:(?:an?|some|the) )?(?P<held>[a-z -]+)$"
)
"""The name of a vessel by what it holds."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a noun fits. `score`: in [0, 1]. `why`: the reason, as the end of a sentence."""

    row: int
    score: float
    why: str


class NounMatcher:
    """Finds the entities of one scene that nouns name."""

    def __init__(self, entities: Sequence[EntityWords], nouns: Vocabulary, lexicon: Lexicon) -> None:
        self.entities, self.nouns, self.lexicon = entities, nouns, lexicon
        self._keys = [
            frozenset(word_key(v) for t in e.texts for s in (t, *_shorter(t)) for v in variants_of(s)) for e in entities
        ]
        self._contents = [self._contained(e) for e in entities]
        self._heads = [frozenset(word_key(v) for n in self._ends(e) for v in variants_of(n)) for e in entities]

    def _contained(self, entity: EntityWords) -> dict[str, str]:
        """What the names of a vessel say that it holds, and the kinds of that: a *bowl of fruit* holds fruit, which is food."""
        out: dict[str, str] = {}
        for said in (m["held"] for t in entity.texts if (m := _HOLDING.search(t.lower()))):
            for name in (*self.lexicon.things_called(said), *self.lexicon.kinds_called(said)):
                out.update((kind, said) for kind in (name, *self.lexicon.kinds_of(name)) if kind not in _BROAD)
        return out

    def _ends(self, entity: EntityWords) -> set[str]:
        """The nouns that an entity's names end with: *fruit bowl* is a bowl, unless the lexicon contradicts (a bird bath is no bath)."""
        out: set[str] = set()
        for text, phrase in zip(entity.texts, entity.phrases, strict=True):
            out |= {phrase.head, phrase.compound}
            words = phrase.head.split()
            out |= {n for k in range(1, len(words)) if self._is_a(text, phrase.head, n := " ".join(words[k:]))}
        return out

    def _is_a(self, text: str, head: str, noun: str) -> bool:
        """Whether a compound is a kind of its last noun. The lexicon contradicts only where it knows both and they share no kind."""
        whole = {*self.lexicon.things_called(text), *self.lexicon.things_called(head)}
        last = self.lexicon.things_called(noun)
        if not whole or not last:
            return True
        kinds = {k for t in whole for k in (t, *self.lexicon.kinds_of(t))}
        return any(t in kinds or (set(self.lexicon.kinds_of(t)) - _BROAD) & kinds for t in last)

    def read(self, noun: str) -> ObjectPhrase:
        """Parse a noun phrase into the noun and its attributes."""
        return parse(noun, self.nouns)

    def known(self, phrase: ObjectPhrase) -> bool:
        """Whether the lexicon knows the noun. If it does and nothing matches, the scene has no such thing."""
        return self.lexicon.knows(phrase.compound) or self.lexicon.knows(phrase.head)

    def match(self, phrase: ObjectPhrase) -> list[Match]:
        """All entities that the phrase names, best first; equal ones in the order of the tree."""
        named = _names(phrase)
        things = {t for n in named for t in self.lexicon.things_called(n)}
        compound = set(self.lexicon.things_called(phrase.compound)) if phrase.compound != phrase.head else set()
        things = compound or things
        kinds = {k for n in named for k in self.lexicon.kinds_called(n)} if not compound else set()
        # where 'sideboard' is used loosely for a cabinet, so are all names of a sideboard
        loose = {t for n in (*named, *things) for t in self.lexicon.things_loosely_called(n)}
        keys = {word_key(v) for n in named for v in variants_of(n)}
        exact = {word_key(v) for v in variants_of(phrase.text)}
        wider = {k for t in things for k in self.lexicon.kinds_of(t)}
        found = []
        for e, own, heads, held in zip(self.entities, self._keys, self._heads, self._contents, strict=True):
            match = self._graded(e, own, heads, phrase, exact, keys, things, kinds, loose, wider)
            inside = [k for k in held if k in kinds | things]
            if match is None and inside:
                match = Match(
                    e.row, Grade.MENTIONED, f"its name says that it holds {held[inside[0]]}, {a_noun(inside[0])}"
                )
            if match is not None:
                found.append(match)
        if any(m.score >= Grade.SAME for m in found) and self._only_here(phrase):
            found = [m for m in found if m.score >= Grade.SAME]
        return sorted(found, key=lambda m: -m.score)

    def _only_here(self, phrase: ObjectPhrase) -> bool:
        """Whether a name of several words is the scene's own: of several desks, *the teacher's desk* is the one that is called so."""
        if " of " in phrase.text and self.called(phrase.text):
            return True
        several = len(phrase.compound.split()) > 1
        return several and (not self.lexicon.knows(phrase.compound) or bool(self._narrowed(phrase)))

    def _narrowed(self, phrase: ObjectPhrase) -> set[str]:
        """The things of which a compound says only some: a *dining chair* is a chair, and a rocking chair is none."""
        words = phrase.compound
        return {t for t in self.lexicon.things_called(words) if words != t and singular(words).endswith(f" {t}")}

    def _loosely(self, e: EntityWords, things: set[str], heads: frozenset[str]) -> set[str]:
        """The things of `things` that people also call by a name of this entity (a bath mat for a rug). Names that belong to the entity's
        own thing do not count (a bench is no sofa)."""
        known = self.lexicon.things
        alike = [t for t in things if t in known and known[t].loosely and set(known[t].kinds[:1]) & set(e.kinds)]
        if not alike:
            return set()
        names = heads - {word_key(n) for t in e.things if t in known for n in known[t].names}
        return {t for t in alike if any(word_key(n) in names for n in known[t].loosely)}

    def _may_be(self, thing: str, phrase: ObjectPhrase) -> bool:
        """Whether a loose name of a thing may be meant for it: the name of another thing only where both are of one kind (a cup and a mug),
        or where its own name ends so (a toy car), or it is a toy of it. A map is no globe, and a mirror no window."""
        others = [
            t
            for n in _names(phrase)
            for t in self.lexicon.things_called(n)
            if t in self.lexicon.things and not _SPACES & set(self.lexicon.kinds_of(t))
        ]
        if "toy" in self.lexicon.kinds_of(thing):
            return True  # a toy is called by what it shows
        ended = thing.endswith(f" {singular(phrase.head)}")
        kinds = {*self.lexicon.kinds_of(thing), thing} - TOO_WIDE
        return not others or ended or any(kinds & {*self.lexicon.kinds_of(t), t} for t in others)

    def _only_before(self, e: EntityWords, noun: str) -> bool:
        """Whether the entity's words have a noun only before its own: a *computer monitor* is no computer, a *dog bed* no dog."""
        if not (self.lexicon.knows(noun) or singular(noun) in _PEOPLE):
            return False
        word = singular(noun)
        said = [[singular(w) for w in t.split()] for t in e.texts]
        found = [(t, k) for t in said for k, w in enumerate(t) if w == word]
        heads = {singular(p.head.split()[-1]) for p in e.phrases}
        return all(k + 1 < len(t) and (t[k + 1] in heads or t[k + 1 : k + 2] == [word]) for t, k in found)

    def _told_apart(self, e: EntityWords, phrase: ObjectPhrase) -> bool:
        """Whether the entity's words state another kind than the phrase asks for: an *upholstered dining chair* is no high chair."""
        asked = set(phrase.compound.split())
        return any(len(own) > 1 and not asked <= own for own in (self._kind_words(p.compound) for p in e.phrases))

    def _kind_words(self, compound: str) -> set[str]:
        """The words of a name that say what a thing is: not the colour of a *blue desk*, which is the name of one desk."""
        return set(parse(compound, lexicon_vocabulary(self.lexicon)).compound.split())

    def called(self, noun: str) -> bool:
        """Whether something here has all of a noun phrase as a name: *bag of dog food*."""
        wanted = {word_key(v) for v in variants_of(noun)}
        return any(
            wanted & own or any(word_key(v) in wanted for p in e.phrases for v in variants_of(p.text))
            for e, own in zip(self.entities, self._keys, strict=True)
        )

    def names_kind(self, phrase: ObjectPhrase) -> bool:
        """Whether the noun names a kind of things that says what they are: *light fitting*, but not *object*."""
        return bool(set(self.lexicon.kinds_called(phrase.compound)) - _BROAD - _VAGUE)

    def _graded(
        self,
        e: EntityWords,
        own: frozenset[str],
        heads: frozenset[str],
        phrase: ObjectPhrase,
        exact: set[str],
        keys: set[str],
        things: set[str],
        kinds: set[str],
        loose: set[str],
        wider: set[str],
    ) -> Match | None:
        head = phrase.compound if word_key(phrase.compound) in own else phrase.head
        if exact & own or word_key(phrase.compound) in own:
            return Match(e.row, Grade.SAME, f"it is called {head!r}")
        if keys & own and phrase.compound == phrase.head:
            return Match(e.row, Grade.SAME, f"it is called {head!r}")
        narrowed = self._narrowed(phrase)
        same = things & set(e.things)
        if same:
            return Match(e.row, Grade.SYNONYM, _synonym(e, phrase.compound, sorted(same)[0]))
        if keys & heads and phrase.compound == phrase.head:
            return Match(e.row, Grade.HEAD, f"{e.texts[0]!r} is {a_noun(phrase.head)}")
        # 'trunk' is a chest, and so is a thing called 'toy chest'
        ends = (
            {t for head in heads for t in self.lexicon.things_called(head) if _ends_so(t, head, e)} if things else set()
        )
        of_kind = (kinds | (things - narrowed)) & {*e.kinds, *ends}
        if of_kind:
            # among cabinets, a thing that is called a cabinet goes before an island with doors
            called = kinds - things <= of_kind and {word_key(k) for k in of_kind} & heads
            score = Grade.KIND + (_CALLED if called else 0.0)
            return Match(e.row, score, f"{e.texts[0]!r} is {a_noun(sorted(of_kind)[0])}")
        own_things = set(e.things) or set(e.kinds[:1])
        if wider & own_things and not (own_things - wider) and not self._told_apart(e, phrase) and not wider & _SPACES:
            return Match(e.row, Grade.WIDER, f"{e.texts[0]!r} may be {a_noun(phrase.compound)}")
        mentioned = (
            phrase.compound == phrase.head and keys & {word_key(w) for w in e.keys} and not _only_for(e, phrase.head)
        )
        if mentioned and not self._only_before(e, phrase.head):
            return Match(e.row, Grade.MENTIONED, f"it is described as {e.texts[-1]!r}")
        used = {t for t in loose & set(e.things) if self._may_be(t, phrase)} or self._loosely(e, things, heads)
        if used:
            return Match(e.row, Grade.LOOSE, f"{phrase.compound!r} is said of {a_noun(sorted(used)[0])}")
        if phrase.compound != phrase.head and keys & (own | heads) and not self.lexicon.knows(phrase.compound):
            return Match(e.row, Grade.WIDER, f"{e.texts[0]!r} may be {a_noun(phrase.compound)}")
        return None


def _only_for(e: EntityWords, noun: str) -> bool:
    """Whether an entity's words have a noun only as what the thing is for: a *display case for pastries* is no pastry."""
    word = singular(noun)
    return not any(word in [singular(w) for w in t.partition(" for ")[0].split()] for t in e.texts)


def _shorter(text: str) -> list[str]:
    """The shorter forms of a name with *of*: a *bag of dry dog food* is a bag of dog food, and a bag of food."""
    vessel, _, held = text.partition(" of ")
    words = held.split()
    if not words or BOUNDARIES & set(words):
        return []
    return [f"{vessel} of {' '.join(words[k:])}" for k in range(1, len(words))]


def _ends_so(thing: str, head: str, e: EntityWords) -> bool:
    """Whether an entity whose name ends with `head` may be such a thing: a *parts bin* is no waste bin, for its name says another kind."""
    narrower = thing != head and thing.endswith(f" {head}")
    return not narrower or all(singular(w) in e.keys for w in thing.split())


def _synonym(e: EntityWords, noun: str, thing: str) -> str:
    """Why an entity that is such a thing has another name: of the noun and the entity's own name, the one that is not the thing's."""
    if singular(noun) != thing:
        return f"{noun!r} is a name of {a_noun(thing)}"
    other = next((t for t in e.texts if singular(t) != thing), "")
    return f"{other!r} is a name of {a_noun(thing)}" if other else f"it is called {thing!r}"


def _names(phrase: ObjectPhrase) -> tuple[str, ...]:
    return tuple(dict.fromkeys((phrase.compound, phrase.head)))


def a_noun(noun: str) -> str:
    """A noun in the singular with its article; without one where people say none (*furniture*, *scissors*)."""
    word = singular(noun)
    if word.split()[-1] in _UNCOUNTED | PAIRS:
        return word
    return f"{article(word)} {word}"
