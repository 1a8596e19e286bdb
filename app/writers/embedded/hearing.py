"""Notes which words of a text had no effect on the description, so that they can be named.

A phrase with its preposition or verb is lost where nothing of the description changes while it is read: *in a row* makes no link, *facing
each other* neither. Single nouns, adjectives and numbers are lost where no request, room, surface or absence has them among its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.clause import ClauseState
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.elements import Element, Joint, Phrase, Preposition, SaidArrangement, Verb
from scenewright.app.writers.embedded.lexicon import (
    ABSTRACT,
    ARCHITECTURE,
    INDEFINITE,
    PEOPLE,
    QUANTITY_NOUNS,
    REFERRING,
    REGIONS,
    VERBS,
)
from scenewright.app.writers.embedded.light_lines import light_words
from scenewright.app.writers.embedded.said_style import STYLE_NOUNS
from scenewright.app.writers.embedded.tagging import Token
from scenewright.scene.semantics.words import SIZES, normalise, singular

__all__ = ["Hearing"]

_LITTLE = frozenset(["in", "with", "of", "a", "an", "the", "and", "very"])
"""Words around those that say a style."""
_RELATING = frozenset(["face", "flank", "surround", "light", "separate", ""])
"""Groups of verbs that relate their subject to their object."""
_ADDING = frozenset(["with", "for", "such_as", "and", "of", "like", "cause", "throughout", "without", "not"])
"""Prepositions that may add things, and need not relate them."""
_PLAIN = word_set(
    """please me us i we you my our your kindly scene picture image room place thing something everything full whole
    step pace metre meter foot yard own such kind type sort bit lot total following setting"""
)
"""Words that ask for nothing by themselves."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """The state after an element: how many changes and requests there were so far."""

    changes: int
    requests: int


class Hearing:
    """Listens to one reader of a description. `lost`: the words without an effect, in the order of the text."""

    def __init__(self, description: Description, clause: ClauseState, is_room: Callable[[Phrase], bool]) -> None:
        """
        Args:
            is_room: whether a phrase means the room.
        """
        self.lost: list[tuple[int, int]] = []
        self._description, self._clause, self._is_room = description, clause, is_room
        self._marks: list[_Mark] = []
        self._tokens: list[Token] = []
        self._arranged: list[tuple[int, int]] = []
        self._related: list[tuple[int, int]] = []
        self._changes = 0
        self._state: tuple[object, ...] = ()
        self._said: list[tuple[int, int, int, int]] = []

    def begin(self, tokens: Iterable[Token]) -> None:
        """Begin a sentence."""
        self._marks = [self._mark()]
        self._tokens += tokens

    def heard(self) -> None:
        """One more element of the sentence was read."""
        self._marks.append(self._mark())

    def end(self, elements: list[Element]) -> None:
        """The sentence was read: find its phrases without an effect."""
        for i, element in enumerate(elements):
            if isinstance(element, Preposition):
                self._preposition(elements, i, element)
            elif isinstance(element, Phrase) and element.pronoun == "ordinal":
                if self._changed(i, _end_of_item(elements, i) + 2, adding=True):
                    self._related.append((element.start, element.end))  # 'the first with flowers'
            elif isinstance(element, Phrase) and element.head is None and element.number is not None:
                if not self._changed(i, _end_of_item(elements, i), adding=True):
                    self.lost.append((element.start, element.end))  # 'the beds, they are two'
            elif isinstance(element, SaidArrangement):
                span = element.tokens[0].start, element.tokens[-1].end
                (self._arranged if self._changed(i, i + 1, adding=False) else self.lost).append(span)
            elif isinstance(element, Verb) and element.group in _RELATING and element.form != "be":
                self._verb(elements, i, element)

    def _preposition(self, elements: list[Element], i: int, preposition: Preposition) -> None:
        if not preposition.tokens or i + 1 >= len(elements):
            return
        if preposition.bare:  # 'back to back', 'overhead'
            if not self._changed(i, i + 1, adding=False):
                self.lost.append((preposition.tokens[0].start, preposition.tokens[-1].end))
            return
        phrase = elements[i + 1]
        if not isinstance(phrase, Phrase) or self._is_room(phrase):
            return
        if self._changed(i, i + 2, adding=preposition.word in _ADDING):
            self._related.append((preposition.tokens[0].start, preposition.tokens[-1].end))
            return
        start = preposition.tokens[0].start
        before = elements[i - 1] if i else None
        if isinstance(before, Verb) and before.group not in ("be", "have", "hold", "say") and before.tokens:
            start = before.tokens[0].start  # 'looks to the beds'
        self.lost.append((start, phrase.end))

    def _verb(self, elements: list[Element], i: int, verb: Verb) -> None:
        """A verb is lost where its whole clause changes nothing: up to the next verb, or the end of the clause."""
        stop = i + 1
        last: Element = verb
        while stop < len(elements) and not isinstance(elements[stop], Verb):
            element = elements[stop]
            if isinstance(element, Joint) and element.kind in ("end", "rel", "while", ",", ":", "and", "(", ")"):
                break
            last = element
            stop += 1
        if not verb.tokens or verb.negated or self._changed(i, stop, adding=False):
            return
        end = last.end if isinstance(last, Phrase) else verb.tokens[-1].end
        if isinstance(last, (Verb, Preposition)) and last.tokens:
            end = last.tokens[-1].end
        if not any(s <= verb.tokens[0].start and end <= e for s, e in self.lost):
            self.lost.append((verb.tokens[0].start, end))

    def _changed(self, start: int, stop: int, *, adding: bool) -> bool:
        """Whether the elements from `start` up to `stop` changed the description. `adding`: new things count as a change."""
        before, after = self._marks[start], self._marks[min(stop, len(self._marks) - 1)]
        return before.changes != after.changes or (adding and before.requests != after.requests)

    def _mark(self) -> _Mark:
        """How often the description has changed so far. New requests by themselves are no change."""
        d, clause = self._description, self._clause
        state = (
            len(d.links), *d.links[-1:], len(d.denied), len(d.aside), len(d.absent), len(d.surfaces), d.doors, d.windows, len(d.zones),
            len(clause.fronted), clause.subject_place, clause.covers, len(clause.per_place),
        )  # fmt: skip
        said = [(r.count, len(r.phrase), len(r.contents), r.seats) for r in d.requests]
        if state != self._state or said[: len(self._said)] != self._said:
            self._changes += 1
        self._state, self._said = state, said
        return _Mark(self._changes, len(said))

    # -- single words ---------------------------------------------------------------------------------------------------

    def unread(self, text: str) -> list[str]:
        """The phrases and words of the text that had no effect."""
        spans = [*self.lost, *self._lost_words(text)]
        spans.sort()
        merged: list[tuple[int, int]] = []
        for start, end in spans:
            if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        style = {*self._description.styled, *(STYLE_NOUNS if self._description.styled else ()), *_LITTLE}
        lost = dict.fromkeys(text[start:end].strip() for start, end in merged)
        return [words for words in lost if not set(words.lower().split()) <= style]

    def _lost_words(self, text: str) -> list[tuple[int, int]]:
        known = self._known_words(text)
        inside = [span for request in self._description.requests if not request.expected for span in request.spans]
        out = []
        for token in self._tokens:
            if token.pos not in ("N", "A") or any(s <= token.start and token.end <= e for s, e in inside):
                continue
            if any(s <= token.start and token.end <= e for s, e in (*self.lost, *self._arranged, *self._related)):
                continue
            said = {token.low, token.lemma, singular(token.low), *normalise(token.low)}
            if token.low.endswith("ing"):
                said |= {token.low.removesuffix("ing"), f"{token.low.removesuffix('ing')}e"}
            if not said & known:
                out.append((token.start, token.end))
        return out

    def _known_words(self, text: str) -> set[str]:
        """The words that the description has, and those that never ask for anything by themselves."""
        d = self._description
        said = [r.phrase for r in d.requests if not r.expected] + [r.words for r in d.requests if not r.expected]
        said += [word for r in d.requests for word in (*r.carried, *r.contents)]
        said += (
            [d.place]
            + [z.kind for z in d.zones]
            + [z.words for z in d.zones]
            + [*d.absent, *(words for words, _ in d.aside)]
        )
        said += [word for pair in d.surfaces.items() for word in pair]
        said += [*light_words(text), *d.styled, *(STYLE_NOUNS if d.styled else ())]
        words = {w for some in said for token in normalise(some) for w in (token, singular(token))}
        words |= (
            set(_PLAIN) | set(ARCHITECTURE) | set(REGIONS) | set(REFERRING) | set(ABSTRACT) | set(PEOPLE) | set(VERBS)
        )
        words |= set(INDEFINITE) | set(QUANTITY_NOUNS)
        if any(link.place == "wall" for link in d.links):
            words.add("far")  # 'at the far end'
        if d.size:
            words |= {w for size in SIZES for w in normalise(size)} | {"medium", "spacious", "cramped", "vast", "airy"}
        return words


def _end_of_item(elements: list[Element], i: int) -> int:
    """Where ends what is said of the things at `i`: 'one by the window', 'two of them red'."""
    stop = i + 1
    while stop < len(elements) and not isinstance(elements[stop], Joint):
        element = elements[stop]
        if isinstance(element, Verb) and not element.predicate:
            break
        stop += 1
    return stop
