"""What the words of a sentence say: one mark for each phrase that is understood, such as a thing, a colour, a place, an act."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from scenewright.app.agent.embedded.noun_numbers import is_plural
from scenewright.app.agent.embedded.skimming.noun_marks import NounReader
from scenewright.app.agent.embedded.skimming.phrase_marks import colour_at, more_of_it, ones_at, other_size_at
from scenewright.app.agent.embedded.skimming.place_marks import PlaceSpotter
from scenewright.app.agent.embedded.skimming.tables import (
    FILLERS,
    PREPOSITIONS,
    longest_act,
    longest_size,
    longest_tone,
)
from scenewright.app.word_sets import word_set
from scenewright.scene.english import DETERMINERS

__all__ = ["Mark", "marked"]

_TOKEN = re.compile(r"[a-z0-9#][a-z0-9#'%/-]*(?:\.\d+)?|[,.;:!?()]|\S")
_PRONOUNS = word_set("it them they this that these those")
_POINTERS = word_set("this that these those")
_SEVERAL = word_set("them they these those")
_DENIALS = word_set("not no never nothing none nobody neither nor without except unless cannot keep leave stay apart")
_AFTER_VERB = DETERMINERS | _PRONOUNS | word_set("both all me us my every each")
_SIGNS = frozenset(",.;:!?()–—")
_WHATEVER = word_set("anything everything all any nothing nobody everyone")
_POINTING = word_set("the that this odd")


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase that is understood. `kind`: act, thing, new, it, colour, place, size, tone, denial, sign or other (a word that is not).

    `words`: the phrase as an order says it. `value`: the act, the tone, or the kind of a place. `inner`: the nouns of a place.
    """

    kind: str
    start: int
    end: int
    words: str
    value: str = ""
    inner: tuple[str, ...] = field(default=())


def marked(text: str, nouns: NounReader) -> list[Mark]:
    """The marks of a plain text, in their order; each word lies in exactly one."""
    words = _TOKEN.findall(text)
    places = PlaceSpotter(nouns)
    marks: list[Mark] = []
    at = 0
    while at < len(words):
        mark = _mark(words, at, nouns, places, marks)
        marks.append(mark)
        at = mark.end
    return _with_their_nouns(marks)


def _with_their_nouns(marks: list[Mark]) -> list[Mark]:
    """*One pillow too many, take the odd one away*: *the one* by the noun before it."""
    named: list[Mark] = []
    noun = ""
    for mark in marks:
        told = mark
        if noun and mark.kind == "new" and mark.value == "ones":
            told = replace(mark, words=f"{mark.words} {noun}")
        elif mark.kind in ("thing", "new") and mark.value != "ones":
            noun = " ".join(mark.words.split()[1:]) or mark.words
        elif noun and mark.words == "one" and mark.kind == "other" and named and named[-1].words in _POINTING:
            told = replace(mark, kind="thing", words=f"the {noun}")
        named.append(told)
    return named


def _mark(words: list[str], at: int, nouns: NounReader, places: PlaceSpotter, before: list[Mark]) -> Mark:
    """The mark that begins at a word: the longest, and of like ones that which is likelier there."""
    word = words[at]
    if word in _SIGNS:
        return Mark("sign", at, at + 1, word)
    sized = other_size_at(words, at)
    if sized is not None:
        return Mark("size", at, at + sized[1], " ".join(words[at : at + sized[1]]), sized[0])
    for kind, read in (("new", more_of_it), ("thing", ones_at)):
        said = read(words, at)
        if said is not None:
            return Mark(kind, at, at + said[1], said[0], "ones")
    found = [*_nouns(words, at, nouns), *_places(words, at, places), *_told(words, at)]
    if found:
        best = max(found, key=lambda mark: (mark.end, _rank(mark, before)))
        if best.kind not in ("act", "tone") or best.end - at > 1 or word not in _DENIALS:
            return best
    but_not = word in ("but", "except") and bool(before) and before[-1].words in _WHATEVER
    if word in _DENIALS or but_not:
        return Mark("denial", at, at + 1, word)
    if word in _PRONOUNS and not _points_at_unknown(words, at):
        return Mark("it", at, at + 1, "them" if word in _SEVERAL else "it", word)
    return Mark("other", at, at + 1, word)


def _points_at_unknown(words: list[str], at: int) -> bool:
    """*Those tiles*: a word that points at something that is not known is no pronoun."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return (
        words[at] in _POINTERS
        and following.isalpha()
        and following not in FILLERS
        and following not in PREPOSITIONS
        and longest_act(words, at + 1) is None
    )


def _nouns(words: list[str], at: int, nouns: NounReader) -> list[Mark]:
    noun = nouns.at(words, at)
    if noun is None or (noun.kind == "new" and noun.bare and noun.end == at + 1 and not is_plural(words[at])):
        return []  # 'run', 'print', 'order': nobody asks for a new thing without an article
    if noun.bare and noun.end == at + 1 and noun.end < len(words) and _is_verb(words, at):
        return []
    return [Mark(noun.kind, at, noun.end, noun.words, "bare" if noun.bare else "")]


def _places(words: list[str], at: int, places: PlaceSpotter) -> list[Mark]:
    place = places.at(words, at)
    return [] if place is None else [Mark("place", at, place.end, place.words, place.kind, place.inner)]


def _told(words: list[str], at: int) -> list[Mark]:
    """What is to be done, and how a thing or the light is to be."""
    found: list[Mark] = []
    for kind, read in (("act", longest_act), ("size", longest_size), ("tone", longest_tone)):
        told = read(words, at)
        if told is not None:
            found.append(Mark(kind, at, at + told[1], " ".join(words[at : at + told[1]]), told[0]))
    colour = colour_at(words, at)
    if colour is not None:
        found.append(Mark("colour", at, at + colour[1], colour[0]))
    return found


def _is_verb(words: list[str], at: int) -> bool:
    """Whether a word that may name a thing is a verb: *bin the box*, *could it stand beside the counter*."""
    following = words[at + 1]
    return following in _AFTER_VERB or (longest_act(words, at) is not None and following in PREPOSITIONS)


def _rank(mark: Mark, before: list[Mark]) -> int:
    """Which of several marks of the same words counts. After an article a word is a noun, at the beginning it is an act."""
    if mark.kind == "new" and mark.value == "bare":
        return -1  # 'cooler', 'order': no thing is meant where the word says something else
    first = not before or before[-1].kind == "sign"
    order = (
        ("tone", "size", "colour", "place", "thing", "new", "act")
        if first
        else ("tone", "size", "colour", "act", "new", "thing", "place")
    )
    return order.index(mark.kind)
