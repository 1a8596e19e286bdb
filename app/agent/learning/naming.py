"""What an entity function is called: a word that people say, from its name and its phrase."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenewright.app.requests import RequestError
from scenewright.scene.language.running import is_library_name
from scenewright.scene.model import slug
from scenewright.scene.semantics.words import default_lexicon
from scenewright.scene.strict_types import shown_value

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["EntityNames", "cleaned_word", "kinds_of_word", "library_name", "named"]

_VERBS = re.compile(r"^(make|build|create|add|draw|get|new|my|the|a|an|one|some) ")
_NUMBERS = re.compile(r"( type)? [a-z]$| ?v?\d+$")
_WORD = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+)*")
MOST_WORD = 60
"""Characters of a word."""
_MOST_PHRASE_WORDS = 3


@dataclass(frozen=True, slots=True)
class EntityNames:
    """`word`: what it is found by, `synonyms`: other words. `known`: whether the word is that of a thing that people have,
    `is_object`: whether the catalogue has an object of this name."""

    word: str
    synonyms: tuple[str, ...]
    known: bool
    is_object: bool = False


def named(function: str, phrase: str, catalogue: Catalogue) -> EntityNames:
    """Propose words for a function: its name where that is a thing, else the thing that its phrase begins with."""
    names = _named(function, phrase, catalogue)
    found = catalogue.find(names.word, k=1, meaning=False)
    return replace(names, is_object=bool(found) and found[0].how in ("exact", "synonym", "kind"))


def _named(function: str, phrase: str, catalogue: Catalogue) -> EntityNames:
    own = _NUMBERS.sub("", _VERBS.sub("", " ".join(function.lower().replace("_", " ").split()))).strip()
    own = own or function.lower().replace("_", " ").strip()
    said, known = _said_first(phrase, catalogue)
    # a *round table* says more than a table, and a *chess knight* is no knight
    if (known and not _is_thing(own, catalogue)) or own in said.split():
        return EntityNames(said, (own,) if own != said else (), known=known or _is_thing(own, catalogue))
    return EntityNames(own, (), known=_is_thing(own, catalogue))


def _said_first(phrase: str, catalogue: Catalogue) -> tuple[str, bool]:
    """The thing that a phrase begins with, '' if it is none of a few words, and whether it is a known thing."""
    before = re.split(r"[,.;:(]| (?:with|of|in|on|that|which|under|for|from|by|and) ", phrase.lower(), maxsplit=1)[0]
    read = catalogue.parse(before)
    name = read.compound
    words = name.split()
    if not words or len(words) > _MOST_PHRASE_WORDS or not set(read.leftover) <= set(words):
        return "", False
    return name, read.known


def _is_thing(word: str, catalogue: Catalogue) -> bool:
    read = catalogue.parse(word)
    return default_lexicon().knows(word) or (read.known and not read.leftover)


def kinds_of_word(word: str) -> frozenset[str]:
    """All kinds of what a word names, by its last noun where it is not known whole."""
    lexicon = default_lexicon()
    for noun in (word, word.rsplit(maxsplit=1)[-1] if word else ""):
        things = lexicon.things_called(noun) or lexicon.kinds_called(noun)
        if things:
            return frozenset(kind for thing in things for kind in (thing, *lexicon.kinds_of(thing)))
    return frozenset()


def cleaned_word(said: str, field: str) -> str:
    """A word of the user, as it is kept: in lower case, with single spaces.

    Raises:
        RequestError: it is no word or name of a few words.
    """
    word = " ".join(unicodedata.normalize("NFC", said).replace("_", " ").lower().split())
    if len(word) > MOST_WORD or not _WORD.fullmatch(word):
        raise RequestError(
            f"{field}: {shown_value(said)} is no word: letters and digits, with single spaces, hyphens or apostrophes between them, at "
            f"most {MOST_WORD} characters",
            field=field,
        )
    return word


def library_name(words: Iterable[str]) -> str | None:
    """The name that a library can have, from the first of the words that gives one; None if none does."""
    for word in words:
        ascii_only = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
        name = slug(ascii_only).strip("_")[:MOST_WORD] if re.search("[A-Za-z]", ascii_only) else ""
        for tried in (name, f"{name}_thing"):  # a *string* or a *random* is a module of Python
            if is_library_name(tried):
                return tried
    return None
