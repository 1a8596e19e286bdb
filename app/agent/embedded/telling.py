"""The events of a turn: what was saved, answered, asked back or refused, in plain sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scenewright.app.agent.dialogue import MOST_PATHS, Outcome
from scenewright.app.agent.embedded.doing import do_request
from scenewright.app.agent.embedded.doing_answers import (
    EXAMPLES,
    answer_of,
    beside_of,
    trouble_of,
)
from scenewright.app.agent.embedded.insisting import ANYWAY
from scenewright.app.agent.embedded.last_changes import told_of_last
from scenewright.app.agent.embedded.memory import KeptMemory
from scenewright.app.agent.embedded.reading import read_clause
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotHere, NotUnderstood, PartlyRead
from scenewright.app.agent.embedded.wanted import (
    AskWanted,
    Unread,
    WhyWanted,
)
from scenewright.app.agent.embedded.what_became import added_of, moved_of
from scenewright.app.agent.embedded.work import Done, Undone, Work
from scenewright.app.agent.events import (
    AskedBack,
    PossibleThing,
    QuestionAnswered,
    SceneEdited,
    StepBegun,
    TextPiece,
    TurnEvent,
    TurnNote,
    TurnRefused,
)
from scenewright.scene.errors import QueryError

__all__ = ["TurnResult", "answered", "asked", "not_understood", "refused", "saved", "why"]

_NUMBERED = re.compile(r"\bthe ([a-z]+(?: [a-z]+)?) \d+\b")
"""A thing with its number among like things."""
_ABSENT = ("There is nothing called", "There is no ", "There are no ")
"""How an answer begins that is about what is not here."""
_MOST_REMARKS = 4
"""Of one turn: who paints everything need not read of each leg that kept its colour."""


@dataclass
class TurnResult:
    """What a turn has come to so far."""

    outcome: Outcome = "talked"
    told: list[str] = field(default_factory=list)
    paths: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    words: str = ""
    steps: int = 0
    kept: KeptMemory = field(default_factory=KeptMemory)
    focus: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


def saved(
    work: Work,
    done: list[Done],
    consequences: tuple[str, ...],
    revision: int,
    result: TurnResult,
    undone: Sequence[Undone] = (),
) -> Iterator[TurnEvent]:
    """The events of a change that was saved. `undone`: what of the turn could not be done."""
    known = set(work.draft.scene.paths)
    paths = tuple(dict.fromkeys(p for d in done for p in (*d.paths,) if p in known))
    gone = tuple(dict.fromkeys(p for d in done for p in d.gone))
    words = "; ".join(d.words for d in done)
    words = words[:1].upper() + words[1:] + "."
    notes = tuple(dict.fromkeys((*work.memory.remarks, *work.notes)))
    result.outcome, result.words, result.paths, result.gone, result.steps = "changed", words, paths, gone, 1
    result.listed = work.memory.listed
    result.focus = work.memory.it if not any(d.focus == () for d in done) or work.memory.it else ()
    result.kept = KeptMemory(
        acts=tuple(work.memory.acts[-20:]) or work.memory.kept.acts,
        trouble="; ".join(consequences)[:4_000],
        clauses=result.kept.clauses,
        refused=next((u.said for u in undone if ANYWAY in u.stop.suggestions), ""),
    )
    yield SceneEdited(
        words=words,
        paths=paths[:MOST_PATHS],
        gone=gone[:MOST_PATHS],
        added=added_of(work, paths)[:MOST_PATHS],
        moved=moved_of(work, paths)[:MOST_PATHS],
        edits=tuple(json.loads(json.dumps(dict(e))) for e in work.draft.operations[:1_000]),
        revision=revision,
    )
    yield TextPiece(piece=words)
    for part in undone:
        why = _sentence(work.stage.spoken(str(part.stop)))
        yield TextPiece(piece=f" {why}" if part.unread else f" Not done: '{part.said}'. {why}")
    for note in _each_once([_sentence(work.stage.spoken(note)) for note in notes])[:_MOST_REMARKS]:
        yield TurnNote(kind="remark", text=note)
    for consequence in consequences:
        yield TurnNote(kind="consequence", text=_sentence(work.stage.spoken(consequence)))


def _each_once(notes: Sequence[str]) -> list[str]:
    """Notes that say the same of like things, such as the chair 1 and the chair 2, as one."""
    alike: dict[str, list[str]] = {}
    for note in notes:
        alike.setdefault(_NUMBERED.sub(r"each \1", note), []).append(note)
    return [said if len(same) > 1 else same[0] for said, same in alike.items()]


def answered(work: Work, wanted: AskWanted, result: TurnResult, *, whole: bool = False) -> Iterator[TurnEvent]:
    """The answer to a question. `whole`: none is given where the question holds what is not understood.

    Raises:
        CannotDo: the question cannot be answered.
        PartlyRead: a part of it is not understood, and `whole`.
    """
    told_of = told_of_last(work, wanted.question)
    if told_of:
        result.outcome = "answered"
        yield QuestionAnswered(text=told_of)
        yield TextPiece(piece=told_of)
        return
    answer = answer_of(work, wanted)
    told = work.stage.spoken(answer.text)
    result.beside = beside_of(work, wanted.question)
    if not answer.answered and not answer.kind:
        raise (NotHere if answer.text.startswith(_ABSENT) else NotUnderstood)(answer.text)
    if whole and not answer.answered:
        raise PartlyRead(wanted.question)
    paths = tuple(dict.fromkeys(p for fact in answer.basis for p in fact.paths))
    if isinstance(answer.value, tuple):
        paths = tuple(answer.value)
    known = set(work.draft.scene.paths)
    paths = tuple(p for p in paths if p in known)[:MOST_PATHS]
    if isinstance(answer.value, tuple) and len(paths) > 1:
        result.listed = paths
    result.outcome, result.focus = "answered", paths or result.focus
    work.memory.speak_of(paths)  # 'what colour is the rug and how big is it?'
    yield QuestionAnswered(text=told, paths=paths)
    yield TextPiece(piece=told)
    for note in answer.notes:
        yield TurnNote(kind="remark", text=_sentence(note))


def why(work: Work, wanted: WhyWanted, result: TurnResult) -> Iterator[TurnEvent]:
    """Try what cannot be done, on a draft that is dropped, and say what speaks against it."""
    result.outcome = "answered"
    told = ""
    if wanted.clause:
        yield StepBegun(what=f"trying: {wanted.clause}")
        try:
            do_request(work, read_clause(wanted.clause))
            brought = work.draft.consequences(job=work.job.quiet())
            told = (
                f"It can go there, but: {work.stage.spoken('; '.join(brought))}."
                if brought
                else f"It can: say '{wanted.clause}'."
            )
        except CannotDo as error:
            told = error.reason
    else:
        told = work.stage.spoken(trouble_of(work))
    yield QuestionAnswered(text=told)
    yield TextPiece(piece=told)


def asked(work: Work, ask: MustAsk, result: TurnResult) -> Iterator[TurnEvent]:
    """A question back. The dialogue keeps what it is about."""
    question = result.kept.asked
    result.outcome = "asked"
    candidates = tuple(ask.candidates)[:100]
    if question is not None:
        question = question.model_copy(
            update={"kind": ask.kind, "phrase": ask.phrase[:400], "candidates": candidates, "number": ask.number}
        )
    result.kept = KeptMemory(acts=work.memory.kept.acts, asked=question)
    result.focus = candidates or work.memory.it
    labels = [*ask.labels, *[""] * len(candidates)]
    yield AskedBack(
        question=ask.question,
        candidates=tuple(PossibleThing(path=p, words=w) for p, w in zip(candidates, labels, strict=False)),
    )
    yield TextPiece(piece=ask.question)


def refused(work: Work, stop: Exception, result: TurnResult) -> Iterator[TurnEvent]:
    """Why nothing was done, and what can be said instead."""
    reason = _sentence(work.stage.spoken(str(stop)))
    suggestions = tuple(stop.suggestions)[:20] if isinstance(stop, CannotDo) else ()
    if isinstance(stop, QueryError):
        suggestions = EXAMPLES[:3]
    tried = result.kept.asked.clause if result.kept.asked is not None else ""
    focus = work.memory.it or result.focus
    if isinstance(stop, NotHere) and focus == result.focus:
        focus = ()  # 'where is the piano?' and 'remove it': nothing that was spoken of before is meant
    result.outcome, result.focus = "refused", focus
    again = result.kept.asked.sentence if result.kept.asked is not None and ANYWAY in suggestions else ""
    result.kept = KeptMemory(acts=work.memory.kept.acts, trouble=reason[:4_000], tried=tried, refused=again)
    yield TurnRefused(reason=reason, suggestions=suggestions)
    also = f" You can say: {'; '.join(suggestions)}." if suggestions else ""
    yield TextPiece(piece=f"{reason}{also}")


def not_understood(wanted: Sequence[Unread], name: str = "") -> CannotDo:
    """What to say to clauses that are no requests that are known. `name`: of a thing here that they name, for what can be said instead."""
    hints = {
        "move": ("move the lamp 30 cm to the left", "move the lamp next to the sofa"),
        "make": ("make the rug bigger", "make the sofa green", "make the table 1.2 m long"),
        "turn": ("turn the armchair toward the window", "rotate it 90 degrees clockwise"),
        "add": ("add a floor lamp beside the armchair",),
    }
    said = " and ".join(f"'{one.text}'" for one in wanted)
    about = (
        f"move the {name} 30 cm to the left",
        f"turn the {name} around",
        f"make the {name} bigger",
        f"paint the {name} green",
    )
    return NotUnderstood(
        f"I do not understand {said}. Nothing was changed.", about if name else hints.get(wanted[0].hint, EXAMPLES[:4])
    )


def _sentence(text: str) -> str:
    text = text.strip()
    first = text.split(" ", 1)[0]
    named = re.search(r"[_/\[]", first) is not None
    return (text if named else text[:1].upper() + text[1:]) + ("" if text.endswith((".", "?", "!")) else ".")
