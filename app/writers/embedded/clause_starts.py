"""Finds where a new clause begins after a comma or an *and*."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.app.writers.embedded.elements import Element, Joint, Phrase, Preposition, SaidArrangement, Verb

__all__ = ["joins_subject", "starts_clause"]

_HANGS_ON = ("with", "for", "without", "of", "cause", "such_as")
"""Prepositions that continue the clause before."""


def starts_clause(elements: Sequence[Element], at: int) -> bool:
    """Whether a new clause begins at `at`: with the subject of a finite verb, or with a fronted prepositional phrase."""
    if _is_joint(elements, at, ("and", "while")):
        at += 1
    first = elements[at] if at < len(elements) else None
    fronted = isinstance(first, Preposition)
    if isinstance(first, Verb):
        return first.existential
    if isinstance(first, Preposition):
        # ', and on the table sit two cups', ', beside it a lamp stands'
        if first.word in _HANGS_ON:
            return False
        at += 1 if first.bare else 2
        then = elements[at] if at < len(elements) else None
        if isinstance(then, Verb):
            return then.form in ("finite", "be", "passive")
    if not (at < len(elements) and isinstance(elements[at], Phrase)):
        return False
    return _has_finite_verb(elements, at + 1, fronted)


def joins_subject(elements: Sequence[Element], at: int) -> bool:
    """Whether the phrase at `at` shares its verb with what was listed before it: *a sofa and an armchair face the fire*.

    The verb is a plural one, and an *and* stands before the last member of the list.
    """
    end = at
    while end < len(elements) and (isinstance(elements[end], Phrase) or _is_joint(elements, end, ("and", ","))):
        end += 1
    verb = elements[end] if end < len(elements) else None
    if not isinstance(verb, Verb | SaidArrangement) or not _is_predicate(verb):
        return False
    listed = at > 0 and any(_is_joint(elements, k, ("and",)) for k in range(at - 1, end))
    first = verb.tokens[0].low
    return listed and (first in ("are", "were", "have") or not (first.endswith("s") or first in ("was", "is")))


def _is_predicate(element: Verb | SaidArrangement) -> bool:
    if isinstance(element, SaidArrangement):
        return element.tokens[0].low == "face"
    return element.form in ("finite", "be", "passive")


def _has_finite_verb(elements: Sequence[Element], at: int, fronted: bool) -> bool:
    """Whether a finite verb follows before the next joint of clauses. An *and* between two phrases does not join clauses."""
    verbs = 0
    for i in range(at, len(elements)):
        element = elements[i]
        if isinstance(element, SaidArrangement) and element.tokens[0].low == "face":
            return True  # 'two armchairs face each other'
        if isinstance(element, Verb):
            if element.form == "be" or (element.form in ("finite", "passive") and not element.predicate):
                return True
            if element.form in ("participle", "gerund") and fronted:
                return False
            verbs += 1
        elif isinstance(element, Joint) and (
            verbs or element.kind != "and" or i + 1 >= len(elements) or not isinstance(elements[i + 1], Phrase)
        ):
            return False
    return False


def _is_joint(elements: Sequence[Element], at: int, kinds: tuple[str, ...]) -> bool:
    element = elements[at] if at < len(elements) else None
    return isinstance(element, Joint) and element.kind in kinds
