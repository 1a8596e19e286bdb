"""Finds where a new clause begins after a comma or an *and*."""

from __future__ import annotations

from collections.abc import Sequence

from scenewright.app.writers.embedded.elements import Element, Joint, Phrase, Preposition, SaidArrangement, Verb

__all__ = ["starts_clause"]

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
