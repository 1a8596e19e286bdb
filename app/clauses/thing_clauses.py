"""Clauses on things and their number, and on what must not be there."""

from __future__ import annotations

from collections import Counter

from scenewright.app.clauses.clause import Clause
from scenewright.app.clauses.evidence import ClauseEvidence, a_thing, listed, number_word, plural_of
from scenewright.app.writers.asked import AskedAbsence, AskedThing

__all__ = ["absence_clause", "thing_clause"]


def thing_clause(evidence: ClauseEvidence, number: int) -> Clause:
    """Whether the things are there, as many as the text says, and are what it says."""
    thing = evidence.asked.things[number]
    says = _said(thing)
    right = [n for n in evidence.instances[number] if evidence.title(n) not in thing.loose]
    loose = [n for n in evidence.instances[number] if evidence.title(n) in thing.loose]
    wrong = [n for n in evidence.named[number] if n not in evidence.instances[number]]
    if not evidence.named[number]:
        return Clause("thing", says, False, "nothing was placed for it", thing.noun, thing=number)
    if wrong:
        instead = _kinds(evidence, wrong)
        share = (
            "" if not right and not loose else f"{len(right) + len(loose)} of {thing.count} are there; for the others "
        )
        stands = "stands" if len(wrong) == 1 else "stand"
        return Clause("thing", says, False, f"{share}{instead} {stands} in for it", thing.noun, instead, number)
    found = len(right) + len(loose)
    if found < thing.count:
        return Clause("thing", says, False, f"there {_is(found)} {number_word(found)}", thing.noun, thing=number)
    extra = [] if thing.at_least or thing.count < 2 else _more(evidence, number)
    if extra:
        return Clause("thing", says, False, f"there are {found + len(extra)}", thing.noun, thing=number)
    hidden = [name for name in thing.names if name in evidence.unseen]
    if hidden and len(hidden) == len(thing.names):
        it, is_it = ("it", "is") if thing.count == 1 else ("they", "are")
        return Clause(
            "thing", says, False, f"{it} {is_it} there, and hidden in both pictures", thing.noun, thing=number
        )
    if loose:
        instead = _kinds(evidence, loose)
        why = f"{instead} stands in for it: the catalogue has no {thing.noun} of its own"
        return Clause("thing", says, None, why, thing.noun, instead, number)
    return Clause("thing", says, True, thing=number, full=_said(thing, thing.phrase))


def absence_clause(evidence: ClauseEvidence, absence: AskedAbsence) -> Clause:
    """Whether a thing is not there, as the text says."""
    noun = absence.noun
    says = f"no {plural_of(noun)}"
    openings = evidence.openings(noun) if noun in ("door", "window") else []
    there = [*evidence.called(absence.titles), *openings]
    if not absence.titles and not openings and noun not in ("door", "window"):
        return Clause("absence", says, None, f"nothing here tells what {a_thing(noun)} is", f"no {noun}")
    if not there:
        return Clause("absence", says, True)
    return Clause(
        "absence",
        says,
        False,
        f"there {_is(len(there))} {number_word(len(there))}: {_kinds(evidence, there)}",
        f"no {noun}",
    )


def _said(thing: AskedThing, noun: str = "") -> str:
    noun = noun or thing.noun
    if thing.at_least and thing.count > 1:
        return plural_of(noun)
    return a_thing(noun) if thing.count == 1 else f"{number_word(thing.count)} {plural_of(noun)}"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _more(evidence: ClauseEvidence, number: int) -> list[int]:
    """Things of the same title that nobody asked for."""
    titles = {evidence.title(n) for n in evidence.instances[number]}
    asked = {n for k, some in enumerate(evidence.named) if not evidence.asked.things[k].added for n in some}
    return [n for n in evidence.called(titles) if n not in asked]


def _kinds(evidence: ClauseEvidence, numbers: list[int]) -> str:
    """What nodes are, each kind once: 'a sofa and three vases'."""
    counts = Counter(evidence.title(n) for n in numbers)
    return listed([a_thing(t) if n == 1 else f"{number_word(n)} {plural_of(t)}" for t, n in counts.items()])
