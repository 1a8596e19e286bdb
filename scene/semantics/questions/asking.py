"""Ask a scene: questions in English, answered from its graph without a model.

Questions are about counts, existence, sizes, distances, relations and colours. Every answer gives its basis: paths and numbers. The answer
to a question that is not understood says so, with examples of questions that are. Where a word may mean several things, the answer says so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property

from scenewright.scene.errors import QueryError
from scenewright.scene.model import Camera
from scenewright.scene.semantics.questions import (
    ask_amounts,
    ask_comparisons,
    ask_counts,
    ask_distances,
    ask_each,
    ask_holders,
    ask_kinds,
    ask_lists,
    ask_looks,
    ask_places,
    ask_purposes,
    ask_relations,
    ask_rooms,
    ask_same_places,
    ask_sizes,
    ask_views,
)
from scenewright.scene.semantics.questions.asked_units import read_unit
from scenewright.scene.semantics.questions.asking_answers import GraphAnswer, NotAnswered, sentence
from scenewright.scene.semantics.questions.asking_forms import Form
from scenewright.scene.semantics.questions.asking_phrases import Phrases
from scenewright.scene.semantics.questions.asking_words import ExactResolver, NounResolver
from scenewright.scene.semantics.questions.question_parts import choice_of, clauses_of, with_nouns
from scenewright.scene.semantics.questions.question_wording import cleaned
from scenewright.scene.semantics.questions.thing_names import ThingNames
from scenewright.scene.semantics.questions.untold import untold
from scenewright.scene.semantics.scene_graph import SceneGraph
from scenewright.scene.texts import QUESTION, readable_text

__all__ = ["MOST_LETTERS", "Asker", "examples"]

MOST_LETTERS = QUESTION.characters
"""The most characters of a question. A longer text is refused."""

_GROUPS = (
    ask_views.FORMS,
    ask_purposes.FORMS,
    ask_relations.ANYTHING,
    ask_each.FORMS,
    ask_same_places.FORMS,
    ask_rooms.FORMS,
    ask_kinds.FORMS,
    ask_amounts.FORMS,
    ask_counts.FORMS,
    ask_distances.FORMS,
    ask_sizes.FORMS,
    ask_comparisons.FORMS,
    ask_lists.FORMS,
    ask_looks.FORMS,
    ask_places.FORMS,
    ask_holders.FORMS,
    ask_relations.FORMS,
)
"""The groups in the order in which they are tried. Relations come last of *is ...*, since they match any preposition."""

_FORMS: tuple[Form, ...] = tuple(form for group in _GROUPS for form in group)

_NONE = re.compile(r"^(?P<be>is|are) (?:none|neither)(?: one)?(?: of)? (?P<rest>the .+)$")
"""*Are none of the chairs red* is the contrary of *are any of the chairs red*."""
_SHOWN = 3
"""Examples in the answer to a question that is not understood."""


def examples(most: int | None = None) -> list[str]:
    """An example of each form of question. `most`: the most of each group; None: all."""
    return [f"{e}?" for group in _GROUPS for e in [f.example for f in group if f.example][:most]]


class Asker:
    """Answers questions about one scene.

    Args:
        camera: the main view, for questions of what it shows; None: the scene's first camera.
        resolver: finds the nodes of a noun phrase; by default :class:`scenewright.scene.semantics.questions.asking_words.ExactResolver`.
    """

    def __init__(
        self, graph: SceneGraph, resolver: NounResolver | None = None, *, camera: Camera | None = None
    ) -> None:
        self.graph = graph
        self.camera = camera
        self.resolver = resolver if resolver is not None else ExactResolver(graph)

    @cached_property
    def _names(self) -> ThingNames:
        return ThingNames(self.graph)

    def ask(self, question: str) -> GraphAnswer:
        """Answer a question. The answer has no value where there is none."""
        length = len(str(question))
        if length > MOST_LETTERS:
            problem = (
                f"The question is {length} letters long; at most {MOST_LETTERS} are read: ask one thing at a time."
            )
            return GraphAnswer("", None, problem)
        try:
            question = readable_text(question, "the question", QUESTION, QueryError)
        except QueryError as error:
            return GraphAnswer("", None, str(error))
        text, view = cleaned(question)
        unreadable = _unreadable(question, text)
        if unreadable is not None:
            return GraphAnswer("", None, unreadable)
        if len(self.graph) < 2:
            return GraphAnswer("", None, "The scene has no named things: nothing can be asked of it.")
        phrases = Phrases(self.graph, self.resolver, self._names)
        phrases.view, phrases.camera = view, self.camera
        parts = clauses_of(text)
        answers: list[GraphAnswer] = []
        for part in parts:
            answers.append(self._one(phrases, part, question.strip() if len(parts) == 1 else part))
            if not answers[-1].answered:
                break
            phrases.given = _about(self.graph, answers[-1]) or phrases.given
            if not phrases.given:
                break
        return _joined(answers, parts)

    def _one(self, phrases: Phrases, text: str, question: str) -> GraphAnswer:
        """The answer to one question, in the words that the forms read; `question`: as it was asked."""
        text, phrases.unit = read_unit(with_nouns(phrases, text))
        none = _NONE.match(text)
        denied = None if none is None else self._by_forms(phrases, f"{none['be']} any of {none['rest']}")
        if isinstance(denied, GraphAnswer) and isinstance(denied.value, bool):
            told = denied.text.split(", ", 1)[-1]
            return replace(denied, value=not denied.value, text=f"{'No' if denied.value else 'Yes'}, {told}")
        choice = choice_of(text)
        if choice is not None:
            found = [self._by_forms(phrases, one) for one in choice]
            if all(isinstance(one, GraphAnswer) and isinstance(one.value, bool) for one in found):
                return _chosen([one for one in found if isinstance(one, GraphAnswer)])
        answer = self._by_forms(phrases, text)
        if isinstance(answer, GraphAnswer):
            return answer
        told = untold(text)
        if told:
            text = (
                f"I cannot read this question: {question!r}. The scene does not tell {told}. I can answer, for example:"
                f" {' '.join(_nearest(text))}"
            )
            return GraphAnswer("", None, text)
        if answer is not None:
            return answer.answer()
        return GraphAnswer(
            "",
            None,
            f"I cannot read this question: {question!r}. I can answer, for example: {' '.join(_nearest(text))}",
        )

    def _by_forms(self, phrases: Phrases, text: str) -> GraphAnswer | NotAnswered | None:
        """The answer of the first form that reads a question; why there is none; None where no form reads it."""
        failed: NotAnswered | None = None
        for form in _FORMS:
            match = form.compiled.fullmatch(text)
            if match is None:
                continue
            try:
                answer = form.answer(phrases, match)
            except NotAnswered as error:
                failed = failed or error
                if error.kind != "retry":
                    break
                continue
            if answer is not None:
                return answer
        return failed


def _about(graph: SceneGraph, answer: GraphAnswer) -> tuple[int, ...]:
    """The things that *it* and *they* mean after an answer: those that it names, else those that it rests on."""
    named = answer.value if isinstance(answer.value, tuple) else answer.basis[0].paths if answer.basis else ()
    if answer.value is not True and answer.value is not False and not isinstance(answer.value, tuple | int):
        named = tuple(p for fact in answer.basis for p in fact.paths)
    return tuple(dict.fromkeys(graph.by_path[p] for p in named if p in graph.by_path))


def _joined(answers: list[GraphAnswer], parts: list[str]) -> GraphAnswer:
    """The answers to several questions as one: the value is that of the first."""
    first = answers[0]
    if len(parts) == 1 or not first.answered:
        return first
    text = " ".join(a.text for a in answers)
    notes = [n for a in answers for n in a.notes]
    if len(answers) < len(parts):
        notes.append(f"{parts[len(answers)]!r} has no answer: there is nothing that it can be about")
    basis = tuple(f for a in answers for f in a.basis)
    return GraphAnswer(first.kind, first.value, text, basis, tuple(dict.fromkeys(notes)))


def _chosen(found: list[GraphAnswer]) -> GraphAnswer:
    """The answer to a choice: the alternatives that hold, in words."""
    right = [a for a in found if a.value is True]
    plain = [sentence(a.text.split(", ", 1)[-1]) for a in (right or found)]
    start = "" if len(right) == 1 else "Both: " if right else "Neither: "
    basis = tuple(f for a in (right or found) for f in a.basis)
    notes = tuple(dict.fromkeys(n for a in (right or found) for n in a.notes))
    text = start + " ".join(plain)
    return GraphAnswer(found[0].kind, text, text, basis, notes)


def _nearest(text: str) -> list[str]:
    """Examples of the forms that are most like a question that is not understood, by its words, those at the beginning first."""
    words = text.split()
    likeness = {e: SequenceMatcher(None, words, e.rstrip("?").split(), autojunk=False).ratio() for e in examples()}
    first = {e: e.split()[:1] == words[:1] for e in likeness}
    return sorted(likeness, key=lambda e: -(likeness[e] + 0.1 * first[e]))[:_SHOWN]


def _unreadable(question: str, text: str) -> str | None:
    if not text:
        return "The question is empty: ask, for example, how many chairs there are."
    letters = [c for c in question if c.isalpha()]
    if letters and sum(c.isascii() for c in letters) < 0.7 * len(letters):
        return "Questions are read in English only; a language model may answer in other languages."
    return None
